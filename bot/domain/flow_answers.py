"""What an answer to a step may be, and how it stands in a run's sealed row.

Every question may be passed: None is an answer to each, except where the way needs one
(docs/writing-flows.md, "Where a step leads").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import assert_never

from bot.domain.flows import (
    SCALE_HIGH,
    SCALE_LOW,
    ChoiceStep,
    DateStep,
    EndStep,
    MultiStep,
    PlanStep,
    SayStep,
    ScaleStep,
    Step,
    TextStep,
)
from bot.domain.journal import ENTRY_MAX


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The answer to a `plan`: one line, and a day if there is one."""

    text: str = field(repr=False)
    by: date | None = None


Answer = str | int | date | tuple[str, ...] | Planned | None
"""By step: an option's name · a number · a day · options' names · a plan · None for what was passed."""


def may_skip(step: Step) -> bool:
    """Whether the question may be passed. Where the way divides with no "else", an answer is needed."""
    return not isinstance(step, SayStep | EndStep) and step.to.if_skipped is not None


def takes(step: Step, answer: Answer) -> bool:
    """Whether `answer` is one that the step can have. Nothing else is ever kept or walked on."""
    if answer is None:
        return isinstance(step, SayStep) or may_skip(step)
    match step:
        case SayStep() | EndStep():
            fits = False
        case ChoiceStep():
            fits = isinstance(answer, str) and answer in _names(step)
        case MultiStep():
            fits = isinstance(answer, tuple) and _ticks(step, answer)
        case ScaleStep():
            fits = type(answer) is int and SCALE_LOW <= answer <= SCALE_HIGH
        case TextStep():
            fits = isinstance(answer, str) and _is_written(answer)
        case DateStep():
            fits = type(answer) is date
        case PlanStep():
            fits = isinstance(answer, Planned) and _is_written(answer.text)
        case _:
            assert_never(step)
    return fits


def _names(step: ChoiceStep | MultiStep) -> tuple[str, ...]:
    return tuple(option.name for option in step.options)


def _ticks(step: MultiStep, names: tuple[str, ...]) -> bool:
    """Whether these options, each once, may be ticked together; none ticked is passing, which is None."""
    most = step.at_most or len(step.options)
    return 0 < len(names) <= most and len(set(names)) == len(names) and set(names) <= set(_names(step))


def _is_written(text: str) -> bool:
    return bool(text.strip()) and len(text) <= ENTRY_MAX


def to_json(answer: Answer) -> object:
    """The answer as plain JSON holds it; `from_json` reads it back, given its step."""
    match answer:
        case Planned():
            return {"text": answer.text, "by": answer.by and answer.by.isoformat()}
        case datetime():  # a day, never an instant; `takes` refuses it before
            raise TypeError("an answer holds a day, not an instant")
        case date():
            return answer.isoformat()
        case tuple():
            return list(answer)
        case _:
            return answer


def from_json(step: Step, value: object) -> Answer:
    """The answer to `step` that `value` holds.

    Raises:
        ValueError: if it is not one that the step takes. The value is not quoted.
    """
    answer = _read(step, value)
    if not takes(step, answer):
        raise ValueError(f"no answer to {step.id}")
    return answer


def _read(step: Step, value: object) -> Answer:
    match step, value:
        case (MultiStep(), [*names]):
            return tuple(name for name in names if isinstance(name, str))
        case (DateStep(), str(day)):
            return _day(step, day)
        case (PlanStep(), {"text": str(text), "by": str(day)}):
            return Planned(text=text, by=_day(step, day))
        case (PlanStep(), {"text": str(text), "by": None}):
            return Planned(text=text)
        case (_, None | str() | int()):
            return value
        case _:
            raise ValueError(f"no answer to {step.id}")


def _day(step: Step, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"no answer to {step.id}") from None
