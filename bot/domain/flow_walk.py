"""The way through a flow, as a pure function of what was answered. No clock, and nothing is kept here.

A run is `(flow id, version, step, answers, route)`: `first` gives its step, `next_step` the one after each
answer, until an end. The rules are those of docs/writing-prompts.md, "Where a step leads", "The short way"
and "Other words for some".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache

from bot.domain.flow_answers import Answer
from bot.domain.flows import (
    ChoiceStep,
    EndStep,
    Flow,
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
    return tuple(
        dict.fromkeys(lands for target in step.to.targets for lands in _landings(flow, target, route))
    )


def starts(flow: Flow, route: Route) -> tuple[str, ...]:
    """Every step with which the flow may begin: one, in a checked flow."""
    return tuple(_landings(flow, flow.start, route))


def _landings(flow: Flow, target: str, route: Route) -> Iterator[str]:
    step = flow.step(target)
    if isinstance(step, EndStep):
        yield target
    elif route is Route.SHORT and target in flow.short_skips and step.to.otherwise is not None:
        yield from _landings(flow, step.to.otherwise, route)
    else:
        yield target
        if step.gate is not None:
            yield from _landings(flow, step.gate.otherwise, route)


def is_counted(step: Step) -> bool:
    """Whether the step is one of those that a flow may ask only so many of.

    Saying and ending ask nothing. A card that shows where to find help is a door and no question.
    """
    return not isinstance(step, SayStep | EndStep) and step.resource is None


def longest(flow: Flow, route: Route = Route.LONG, since: str | None = None) -> int:
    """How many questions the longest way has, from the beginning or from the step `since`, that one included.

    Expects a checked flow: one that leads round in a circle has no longest way.
    """

    @cache
    def from_here(step_id: str) -> int:
        after = max((from_here(target) for target in onward(flow, step_id, route)), default=0)
        return is_counted(flow.step(step_id)) + after

    return max(from_here(step_id) for step_id in ((since,) if since else starts(flow, route)))
