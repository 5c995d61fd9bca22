"""Who could not be written to hears so with their next command: once, alone, and nothing of what it was."""

from __future__ import annotations

from functools import partial

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.deliveries import DeliveryState
from bot.ports.chat import Unreachable
from bot.services.doors.ways import forget
from bot.surface.audience import OnlyYou
from bot.surface.outcome import Open, Outcome, Show
from tests.unit.doors.two import DISCORD, Doors, two_doors
from tests.unit.small_house import ANA, BEN, card_of, control, form_of, on
from tests.unit.test_copies import exported
from tests.unit.world import FIRST_SLOT, World, world


def said(outcome: Outcome) -> list[str]:
    """The text ids of the cards of an answer, in order."""
    return [act.card.text_id for act in (outcome.first, *outcome.then) if isinstance(act, Show)]


async def shut_out(house: World) -> None:
    """Let Ana settle in, and her first check-in not reach her."""
    await house.settle_in()
    house.chat.receipts = [Unreachable()]
    await house.until(FIRST_SLOT)


async def test_it_is_said_above_the_next_answer_and_once() -> None:
    """To her eyes alone, with where it is set; the answer follows."""
    with world() as house:
        await shut_out(house)
        outcome = await house.command("settings")
        assert said(outcome) == ["not_reached", "settings"]
        first = card_of(outcome)
        assert isinstance(outcome.first, Show)
        assert outcome.first.audience == OnlyYou()
        assert first.text.startswith("I could not write to you here. Your direct messages may be closed.")
        assert "check-in" not in first.text
        assert said(await house.command("settings")) == ["settings"]
        assert AgendaKind.NOT_REACHED not in {row.kind for row in house.tables.agenda.values()}


@pytest.mark.parametrize("word", ["checkin", "pause", "what-data", "privacy", "unlink", "link"])
async def test_it_stands_above_every_answer(word: str) -> None:
    """Whether the word writes or looks."""
    with world() as house:
        await shut_out(house)
        assert said(await house.command(word))[0] == "not_reached"
        assert said(await house.command("help")) == ["help"]


@pytest.mark.parametrize("word", ["helpnow", "help now", " HelpNow "])
async def test_nothing_stands_above_who_to_call(word: str) -> None:
    """It is said with the command after."""
    with world() as house:
        await shut_out(house)
        assert said(await house.command(word)) == ["helpnow"]
        assert said(await house.command("help")) == ["not_reached", "help"]


async def test_a_form_opens_all_the_same() -> None:
    """It comes first, and nothing of it is lost."""
    with world() as house:
        await shut_out(house)
        outcome = await house.command("write")
        assert isinstance(outcome.first, Open)
        assert said(outcome) == ["not_reached"]
        form = form_of(outcome)
        assert said(await house.submit(form, text="a few words")) == ["entry.saved"]


async def test_a_press_is_no_command() -> None:
    """Where she presses, a message did come."""
    with world() as house:
        await house.settle_in()
        [card] = await house.until(FIRST_SLOT)
        house.chat.receipts = [Unreachable()]
        await house.until(on(6, 9))
        assert "not_reached" not in repr(await house.press(control(card, "help.now")))
        assert said(await house.command("help")) == ["not_reached", "help"]


async def test_said_again_only_when_it_happens_again() -> None:
    """Each slot is tried as ever, and each time that it fails is said once."""
    with world() as house:
        await shut_out(house)
        await house.command("help")
        house.chat.receipts = [Unreachable()]
        await house.until(on(6, 23))
        assert [each.state for each in house.outbox] == [DeliveryState.UNREACHABLE] * 2
        assert said(await house.command("help")) == ["not_reached", "help"]


async def test_a_letter_that_came_since_leaves_nothing_to_say() -> None:
    """The last one counts."""
    with world() as house:
        await shut_out(house)
        assert len(await house.until(on(6, 23))) == 1
        assert said(await house.command("help")) == ["help"]


async def test_a_file_that_stays_is_no_letter() -> None:
    """That a copy could not be taken back is another matter."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        house.chat.removals = [Unreachable()] * 2
        await house.until(on(5, 8, 30))
        assert said(await house.command("help")) == ["help"]


async def test_nobody_else_hears_of_it() -> None:
    """Neither another person nor a stranger."""
    with world() as house:
        await shut_out(house)
        assert said(await house.command("help", BEN)) == ["help"]
        await house.arrive(BEN)
        assert said(await house.command("help", BEN)) == ["help"]


async def test_at_another_door_it_names_where() -> None:
    """Until that door is taken away."""
    with two_doors() as doors:
        await _shut_out_with_two(doors)
        outcome = await doors.house.command("help", DISCORD)
        assert card_of(outcome).text.startswith("I could not write to you in chat.")
    with two_doors() as doors:
        await _shut_out_with_two(doors)
        door = await doors.door(ANA)
        assert door is not None
        await doors.house.store.run(partial(forget, door=door))
        assert said(await doors.house.command("help", DISCORD)) == ["help"]


async def _shut_out_with_two(doors: Doors) -> None:
    await doors.house.settle_in()
    await doors.link()
    doors.house.chat.receipts = [Unreachable()]
    await doors.house.until(FIRST_SLOT)
