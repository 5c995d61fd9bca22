"""The way through a flow, as a pure function of what was answered. No clock, and nothing is kept here.

A run is `(flow id, version, step, answers, route)`: `first` gives its step, `next_step` the one after each
answer, until an end. The rules are those of docs/writing-flows.md, "Where a step leads", "The short way"
and "Other words for some".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache, lru_cache

from bot.domain.flow_answers import Answer
from bot.domain.flows import (
    ChoiceStep,
    EndStep,
    Flow,
    Gate,
    MultiStep,
    Route,
    SayStep,
    Step,
    StepWords,
    Variant,
)

Answers = Mapping[str, Answer]
"""Step id to answer. A step that was asked and passed stands in it with None."""


def first(flow: Flow, route: Route) -> str:
    """The id of the step with which the flow begins."""
    return _landed(flow, flow.start, {}, route)


def next_step(flow: Flow, step_id: str, answers: Answers, route: Route) -> str:
    """The id of the step after `step_id`, given all answers so far, its own among them.

    A missing answer counts as passed. The answer is expected to be one that the step `takes`.

    Raises:
        ValueError: at an end, and where the way needs an answer that is not there.
    """
    target = _target(flow.step(step_id), answers.get(step_id))
    if target is None:
        raise ValueError(f"nothing comes after {step_id} without an answer")
    return _landed(flow, target, answers, route)


def _target(step: Step, answer: Answer) -> str | None:
    """The step that the answer names; None at an end, and where an answer is needed."""
    if isinstance(step, EndStep):
        return None
    if answer is None:
        return step.to.if_skipped
    names = answer if isinstance(answer, tuple) else (answer,)
    chosen = names[0] if len(names) == 1 else None
    named = dict(step.to.named) if isinstance(step, ChoiceStep | MultiStep) else {}
    return named.get(chosen, step.to.otherwise) if isinstance(chosen, str) else step.to.otherwise


def _landed(flow: Flow, target: str, answers: Answers, route: Route) -> str:
    """The step itself, or where the short way or a gate leads past it."""
    step = flow.step(target)
    if isinstance(step, EndStep):
        return target
    if route is Route.SHORT and target in flow.short_skips and step.to.otherwise is not None:
        return _landed(flow, step.to.otherwise, answers, route)
    if step.gate is not None and not _has(answers.get(step.gate.step), step.gate.option):
        return _landed(flow, step.gate.otherwise, answers, route)
    return target


def _has(answer: Answer, option: str) -> bool:
    return option in answer if isinstance(answer, tuple) else answer == option


def text_of(step: Step, route: Route = Route.LONG) -> str | None:
    """What the step says on this way; None for an end that says nothing."""
    if route is Route.SHORT and not isinstance(step, SayStep | EndStep) and step.short_text is not None:
        return step.short_text
    return step.text


def told(flow: Flow, answers: Answers) -> Flow:
    """The flow in the words that these answers call for; with more answers it may be told again."""
    for variant in flow.variants:
        if all(_has(answers.get(step), option) for step, option in variant.when):
            flow = told_as(flow, variant)
    return flow


def told_as(flow: Flow, variant: Variant) -> Flow:
    """The flow in the words of one of its variants."""
    words = {each.step: each for each in variant.texts}
    return replace(flow, steps=tuple(_in_words(step, words.get(step.id)) for step in flow.steps))


def _in_words(step: Step, words: StepWords | None) -> Step:
    if words is None:
        return step
    if isinstance(step, EndStep):
        return replace(step, text=words.text)
    if isinstance(step, SayStep):
        return replace(step, text=words.text or step.text)
    return replace(step, text=words.text or step.text, short_text=words.short_text)


def wait_of(step: Step, answers: Answers) -> timedelta | None:
    """How long the step stays quiet before the flow goes on; None where nothing is waited for."""
    if not isinstance(step, SayStep) or step.wait is None:
        return None
    chosen = answers.get(step.wait.by) if step.wait.by else None
    lengths = dict(step.wait.lengths)
    return lengths.get(chosen, step.wait.otherwise) if isinstance(chosen, str) else step.wait.otherwise


def onward(flow: Flow, step_id: str, route: Route) -> tuple[str, ...]:
    """Every step that may come directly after this one on this way, whatever is answered."""
    step = flow.step(step_id)
    if isinstance(step, EndStep):
        return ()
    after = (lands for target in step.to.targets for lands, _ in _landings(flow, target, route, _NOTHING))
    return tuple(dict.fromkeys(after))


def starts(flow: Flow, route: Route) -> tuple[str, ...]:
    """Every step with which the flow may begin: one, in a checked flow."""
    return tuple(dict.fromkeys(lands for lands, _ in _landings(flow, flow.start, route, _NOTHING)))


@dataclass(frozen=True, slots=True)
class _Ticks:
    """What a way has told of earlier answers by the gates that it passed: step and option of each."""

    on: frozenset[tuple[str, str]] = frozenset()
    off: frozenset[tuple[str, str]] = frozenset()

    def opened(self, flow: Flow, gate: Gate) -> _Ticks | None:
        """What is known behind an open gate; None where it cannot be open, with as many ticked before."""
        key = (gate.step, gate.option)
        if key in self.off:
            return None
        on = self.on | {key}
        asked = flow.step(gate.step)
        most = 1 if isinstance(asked, ChoiceStep) else asked.at_most if isinstance(asked, MultiStep) else None
        if most is not None and sum(step == gate.step for step, _ in on) > most:
            return None
        return _Ticks(on, self.off)

    def closed(self, gate: Gate) -> _Ticks | None:
        """What is known past a closed gate; None where it stands open on this way."""
        key = (gate.step, gate.option)
        return None if key in self.on else _Ticks(self.on, self.off | {key})


_NOTHING = _Ticks()


def _landings(flow: Flow, target: str, route: Route, ticks: _Ticks) -> Iterator[tuple[str, _Ticks]]:
    """Where somebody comes who is led to `target`, with what is known of their answers then."""
    step = flow.step(target)
    if isinstance(step, EndStep):
        yield target, ticks
    elif route is Route.SHORT and target in flow.short_skips and step.to.otherwise is not None:
        yield from _landings(flow, step.to.otherwise, route, ticks)
    elif step.gate is None:
        yield target, ticks
    else:
        if (opened := ticks.opened(flow, step.gate)) is not None:
            yield target, opened
        if (closed := ticks.closed(step.gate)) is not None:
            yield from _landings(flow, step.gate.otherwise, route, closed)


def is_counted(step: Step) -> bool:
    """Whether the step is one of those that a flow may ask only so many of.

    Saying and ending ask nothing. A card that shows where to find help is a door and no question.
    """
    return not isinstance(step, SayStep | EndStep) and step.resource is None


def longest(flow: Flow, route: Route = Route.LONG, since: str | None = None) -> int:
    """How many questions the longest way has, from the beginning or from the step `since`, that one included.

    No more gates of one question stand open on a way than may be ticked there. Expects a checked flow: one
    that leads round in a circle has no longest way.
    """
    return _longest(flow, route, since)


@lru_cache(maxsize=128)
def _longest(flow: Flow, route: Route, since: str | None) -> int:
    """Remembered, as a list of flows asks for each of them every time that it is drawn."""

    @cache
    def from_here(step_id: str, ticks: _Ticks) -> int:
        step = flow.step(step_id)
        if isinstance(step, EndStep):
            return 0
        after = (there for target in step.to.targets for there in _landings(flow, target, route, ticks))
        return is_counted(step) + max(from_here(*there) for there in after)

    begins = _landings(flow, flow.start, route, _NOTHING) if since is None else [(since, _NOTHING)]
    return max(from_here(*there) for there in begins)
