"""Who may be asked to keep somebody company: never whom either keeps apart, and nobody twice too soon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.company import COUNTED_FOR, Stage, Volunteer, Wish, who_comes_next, working_days_on

TODAY = date(2026, 1, 8)
NOON = datetime(2026, 1, 8, 12, tzinfo=UTC)
PEOPLE = tuple(UUID(int=number) for number in range(1, 9))
ASKER = PEOPLE[0]

people = st.sampled_from(PEOPLE)
lists = st.dictionaries(people, st.frozensets(people, max_size=3), max_size=4)
offers = st.builds(
    Volunteer,
    member=people,
    most=st.sampled_from((1, 2, 4)),
    given=st.lists(st.integers(0, 60).map(lambda days: TODAY - timedelta(days=days)), max_size=5).map(tuple),
)
volunteers = st.lists(offers, max_size=8, unique_by=lambda one: one.member)


def _wish(turned: frozenset[UUID] = frozenset()) -> Wish:
    return Wish(id="w", asker=ASKER, stage=Stage.ASKED, volunteer=None, until=NOON, turned=turned)


@given(volunteers, lists, st.lists(people, max_size=12), st.frozensets(people, max_size=4))
def test_nobody_is_asked_whom_anything_speaks_against(
    found: Sequence[Volunteer],
    apart: dict[UUID, frozenset[UUID]],
    met: Sequence[UUID],
    turned: frozenset[UUID],
) -> None:
    """Not oneself, not whom either keeps apart, not who could not, not who has given what they offered."""
    comes = who_comes_next(_wish(turned), found, apart=apart, met=met, today=TODAY)
    by_member = {one.member: one for one in found}
    for one in comes:
        assert one != ASKER
        assert one not in turned
        assert one not in apart.get(ASKER, ())
        assert ASKER not in apart.get(one, ())
        given_lately = [day for day in by_member[one].given if TODAY - day < COUNTED_FOR]
        assert len(given_lately) < by_member[one].most


@given(st.integers(1, 7), st.data())
def test_nobody_comes_again_before_all_have_come(many: int, data: st.DataObject) -> None:
    """Of those who may always come, each is met once in every turn of all of them."""
    found = [Volunteer(member=one, most=4) for one in PEOPLE[1 : many + 1]]
    met: list[UUID] = []
    for _ in range(3 * many):
        comes = who_comes_next(_wish(), found, apart={}, met=met, today=TODAY)
        met.append(data.draw(st.sampled_from(comes)))
    turns = [met[start : start + many] for start in range(0, len(met), many)]
    assert all(len(set(turn)) == many for turn in turns)


@given(st.integers(0, 8_000).map(lambda hours: NOON + timedelta(hours=hours)), st.integers(1, 10))
def test_working_days_end_on_one(start: datetime, days: int) -> None:
    """So many working days later is a working day, at the same hour, with just so many between."""
    end = working_days_on(start, days)
    assert end.weekday() < 5
    assert end.time() == start.time()
    between = [start + timedelta(days=day) for day in range(1, (end - start).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == days
