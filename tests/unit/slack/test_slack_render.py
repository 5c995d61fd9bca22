"""How a card looks in Slack: each kind of block, each control, and where it does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.slack import limits, text
from adapters.slack.drawing.controls import ControlId, Kind, chosen
from adapters.slack.drawing.render import (
    blocks_of,
    home_of,
    message_line,
    message_of,
    modal_line,
    modal_of,
    way_in,
)
from bot.domain.prompts import Option
from bot.errors import BeyondReach, SurfaceError
from bot.surface import phrases
from bot.surface.card import (
    Block,
    Button,
    Buttons,
    Choose,
    Fields,
    LinkButton,
    Reach,
    Scale,
    aside,
    own_words,
    say,
)
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
from tests.sim.drawn import parts_of, squeezed
from tests.sim.slack.lint import lint_home, lint_message, lint_view
from tests.sim.slack.reading import read, texts_in


def only(*blocks: Block) -> list[Json]:
    """What is drawn of these blocks, without ids."""
    reach = Reach.SEALED if any(block == own_words(WORDS) for block in blocks) else Reach.PERSONAL
    drawn = blocks_of([card(*blocks, reach=reach)])
    return [{key: value for key, value in block.items() if key != "block_id"} for block in drawn]


def plain(words: str) -> Json:
    """Words as they are."""
    return {"type": "plain_text", "text": words, "emoji": True}


def button(action_id: str, label: str) -> Json:
    """A button as it is drawn."""
    return {"type": "button", "action_id": action_id, "text": plain(label)}


def option(name: str, label: str) -> Json:
    """A line of a menu as it is drawn."""
    return {"text": plain(label), "value": name}


def menu(kind: str, action_id: str, *options: Json) -> Json:
    """A menu as it is drawn."""
    return {
        "type": kind,
        "action_id": action_id,
        "options": list(options),
        "placeholder": plain("Choose one" if kind == "static_select" else "Choose"),
    }


def ask(words: str) -> Json:
    """A question above its control."""
    return {"type": "section", "text": plain(words), "expand": True}


def row(*elements: Json) -> Json:
    """A row of controls."""
    return {"type": "actions", "elements": list(elements)}


def test_the_sample_with_everything_is_whole_in_each_place() -> None:
    """A message, a modal and the Home tab: Slack takes them, and every word is there."""
    message, modal, home = message_of(WHOLE), modal_of([WHOLE]), home_of(WHOLE)
    assert [lint_message(message), lint_view(modal), lint_home(home)] == [[], [], []]
    for drawn in (message, modal, home):
        seen = read(drawn["blocks"])
        assert [words for words in WORDS_OF_WHOLE if squeezed(words) not in seen] == []


def test_words_are_sections_and_quiet_ones_are_small() -> None:
    """A title is a header; a picture is its words; no text is markup."""
    drawn = blocks_of([card(say("Said."), aside("By the way."), WEEK, title="Today")])
    assert [(block["type"], *texts_in(block)) for block in drawn] == [
        ("header", "Today"),
        ("section", "Said."),
        ("context", "By the way."),
        ("context", WEEK.alt),
    ]


def test_own_words_are_plain_and_never_cut() -> None:
    """Signs that Slack could take for markup or a mention stay signs."""
    assert only(own_words(WORDS)) == [ask(WORDS)]


def test_long_words_go_on_in_a_next_section() -> None:
    """They part at a line break, and all of them are shown without a press."""
    long = f"{'a' * 2500}\n\n{'b' * 2500} {'c' * 2500}{'d' * 2500}"
    drawn = only(say(long))
    assert [len(block["text"]["text"]) for block in drawn] == [2500, 2500, 3000, 2000]
    assert all(block["expand"] is True for block in drawn)
    assert squeezed(long) == read(drawn)


def test_nothing_but_space_is_left_out() -> None:
    """Slack takes no blank text; what stands on either side of it is whole."""
    drawn = only(say("a" * 3000 + " " * 40), aside("b"))
    assert [len(words) for words in texts_in(drawn)] == [3000, 1]


def test_facts_have_bold_names_and_five_pairs_to_a_section() -> None:
    """Names are ours and bold; values may be anybody's and are plain."""
    pairs = tuple((f"Fact {n} & <more>", f"*value* {n}") for n in range(6))
    first, second = only(Fields(pairs=pairs))
    assert [len(first["fields"]), len(second["fields"])] == [10, 2]
    assert second["fields"] == [
        {"type": "mrkdwn", "text": "*Fact 5 &amp; &lt;more&gt;*", "verbatim": True},
        plain("*value* 5"),
    ]


@pytest.mark.parametrize(
    "name", ["a*b", "_low_", "~gone~", "`export`", "two\nlines", " spaced", "spaced ", "*bold*"]
)
def test_a_name_that_markup_would_change_stays_plain(name: str) -> None:
    """What stands there is read as it was meant."""
    assert text.bold(name) == plain(name)


