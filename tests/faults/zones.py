"""People of one clock, one for each half hour, and their days around a change of clocks (F5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import cycle, pairwise
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from bot.domain.checkins import WINDOW
from bot.domain.people import Account
from bot.domain.zones import every_zone
from bot.ports.store import Unit
from bot.services.router import Router
from tests.property.test_clock_moves import Watched
from tests.property.test_recurrence_sweep import Stretch, expected, stretches
from tests.unit.small_house import HOSTED, LANE, control
from tests.unit.world import World, world

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
HALF_HOURS = tuple(time(half // 2, half % 2 * 30) for half in range(48))
BEFORE, AFTER = 2 * DAY, 3 * DAY
"""How long around a change everybody's days are lived through."""

Move = Literal["none", "hour on", "hour back", "day on", "day back", "stands still", "out for 48 hours"]
MOVES: tuple[Move, ...] = get_args(Move)
_BY: Mapping[Move, timedelta] = {"hour on": HOUR, "hour back": -HOUR, "day on": DAY, "day back": -DAY}
_WRONG_FOR = 20 * HOUR
"""How long a clock is wrong before somebody puts it right."""
_OUT = timedelta(hours=48)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Zones whose clocks show the same for three years, and when those change."""

    names: tuple[str, ...]
    table: tuple[Stretch, ...]

    @property
    def changes(self) -> list[datetime]:
        """Each instant at which the clocks are changed in these years."""
        return [after.start for _, after in pairwise(self.table) if FIRST <= after.start < LAST]


def all_alike() -> list[Alike]:
    """Return every zone that has a change of clocks in 2026 to 2028, those that show the same together."""
    found = defaultdict[tuple[Stretch, ...], list[str]](list)
    for name in every_zone():
        found[tuple(stretches(ZoneInfo(name)))].append(name)
    alike = [Alike(names=tuple(names), table=table) for table, names in found.items()]
    return [each for each in alike if each.changes]


@dataclass(kw_only=True)
class Block:
    """A house in which somebody lives for each half hour of the day, their zones taken in turn."""

    house: World
    chat: Watched
    alike: Alike
    hours: dict[Account, time] = field(default_factory=dict)
    read: int = 0
    came: dict[Account, list[tuple[date, datetime]]] = field(default_factory=lambda: defaultdict(list))
    """For which date each check-in came, and when."""
    problems: list[str] = field(default_factory=list)

    async def move_in(self, start: datetime, hours: Sequence[time] = HALF_HOURS) -> None:
        """Let everybody wish for a check-in each day at their half hour."""
        self.house.clock.move_to(start)
        names = cycle(self.alike.names)
        for at in hours:
            who = Account(surface="chat", workspace="team", user=f"{at:%H%M}")
            await self.house.settle_in(who, days="daily", at=f"{at:%H:%M}", zone=next(names), quiet="none")
            self.hours[who] = at

    async def live_around(self, change: datetime, move: Move) -> None:
        """Live through some days around a change, on which the house's clock is moved; look at what came."""
        house = self.house
        house.clock.move_to(change - BEFORE)  # for months nobody was there: no more than one comes of it
        self.wake()
        await self._settled()
        await house.store.run(partial(_forget, before=house.clock.now()))
        self.came.clear()
        begins = house.clock.now()
        await self._until(change - 6 * HOUR)
        spoilt = await self._moved(move)
        ends = change + AFTER + (3 * DAY if spoilt else timedelta())
        await self._until(ends)
        self._look(begins, ends, spoilt, f"{change} {move}")

    async def _moved(self, move: Move) -> tuple[datetime, datetime] | None:
        """Move the clock; return between which instants a date may have been let go, if any."""
        house, now = self.house, self.house.clock.now()
        match move:
            case "none":
                return None
            case "stands still":
                for _ in range(5):
                    self.wake()
                    await house.engine.settle()
                return None
            case "out for 48 hours":
                house.clock.move_to(now + _OUT)
                await house.restart()
                before = len(self.chat.shown)
                await self._settled()
                each = Counter(letter.to for letter in self.chat.letters[before:])
                self.problems += [f"{times} at once after an outage" for times in each.values() if times > 1]
                return now - WINDOW, now + _OUT
            case _:
                by = _BY[move]
                house.clock.move_to(now + by)
                self.wake()
                await self._until(house.clock.now() + _WRONG_FOR)
                house.clock.move_to(house.clock.now() - by)
                self.wake()
                await self._settled()
                return (now - DAY - WINDOW, now + DAY + _WRONG_FOR) if abs(by) == DAY else None

    def wake(self) -> None:
        """Let the house look, as its heartbeat does."""
        self.house.engine.wake()
        self.house.engine.wake(LANE)

    async def _until(self, at: datetime) -> None:
        while self.house.clock.now() < at:
            await self.house.until(min(at, self.house.clock.now() + HOUR))
            await self._settled()

    async def _settled(self) -> None:
        """Let everybody pass by what came, so that no silence grows, and note for which date it was."""
        await self.house.engine.settle()
        while self.read < len(self.chat.letters):
            letter = self.chat.letters[self.read]
            shown = self.chat.shown[self.read]
            self.read += 1
            self.came[letter.to].append((shown.slot.slot_on, shown.at))
            await self.house.press(control(letter.card, "checkin.skip"), letter.to)

    def _look(
        self, begins: datetime, ends: datetime, spoilt: tuple[datetime, datetime] | None, where: str
    ) -> None:
        """Exactly one for each date whose hour came while the clock was right, and never two for any."""
        for who, at in self.hours.items():
            days = Counter(day for day, _ in self.came[who])
            where_at = f"{self.alike.names[0]} {at:%H:%M} {where}"
            self.problems += [f"{where_at}: {times} on {day}" for day, times in days.items() if times > 1]
            day = begins.date() - DAY
            while day < ends.date() + DAY:
                due = expected(list(self.alike.table), datetime.combine(day, at, UTC))
                is_spoilt = spoilt is not None and spoilt[0] <= due <= spoilt[1]
                if begins + HOUR < due < ends - HOUR and not is_spoilt and days[day] != 1:
                    self.problems.append(f"{where_at}: {days[day]} on {day}")
                day += DAY


def _forget(unit: Unit, before: datetime) -> None:
    """Forget what is long over, as the house does day by day: it was out meanwhile."""
    unit.deliveries.prune(before - 35 * DAY)
    for person in unit.people.all_ids():
        unit.runs.forget(person, (before - 35 * DAY).date())


@contextmanager
def block(alike: Alike) -> Iterator[Block]:
    """Open a block of houses; nobody lives there yet."""
    with world() as house:
        chat = house.chat = Watched(house, HOSTED)
        house.desk = replace(house.desk, chats={"chat": chat})
        house.router = Router(house.desk, changed=house.engine.wake)
        yield Block(house=house, chat=chat, alike=alike)


def alike_with(name: str) -> Alike:
    """Return a zone by itself."""
    return Alike(names=(name,), table=tuple(stretches(ZoneInfo(name))))
