"""Take it with you: said once in a lifetime, at the quiet end of a check-in, from the second week on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from bot.domain.prompts import Modality
from bot.domain.sheets import SheetKind
from bot.services.rhythm.wishes import wishes_of
from bot.surface.card import Card, Choose
from bot.surface.outcome import Outcome, Replace, Show
from tests.unit.doors.two import DISCORD, Doors, code_on
from tests.unit.small_house import ANA, MONDAY, card_of, control, form_of
from tests.unit.world import TERMINAL, World, only, spelled_out, world

DAY = timedelta(days=1)
EIGHTH = MONDAY + 7 * DAY
OFFER = "Your notebook can come along if you leave this workplace: `link`."


@contextmanager
def choices() -> Iterator[World]:
    """A world in which every question is answered with a tap."""
    with world(only(Modality.CHOICE)) as house:
        yield house


def offers(outcome: Outcome) -> bool:
    """Whether the first card of an answer makes the offer."""
    assert isinstance(outcome.first, Show | Replace)
    return OFFER in outcome.first.card.text


async def ask(house: World, day: datetime) -> Card:
    """Let a day come and its check-in be asked for."""
    if house.clock.now() < day:
        await house.until_answering(day)
    return card_of(await house.command("checkin"))


async def tap(house: World, card: Card) -> Outcome:
    """Answer the question of a check-in with the first thing that stands there."""
    one = control(card, "checkin.prompt")
    return await house.pick(card, "checkin.prompt", one.options[0].name if isinstance(one, Choose) else 3)


async def low(house: World, card: Card) -> None:
    """Give a low mark."""
    await house.pick(card, "checkin.energy", 1)


async def test_it_comes_on_the_eighth_day_and_never_again() -> None:
    """On the card that ends the check-in, with one press and nothing else; ignored, it is not said again."""
    with choices() as house:
        await house.settle_in(days="daily")
        assert not offers(await tap(house, await ask(house, EIGHTH - DAY)))
        outcome = await tap(house, await ask(house, EIGHTH))
        assert offers(outcome)
        card = card_of(outcome)
        assert [one.name for one in card.controls][-1] == "link.take"
        assert card.text_id == "checkin"
        for later in range(1, 20):
            assert not offers(await tap(house, await ask(house, EIGHTH + later * DAY)))


async def test_the_press_makes_a_code() -> None:
    """It is the word `link`."""
    with choices() as house:
        await house.settle_in(days="daily")
        card = card_of(await tap(house, await ask(house, EIGHTH)))
        assert len(code_on(card_of(await house.press(control(card, "link.take"))))) == 9


async def test_after_a_page_it_stands_below_the_receipt() -> None:
    """Where the question is answered in words, its end is the line that they were saved."""
    with world(only(Modality.TEXT)) as house:
        await house.settle_in(days="daily")
        card = await ask(house, EIGHTH)
        form = form_of(await house.press(control(card, "checkin.write")))
        outcome = await house.submit(form, text="a quiet enough day")
        assert offers(outcome)
        assert card_of(outcome).text_id == "entry.saved"


async def test_words_that_can_mean_danger_are_answered_with_nothing_else() -> None:
    """Who to call stands there, and no offer; it may come at the next end."""
    with world(only(Modality.TEXT)) as house:
        await house.settle_in(days="daily")
        for day, words, expected in ((0, "I want to kill myself", False), (1, "calmer today", True)):
            card = await ask(house, EIGHTH + day * DAY)
            form = form_of(await house.press(control(card, "checkin.write")))
            outcome = await house.submit(form, text=words)
            assert (bool(outcome.then), OFFER in spelled_out(outcome)) == (not expected, expected)


async def test_on_a_hard_day_nothing_of_it_is_said() -> None:
    """After a low mark, or the word `rough`; the next end brings it."""
    with choices() as house:
        await house.settle_in(days="daily")
        card = await ask(house, EIGHTH)
        await low(house, card)
        assert not offers(await tap(house, card))
        assert not offers(await tap(house, card))  # a change of mind is the same end
        assert offers(await tap(house, await ask(house, EIGHTH + DAY)))


async def test_the_rows_of_a_hard_day_are_those_of_any_other() -> None:
    """It is noted at the first two ends, whether it was said at the first, at the second or at none."""
    told = []
    for hard in ((), (0,), (0, 1), (1,)):
        with choices() as house:
            await house.settle_in(days="daily")
            versions = []
            for day in range(4):
                card = await ask(house, EIGHTH + day * DAY)
                if day in hard:
                    await low(house, card)
                else:
                    await house.pick(card, "checkin.energy", 4)
                await tap(house, card)
                [wishes] = [each for each in house.tables.sheets.values() if each.kind is SheetKind.WISHES]
                versions.append((wishes.version, wishes.day, len(wishes.sealed)))
            told.append(versions)
    assert told == [told[0]] * 4
    first = told[0][0][0]
    assert [version - first for version, _, _ in told[0]] == [0, 1, 1, 1]


@pytest.mark.parametrize("word", ["checkin.skip"])
async def test_a_check_in_that_is_passed_by_brings_nothing(word: str) -> None:
    """It ended with "Fine.", and that is the end."""
    with choices() as house:
        await house.settle_in(days="daily")
        card = await ask(house, EIGHTH)
        outcome = await house.press(control(card, word))
        assert not offers(outcome)
        assert offers(await tap(house, await ask(house, EIGHTH + DAY)))


async def test_a_tap_on_a_mark_is_not_the_end() -> None:
    """The question is."""
    with choices() as house:
        await house.settle_in(days="daily")
        card = await ask(house, EIGHTH)
        assert not offers(await house.pick(card, "checkin.energy", 4))
        assert offers(await tap(house, card))


async def test_who_has_two_doors_or_a_terminal_is_not_told() -> None:
    """They need not be; and nothing is noted."""
    with choices() as house:
        doors = Doors(house)
        await house.settle_in(days="daily")
        await doors.link(DISCORD)
        assert not offers(await tap(house, await ask(house, EIGHTH)))
        person = await house.person()
        assert (await house.store.run(lambda unit: wishes_of(house.desk, unit, person))).ends_noted == ()
    with world(only(Modality.CHOICE), TERMINAL) as house:
        await house.settle_in(days="daily")
        assert not offers(await tap(house, await ask(house, EIGHTH)))


async def test_nothing_of_it_stands_in_the_clear() -> None:
    """That it was offered is a wish like any other: sealed."""
    with choices() as house:
        await house.settle_in(days="daily")
        await tap(house, await ask(house, EIGHTH))
        stored = spelled_out(house.tables)
        assert ["offered_along" in stored, "ends_noted" in stored] == [False, False]
        assert (await house.person(ANA)).has_said_yes
