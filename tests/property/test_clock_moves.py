"""However the clock is moved: one check-in for a slot and a date, in its window, and then all as usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.checkins import WINDOW
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.recurrence import daily, following, next_after, parse_at
from bot.domain.rota import rhythm_of
from bot.ports.chat import Letter, Receipt
from bot.services.router import Router
from bot.surface.capabilities import Capabilities
from tests.unit.small_house import HOSTED, LANE, ScriptedChat, control
from tests.unit.world import TERMINAL, World, world

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
START = datetime(2026, 3, 27, 5, tzinfo=UTC)
"""Two days before the clocks of Berlin go forward."""

Move = tuple[str, int]
moves = st.lists(
    st.one_of(
        st.tuples(st.just("passes"), st.integers(1, 40)),
        st.tuples(st.just("jumps"), st.integers(1, 30)),
        st.tuples(st.just("jumps"), st.integers(1, 12).map(lambda days: days * 24)),
        st.tuples(st.just("is set back"), st.integers(1, 60)),
        st.tuples(st.just("was down"), st.integers(1, 100)),
        st.tuples(st.just("stands still"), st.integers(1, 4)),
    ),
    min_size=1,
    max_size=10,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A letter on the screen, and what the clock said then."""

    key: bytes
    at: datetime
    slot: Delivery


class Watched(ScriptedChat):
    """A surface that notes when each letter came, and for which slot."""

    def __init__(self, house: World, capabilities: Capabilities) -> None:
        """Begin with an empty screen."""
        super().__init__(capabilities)
        self.shown: list[Shown] = []
        self._house = house

    async def send(self, letter: Letter) -> Receipt:
        """Note the letter, and what is being sent."""
        [slot] = [each for each in self._house.outbox if each.state is DeliveryState.SENDING]
        self.shown.append(Shown(key=letter.key, at=self._house.clock.now(), slot=slot))
        return await super().send(letter)


@contextmanager
def _watched(capabilities: Capabilities) -> Iterator[tuple[World, Watched]]:
    with world(capabilities=capabilities) as house:
        chat = house.chat = Watched(house, capabilities)
        house.desk = replace(house.desk, chats={"chat": chat})
        house.router = Router(house.desk, changed=house.engine.wake)
        yield house, chat


async def _move(house: World, verb: str, hours: int) -> None:
    """Move the clock as it is moved in a life: by itself, by hand, or while nobody looked."""
    now = house.clock.now()
    match verb:
        case "passes":
            await house.until(now + hours * HOUR)
        case "jumps":
            house.clock.move_to(now + hours * HOUR)
        case "is set back":
            house.clock.move_to(now - hours * HOUR)
        case "was down":
            house.clock.move_to(now + hours * HOUR)
            await house.restart()
        case _:
            for _ in range(hours):
                house.engine.wake()
                house.engine.wake(LANE)
                await house.engine.settle()
    house.engine.wake()
    await house.engine.settle()


async def _answer(house: World, chat: Watched, seen: int) -> int:
    """Pass by what came, so that no silence grows; return how many there are."""
    for letter in chat.letters[seen:]:
        await house.press(control(letter.card, "checkin.skip"))
    return len(chat.letters)


def _check(house: World, chat: Watched, zone: str) -> None:
    """See that no slot and no date came twice, and none outside its window."""
    assert max(Counter(one.key for one in chat.shown).values(), default=0) <= 1
    assert max(Counter(one.slot.slot_on for one in chat.shown).values(), default=0) <= 1
    [row] = [row for row in house.tables.agenda.values() if row.rule]
    for one in chat.shown:
        later = following(rhythm_of(row.rule or ""), ZoneInfo(zone), one.slot.slot_on).at
        ends = later if chat.capabilities.waits else min(later, one.slot.due_at + WINDOW)
        assert one.slot.due_at <= one.at < ends
    assert house.engine.failures == ()


def _slots(at: str, zone: str, after: datetime, until: datetime) -> list[datetime]:
    """Return every slot after an instant, up to another."""
    slots: list[datetime] = []
    while (coming := next_after(daily(parse_at(at)), ZoneInfo(zone), after).at) <= until:
        slots.append(coming)
        after = coming
    return slots


@given(
    told=moves,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Auckland", "America/Sao_Paulo"]),
    at=st.sampled_from(["00:00", "02:30", "09:00", "23:30"]),
    capabilities=st.sampled_from([HOSTED, TERMINAL]),
)
@example(told=[("jumps", 24), ("is set back", 24)], zone="UTC", at="09:00", capabilities=HOSTED)
@example(told=[("passes", 6), ("is set back", 3)], zone="Europe/Berlin", at="09:00", capabilities=HOSTED)
@example(told=[("was down", 30 * 24)], zone="Pacific/Auckland", at="02:30", capabilities=TERMINAL)
@example(told=[("stands still", 3)], zone="UTC", at="09:00", capabilities=HOSTED)
async def test_however_the_clock_is_moved(
    told: list[Move], zone: str, at: str, capabilities: Capabilities
) -> None:
    """After each move the promises hold; past the furthest that was seen, so does the hour."""
    with _watched(capabilities) as (house, chat):
        house.clock.move_to(START)
        await house.settle_in(days="daily", at=at, zone=zone, quiet="none")
        seen, furthest = 0, START
        for verb, hours in told:
            await _move(house, verb, hours)
            furthest = max(furthest, house.clock.now())
            seen = await _answer(house, chat, seen)
            _check(house, chat, zone)
        await house.until(furthest)
        seen = await _answer(house, chat, seen)
        before = len(chat.shown)
        while house.clock.now() < furthest + 3 * DAY:
            await house.until(house.clock.now() + HOUR)
            seen = await _answer(house, chat, seen)
        _check(house, chat, zone)
        as_usual = [one for one in chat.shown[before:] if one.slot.due_at > furthest]
        assert [one.slot.due_at for one in as_usual] == _slots(at, zone, furthest, house.clock.now())
        assert all(one.at == one.slot.due_at for one in as_usual)


async def test_an_hour_or_a_day_forward_and_back_costs_nothing_twice() -> None:
    """A clock that was wrong for a while: the date that it skipped is let go, none comes again."""
    with _watched(HOSTED) as (house, chat):
        await house.settle_in(days="daily")
        for move in (DAY, -DAY, HOUR, -HOUR):
            house.clock.move_to(house.clock.now() + move)
            house.engine.wake()
            await house.engine.settle()
        await house.until(house.clock.now() + 3 * DAY)
        assert [one.slot.slot_on.day for one in chat.shown] == [6, 7]
