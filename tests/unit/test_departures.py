"""Whose account was closed hears nothing for thirty days; then all of theirs goes, unless they came back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.deliveries import DeliveryState
from bot.domain.people import Standing
from bot.errors import NotSaved
from bot.ports.chat import Later
from bot.ports.faults import Point
from bot.services.leaving.departures import TRIED_AGAIN_AFTER, count_anew
from bot.surface.inbound import DirectMessage, FileGiven, HomeOpened
from bot.surface.outcome import QUIET
from bot.testing.faults import Killed
from bot.testing.store import Trouble
from tests.unit.flows.walks import begin, reply
from tests.unit.leaving import A_MINUTE, THE_END, changes, countdowns, leaves
from tests.unit.plans.house import january, keep, notices, plan_world
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, control, on
from tests.unit.test_erasing import full, rows_of
from tests.unit.world import FIRST_SLOT, World, world

WORKING_DAY = on(15, 8)
"""The tenth day after the Monday: no check-in of that day has come yet."""

Act = Callable[[World], Awaitable[object]]
ACTS: dict[str, Act] = {
    "a look": lambda house: house.command("settings"),
    "a word that writes": lambda house: house.command("rough"),
    "typed words": lambda house: house.say("good to be back here"),
    "a page of theirs": lambda house: house.hear(HomeOpened(**house.facts(ANA))),
    "what the platform knows": lambda house: changes(house, "UTC"),
}


async def test_nothing_comes_and_on_the_thirtieth_day_all_is_gone() -> None:
    """Every row stays to the last minute; then row and key go, and nobody is told."""
    with world() as house:
        person = await full(house)
        gone_on = house.clock.now() + timedelta(days=30)
        assert await leaves(house) == QUIET
        assert await house.until(gone_on - A_MINUTE) == []
        assert {type(row).__name__ for row in rows_of(house, person)} >= {"Person", "Door", "Entry", "Sheet"}
        assert house.vault.knows(person.id)
        assert await house.until(gone_on) == []
        assert rows_of(house, person) == []
        assert not house.vault.knows(person.id)
        assert card_of(await house.command("start")).text_id == "consent"


@pytest.mark.parametrize("act", ACTS)
async def test_who_comes_back_goes_on(act: str) -> None:
    """Whatever they do, or their platform knows of them: the next check-in comes, and the end does not."""
    with world() as house:
        await house.settle_in()
        await leaves(house)
        assert await house.until(WORKING_DAY) == []
        assert len(countdowns(house)) == 1
        await ACTS[act](house)
        assert countdowns(house) == {}
        came = await house.until_answering(on(15, 23))
        assert [card.text_id for card in came if card.text_id == "checkin"] == ["checkin"]
        await house.until_answering(THE_END + timedelta(days=1))
        assert (await house.person()).standing is Standing.ACTIVE


async def test_a_pause_of_their_own_stays_one() -> None:
    """Coming back ends the countdown and no pause."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        await leaves(house)
        await house.until(WORKING_DAY)
        assert "Paused" in card_of(await house.command("start")).text
        assert (await house.until(THE_END + timedelta(days=30)), countdowns(house)) == ([], {})
        await house.command("resume")
        assert len(await house.until_answering(house.clock.now() + timedelta(days=4))) > 0


async def test_leave_goes_on_where_it_was() -> None:
    """The first check-in after it is the one that was promised."""
    with world() as house:
        await house.settle_in()
        await house.command("leave until 19 January")
        await leaves(house)
        await house.until(WORKING_DAY)
        await house.command("help")
        assert await house.until(on(19, 8, 59)) == []
        assert len(await house.until(on(19, 9))) == 1


