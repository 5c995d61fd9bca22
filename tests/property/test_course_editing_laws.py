"""Laws of a course whose items change while it runs: nobody loses anything by it, and what is said is so."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.course import Course
from bot.domain.courses.editing import (
    ITEMS_MOST,
    item_named,
    what_follows,
    with_item,
    with_new_item,
)
from bot.domain.courses.learners import Learner
from bot.domain.courses.materials import Item
from bot.domain.courses.post_tests import Door, door
from bot.domain.courses.progress import with_finished
from bot.errors import BadInput
from bot.testing.courses import THREE_UNITS

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
COURSE = replace(
    THREE_UNITS.course,
    units=tuple(replace(each, test=each.test if each.n == 2 else ()) for each in THREE_UNITS.course.units),
)
"""Its second unit alone has a test, which nobody has taken."""
NAMES = [f"{n}.{place}" for n in (1, 2, 3) for place in range(6)]
Edit = tuple[str, int | str, bool]
edits = st.one_of(
    st.tuples(st.just("add"), st.integers(1, 4), st.booleans()),
    st.tuples(st.just("switch"), st.sampled_from(NAMES), st.booleans()),
    st.tuples(st.just("fix"), st.sampled_from(NAMES), st.booleans()),
)
learners = st.builds(
    lambda ticks: with_finished(COURSE, Learner(agreed_at=NOW, ticks=ticks), NOW),
    st.frozensets(st.sampled_from(NAMES)),
)


def edited(course: Course, edit: Edit) -> Course:
    """A course after one change, or as it was where that is refused."""
    kind, what, flag = edit
    with suppress(BadInput):
        if isinstance(what, int):
            return with_new_item(course, what, Item(title="new", required=flag, link="https://a.example"))
        item = item_named(course, what)
        if item is not None:
            after = replace(item, title="fixed") if kind == "fix" else replace(item, is_withdrawn=flag)
            return with_item(course, what, after)
    return course


@given(st.lists(learners, max_size=4), st.lists(edits, max_size=12))
def test_nobody_loses_what_they_finished_and_what_is_said_before_is_what_comes(
    every: Sequence[Learner], changes: Sequence[Edit]
) -> None:
    """After each change: units finished stay, and as many finish by it as the trainer was told before."""
    course, now = COURSE, list(every)
    for edit in changes:
        after = edited(course, edit)
        told = {unit.n: what_follows(course, after, unit.n, now) for unit in course.units}
        then = [with_finished(after, each, NOW) for each in now]
        for unit in course.units:
            before = sum(unit.n in each.finished for each in now)
            assert told[unit.n].finished == before
            assert told[unit.n].finished + told[unit.n].ahead == len(now)
            assert sum(unit.n in each.finished for each in then) == before + told[unit.n].by_it
        assert all(set(one.finished) <= set(two.finished) for one, two in zip(now, then, strict=True))
        assert [each.ticks for each in now] == [each.ticks for each in then]
        course, now = after, then


@given(st.lists(edits, max_size=20))
def test_a_unit_stays_whole_and_every_tick_means_what_it_did(changes: Sequence[Edit]) -> None:
    """It keeps a required item and no more than a card holds; an item keeps its place, so that ticks hold."""
    course = COURSE
    for edit in changes:
        after = edited(course, edit)
        for one, two in zip(course.units, after.units, strict=True):
            assert two.required
            assert sum(not each.is_withdrawn for each in two.items) <= ITEMS_MOST
            assert len(one.items) <= len(two.items)
            links = [each.link for each in two.items[: len(one.items)]]
            assert links == [each.link for each in one.items]
        course = after


@given(st.sampled_from(NAMES))
def test_what_is_taken_out_and_put_back_is_what_it_was(name: str) -> None:
    """An undo leaves no trace in the course."""
    item = item_named(COURSE, name)
    if item is not None:
        out = edited(COURSE, ("switch", name, True))
        assert edited(out, ("switch", name, False)) == COURSE


@given(learners, st.lists(edits, max_size=12))
def test_a_test_is_open_only_to_who_ticked_what_is_required_now(
    learner: Learner, changes: Sequence[Edit]
) -> None:
    """Whatever is added or taken out meanwhile."""
    course = COURSE
    for edit in changes:
        course = edited(course, edit)
        is_open = door(course, learner, 2, NOW).door is Door.OPEN
        unit = course.unit(2)
        assert unit is not None
        assert is_open == (unit.required <= learner.ticks)
