"""How a card looks in Discord: as a message that stays, and for one pair of eyes; where it does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.discord import limits
from adapters.discord.drawing.controls import ControlId, Kind
from adapters.discord.drawing.render import (
    IS_LAYOUT,
    WITHOUT_PREVIEWS,
    change_of,
    layout_line,
    layouts_of,
    post_line,
    post_of,
    way_in,
    way_in_kept,
)
from bot.domain.journal import ENTRY_MAX
from bot.errors import BeyondReach, SurfaceError
from bot.surface import phrases
from bot.surface.card import (
    Block,
    Buttons,
    Card,
    Choose,
    Fields,
    LinkButton,
    Reach,
    Scale,
    aside,
    own_words,
    say,
)
from bot.surface.parts import units
from tests.contract.surface_samples import (
    KIND,
    ROW,
    SEVERAL,
    TANK,
    WEEK,
    WEIGHT,
    WHOLE,
    WORDS,
    WORDS_OF_WHOLE,
    card,
)
from tests.json_types import Json
from tests.sim.discord.lint import lint_edit, lint_post
from tests.sim.discord.reading import controls_in, marked_up, read, texts_in
from tests.sim.discord.shapes import ROW as ROW_TYPE
from tests.sim.discord.shapes import SEPARATOR, TEXT
from tests.sim.drawn import parts_of, squeezed

STARS = "*" * ENTRY_MAX


def drawn(*blocks: Block) -> list[Json]:
    """What one layout holds of these blocks."""
    reach = Reach.SEALED if any(block == own_words(WORDS) for block in blocks) else Reach.PERSONAL
    [body] = layouts_of([card(*blocks, reach=reach)])
    assert lint_post(body) == []
    components: list[Json] = body["components"]
    return components


def said(*blocks: Block, title: str = "", summary: str) -> str:
    """The words of these blocks as a message that stays."""
    body = post_of(replace(card(*blocks, title=title), summary=summary))
    assert lint_post(body) == []
    return str(body["content"])


def sealed(*blocks: Block) -> Card:
    """A card of these blocks that only its person may see."""
    return card(*blocks, reach=Reach.SEALED)


def size(body: Json) -> tuple[int, int]:
    """How many characters a body has in texts, and how many components."""
    parts = [part for part in parts_of(body["components"]) if "type" in part]
    return sum(units(words) for words in marked_up(body)), len(parts)


def test_the_sample_with_everything_is_whole_in_each_place() -> None:
    """A message, a layout that stays, and answers: Discord takes them, and every word is there."""
    for bodies in ([post_of(WHOLE)], [post_of(WHOLE, as_layout=True)], layouts_of([WHOLE])):
        assert [problem for body in bodies for problem in lint_post(body)] == []
        seen = read(bodies)
        assert [words for words in WORDS_OF_WHOLE if squeezed(words) not in seen] == []


def test_a_message_opens_with_its_summary() -> None:
    """A lock screen shows the first words; then come the title, all that is said and asked, and the rows."""
    body = post_of(card(say("Said."), aside("By the way."), WEEK, KIND, ROW, title="Today"))
    assert body["content"] == (
        f"Something is here.\n\n**Today**\n\nSaid.\n\n-# By the way.\n\n-# {WEEK.alt}\n\n{KIND.ask}"
    )
    assert [row["type"] for row in body["components"]] == [ROW_TYPE, ROW_TYPE]
    assert body["flags"] == WITHOUT_PREVIEWS
    assert body["allowed_mentions"] == {"parse": []}


@pytest.mark.parametrize(
    ("title", "first", "summary", "content"),
    [
        ("", "Noted.", "Noted.", "Noted."),
        ("", "Noted. That was all.", "Noted.", "Noted. That was all."),
        ("", "Noted.", "", "Noted."),
        ("", "Notedly so.", "Noted", "Noted\n\nNotedly so."),
        ("", "*Noted*", "*Noted*", r"\*Noted\*"),
        ("Today", "Noted.", "Today", "Today\n\nNoted."),
        ("Today", "Noted.", "Noted.", "Noted.\n\n**Today**\n\nNoted."),
        ("Today", "Noted.", "Today.", "Today.\n\nNoted."),
        ("Today", "Noted.", "Today: a few words.", "Today: a few words.\n\nNoted."),
        ("", " ", "", "\u00b7"),
    ],
)
def test_nothing_is_said_twice_in_a_row(title: str, first: str, summary: str, content: str) -> None:
    """Where title or text begins with the summary, it is not put before; and something always stands."""
    assert said(say(first), title=title, summary=summary) == content


def test_a_quiet_beginning_does_not_stand_for_the_summary() -> None:
    """A lock screen would show the signs that make it small."""
    assert said(aside("Noted."), summary="Noted.") == "Noted.\n\n-# Noted."


def test_one_question_of_a_message_is_pressed_at_once() -> None:
    """Its answers are buttons, and so is passing."""
    body = post_of(card(TANK, ROW))
    labels = [[each["label"] for each in row["components"]] for row in body["components"]]
    assert labels == [[*TANK.words], ["not now"], [button.label for button in ROW.buttons]]


def test_several_questions_of_a_message_have_a_row_each_that_says_which() -> None:
    """The row stands apart from the words above: a select shows its question until it is answered."""
    body = post_of(WHOLE)
    hints = [row["components"][0].get("placeholder") for row in body["components"]]
    assert hints == [TANK.ask, WEIGHT.ask, KIND.ask, SEVERAL.ask, None]
    first = body["components"][0]["components"][0]["options"]
    assert [(each["value"], each["label"]) for each in first] == [
        ("1", "empty"),
        ("2", "low"),
        ("3", "some"),
        ("4", "good"),
        ("5", "full"),
        ("-", "not now"),
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        (say("a" * 1_990),),
        (TANK, WEIGHT, KIND, SEVERAL, ROW, ROW),
        (TANK, replace(KIND, ask="Who? " * 31)),
    ],
)
def test_what_has_no_room_in_plain_is_a_layout(blocks: tuple[Block, ...]) -> None:
    """Too many characters, too many rows, or a question too long for a select to show."""
    body = post_of(card(*blocks))
    assert body["flags"] == IS_LAYOUT
    assert lint_post(body) == []
    assert next(texts_in(body)) == "Something is here."


def test_a_message_of_the_last_character_is_plain() -> None:
    """Two thousand, counted as they are sent."""
    full = card(say("a" * (limits.CONTENT_CHARS - len("Something is here.\n\n"))))
    assert post_of(full)["flags"] == WITHOUT_PREVIEWS
    for more in ("a", "*"):
        assert post_of(replace(full, blocks=(say(f"{full.text[:-1]}{more}{more}"),)))["flags"] == IS_LAYOUT
    stars = card(say("*" * 1000))
    assert post_of(stars)["flags"] == IS_LAYOUT


def test_what_takes_the_place_of_a_layout_is_one() -> None:
    """A layout never becomes plain again; what it says is the same."""
    shown = card(say("Noted."), KIND, title="Today")
    plain, layout = post_of(shown), post_of(shown, as_layout=True)
    assert (layout["flags"], "content" in layout) == (IS_LAYOUT, False)
    assert read(layout) == read(plain)


def test_a_message_that_becomes_a_layout_leaves_no_words_behind() -> None:
    """Discord takes no content beside a layout."""
    short, long = card(say("Noted.")), card(say("a" * 3_000))
    plain, layout = post_of(short), post_of(short, as_layout=True)
    for shown, before in ((short, plain), (long, plain), (short, layout), (long, layout)):
        body = change_of(shown, is_layout=before is layout)
        assert lint_edit(body, before) == []
        assert read({**before, **body}) == read(post_of(shown))
    assert lint_edit(post_of(long), plain) != []


def test_what_is_sealed_is_never_a_message_that_stays() -> None:
    """Neither plain nor as a layout; it is for one pair of eyes."""
    for as_layout in (False, True):
        with pytest.raises(BeyondReach):
            post_of(sealed(say("It follows from an answer.")), as_layout=as_layout)
    assert [lint_post(body) for body in layouts_of([sealed(own_words(WORDS))])] == [[]]


@pytest.mark.parametrize("blocks", [(say("a" * 4_000),), tuple([ROW] * 9), tuple([say("a" * 60)] * 41)])
def test_what_no_message_can_hold_is_an_error(blocks: tuple[Block, ...]) -> None:
    """It is never cut, and a message that stays is one; for one pair of eyes it is several."""
    whole = card(*blocks)
    with pytest.raises(SurfaceError):
        post_of(whole)
    bodies = layouts_of([whole])
    assert [problem for body in bodies for problem in lint_post(body)] == []


def test_an_answer_has_a_heading_and_small_print() -> None:
    """A title is a heading; a picture is its words; facts have bold names."""
    pairs = (("Next *one*", "Monday 12:30"), ("", "alone"), ("Quiet", "20:00 to 08:00"), (" ", ""))
    [body] = layouts_of(
        [card(say("Said."), aside("By\n\nthe way."), WEEK, Fields(pairs=pairs), title="To #day")]
    )
    assert list(marked_up(body)) == [
        "## To \\#day",
        "Said.",
        "-# By\n\n-# the way.",
        f"-# {WEEK.alt}",
        "**Next \\*one\\***: Monday 12:30\nalone\n**Quiet**: 20:00 to 08:00",
    ]


def test_own_words_are_read_as_they_were_written() -> None:
    """Signs that Discord could take for markup or a mention stay signs."""
    assert list(texts_in(drawn(own_words(WORDS)))) == [WORDS]


def test_a_question_stands_above_its_controls() -> None:
    """Each in turn, and a line between two cards."""
    [body] = layouts_of([card(TANK), card(SEVERAL, ROW)])
    assert [part["type"] for part in body["components"]] == [
        TEXT,
        ROW_TYPE,
        ROW_TYPE,
        SEPARATOR,
        TEXT,
        ROW_TYPE,
        ROW_TYPE,
    ]


def test_no_id_stands_twice_in_one_message() -> None:
    """The same card twice: what comes back means the same, and Discord takes it."""
    [twice] = layouts_of([card(KIND, ROW), card(KIND, ROW)])
    assert lint_post(twice) == lint_post(post_of(card(KIND, KIND, ROW))) == []
    ids = controls_in(twice)
    meant = [ControlId.unpack(each) for each in ids]
    assert len({*ids}) == len(ids)
    assert meant[: len(meant) // 2] == meant[len(meant) // 2 :]


def test_an_entry_full_of_stars_is_read_in_pages() -> None:
    """Each star takes two characters: five messages, and the last one has the buttons."""
    bodies = layouts_of([sealed(own_words(STARS), ROW)])
    assert [size(body) <= (limits.LAYOUT_CHARS, limits.LAYOUT_PARTS) for body in bodies] == [True] * 4
    assert [problem for body in bodies for problem in lint_post(body)] == []
    assert "".join("".join(texts_in(body)) for body in bodies).count("*") == ENTRY_MAX
    assert [bool(controls_in(body)) for body in bodies] == [False, False, False, True]
    assert list(marked_up(bodies[-1]))


def test_long_words_part_where_their_lines_end() -> None:
    """And nothing but white space is left out there."""
    long = f"{'a' * 3500}\n\n{'b' * 2500} {'c' * 1000}\n{'-' * 5000}"
    bodies = layouts_of([card(say(long))])
    assert [sum(map(len, texts_in(body))) for body in bodies] == [3500, 3501, 3999, 1001]
    assert squeezed(long) == read(bodies)
    quiet = layouts_of([card(aside("a line\n" * 1000))])
    assert all(
        line.startswith("-# ")
        for body in quiet
        for words in marked_up(body)
        for line in words.split("\n")
        if line
    )
    assert read(quiet) == squeezed("a line" * 1000)


def test_long_facts_go_on_in_a_next_message() -> None:
    """One after the other; a value that no message holds is parted."""
    many = Fields(pairs=tuple((f"Fact {n}", "so it is " * 20) for n in range(40)))
    long = Fields(pairs=(("Short", "yes"), ("Long", "*" * 3000)))
    for block in (many, long):
        bodies = layouts_of([card(block)])
        assert len(bodies) > 1
        assert [problem for body in bodies for problem in lint_post(body)] == []
        assert read(bodies) == squeezed(
            "".join(f"{name}{':' * (len(value) < 3000)}{value}" for name, value in block.pairs)
        )


def test_a_question_keeps_its_controls_and_the_last_row_in_one_message() -> None:
    """Help now is as near as the question, however much stands above."""
    bodies = layouts_of([card(say("a" * 3_970), TANK, aside("A word."), ROW)])
    assert [bool(controls_in(body)) for body in bodies] == [False, True]
    assert [
        words
        for words in (TANK.ask, "A word.", ROW.buttons[2].label)
        if squeezed(words) not in read(bodies[1])
    ] == []
    crowd = layouts_of([card(*[TANK] * 6, ROW)])
    assert [body["components"][0]["type"] for body in crowd] == [TEXT] * len(crowd)
    assert squeezed(TANK.ask) in read(crowd[-1])
    assert ROW.buttons[0].label in list(texts_in(crowd[-1]))


def test_the_last_row_stays_with_words() -> None:
    """A message of nothing but buttons says nothing."""
    bodies = layouts_of([card(*[say("a")] * 40, ROW)])
    assert [read(body).count("a") for body in bodies[:-1]] == [39]
    assert next(marked_up(bodies[1])) == "a"


def test_a_card_is_not_parted_where_a_message_holds_it() -> None:
    """It begins a new one instead; what is longer begins where there is room."""
    short, tall = card(say("a" * 2_000), ROW), card(say("b" * 1_500), say("c" * 1_500), ROW)
    assert [read(body)[0] for body in layouts_of([short, tall])] == ["a", "b"]
    longer = card(say("b" * 1_500), say("c" * 4_000), ROW)
    bodies = layouts_of([short, longer])
    assert [part["type"] for part in bodies[0]["components"]] == [TEXT, ROW_TYPE, SEPARATOR, TEXT]
    assert read(bodies[1])[0] == "c"


def test_the_last_component_fits_and_one_more_begins_a_message() -> None:
    """Forty, those inside of rows among them; and four thousand characters to the last."""
    assert [size(body)[1] for body in layouts_of([card(*[say("a")] * 40)])] == [40]
    assert [size(body)[1] for body in layouts_of([card(*[say("a")] * 41)])] == [40, 1]
    assert [size(body) for body in layouts_of([card(say("a" * 4_000))])] == [(4_000, 1)]
    assert [size(body)[0] for body in layouts_of([card(say("a" * 3_999 + "*"))])] == [3_999, 2]
    assert [size(body)[0] for body in layouts_of([card(say("\U0001f642" * 2_001))])] == [4_000, 2]


def test_a_card_of_nothing_to_read_is_still_something() -> None:
    """Discord takes no message without a sign."""
    for body in (*layouts_of([card(say(" \n"))]), post_of(card(say(" \n")), as_layout=True)):
        assert lint_post(body) == []
    assert list(texts_in(drawn(say(" \n")))) == ["\u00b7"]
    assert lint_post(post_of(replace(card(say(""), replace(KIND, ask="")), summary=""))) == []


@pytest.mark.parametrize(
    "block",
    [
        Buttons(buttons=(LinkButton(name="far", label="Far", url="https://" + "a" * 505),)),
        Scale(ref="1", name="far", ask="How far?", low=0, high=25, words=("near", "far")),
        Scale(ref="1", name="far", ask="How far?", low=0, high=9, words=("near " * 801, "far")),
        replace(KIND, ref="r" * 101),
    ],
)
def test_what_no_block_can_hold_is_an_error(block: Choose | Scale | Buttons) -> None:
    """It is never cut."""
    with pytest.raises(SurfaceError):
        layouts_of([card(block)])
    with pytest.raises(SurfaceError):
        post_of(card(block))


def test_our_own_lines_and_the_ways_in_are_taken() -> None:
    """A sentence in both ways, and what stands where an answer may not."""
    for body in (
        post_line(phrases.FOR_YOUR_EYES),
        layout_line("*One* moment."),
        way_in("journal last"),
        way_in_kept("t"),
    ):
        assert lint_post(body) == []
    assert list(texts_in(layout_line("*One* moment."))) == ["*One* moment."]
    [command] = controls_in(way_in("journal last"))
    assert ControlId.unpack(command) == ControlId(Kind.COMMAND, "journal+last")


def test_the_way_to_help_stands_beside_what_is_kept() -> None:
    """Pressed too late, what was kept is gone; who to call is not."""
    kept, help_now = controls_in(way_in_kept("a~token%7E"))
    assert ControlId.unpack(kept) == ControlId(Kind.KEPT, "a~token%7E")
    assert ControlId.unpack(help_now) == ControlId(Kind.COMMAND, "helpnow")
