"""Whatever stands in a file of a course, it is read or refused, and nothing in between."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from adapters.content.course_file import examine_course
from adapters.content.loader import Report, examine
from adapters.content.yaml_file import parse_yaml
from bot.app.library import library_folder
from bot.domain.courses.course import CourseTemplate
from bot.domain.courses.timetable import instant_of
from bot.domain.courses.written import body_of, course_of
from tests.examples import examples

Way = tuple[str | int, ...]
WORDS = (
    "",
    "O1",
    "O9",
    "live",
    "own",
    "day 1",
    "day 999 23:59",
    "u1.done +P3D",
    "u99.done +P999DT999H9999M",
    "idle +P7D",
    "s1.start -P60D",
    "s99.end +P999DT999H9999M",
    "end",
    "2099-12-31T23:59",
    "2027-03-14T02:30",
    "2027-02-29T16:00",
    "Pacific/Apia",
    "Europe/Atlantis",
    "UTC",
    "PT0M",
    "P24M",
    "PT48H",
    "agreement on aims",
    "webinar",
    "rest_stop",
    "text",
    "choice",
    "scale",
    "flow",
    "read",
)
PLANTED = st.one_of(
    st.sampled_from(WORDS),
    st.none(),
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.text(max_size=12),
    st.lists(st.sampled_from(WORDS), max_size=3),
    st.dictionaries(st.sampled_from(WORDS), st.sampled_from(WORDS), max_size=3),
)


@cache
def _library() -> Report:
    return examine(library_folder())


@cache
def _written(name: str) -> str:
    data, faults = parse_yaml((library_folder() / "courses" / f"{name}.yaml").read_text("utf-8"))
    assert not faults
    return json.dumps(data)


def _ways(data: object, way: Way = ()) -> Iterator[Way]:
    """Every place in a file, from the top down."""
    yield way
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _ways(value, (*way, key))
    elif isinstance(data, Sequence) and not isinstance(data, str):
        for number, value in enumerate(data):
            yield from _ways(value, (*way, number))


def _with(data: object, way: Way, value: object) -> object:
    """The same data with something else at one place."""
    if not way:
        return value
    [here, *on] = way
    if isinstance(data, dict):
        return {**data, here: _with(data[here], tuple(on), value)}
    assert isinstance(data, list)
    return [_with(each, tuple(on), value) if number == here else each for number, each in enumerate(data)]


@given(
    name=st.sampled_from(["act_relationship_4", "two_week_starter", "family_alliance_5"]),
    places=st.lists(st.tuples(st.integers(0, 10_000), PLANTED), min_size=1, max_size=3),
)
@examples(80)
def test_a_file_is_a_course_or_is_refused(name: str, places: list[tuple[int, object]]) -> None:
    """No fault crashes the check; what has no problem can be kept, planned, and is the same afterwards."""
    data: object = json.loads(_written(name))
    for number, value in places:
        ways = list(_ways(data))
        data = _with(data, ways[number % len(ways)], value)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "mine.yaml"
        file.write_text(json.dumps(data), "utf-8")
        report = examine_course(file, _library())
    if report.problems:
        assert all(problem.code and problem.message for problem in report.problems)
        return
    assert isinstance(report.template, CourseTemplate)
    course = report.template.course
    assert course_of(json.loads(json.dumps(body_of(course)))) == course
    for push in course.pushes:
        assert push.when.day or push.when.unit or instant_of(course, push.when) is not None