async def test_a_plan_of_the_days_between_comes_when_they_are_back() -> None:
    """It was not sent to nobody, and is not lost; one of a later day comes on its day."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=january(8))
        await keep(house, "for later", back_on=january(20))
        await leaves(house)
        await house.until(WORKING_DAY)
        assert notices(house) == []
        await house.command("help")
        assert len(notices(house)) == 1
        await house.until_answering(on(19, 23))
        assert len(notices(house)) == 1
        await house.until_answering(on(20, 23))
        assert len(notices(house)) == 2


async def test_what_was_on_its_way_is_let_go() -> None:
    """A platform asked to wait, and meanwhile the person left: neither check-in nor plan is sent."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=january(6))
        await house.until(on(6, 8, 59))
        house.chat.receipts = [Later(wait=timedelta(hours=1)), Later(wait=timedelta(hours=1))]
        await house.until(on(6, 9, 30))
        assert {each.state for each in house.outbox if each.due_at >= on(6, 9)} == {DeliveryState.PLANNED}
        house.chat.receipts = []
        before = len(house.chat.letters)
        await leaves(house)
        await house.until(WORKING_DAY)
        assert len(house.chat.letters) == before
        assert DeliveryState.PLANNED not in {each.state for each in house.outbox}
        await house.command("help")
        assert len(notices(house)) == 1


async def test_a_rest_that_ended_meanwhile_goes_on_when_they_are_back() -> None:
    """The step after it was for somebody who waited; it waits for them now."""
    with world() as house:
        await reply(house, await begin(house, "rest"), "three")
        await leaves(house)
        assert await house.until(on(6, 8)) == []
        await house.command("help")
        assert [letter.card.text for letter in house.chat.letters] == ["What would be good now?"]


async def test_a_question_to_come_again_does_not() -> None:
    """`later` was for that day."""
    with world() as house:
        await house.asked()
        await house.command("later")
        await leaves(house)
        assert AgendaKind.SNOOZE not in {row.kind for row in house.tables.agenda.values()}


async def test_days_count_from_the_first_telling() -> None:
    """Told again, by the same event or by another, the end stays where it was."""
    with world() as house:
        await house.settle_in()
        await leaves(house)
        await house.until(WORKING_DAY)
        await leaves(house)
        assert list(countdowns(house).values()) == [THE_END]


async def test_of_strangers_nothing_is_kept() -> None:
    """Platforms tell of everybody: whoever gave no yes leaves no row, not even of the telling."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        assert await leaves(house, BEN) == QUIET
        assert await changes(house, "Europe/Berlin", BEN) == QUIET
        assert house.tables is before


async def test_who_had_stopped_goes_too() -> None:
    """What they wrote was kept for their return, and nobody can return."""
    with world() as house:
        await house.settle_in()
        await house.command("stop")
        person = await house.person()
        await leaves(house)
        await house.until(THE_END)
        assert rows_of(house, person) == []


async def test_who_comes_back_without_a_yes_is_asked_for_one_and_stays() -> None:
    """The first card is an answer to an act: the countdown ends with it."""
    with world() as house:
        await house.settle_in()
        await house.command("stop")
        await leaves(house)
        assert card_of(await house.command("plans")).text_id == "consent"
        assert countdowns(house) == {}


async def test_who_chose_no_hour_yet_goes_and_comes_back() -> None:
    """There is no row to hold, and none appears."""
    with world() as house:
        await house.arrive()
        await leaves(house)
        await house.command("help")
        assert (countdowns(house), await house.until(on(30, 9))) == ({}, [])


async def test_an_old_event_that_comes_again_is_no_coming_back() -> None:
    """A platform delivers again what was heard before they left."""
    with world() as house:
        await house.settle_in()
        event = DirectMessage(**house.facts(ANA), text="words of the morning")
        await house.hear(event)
        await leaves(house)
        assert await house.hear(event) == QUIET
        assert len(countdowns(house)) == 1


async def test_that_a_platform_keeps_a_file_is_no_coming_back() -> None:
    """Nobody did anything."""
    with world() as house:
        await house.settle_in()
        await leaves(house)
        await house.hear(FileGiven(**house.facts(ANA), attached=house.desk.chance.new_id(), file="F1"))
        assert len(countdowns(house)) == 1


async def test_nobody_else_loses_anything() -> None:
    """Ben stands beside, and his check-ins come."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await leaves(house)
        await house.until(FIRST_SLOT)
        assert [letter.to for letter in house.chat.letters] == [BEN]
        await house.until(THE_END)
        assert list(house.tables.people) == [(await house.person(BEN)).id]


