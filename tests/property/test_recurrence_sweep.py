"""Every zone of the database, every change of three years, each half hour, against a table of offsets.

The reference never reads local time the way the product does: it knows only which offset held between
which instants, found by bisection, and computes from those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise, takewhile
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.recurrence import daily, next_after, occurrences

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
START, END = datetime(2025, 12, 28, tzinfo=UTC), datetime(2029, 1, 5, tzinfo=UTC)
LOOK = timedelta(hours=12)
"""How far apart the offset is looked at: two changes within that would be missed, and none is so near."""
HALF_HOURS = frozenset(time(half // 2, half % 2 * 30) for half in range(48))
PLACES = (
    ("Pacific/Apia", datetime(2011, 12, 20, tzinfo=UTC)),
    ("Pacific/Kwajalein", datetime(1993, 8, 10, tzinfo=UTC)),
    ("America/Sao_Paulo", datetime(2017, 10, 5, tzinfo=UTC)),
)
"""Changes of other years: two across the date line, and one at midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From `start` until `end` the zone's clocks were `offset` ahead of UTC."""

    start: datetime
    end: datetime
    offset: timedelta


def offset_at(zone: ZoneInfo, instant: datetime) -> timedelta:
    """What the clocks of the zone show at an instant, less the instant."""
    return instant.astimezone(zone).replace(tzinfo=UTC) - instant


def edge(zone: ZoneInfo, before: datetime, after: datetime, by: timedelta) -> datetime:
    """Find to the second when the offset has first left that of `before` by more than `by`."""
    offset = offset_at(zone, before)
    while after - before > SECOND:
        middle = before + (after - before) // (2 * SECOND) * SECOND
        if abs(offset_at(zone, middle) - offset) > by:
            after = middle
        else:
            before = middle
    return after


def changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """Find each change of clocks between two instants."""
    instants = [start + number * LOOK for number in range((end - start) // LOOK + 1)]
    for (before, offset), (after, later) in pairwise((one, offset_at(zone, one)) for one in instants):
        if offset != later:
            yield edge(zone, before, after, timedelta())


def stretches(zone: ZoneInfo, start: datetime = START, end: datetime = END) -> list[Stretch]:
    """The table of offsets, from start to end without a hole."""
    edges = [start, *changes(zone, start, end), end]
    return [Stretch(start=low, end=high, offset=offset_at(zone, low)) for low, high in pairwise(edges)]


def expected(table: list[Stretch], asked: datetime) -> datetime:
    """When `asked` comes: the first instant that shows it, else by the offset from before the gap."""
    for now, later in pairwise(table):
        instant = asked - now.offset
        if now.start <= instant < now.end:
            return instant
        if instant >= now.end and asked - later.offset < later.start:
            return instant
    return asked - table[-1].offset


def times_near(before: Stretch, after: Stretch) -> set[time]:
    """Each half hour; minutes at, beside and between both edges of what is skipped or repeated; midnight."""
    edges = [(after.start.replace(tzinfo=None) + stretch.offset) for stretch in (before, after)]
    middle = edges[0] + (edges[1] - edges[0]) / 2
    beside = [edge + minutes * timedelta(minutes=1) for edge in edges for minutes in (-1, 0, 1)]
    return {time(moment.hour, moment.minute) for moment in [middle, *beside]} | HALF_HOURS | {time(23, 59)}


def check(zone: ZoneInfo, table: list[Stretch], before: Stretch, after: Stretch) -> None:
    """Compare five dates around one change, and the next slot from instants around it."""
    from_on = (after.start.replace(tzinfo=None) + before.offset).date() - 2 * DAY
    until = from_on + 5 * DAY
    gone = after.offset - before.offset >= DAY  # a date that is not there has no slot
    for at in times_near(before, after):
        rule = daily(at)
        found = list(takewhile(lambda one: one.slot_on < until, occurrences(rule, zone, from_on)))
        days = [on for on in days_between(from_on, until) if not gone or on != from_on + 2 * DAY]
        wanted = [(on, expected(table, datetime.combine(on, at, UTC))) for on in days]
        context = f"{zone.key} {at} around {after.start}"
        assert [(one.slot_on, one.at) for one in found] == wanted, context
        assert all(one.at < other.at for one, other in pairwise(found)), context
        instants = [one.at + SECOND * beside for one in found[1:-1] for beside in (-1, 0, 1)]
        for instant in [*instants, after.start - SECOND, after.start, after.start + SECOND]:
            first = next(one for one in found if one.at > instant)
            assert next_after(rule, zone, instant) == first, f"{context} after {instant}"


def days_between(from_on: date, until: date) -> list[date]:
    """The dates from the first to before the second."""
    return [from_on + number * DAY for number in range((until - from_on).days)]


def test_every_change_of_clocks_in_every_zone_for_three_years() -> None:
    """No zone of the installed database has a change in 2026 to 2028 that a slot gets wrong.

    Of zones whose clocks show the same in all that time, one is tried: a slot follows from what they show.
    """
    alike = Counter[tuple[Stretch, ...]]()
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        table = stretches(zone)
        alike[tuple(table)] += 1
        if alike[tuple(table)] == 1:
            for before, after in pairwise(table):
                check(zone, table, before, after)
    assert sum(len(table) - 1 for table in alike.elements()) > 1_000


@pytest.mark.parametrize(("name", "start"), PLACES)
def test_the_oddest_changes_of_other_years(name: str, start: datetime) -> None:
    """Apia lost a Friday, Kwajalein a Saturday, São Paulo a midnight: the slots around each are right."""
    zone = ZoneInfo(name)
    table = stretches(zone, start, start + 30 * DAY)
    [(before, after)] = pairwise(table)
    check(zone, table, before, after)


def day_long_gaps(zone: ZoneInfo) -> Iterator[tuple[datetime, timedelta]]:
    """Find where clocks were set a day or so ahead since 1840: the wall clock before, and by how much.

    Such a step stays, so looking each year or so finds all, whatever summer time does beside it.
    """
    instants = [datetime(1840, 1, 1, tzinfo=UTC) + 400 * number * DAY for number in range(240)]
    for (before, offset), (after, later) in pairwise((one, offset_at(zone, one)) for one in instants):
        if later - offset > DAY / 2:
            step = edge(zone, before, after, DAY / 2)
            offset_before = offset_at(zone, step - SECOND)
            yield step.replace(tzinfo=None) + offset_before, offset_at(zone, step) - offset_before


def test_what_skips_a_day_skips_a_whole_date() -> None:
    """The product takes a gap of a day for a date that does not exist: in the database it is always so.

    A zone that crossed the date line at noon would fail here and ask for a new thought.
    """
    missing: dict[str, date] = {}
    for name in sorted(available_timezones()):
        for clock, length in day_long_gaps(ZoneInfo(name)):
            if length >= DAY:
                assert (clock.time(), length) == (time(0), DAY), name
                missing[name] = clock.date()
    assert missing["Pacific/Apia"] == date(2011, 12, 30)
    assert missing["Pacific/Kwajalein"] == date(1993, 8, 21)
    for name, on in missing.items():
        for at in (time(0), time(0, 1), time(12), time(23, 59)):
            found = occurrences(daily(at), ZoneInfo(name), on - DAY)
            assert [one.slot_on for one in islice(found, 2)] == [on - DAY, on + DAY], name
