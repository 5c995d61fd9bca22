"""What stands after many kills, looked at through the house, compared with what people were told."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.system import SystemChance
from bot.domain.deliveries import DeliveryState
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.journal.entries import open_pages
from bot.testing.time import ManualClock
from tests.faults.grounds import Ground
from tests.faults.killed.kills import Order
from tests.faults.killed.life import START, asked_at, name_of, settings_of, text_of
from tests.faults.killed.platform import Kind, account_of
from tests.json_types import Json

WINDOW = timedelta(hours=3)
"""How long a check-in may leave after its time."""
_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The figures of a run of kills."""

    kills: int
    lived: int
    """Lives that were killed after their start was over; the others died in it."""
    in_flight: int
    """Kills that fell between a letter's leaving and its answer."""
    acknowledged: int
    lost_entries: int
    doubled_entries: int
    checkins: int
    lost_checkins: int
    """Slots for which nobody saw anything and nothing is parked."""
    in_doubt: int
    """Slots that are parked, since nobody can know whether they came; none comes again."""
    unseen: int
    """Those of them that nobody saw."""
    doubled_checkins: int
    damage: list[str]
    unanswered: int
    """Events that were heard and never answered, however the last house ended."""
    slowest_leaving: float
    """Seconds; 0 where none was told to leave."""


def killed(ground: Ground, *, kind: Kind, kills: int, people: int, seed: int, told: bool = False) -> Standing:
    """Let a house be killed so often, or be `told` to leave, and look at what stands.

    Raises:
        CalledProcessError: a life ended by itself; what it said stands on the standard error.
    """
    order = Order(
        data=str(ground.data),
        operator_set=dict(ground.operator_set),
        seed=seed,
        kills=kills,
        kind=kind,
        people=people,
        told=told,
    )
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed.kills", json.dumps(asdict(order))],
        stdout=subprocess.PIPE,
        check=True,
        cwd=_ROOT,
    )
    return _compared(ground, json.loads(done.stdout), order)


def _compared(ground: Ground, told: Json, order: Order) -> Standing:
    ended_at = datetime.fromisoformat(told["ended_at"])
    kept, parked = asyncio.run(_kept(ground, order.people, ended_at))
    saved = {(who, text_of(number)) for who, numbers in told["saved"].items() for number in numbers}
    seen = {
        name_of(number): Counter(
            _slot(number, order.people, at) for _, at in told["shown"].get(name_of(number), ())
        )
        for number in range(order.people)
    }
    expected = [
        (name_of(number), day)
        for number in range(order.people)
        for day in _slots(number, order.people, ended_at)
    ]
    return Standing(
        kills=order.kills,
        lived=told["lived"],
        in_flight=told["in_flight"],
        acknowledged=len(saved),
        lost_entries=len(saved - kept.keys()),
        doubled_entries=sum(times > 1 for times in kept.values()),
        checkins=len(expected),
        lost_checkins=sum(not seen[who][day] and (who, day) not in parked for who, day in expected),
        in_doubt=len(parked),
        unseen=sum(not seen[who][day] for who, day in parked),
        doubled_checkins=sum(times > 1 for days in seen.values() for times in days.values()),
        damage=ground.damage(),
        unanswered=len(told["pending"]),
        slowest_leaving=max(told["leavings"], default=0),
    )


def _slot(number: int, people: int, at: str) -> date:
    """Return of which day a check-in is that came at an instant: it comes in its window or not at all."""
    hour = asked_at(number, people)
    return (datetime.fromisoformat(at) - timedelta(hours=hour.hour, minutes=hour.minute)).date()


def _slots(number: int, people: int, ended_at: datetime) -> list[date]:
    """Return the days on which somebody is asked whose window is over by then."""
    hour = asked_at(number, people)
    first = START.replace(hour=hour.hour, minute=hour.minute) + timedelta(days=1)
    days = (ended_at - WINDOW - first) // timedelta(days=1) + 1
    return [(first + timedelta(days=day)).date() for day in range(days)]


async def _kept(
    ground: Ground, people: int, now: datetime
) -> tuple[Counter[tuple[str, str]], set[tuple[str, date]]]:
    """Return how often each text is kept, by its writer, and which check-ins are parked."""
    chance = SystemChance()
    clock = ManualClock(now)
    house = await open_house(
        settings_of(ground.data, ground.operator_set),
        clock=clock,
        chance=lambda _starts: chance,
        engine=EmbeddedEngine(clock),
        chats={},
    )
    texts: Counter[tuple[str, str]] = Counter()
    parked: set[tuple[str, date]] = set()
    try:
        for number in range(people):
            own, days = await house.at_desk(partial(_of, number=number), writes=False)
            texts.update((name_of(number), text) for text in own)
            parked |= {(name_of(number), day) for day in days}
    finally:
        house.abandon()
    return texts, parked


def _of(desk: Desk, unit: Unit, number: int) -> tuple[list[str], list[date]]:
    found = unit.people.by_index(desk.index(account_of(name_of(number))))
    if found is None:
        return [], []
    person = found[0]
    texts = [page.text for _, page in open_pages(desk, person, unit.journal.every(person.id))]
    every = unit.deliveries.every(person.id)
    return texts, [each.slot_on for each in every if each.state is DeliveryState.PARKED]
