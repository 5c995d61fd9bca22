"""The flows that ship, and ways to walk them: all of them, or the one that some answers take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.domain.flow_answers import Answer
from bot.domain.flow_walk import first, next_step, onward, starts
from bot.domain.flows import EndStep, Flow, Route
from tests.made_once import our_library

FLOWS = {flow.id: flow for flow in our_library().flows()}


def ways(flow: Flow, route: Route = Route.LONG) -> Iterator[tuple[str, ...]]:
    """Every way through a flow, from its first step to an end."""

    def from_here(step_id: str) -> Iterator[tuple[str, ...]]:
        after = onward(flow, step_id, route)
        for target in after:
            yield from ((step_id, *rest) for rest in from_here(target))
        if not after:
            yield (step_id,)

    for start in starts(flow, route):
        yield from from_here(start)


def walked(flow: Flow, answers: Mapping[str, Answer], route: Route = Route.LONG) -> list[str]:
    """The way that these answers take; whatever is not named is passed."""
    way = [first(flow, route)]
    while not isinstance(flow.step(way[-1]), EndStep):
        way.append(next_step(flow, way[-1], answers, route))
    return way


def ended(flow: Flow, answers: Mapping[str, Answer]) -> EndStep:
    """The end that these answers lead to."""
    end = flow.step(walked(flow, answers)[-1])
    assert isinstance(end, EndStep)
    return end
