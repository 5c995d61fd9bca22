"""Later: the same question once more, and never beside the next one."""

from __future__ import annotations

from datetime import timedelta

from tests.unit.small_house import card_of, control, on
from tests.unit.world import FIRST_SLOT, world

TWO_HOURS = timedelta(hours=2)


async def test_later_brings_the_same_question_two_hours_on() -> None:
    """Once, and the answer says when."""
    with world() as house:
        card = await house.asked()
        said = card_of(await house.command("later")).text
        assert "11:00" in said
        again = await house.until(FIRST_SLOT + TWO_HOURS)
        assert [one.text for one in again] == [card.text]
        assert await house.until(FIRST_SLOT + 4 * TWO_HOURS) == []


async def test_pressing_later_twice_asks_once_more_only() -> None:
    """The second press moves it."""
    with world() as house:
        await house.asked()
        await house.command("later")
        await house.until(FIRST_SLOT + timedelta(hours=1))
        await house.command("later")
        assert await house.until(FIRST_SLOT + TWO_HOURS) == []
        assert len(await house.until(FIRST_SLOT + 2 * TWO_HOURS)) == 1


async def test_an_answer_meanwhile_is_enough() -> None:
    """Who has answered is not asked again."""
    with world() as house:
        card = await house.asked()
        await house.command("later")
        await house.pick(card, "checkin.energy", 4)
        assert await house.until(FIRST_SLOT + 2 * TWO_HOURS) == []


async def test_quiet_hours_are_kept_by_later() -> None:
    """Where quiet hours begin before then, it says so and nothing is planned."""
    with world() as house:
        await house.settle_in(quiet="10-8")
        await house.until(FIRST_SLOT)
        said = card_of(await house.command("later")).text
        assert "quiet hours" in said
        assert await house.until(on(5, 20)) == []


async def test_later_does_not_outlive_a_pause() -> None:
    """After `pause` nothing comes."""
    with world() as house:
        await house.asked()
        await house.command("later")
        await house.command("pause")
        assert await house.until(on(9, 9)) == []


async def test_an_hour_may_be_named() -> None:
    """One that is past, or no hour at all, is asked for again in a sentence."""
    with world() as house:
        await house.asked()
        for unclear in ("08:30", "soon", "25:00"):
            assert "later 16:30" in card_of(await house.command(f"later {unclear}")).text
        assert "16:30" in card_of(await house.command("later 16:30")).text
        assert await house.until(on(5, 16)) == []
        assert len(await house.until(on(5, 17))) == 1


async def test_later_without_a_question_says_so() -> None:
    """And names the word that asks one."""
    with world() as house:
        card = await house.asked()
        await house.press(control(card, "checkin.skip"))
        assert "`checkin`" in card_of(await house.command("later")).text