async def test_a_key_store_that_is_busy_is_asked_again() -> None:
    """The key went and its file was not available: the rows follow some minutes later. Nobody else waits."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        person = await house.person()
        await leaves(house)
        await house.until_answering(THE_END - A_MINUTE)
        house.vault.shreds_to = [NotSaved()]
        await house.until(THE_END)
        assert (house.vault.knows(person.id), bool(rows_of(house, person))) == (False, True)
        assert house.engine.failures == ()
        await house.until(THE_END + TRIED_AGAIN_AFTER)
        assert rows_of(house, person) == []


async def test_a_full_disk_holds_the_end_up_and_does_not_lose_it() -> None:
    """Once there is room, both are gone."""
    with world() as house:
        await house.settle_in()
        person = await house.person()
        await leaves(house)
        await house.until(THE_END - A_MINUTE)
        house.store.refuse(Trouble.FULL)
        await house.until(THE_END + timedelta(hours=1))
        house.store.refuse(None)
        await house.until(THE_END + timedelta(hours=2))
        assert (house.vault.knows(person.id), rows_of(house, person)) == (False, [])


@pytest.mark.parametrize("passes", range(1, 5))
async def test_a_crash_at_the_end_leaves_nothing_half(passes: int) -> None:
    """At whichever commit of the last day it strikes, the next start ends it."""
    with world() as house:
        await house.settle_in()
        person = await house.person()
        await leaves(house)
        await house.until(THE_END - A_MINUTE)
        house.end_after(passes)
        with pytest.raises(Killed):
            await house.until(THE_END + timedelta(days=3))
        await house.restart()
        await house.until(THE_END + timedelta(days=3))
        assert (house.vault.knows(person.id), rows_of(house, person)) == (False, [])


@pytest.mark.parametrize(("point", "days_left"), [("before_commit", 0), ("after_commit", 1)])
async def test_a_crash_while_it_is_told_keeps_it_or_not(point: Point, days_left: int) -> None:
    """Delivered again, as the platform heard no answer, it counts in the end."""
    with world() as house:
        await house.settle_in()
        house.crash.arm(point)
        with pytest.raises(Killed):
            await leaves(house)
        assert len(countdowns(house)) == days_left
        await house.restart()
        await leaves(house)
        assert list(countdowns(house).values()) == [MONDAY + timedelta(days=30)]


@pytest.mark.parametrize("trouble", Trouble)
async def test_what_could_not_be_kept_is_told_again(trouble: Trouble) -> None:
    """The platform hears of it, since nobody else would: no leaving is lost to a database that was away."""
    with world() as house:
        await house.settle_in()
        house.store.refuse(trouble)
        with pytest.raises(NotSaved):
            await leaves(house)
        with pytest.raises(NotSaved):
            await changes(house, "Asia/Tokyo")
        house.store.refuse(None)
        await leaves(house)
        assert list(countdowns(house).values()) == [MONDAY + timedelta(days=30)]


async def test_an_act_at_the_last_moment_counts() -> None:
    """Heard after the day was over and before anything went: they stay."""
    with world() as house:
        await house.settle_in()
        await leaves(house)
        await house.until(THE_END - A_MINUTE)
        house.clock.move_to(THE_END)
        await house.router.hear(HomeOpened(**house.facts(ANA)))
        await house.until(THE_END + A_MINUTE)
        assert (await house.person()).has_said_yes


async def test_a_restored_copy_counts_anew() -> None:
    """Thirty days from the restoring, whatever was left, for those who were gone; nobody else is touched."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await leaves(house)
        await house.until(WORKING_DAY)
        before = house.tables.snapshot().agenda
        await house.store.run(partial(count_anew, now=house.clock.now()))
        assert list(countdowns(house).values()) == [WORKING_DAY + timedelta(days=30)]
        changed = [row for row in house.tables.agenda.values() if before[row.id] != row]
        assert {row.kind for row in changed} == {AgendaKind.ACCOUNT_ENDS, AgendaKind.DOOR_ENDS}
        assert {row.owner for row in changed} == {(await house.person()).id}


async def test_a_button_found_again_works() -> None:
    """The card before they left is answered as ever."""
    with world() as house:
        card = await house.asked()
        await leaves(house)
        await house.until(on(6, 12))
        await house.press(control(card, "checkin.skip"))
        assert countdowns(house) == {}
