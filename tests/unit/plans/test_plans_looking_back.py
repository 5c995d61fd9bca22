"""Looking back on a plan: what is read, what each answer leads to, and what is kept of it."""

from __future__ import annotations

import pytest

from bot.domain.dates import NOT_AHEAD, TOO_FAR, UNREADABLE
from bot.domain.journal import ENTRY_MAX
from bot.surface.audience import OnlyYou
from bot.surface.card import Card, Reach
from bot.surface.outcome import Outcome, Show
from bot.testing.faults import Killed
from tests.unit.plans.house import (
    BACK,
    WORDS,
    listed,
    names,
    notices,
    opened,
    plan_world,
    read,
    rows,
    week,
)
from tests.unit.small_house import card_of, control, errors_of, form_of, on
from tests.unit.world import World, labels, open_acts, spelled_out

NONE = "No plan is open."
CLOSED = "Closed. It won't come back."
GONE = "That one is closed. `plans` shows what is open."


async def _came(house: World) -> Card:
    """Let a plan come back; return its notice."""
    await week(house)
    await house.until(on(10, 9))
    [notice] = notices(house)
    return notice


async def _went(house: World, name: str) -> Outcome:
    """Open the notice and say how it went."""
    question = read(await house.press(control(await _came(house), "plan.open")))
    return await house.choose(control(question, "plan.went"), name)


def _alone(outcome: Outcome) -> Card:
    """Return the card of an answer that its writer alone sees, and that does not stay."""
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, OnlyYou)
    assert outcome.first.card.reach is Reach.SEALED
    return outcome.first.card


async def test_opening_it_shows_the_words_and_asks_how_it_went() -> None:
    """In their own words, with the day of writing and the answers of the flow, to be read by them alone."""
    with plan_world() as house:
        card = read(await house.press(control(await _came(house), "plan.open")))
        assert card.title == "A river to cross"
        assert card.text.splitlines()[2:] == [
            WORDS, "", "Written: Monday 5 January", "State: planned", "", "How was the crossing?"
        ]  # fmt: skip
        assert names(card, "plan.went") == [option.name for option in BACK.options]
        assert "heron" not in card.summary + card.title


@pytest.mark.parametrize("name", ["tried", "changed"])
async def test_what_was_tried_is_looked_back_on_in_words(name: str) -> None:
    """The flow's question, a form by a press, and an entry; then the plan is done with."""
    with plan_world() as house:
        reflecting = _alone(await _went(house, name))
        assert reflecting.text == "Noted.\n\nWhat did the other bank look like?"
        form = form_of(await house.press(control(reflecting, "plan.write")))
        assert form.intro == "What did the other bank look like?"
        assert "Tried: Today" in await listed(house)
        assert card_of(await house.submit(form, text="reeds and mud")).text == "Saved privately."
        [entry] = house.entries()
        assert (entry["text"], entry["question"]) == ("reeds and mud", BACK.reflect)
        assert (entry["source"], entry["state"]) == ("A river to cross", "revisited")
        assert await listed(house) == NONE
        assert rows(house) == []


async def test_sending_the_form_twice_keeps_one_entry() -> None:
    """And later words for a plan that is done with are kept as well: nothing written is lost."""
    with plan_world() as house:
        reflecting = card_of(await _went(house, "tried"))
        forms = [form_of(await house.press(control(reflecting, "plan.write"))) for _ in range(2)]
        await house.submit(forms[0], text="reeds")
        await house.submit(forms[0], text="reeds and mud")
        await house.submit(forms[1], text="a second page")
        assert [entry["text"] for entry in house.entries()] == ["reeds and mud", "a second page"]
        assert card_of(await house.press(control(reflecting, "plan.write"))).text == GONE


@pytest.mark.parametrize(("text", "says"), [(" \n", "Nothing is written yet"), ("x" * 8_001, "8,001")])
async def test_a_page_that_cannot_be_kept_stays_open(text: str, says: str) -> None:
    """With a sentence at the field, and the plan where it was."""
    with plan_world() as house:
        reflecting = card_of(await _went(house, "tried"))
        form = form_of(await house.press(control(reflecting, "plan.write")))
        assert says in errors_of(await house.submit(form, text=text))["text"]
        assert WORDS in await listed(house)
        assert house.entries() == []
        await house.submit(form, text="y" * ENTRY_MAX)
        assert await listed(house) == NONE


@pytest.mark.parametrize(
    ("name", "says", "comes"),
    [
        ("P2D", "Monday 12 January", on(12, 9)),
        ("P1W", "Saturday 17 January", on(17, 9)),
        ("P2W", "Saturday 24 January", on(24, 9)),
    ],
)
async def test_not_yet_offers_another_day(name: str, says: str, comes: object) -> None:
    """The day is repeated, it comes back then, and nothing is said about the day that went by."""
    with plan_world() as house:
        offer = _alone(await _went(house, "not_yet"))
        assert labels(offer) == ["in two days", "in a week", "in two weeks", "another day", "not at all"]
        moved = _alone(await house.choose(control(offer, "plan.again"), name))
        assert moved.text == f"{says}, then. I'll ask without saying what about."
        [row] = rows(house)
        assert row.due_at == comes
        assert f"Comes back: {says}" in await listed(house)


