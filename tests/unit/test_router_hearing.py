"""The front door: an answer to whatever is heard, once, and what was not kept may be said again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Account
from bot.ports.faults import Point
from bot.services.routes import COMMANDS
from bot.surface.card import Button
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FormDismissed,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import QUIET, Outcome
from bot.testing.faults import Killed
from bot.testing.store import Trouble
from tests.examples import examples
from tests.unit.small_house import ANA, card_of, control, form_of, on, ref_of
from tests.unit.world import World, world

anything = st.text(alphabet=st.characters(exclude_categories=[]), max_size=60)


async def _writing_events(house: World) -> dict[str, InboundEvent]:
    """Return one event of each kind that writes, ready to be heard more than once."""
    await house.settle_in()
    [card] = await house.until(on(5, 9))
    form = form_of(await house.command("write"))
    offer = card_of(await house.say("words that wait"))
    facts = [house.facts(ANA) for _ in range(7)]
    return {
        "mark": ScaleAnswered(**facts[0], ref=ref_of(control(card, "checkin.energy")), value=2),
        "skip": ActionPressed(**facts[1], ref=ref_of(control(card, "checkin.skip"))),
        "entry": FormSubmitted(**facts[2], ref=form.ref, values={"text": "kept once"}),
        "typed": DirectMessage(**facts[3], text="typed once"),
        "drop": ActionPressed(**facts[4], ref=ref_of(control(offer, "draft.drop"))),
        "pause": CommandInvoked(**facts[5], text="pause"),
        "stop": CommandInvoked(**facts[6], text="stop"),
    }


KINDS = ("mark", "skip", "entry", "typed", "drop", "pause", "stop")


@pytest.mark.parametrize("kind", KINDS)
async def test_an_event_that_comes_again_changes_nothing(kind: str) -> None:
    """Not at once, and not after a restart: the note of it is a row."""
    with world() as house:
        event = (await _writing_events(house))[kind]
        await house.hear(event)
        before = house.tables.snapshot()
        again = [await house.hear(event)]
        await house.restart()
        again.append(await house.hear(event))
        assert house.tables == before
        if kind == "stop":
            assert [card_of(one).text_id for one in again] == ["consent", "consent"]
        else:
            assert again == [QUIET, QUIET]


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_not_kept_may_be_said_again(kind: str, trouble: Trouble) -> None:
    """A failed event leaves no note of itself: delivered again, it is heard as if for the first time."""
    with world() as house:
        event = (await _writing_events(house))[kind]
        before = house.tables.snapshot()
        house.store.refuse(trouble)
        refused = await house.hear(event)
        assert house.tables == before
        assert "ot saved yet" in repr(refused)
        house.store.refuse(None)
        assert await house.hear(event) not in (QUIET, refused)
        assert house.tables != before


@pytest.mark.parametrize(("point", "is_kept"), [("before_commit", False), ("after_commit", True)])
async def test_a_crash_keeps_an_entry_whole_or_not_at_all(point: Point, *, is_kept: bool) -> None:
    """And the platform, which heard no answer, may deliver it again: there is one entry in the end."""
    with world() as house:
        event = (await _writing_events(house))["entry"]
        house.crash.arm(point)
        with pytest.raises(Killed):
            await house.hear(event)
        assert len(house.entries()) == is_kept
        await house.restart()
        await house.hear(event)
        assert [one["text"] for one in house.entries()] == ["kept once"]


async def test_the_same_number_in_another_workspace_is_another_event() -> None:
    """Platforms count for themselves; two people are not mixed up by it."""
    elsewhere = Account(surface="chat", workspace="other", user="ana")
    with world() as house:
        for who in (ANA, elsewhere):
            await house.arrive(who)
        facts = house.facts(ANA)
        await house.hear(DirectMessage(**facts, text="one"))
        await house.hear(DirectMessage(**(facts | {"account": elsewhere}), text="two"))
        assert len(house.tables.drafts) == 2


@examples(30)
@given(st.lists(anything, min_size=1, max_size=3), st.integers() | st.none())
async def test_whatever_is_heard_gets_an_answer(texts: list[str], number: int | None) -> None:
    """Nothing that a platform may send makes the front door fail: no text, no forged press, no empty form."""
    with world() as house:
        await house.settle_in()
        mint, page = house.desk.mint(ANA), form_of(await house.command("write"))
        refs = [mint("entry.save"), mint("no.such.thing"), mint("checkin.mark", None, "energy"), *texts]
        events: list[InboundEvent] = [
            FormSubmitted(**house.facts(ANA), ref=page.ref, values={}),
            *(CommandInvoked(**house.facts(ANA), text=text) for text in texts),
            *(DirectMessage(**house.facts(ANA), text=text) for text in texts),
        ]
        for ref in refs:
            events += [
                ActionPressed(**house.facts(ANA), ref=ref),
                OptionChosen(**house.facts(ANA), ref=ref, values=tuple(texts)),
                ScaleAnswered(**house.facts(ANA), ref=ref, value=number),
                FormSubmitted(**house.facts(ANA), ref=ref, values=dict.fromkeys(texts, texts[0])),
                FormDismissed(**house.facts(ANA), ref=ref),
            ]
        for event in events:
            assert isinstance(await house.hear(event), Outcome)


async def test_a_form_that_is_closed_asks_nothing_of_the_database() -> None:
    """Who leaves a page is not told that something could not be looked up."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        house.store.refuse(Trouble.AWAY)
        assert await house.hear(FormDismissed(**house.facts(ANA), ref=form.ref)) == QUIET