@pytest.mark.parametrize(
    "name",
    [
        "<!channel>",
        "<@U1>",
        "<#C1>",
        "@here",
        "a & b",
        "&lt;",
        "http://a.example",
        ":wave:",
        "> quoted",
        "#x",
    ],
)
def test_nothing_of_slacks_can_be_made_of_a_name(name: str) -> None:
    """No mention, no link, no quote: what is read is the name."""
    drawn = text.bold(name)
    assert drawn["verbatim"] is True
    assert drawn["text"].startswith("*")
    assert not {"<", ">"} & set(drawn["text"])
    assert list(texts_in(drawn)) == [name]


def test_few_answers_are_buttons() -> None:
    """The question stands above them."""
    assert only(KIND) == [
        ask("Who is it with?"),
        row(button("pick:one:1:kind", "someone I support"), button("pick:peer:1:kind", "a colleague")),
    ]


def test_more_than_five_answers_are_a_menu() -> None:
    """It tells of a choice at once, so it needs no button."""
    many = replace(KIND, options=tuple(Option(name=f"o{n}", label=f"answer {n}") for n in range(6)))
    named = [option(f"o{n}", f"answer {n}") for n in range(6)]
    assert only(many) == [ask("Who is it with?"), row(menu("static_select", "menu:kind:1:kind", *named))]


def test_several_answers_are_sent_by_a_button() -> None:
    """A menu of several stands beside its question, never in a row, and holds no more than may be chosen."""
    named = menu(
        "multi_static_select",
        "several:several:1:several",
        option("a", "rest"),
        option("b", "a walk"),
        option("c", "quiet"),
    )
    assert only(SEVERAL) == [
        {**ask("Which of these?"), "accessory": {**named, "max_selected_items": 2}},
        row(button("next:several:1:several", "Next")),
    ]
    [beside, _] = only(replace(SEVERAL, at_most=25))
    assert beside["accessory"]["max_selected_items"] == 3


def test_what_is_chosen_of_several_is_read_from_the_state() -> None:
    """In the order of choosing; of another question, or of nothing, there is nothing."""
    picked = [option("c", "quiet"), option("a", "rest")]
    state = {
        "values": {
            "b0": {"menu:several:1:several": {"selected_option": option("x", "x")}},
            "b1": {"several:other:1:other": {"selected_options": [option("x", "x")]}},
            "b2": {"several:several:1:several": {"type": "multi_static_select", "selected_options": picked}},
            "b3": {"elsewhere": {"value": "a"}},
        }
    }
    assert chosen(state, "1:several") == ("c", "a")
    assert chosen({"values": {"b": {"several:n:1": {"selected_options": None}}}}, "1") == ()
    assert chosen({}, "1:several") == ()


def test_a_mark_has_a_button_for_each_word_and_can_be_passed() -> None:
    """What comes back is the step, from the lowest on."""
    words = [button(f"rate:{n}:1:mark:tank", word) for n, word in enumerate(TANK.words, start=1)]
    assert only(TANK) == [ask(TANK.ask), row(*words, button("rate:-:1:mark:tank", "not now"))]


def test_a_long_scale_is_a_menu_with_its_ends_in_words() -> None:
    """Its lowest step is nought, and passing is one press."""
    labels = ["0 \u00b7 a feather", *map(str, range(1, 10)), "10 \u00b7 a stone"]
    steps = [option(str(n), label) for n, label in enumerate(labels)]
    assert only(WEIGHT) == [
        ask(WEIGHT.ask),
        row(
            menu("static_select", "rates:mark.weight:1:mark:weight", *steps),
            button("rate:-:1:mark:weight", "not now"),
        ),
    ]


def test_ends_that_are_too_long_for_a_menu_stand_above_it() -> None:
    """The words are there; the steps are numbers."""
    far = replace(WEIGHT, words=("as light as " + "a" * 63, "a stone"))
    _, low, high, steps = only(far)
    assert [*texts_in(low), *texts_in(high)] == [f"0: {far.words[0]}", "10: a stone"]
    assert [one["text"]["text"] for one in steps["elements"][0]["options"]] == [*map(str, range(11))]
    worded = only(replace(TANK, words=("e" * 76, *TANK.words[1:])))
    assert [block["type"] for block in worded] == ["section", *["context"] * 5, "actions"]


def test_a_row_has_its_buttons_and_a_link_has_its_page() -> None:
    """Each press is known by its name as well as by its ref."""
    page = button("link:policy:", "Our policy")
    assert only(ROW) == [
        row(
            button("press:checkin.write:1:write", "Set it down"),
            button("press:checkin.skip:1:skip", "Not today"),
            button("press:help.now:1:help", "Help now"),
            {**page, "url": "https://example.org/policy?a=1"},
        )
    ]


