"""Two houses on one PostgreSQL: where their units meet, all ends as if one had come after the other."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import combinations
from threading import Barrier, BrokenBarrierError
from uuid import UUID

import pytest

from adapters.store.databases import ServerDatabases
from adapters.store.store import SHARED_WRITERS
from bot.domain.deliveries import DeliveryState
from bot.domain.people import Account, PersonId
from bot.services.delivery import agenda, deliveries
from bot.surface.card import Card
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FormSubmitted,
    InboundEvent,
    ScaleAnswered,
)
from bot.surface.outcome import QUIET, Outcome
from tests.unit.circles.circle_house import CircleHouse
from tests.unit.small_house import ANA, HOSTED, LANE, card_of, control, form_of, ref_of
from tests.unit.standing import Ground, OnDatabases, standing_on
from tests.unit.world import FIRST_SLOT, World, world

ANYBODY = PersonId(UUID(int=0))
PATIENCE = 5.0
"""Seconds after which units that were to meet go on by themselves: an upper bound, never a wait."""


@dataclass
class Meeting:
    """Holds units where each has looked at the database and written nothing, until all are there."""

    barrier: Barrier | None = None
    still: Counter[str] = field(default_factory=Counter)

    def of(self, units: int) -> None:
        """Let so many meet, once."""
        self.barrier = Barrier(units)
        self.still = Counter(left=units)

    def here(self) -> None:
        """Wait for the others."""
        if self.barrier is not None and self.still["left"] > 0:
            self.still["left"] -= 1
            try:
                self.barrier.wait(PATIENCE)
            except BrokenBarrierError:
                pytest.fail("they did not meet")


@dataclass(frozen=True)
class Houses:
    """Two processes of one house."""

    first: World
    second: World
    meeting: Meeting

    async def both(self, one: InboundEvent, other: InboundEvent) -> list[Outcome]:
        """Let each hear an event at the same time."""
        self.meeting.of(2)
        return [*await asyncio.gather(self.first.router.hear(one), self.second.router.hear(other))]


@contextmanager
def two_houses(ground: Ground) -> Iterator[Houses]:
    """Open both."""
    meeting = Meeting()
    with standing_on(ground):
        first = World(None, HOSTED)
        second = World(None, HOSTED, beside=first)
    for house in (first, second):
        _meet_in(house, meeting)
    try:
        yield Houses(first, second, meeting)
    finally:
        first.store.close()
        second.store.close()


def _meet_in(house: World, meeting: Meeting) -> None:
    digest = house.vault.digest

    def looked(label: str, *parts: str) -> bytes:
        if label == "inbox":  # in a unit that has seen who acts, and is about to write
            meeting.here()
        return digest(label, *parts)

    house.vault.digest = looked  # type: ignore[method-assign]  # where a unit that hears can be held


@pytest.fixture
def houses(databases: ServerDatabases) -> Iterator[Houses]:
    """Open two houses on a server."""
    with two_houses(OnDatabases(databases)) as houses:
        yield houses


async def test_an_event_that_two_processes_hear_is_heard_once(houses: Houses) -> None:
    """A platform that delivers again, to another process, before the first was through."""
    await houses.first.settle_in()
    event = DirectMessage(**houses.first.facts(ANA), text="A long morning.")
    outcomes = await houses.both(event, event)
    assert sum(outcome == QUIET for outcome in outcomes) == 1
    assert len(houses.first.tables.drafts) == 1


async def test_who_erases_themselves_while_they_answer_is_gone(houses: Houses) -> None:
    """From two screens: the key is destroyed, a unit that met is run again, and no row is left."""
    house = houses.first
    card = await house.asked()
    answer = ScaleAnswered(**house.facts(ANA), ref=ref_of(control(card, "checkin.energy")), value=2)
    sure = card_of(await house.press(control(card_of(await house.command("erase")), "erase.ask")))
    erase = ActionPressed(**house.facts(ANA), ref=ref_of(control(sure, "erase.confirm")))
    _, erased = await houses.both(answer, erase)
    assert card_of(erased).text_id == "erased"
    tables = house.tables
    assert not [*tables.people, *tables.doors, *tables.runs, *tables.marks, *tables.deliveries]
    assert not list(house.keystore.people())


async def test_two_answers_at_once_leave_one_of_them(houses: Houses) -> None:
    """Two steps of one scale, from two screens: one stands, whole, and both are heard."""
    house = houses.first
    card = await house.asked()
    ref = ref_of(control(card, "checkin.energy"))
    one, other = (ScaleAnswered(**house.facts(ANA), ref=ref, value=value) for value in (2, 4))
    outcomes = await houses.both(one, other)
    assert not any(card_of(outcome).text_id.startswith("trouble") for outcome in outcomes)
    run = house.runs[-1]
    assert house.steps(run) in ({"energy": 2}, {"energy": 4})
    assert house.tables.marks[run.id].version == 2


async def test_a_yes_at_two_doors_of_one_account_begins_one_notebook(houses: Houses) -> None:
    """Pressed in two processes: one person, one door, one check-in; a lone key opens nothing."""
    house = houses.first
    consent = card_of(await house.command("start"))
    yes = control(consent, "consent.yes")
    await asyncio.gather(house.press(yes), houses.second.press(yes))
    tables = house.tables
    assert (len(tables.people), len(tables.doors)) == (1, 1)
    assert house.vault.knows(next(iter(tables.people)))


async def test_a_circle_that_answers_at_once_loses_nobody(houses: Houses) -> None:
    """Twelve shares from two processes: each stands once, and nobody hears that it is too much."""
    people = [Account(surface="chat", workspace="team", user=f"n{n}") for n in range(12)]
    circle = await CircleHouse.begin(houses.first, people=people)
    houses.second.organisation = houses.first.organisation
    opening = await circle.open_round()
    sent: list[InboundEvent] = []
    for n, who in enumerate(people):
        form = form_of(await circle.press_there(circle.in_channel("share.open", opening), who))
        values = {each.name: each.value for each in form.fields} | {"text": f"Share {n}."}
        sent.append(FormSubmitted(**circle.house.facts(who), ref=form.ref, values=values))
    houses.meeting.of(min(len(sent), 2 * SHARED_WRITERS))  # so many units of two processes run at once
    halves = (houses.first.router, houses.second.router)
    told = await asyncio.gather(*(halves[n % 2].hear(event) for n, event in enumerate(sent)))
    assert {card_of(outcome).text for outcome in told} == {"On its way to the channel."}
    assert sorted(share.text for share in await circle.shares()) == sorted(f"Share {n}." for n in range(12))


async def test_two_ticks_plan_each_slot_once(houses: Houses) -> None:
    """Twelve people at one hour, two processes that tick at once, a lane that both would drain."""
    house = houses.first
    people = [Account(surface="chat", workspace="team", user=f"n{n}") for n in range(12)]
    for who in people:
        await house.settle_in(who)
    house.clock.move_to(FIRST_SLOT)
    ticked = await asyncio.gather(*(agenda.tick(each.desk) for each in (house, houses.second) * 3))
    assert all(one.lanes <= {LANE} for one in ticked)
    assert len({each.owner for each in house.outbox}) == len(house.outbox) == len(people)
    await asyncio.gather(
        *(deliveries.drain(each.desk, each.engine.wake, LANE) for each in (house, houses.second))
    )
    await deliveries.drain(house.desk, house.engine.wake, LANE)
    assert {each.state for each in house.outbox} == {DeliveryState.SENT}
    assert Counter(letter.to for letter in house.chat.letters) == Counter(people)


MEETINGS = ("answer", "pause", "resume", "say", "skip", "stop", "yes")


@pytest.mark.parametrize("pair", [*combinations(MEETINGS, 2)], ids="-".join)
async def test_two_deeds_of_one_person_end_as_one_after_the_other(
    databases: ServerDatabases, pair: tuple[str, str]
) -> None:
    """Whatever they are: what is stored afterwards is what one of both orders would have left in memory."""
    with two_houses(OnDatabases(databases)) as houses:
        events = await _before(houses.first, pair)
        outcomes = await houses.both(*events)
        assert not [one for one in outcomes if "Not saved" in str(one)]
        met = _seen(houses.first)
    serial = [await _one_after_the_other(pair, order) for order in ((0, 1), (1, 0))]
    assert met in serial


async def _one_after_the_other(pair: tuple[str, str], order: tuple[int, int]) -> object:
    with world() as house:
        events = await _before(house, pair)
        for nth in order:
            await house.router.hear(events[nth])
        return _seen(house)


async def _before(house: World, pair: tuple[str, str]) -> list[InboundEvent]:
    """Let Ana be asked, and return what she does then."""
    card = await house.asked()
    return [_deed(house, card, name) for name in pair]


def _deed(house: World, card: Card, name: str) -> InboundEvent:
    match name:
        case "answer":
            ref = ref_of(control(card, "checkin.energy"))
            return ScaleAnswered(**house.facts(ANA), ref=ref, value=2)
        case "skip":
            return ActionPressed(**house.facts(ANA), ref=ref_of(control(card, "checkin.skip")))
        case "yes":
            return ActionPressed(**house.facts(ANA), ref=house.desk.mint(ANA)("consent.yes"))
        case "say":
            return DirectMessage(**house.facts(ANA), text="A long morning.")
        case _:
            return CommandInvoked(**house.facts(ANA), text=name)


def _seen(house: World) -> object:
    """Return what is stored, without ids, keys and what is sealed anew each time."""
    tables = house.tables
    return (
        [replace(each, id=ANYBODY) for each in tables.people.values()],
        sorted((row.kind, str(row.due_at), str(row.rule), str(row.slot)) for row in tables.agenda.values()),
        [(run.day, run.state, run.version, house.steps(run), house.answers(run)) for run in house.runs],
        [(each.slot_on, each.slot, each.state) for each in house.outbox],
        (len(tables.entries), len(tables.drafts), len(tables.sheets), len(tables.inbox)),
    )
