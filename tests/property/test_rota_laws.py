"""Any rota in any zone: it comes on the days of its cycle, ascends, and keeps to what rules keep to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.recurrence import following, next_after, occurrences
from bot.domain.rota import Rota, Shift, rhythm_of
from bot.errors import BadRule

DAY = timedelta(days=1)
zones = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"})).map(ZoneInfo)
odd = st.sampled_from(["Pacific/Apia", "Pacific/Kwajalein", "America/Nuuk", "Europe/London"]).map(ZoneInfo)
changes = st.sampled_from([date(2011, 12, 30), date(1993, 8, 21), date(2026, 3, 28), date(2026, 10, 25)])
dates = changes.flatmap(lambda day: st.integers(-5, 5).map(lambda on: day + on * DAY))
clock = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
shifts = st.builds(Shift, at=clock, next_morning=st.booleans())


@st.composite
def rotas(draw: st.DrawFn) -> Rota:
    """A cycle of up to twelve days of four letters, some of which have an hour."""
    cycle = draw(st.text("ELNO", min_size=1, max_size=12))
    hours = draw(st.dictionaries(st.sampled_from(sorted(set(cycle))), shifts, min_size=1))
    try:
        return Rota(cycle=cycle, anchor=draw(dates), shifts=tuple(sorted(hours.items())))
    except BadRule as problem:
        assume("four hours" not in problem.sentence)
        raise


@given(rota=rotas())
def test_the_text_of_a_rota_gives_the_rota(rota: Rota) -> None:
    """Nothing is lost on the way through the database."""
    assert rhythm_of(str(rota)) == rota


@given(rota=rotas(), zone=zones | odd, from_on=dates)
def test_a_rota_keeps_its_cycle(rota: Rota, zone: ZoneInfo, from_on: date) -> None:
    """Each date with an hour has one slot at it, or the hour of a gap later; none other has any."""
    hours = dict(rota.shifts)
    found = list(islice(occurrences(rota, zone, from_on), 15))
    assert all(one.at < other.at for one, other in pairwise(found))
    by_date = {one.slot_on: one for one in found}
    day = from_on
    while day <= found[-1].slot_on:
        shift = hours.get(rota.cycle[(day - rota.anchor).days % len(rota.cycle)])
        slot = by_date.get(day)
        assert (slot is not None) <= (shift is not None)
        if slot is not None and shift is not None:
            asked = datetime.combine(day, shift.at) + shift.next_morning * DAY
            late = slot.local.replace(tzinfo=None) - asked
            assert timedelta() <= late < DAY
            assert (slot.slot, slot.local.astimezone(UTC)) == (f"{shift.at:%H:%M}", slot.at)
        elif shift is not None:
            assert day in _gone(zone) or day + shift.next_morning * DAY in _gone(zone)
        day += DAY


@given(rota=rotas(), zone=zones | odd, around=dates, seconds=st.integers(-200_000, 200_000))
def test_next_after_is_the_first_of_all_that_come_later(
    rota: Rota, zone: ZoneInfo, around: date, seconds: int
) -> None:
    """And the walk by dates is the same as the walk by instants."""
    instant = datetime.combine(around, time(), UTC) + timedelta(seconds=seconds)
    every = occurrences(rota, zone, around - 20 * DAY)
    expected = next(one for one in every if one.at > instant)
    assert next_after(rota, zone, instant) == expected
    later = next(every)
    assert next_after(rota, zone, expected.at) == later
    assert following(rota, zone, expected.slot_on) == later


def _gone(zone: ZoneInfo) -> set[date]:
    """Return which of the two dates that some zones never had this one lacks."""
    lost = (date(2011, 12, 30), date(1993, 8, 21))
    noons = {day: datetime.combine(day, time(12), zone).astimezone(UTC).astimezone(zone) for day in lost}
    return {day for day, noon in noons.items() if noon.date() != day}