@pytest.mark.parametrize("name", ["a:b", "50%", "%3A", "", "a+b", "æ"])
def test_an_argument_may_hold_any_sign(name: str) -> None:
    """The ref behind it comes back whole."""
    packed = ControlId(Kind.PICK, name, "1:a:b").pack()
    assert ControlId.unpack(packed) == ControlId(Kind.PICK, name, "1:a:b")


@pytest.mark.parametrize(
    "action_id", ["", "press", "press:a", "knock:a:b", "PRESS:a:b", "a control: of another:app"]
)
def test_what_others_drew_is_no_control_of_ours(action_id: str) -> None:
    """An id of another kind, or of too few parts, is nothing."""
    assert ControlId.unpack(action_id) is None


def test_two_cards_stand_below_each_other_with_ids_of_their_own() -> None:
    """A line is between them."""
    drawn = blocks_of([card(say("First."), ROW), card(say("Second."), ROW)])
    assert [block["type"] for block in drawn] == ["section", "actions", "divider", "section", "actions"]
    assert [block["block_id"] for block in drawn] == ["b0", "b1", "b2", "b3", "b4"]


def test_a_message_shows_its_summary_where_screens_are_locked() -> None:
    """Without markup; a card without one shows the name of the product."""
    assert message_of(WHOLE)["text"] == "Something is here."
    assert message_of(replace(WHOLE, summary="<!here> & more"))["text"] == "&lt;!here&gt; &amp; more"
    assert message_of(replace(WHOLE, summary=""))["text"] == "Reststop"


def test_a_modal_has_a_title_and_a_way_out() -> None:
    """And nothing in the place that Slack gives back."""
    modal = modal_of([card(say("Here."))])
    assert (modal["title"], modal["close"]) == (plain("Reststop"), plain("Close"))
    assert (modal["callback_id"], modal["private_metadata"]) == ("card", "")
    assert "submit" not in modal


def test_what_is_sealed_is_never_a_message_and_never_on_the_home_tab() -> None:
    """Beside others neither; it is read in a modal."""
    sealed = card(say("It follows from an answer."), reach=Reach.SEALED)
    with pytest.raises(BeyondReach):
        message_of(sealed)
    with pytest.raises(BeyondReach):
        message_of(WHOLE, sealed)
    with pytest.raises(BeyondReach):
        home_of(sealed)
    assert lint_view(modal_of([sealed])) == []


def test_a_card_of_nothing_to_read_is_still_something() -> None:
    """Slack takes no view without a block and no block without a sign."""
    assert only(say(" \n")) == [ask("\u00b7")]
    assert lint_message(message_of(card(say(""), replace(KIND, ask="")))) == []


@pytest.mark.parametrize(
    "block",
    [
        Buttons(buttons=(LinkButton(name="far", label="Far", url="https://" + "a" * 3000),)),
        Buttons(buttons=(Button(ref="r" * 260, name="far", label="Far"),)),
        Scale(ref="1", name="far", ask="How far?", low=0, high=100, words=("near", "far")),
        Choose(
            ref="1",
            name="n",
            ask="Which?",
            options=tuple(Option(name=f"{n}" * 151, label="a") for n in range(6)),
        ),
        Choose(ref="1", name="n", ask="Which?", options=(Option(name="", label="a"),), at_most=2),
        Fields(pairs=(("Name", "a" * 2001),)),
    ],
)
def test_what_no_block_can_hold_is_an_error(block: Block) -> None:
    """It is never cut."""
    with pytest.raises(SurfaceError):
        blocks_of([card(block)])


def test_what_no_message_can_hold_is_an_error() -> None:
    """Too many blocks, or too many letters; a modal may still hold them."""
    many = card(*[say("a")] * (limits.MESSAGE_BLOCKS + 1))
    long = card(*[say("a" * 3000)] * 4)
    for one in (many, long):
        with pytest.raises(SurfaceError):
            message_of(one)
        assert lint_view(modal_of([one])) == []
    assert lint_message(message_of(card(*[say("a" * 2200)] * 5))) == []


def test_what_no_view_can_hold_is_an_error() -> None:
    """Too many blocks, or too many bytes."""
    heavy = card(*[say("語" * 3000)] * 28)
    for one in (card(*[say("a")] * (limits.VIEW_BLOCKS + 1)), heavy):
        with pytest.raises(SurfaceError):
            modal_of([one])
        with pytest.raises(SurfaceError):
            home_of(one)


def test_our_own_lines_and_the_way_in_are_taken() -> None:
    """A sentence as a message and as a modal, and a button that stands for a command."""
    assert (
        lint_message(message_line(phrases.WRITTEN_TO_YOU)) == lint_view(modal_line(phrases.ONE_MOMENT)) == []
    )
    message = way_in("journal last")
    assert lint_message(message) == []
    [drawn] = [part for part in parts_of(message) if part.get("type") == "button"]
    assert ControlId.unpack(drawn["action_id"]) == ControlId(Kind.COMMAND, "journal+last")