@pytest.mark.parametrize(
    ("typed", "echoed"),
    [
        ("jurnal", "`jurnal`"),
        ("wirte it was so long and Maria was there", "`wirte`"),
        ("journal serach Maria", "`journal serach`"),
        ("serach Maria", "`serach`"),
        ("jurnal Maria", "`jurnal`"),
        ("\u202ewrite\x1b[2J", "`write[2J`"),
        ("x" * 200, f"`{'x' * 40}`"),
        ("\u00e9" * 39 + "\u200d" + "\u00e9", f"`{chr(233) * 39}`"),
    ],
)
async def test_a_mistyped_line_is_not_quoted_back(typed: str, echoed: str) -> None:
    """As many words as the nearest command has: what follows may be somebody's own. And clean, and short."""
    with world() as house:
        await house.settle_in()
        card = card_of(await house.command(typed))
        assert card.text_id == "unknown"
        assert card.text.startswith(f"I don't know {echoed}.")


async def test_a_word_that_is_known_is_not_called_unknown() -> None:
    """It has more behind it than it takes, of which nothing is quoted."""
    with world() as house:
        await house.settle_in()
        assert card_of(await house.command("Erase all of it")).text.startswith("`erase` stands alone.")


@pytest.mark.parametrize("typed", ["  WRITE ", "Journal   Last", "HelpNow", "Help  Now", "\tstart\n"])
async def test_words_are_understood_however_they_are_typed(typed: str) -> None:
    """Capitals and spaces do not matter."""
    with world() as house:
        await house.settle_in()
        assert "unknown" not in repr(await house.command(typed))


async def test_every_nearest_word_leads_where_it_says() -> None:
    """The button under "did you mean" does what typing the word does."""
    with world() as house:
        await house.settle_in()
        for word in COMMANDS:
            misspelt = word.replace("t", "tt", 1) if "t" in word else f"{word}p"
            card = card_of(await house.command(misspelt))
            [button] = card.controls
            assert isinstance(button, Button)
            assert button.label in COMMANDS
            assert "I don't know" not in repr(await house.press(button))


async def test_help_lists_each_use_case_once_in_groups_that_fit_a_screen() -> None:
    """Every word that it has is understood, and what it leaves out is another name for one that it has.

    Three lines follow the groups: how words are typed on a platform, that others work too, and that the
    questions are drafts.
    """
    with world() as house:
        card = card_of(await house.command("help"))
        groups = [[line.partition(":")[0] for line in part.splitlines()] for part in card.text.split("\n\n")]
        listed = [word for group in groups[1:-3] for word in group]
        assert max(map(len, groups)) <= 6
        assert len(set(listed)) == len(listed)
        assert set(listed) <= COMMANDS.keys()
        left_out = COMMANDS.keys() - set(listed) - {"start"}
        assert {COMMANDS[word] for word in left_out} <= {COMMANDS[word] for word in listed}


async def test_help_now_needs_no_database_row() -> None:
    """It is there before a yes, with the region that the zone suggests, and after a stop."""
    with world() as house:
        facts = house.facts(ANA) | {"zone": "Pacific/Auckland"}
        assert "555" in card_of(await house.hear(CommandInvoked(**facts, text="helpnow"))).text
        await house.settle_in(region="US")
        assert "556" in card_of(await house.command("helpnow")).text
        await house.command("stop")
        assert "556" in card_of(await house.command("helpnow")).text
