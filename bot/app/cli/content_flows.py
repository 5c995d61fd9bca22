"""A guided flow as plain text: every step with its answers and where they lead, then the short way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import assert_never

from bot.domain.flow_answers import may_skip
from bot.domain.flow_walk import longest, text_of
from bot.domain.flows import (
    ChoiceStep,
    DateStep,
    EndStep,
    Flow,
    LookingBack,
    MultiStep,
    PlanStep,
    Question,
    Route,
    SayStep,
    ScaleStep,
    Step,
    TextStep,
    Variant,
    Wait,
)

Passing = SayStep | Question
"""A step that leads on."""


def flow_as_text(flow: Flow) -> str:
    """The whole flow, in the order of its file. What is known about it, the caller adds."""
    lines = [flow.title, ""]
    for step in flow.steps:
        lines += [_heading(step), *(f"  {line}" for line in _lines(step)), ""]
    if flow.has_short_way:
        lines += ["The short way", *(f"  {line}" for line in _short_way(flow)), ""]
    for variant in flow.variants:
        lines += [_when(variant), *(f"  {line}" for line in _other_words(variant)), ""]
    if flow.looking_back:
        lines += ["On the day it comes back", *(f"  {line}" for line in _looking_back(flow.looking_back))]
    return "\n".join(lines).rstrip()


def length_in_words(flow: Flow) -> str:
    """How many questions the longest way has, and the short one."""
    short = f", {longest(flow, Route.SHORT)} on the short way" if flow.has_short_way else ""
    return f"at most {longest(flow)} questions{short}"


def _heading(step: Step) -> str:
    what = f"ends: {step.state}" if isinstance(step, EndStep) else step.do
    return f"{step.id} ({what})"


def _lines(step: Step) -> Iterator[str]:
    """What the step shows, and where it leads."""
    if step.text:
        yield step.text
    if isinstance(step, EndStep):
        yield from _ending(step)
        return
    if step.gate:
        yield f"(only with `{step.gate.option}` at {step.gate.step}; else {step.gate.otherwise})"
    if step.resource:
        yield f"(shows {step.resource})"
    if step.links:
        yield f"(shows {step.links})"
    yield from _answers(step)
    if step.to.is_single:
        yield f"-> {step.to.otherwise}"


def _answers(step: Passing) -> Iterator[str]:
    """What there is to answer with, and the way to pass."""
    match step:
        case SayStep():
            if step.wait:
                yield f"(quiet for {_wait(step.wait)})"
            return
        case ChoiceStep():
            yield from _options(step)
        case MultiStep():
            yield from _options(step)
            yield f"(up to {step.at_most} of them)" if step.at_most else "(any of them)"
        case ScaleStep():
            yield f"0 {step.low_label} ... 10 {step.high_label}"
        case TextStep():
            yield f"(a few lines of your own{', gone after some days' if step.scene else ''})"
        case DateStep():
            yield "(a day)"
        case PlanStep():
            yield "(one line, and a day)"
        case _:
            assert_never(step)
    if may_skip(step):
        yield f"[pass]{_lead(step, step.to.if_skipped)}"


def _options(step: ChoiceStep | MultiStep) -> Iterator[str]:
    named = dict(step.to.named)
    for option in step.options:
        yield f"[{option.label}]{_lead(step, named.get(option.name, step.to.otherwise))}"


def _lead(step: Passing, target: str | None) -> str:
    """Where one answer leads; nothing where all lead to the same step, which is said once."""
    return "" if step.to.is_single else f" -> {target}"


def _wait(wait: Wait) -> str:
    if wait.by is None:
        return _length(wait.otherwise)
    return f"{' or '.join(_length(length) for _, length in wait.lengths)}, as chosen at {wait.by}"


def _length(length: timedelta) -> str:
    seconds = round(length.total_seconds())
    return f"{seconds} s" if seconds % 60 else f"{seconds // 60} min"


def _ending(step: EndStep) -> Iterator[str]:
    if step.keeps_place:
        yield "(no end yet: the place is kept)"
    if step.asks_to_keep:
        yield "(asks whether to keep what was written)"
    if step.start_flow:
        yield f"(offers {step.start_flow})"
    if step.follow_up:
        days = "".join(f"[{preset.words}] " for preset in step.follow_up.presets)
        yield f"{step.follow_up.ask or 'When it may come back:'} {days}[another day] [not at all]"


def _looking_back(back: LookingBack) -> Iterator[str]:
    yield back.notice
    yield back.ask
    for option in back.options:
        yield f"[{option.label}]{' -> another day' if option.name in back.again else ''}"
    yield back.reflect


def _when(variant: Variant) -> str:
    chosen = " and ".join(f"`{option}` at {step}" for step, option in variant.when)
    return f"Other words with {chosen} ({variant.name})"


def _other_words(variant: Variant) -> Iterator[str]:
    for words in variant.texts:
        yield f"{words.step}: {words.text}"
        if words.short_text:
            yield f"{words.step}, on the short way: {words.short_text}"


def _short_way(flow: Flow) -> Iterator[str]:
    yield f"leaves out {', '.join(flow.short_skips)}"
    for step in flow.steps:
        short = text_of(step, Route.SHORT)
        if short != step.text:
            yield f"{step.id}: {short}"