async def test_the_notice_offers_another_day_without_being_opened() -> None:
    """And it comes on that one, as if it had been asked for at first."""
    with plan_world() as house:
        offer = _alone(await house.press(control(await _came(house), "plan.later")))
        await house.choose(control(offer, "plan.again"), "P2D")
        await house.until(on(12, 9))
        assert len(notices(house)) == 2
        assert rows(house) == []


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("on Thursday week", UNREADABLE),
        ("1/2", UNREADABLE),
        ("", UNREADABLE),
        ("2026-01-10", NOT_AHEAD),
        ("24 December 2025", NOT_AHEAD),
        ("2028-02-01", TOO_FAR),
    ],
)
async def test_a_day_of_ones_own(typed: str, says: str) -> None:
    """One that cannot be read, or does not come, gets a sentence; the next one counts."""
    with plan_world() as house:
        offer = card_of(await _went(house, "not_yet"))
        form = form_of(await house.choose(control(offer, "plan.again"), "another_day"))
        assert errors_of(await house.submit(form, by=typed)) == {"by": says}
        assert rows(house) == []
        await house.submit(form, by="on Wednesday")
        assert [row.due_at for row in rows(house)] == [on(14, 9)]


async def test_not_at_all_keeps_it_listed() -> None:
    """It comes back no day, and can be found."""
    with plan_world() as house:
        offer = card_of(await _went(house, "not_yet"))
        resting = _alone(await house.choose(control(offer, "plan.again"), "none"))
        assert resting.text == "Fine. It stays in `plans`, and I won't bring it back."
        assert rows(house) == []
        assert WORDS in await listed(house)


async def test_what_no_longer_applies_is_closed() -> None:
    """Without another question, and no control of it does anything any more."""
    with plan_world() as house:
        notice = await _came(house)
        question = read(await house.press(control(notice, "plan.open")))
        went, list_view = control(question, "plan.went"), await opened(house)
        assert _alone(await house.choose(went, "closed")).text == CLOSED
        assert await listed(house) == NONE
        late = [await house.choose(went, "tried")]
        late += [await house.press(control(notice, name)) for name in ("plan.open", "plan.later")]
        late += [
            await house.press(control(list_view, name)) for name in ("plan.open", "plan.move", "plan.close")
        ]
        assert {card_of(one).text for one in late} == {GONE}
        assert rows(house) == []


async def test_a_mind_may_change_while_it_is_open() -> None:
    """Tried, then not yet after all: it waits as it did, and may still be tried or closed."""
    with plan_world() as house:
        question = read(await house.press(control(await _came(house), "plan.open")))
        went = control(question, "plan.went")
        reflecting = card_of(await house.choose(went, "tried"))
        await house.choose(went, "not_yet")
        assert "Tried" not in await listed(house)
        assert _alone(await house.press(control(reflecting, "plan.close"))).text == CLOSED
        assert await listed(house) == NONE


async def test_an_answer_that_is_not_offered_shows_the_question_again() -> None:
    """As after a change of the library between asking and answering."""
    with plan_world() as house:
        again = await _went(house, "reworded")
        assert "How was the crossing?" in read(again).text
        assert "State: planned" in await listed(house)


async def test_words_stay_with_their_reader(caplog: pytest.LogCaptureFixture) -> None:
    """No answer on the way shows them but the readings, whatever is pressed, and no log has them."""
    caplog.set_level("DEBUG")
    with plan_world() as house:
        question = await house.press(control(await _came(house), "plan.open"))
        went = control(card_of(question), "plan.went")
        heard = [question, await house.command("plans"), await house.choose(went, "not_yet")]
        heard.append(await house.choose(went, "tried"))
        form = form_of(await house.press(control(card_of(heard[-1]), "plan.write")))
        heard += [await house.submit(form, text="a heron again"), await house.command("plans")]
        assert "heron" in spelled_out(heard[0])
        for outcome in heard:
            assert "heron" not in open_acts(outcome)
            assert "river" not in open_acts(outcome)
        assert "heron" not in caplog.text + repr(house.tables)


@pytest.mark.parametrize("passes", [1, 2])
async def test_an_end_between_any_two_steps_loses_nothing(passes: int) -> None:
    """Killed before or after a commit, the step is taken again and leaves what it leaves once."""
    with plan_world() as house:
        question = read(await house.press(control(await _came(house), "plan.open")))
        house.end_after(passes)
        with pytest.raises(Killed):
            await house.choose(control(question, "plan.went"), "tried")
        await house.restart()
        reflecting = card_of(await house.choose(control(question, "plan.went"), "tried"))
        await house.restart()
        form = form_of(await house.press(control(reflecting, "plan.write")))
        house.end_after(passes)
        with pytest.raises(Killed):
            await house.submit(form, text="reeds")
        await house.restart()
        await house.submit(form, text="reeds")
        assert [entry["text"] for entry in house.entries()] == ["reeds"]
        assert await listed(house) == NONE
        assert rows(house) == []
