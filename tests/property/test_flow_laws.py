"""Laws of guided flows: whatever is answered, every walk ends; and an answer comes back as it was kept."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.content.flow_ways import check_ways
from adapters.content.reading import is_retired, read_folders
from bot.domain.flow_answers import Answer, from_json, may_skip, takes, to_json
from bot.domain.flow_walk import is_counted, longest, next_step, onward, text_of, wait_of
from bot.domain.flows import ChoiceStep, DateStep, EndStep, Flow, Question, Route, SayStep, TextStep
from bot.domain.journal import ENTRY_MAX
from bot.testing.flows import INVENTED_FLOWS
from tests.property.made_flows import FOLDER, SHIPPED, answers_to, flows, routes, walk


@given(flows, routes, st.data())
def test_every_walk_ends(flow: Flow, route: Route, data: st.DataObject) -> None:
    """Whatever is answered or passed, each step leads to one that is there, none twice, and an end comes."""
    way, _ = walk(data, flow, route)
    known = {step.id for step in flow.steps}
    assert set(way) <= known
    assert len(set(way)) == len(way)
    assert isinstance(flow.step(way[-1]), EndStep)


@given(flows, routes, st.data())
def test_no_walk_asks_more_than_the_longest(flow: Flow, route: Route, data: st.DataObject) -> None:
    """What is promised of a flow's length holds, counted from any step on."""
    way, _ = walk(data, flow, route)
    for place, step_id in enumerate(way):
        asked = sum(is_counted(flow.step(later)) for later in way[place:])
        assert asked <= longest(flow, route, since=step_id)
    assert sum(is_counted(flow.step(step_id)) for step_id in way) <= longest(flow, route)


@given(flows, routes, st.data())
def test_each_step_of_a_walk_was_foreseen(flow: Flow, route: Route, data: st.DataObject) -> None:
    """What the check has followed is where people go."""
    way, _ = walk(data, flow, route)
    for here, there in pairwise(way):
        assert there in onward(flow, here, route)


@given(flows, st.data())
def test_the_short_way_is_never_longer(flow: Flow, data: st.DataObject) -> None:
    """It passes over what it names, and asks nothing twice or anew."""
    way, _ = walk(data, flow, Route.SHORT)
    assert not set(way) & set(flow.short_skips)
    assert longest(flow, Route.SHORT) <= longest(flow, Route.LONG)


@given(flows, routes, st.data())
def test_a_walk_is_a_function_of_its_answers(flow: Flow, route: Route, data: st.DataObject) -> None:
    """Taken up again after a restart, with the answers as they were sealed, it goes the same way."""
    way, answered = walk(data, flow, route)
    kept = json.loads(json.dumps({step_id: to_json(answer) for step_id, answer in answered.items()}))
    read = {step_id: from_json(flow.step(step_id), value) for step_id, value in kept.items()}
    assert read == answered
    for here, there in pairwise(way):
        assert next_step(flow, here, read, route) == there
        assert text_of(flow.step(here), route)


@given(flows, routes, st.data())
def test_a_wait_is_one_of_those_that_stand_in_the_file(flow: Flow, route: Route, data: st.DataObject) -> None:
    """No wait is longer than the longest that was offered, or shorter than the shortest."""
    way, answered = walk(data, flow, route)
    for step in map(flow.step, way):
        wait = wait_of(step, answered)
        offered = isinstance(step, SayStep) and step.wait
        if offered:
            assert wait in {offered.otherwise, *(length for _, length in offered.lengths)}
        else:
            assert wait is None


QUESTIONS: list[Question] = [
    step
    for flow in (*SHIPPED, *INVENTED_FLOWS)
    for step in flow.steps
    if not isinstance(step, SayStep | EndStep)
]
anything = (
    st.none()
    | st.booleans()
    | st.integers(-3, 13)
    | st.floats()
    | st.sampled_from(["yes", "no", "none", "dry", "keys", "2026-02-31", "2026-02-28", "20260228"])
    | st.text(max_size=6)
    | st.just("x" * (ENTRY_MAX + 1))
    | st.lists(st.sampled_from(["keys", "paper", "a_stone", "consent", 3]), max_size=4)
    | st.fixed_dictionaries(
        {"text": st.text(max_size=4)}, optional={"by": st.none() | st.sampled_from(["2026-02-28", "soon"])}
    )
)


@given(st.sampled_from(QUESTIONS), st.data())
def test_an_answer_comes_back_as_it_was(step: Question, data: st.DataObject) -> None:
    """What the step takes is read back the same, by way of JSON."""
    answer = data.draw(answers_to(step))
    assert takes(step, answer)
    assert from_json(step, json.loads(json.dumps(to_json(answer)))) == answer


class Refused(Exception):
    """What stood there is no answer, and the complaint names the step alone."""


def _read(step: Question, value: object) -> Answer:
    try:
        return from_json(step, value)
    except ValueError as error:
        raise (Refused if str(error) == f"no answer to {step.id}" else AssertionError) from error


@given(st.sampled_from(QUESTIONS), anything)
def test_nothing_is_read_that_the_step_does_not_take(step: Question, value: object) -> None:
    """Whatever stands in a row, it is an answer to the step or it is refused, without quoting it."""
    with suppress(Refused):
        assert takes(step, _read(step, value))


@given(st.sampled_from(QUESTIONS), st.data())
def test_an_answer_to_another_step_is_refused_alike(step: Question, data: st.DataObject) -> None:
    """Reading and taking agree on what is an answer, even on what was meant for another question."""
    answer = data.draw(answers_to(data.draw(st.sampled_from(QUESTIONS))))
    if takes(step, answer):
        assert from_json(step, to_json(answer)) == answer
    elif isinstance(step, TextStep) and isinstance(answer, date):
        assert from_json(step, to_json(answer)) == answer.isoformat()  # in a row, a day is a text
    elif not isinstance(step, DateStep) or not isinstance(answer, str):
        with pytest.raises(ValueError, match=f"^no answer to {step.id}$"):
            from_json(step, to_json(answer))


@pytest.mark.parametrize("flow", SHIPPED, ids=lambda flow: flow.id)
def test_a_choice_that_needs_an_answer_divides_the_way(flow: Flow) -> None:
    """Every question may be passed, but for one whose answers lead to different steps."""
    for step in flow.steps:
        if not isinstance(step, SayStep | EndStep) and not may_skip(step):
            assert isinstance(step, ChoiceStep)
            assert len(step.to.targets) > 1


def test_an_instant_is_no_day() -> None:
    """A day with an hour would say when somebody was here."""
    step = next(step for step in QUESTIONS if isinstance(step, DateStep))
    instant = datetime(2026, 1, 5, 8, 30)  # noqa: DTZ001 - any instant will do
    assert takes(step, date(2026, 1, 5))
    assert not takes(step, instant)
    with pytest.raises(TypeError):
        to_json(instant)


def test_what_ships_has_no_problem_in_its_ways() -> None:
    """The check and the walk speak of the same flows."""
    read = read_folders(FOLDER).flows
    assert sum(not is_retired(name) for name in read) == len(SHIPPED)
    assert [problem for name, content in read.items() for problem in check_ways(name, content)] == []
