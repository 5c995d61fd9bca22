"""A run of a flow: where somebody stands in it and what they have answered. Pure: no clock, no seal.

What was asked is kept with each answer, in the words of that moment. So a run can still be kept as an entry
when the library has changed meanwhile and the run can no longer go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import assert_never
from uuid import UUID

from bot.domain.flow_answers import Answer, Planned, from_json, to_json
from bot.domain.flow_walk import first, next_step, text_of, told, wait_of
from bot.domain.flows import (
    SCALE_HIGH,
    SCALE_LOW,
    ChoiceStep,
    DateStep,
    EndStep,
    Flow,
    MultiStep,
    PlanStep,
    Question,
    Route,
    Save,
    SayStep,
    ScaleStep,
    Tag,
    TextStep,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One question that was asked: the answer as JSON holds it, and both in words, to be kept.

    `value` is None and `words` is empty for what was passed. `tag` is that of the option chosen.
    """

    step: str
    value: object = field(repr=False)
    question: str
    words: str = field(default="", repr=False)
    save: Save
    is_scene: bool = False
    tag: Tag | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRun:
    """One run. It stands at a question, at a `say` that stays quiet until `until`, or at an end.

    `route` is None until a way was chosen. `said` are the steps that are shown together with the present
    one. `wakes` is the agenda row of a wait. `is_settled`, at an end: what is kept was decided, and only the
    day of the follow-up is open. `page` is the entry that it is kept as, where whoever began it named one.
    """

    id: UUID
    flow: str
    version: int
    title: str
    step: str
    route: Route | None = None
    said: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()
    until: datetime | None = None
    wakes: UUID | None = None
    is_settled: bool = False
    page: UUID | None = None


def begun(flow: Flow, run: UUID, *, page: UUID | None = None) -> FlowRun:
    """Return a new run whose way is not chosen yet. `page`: the entry that it is to be kept as."""
    return FlowRun(id=run, flow=flow.id, version=flow.version, title=flow.title, step=flow.start, page=page)


def on_way(flow: Flow, run: FlowRun, route: Route, now: datetime) -> FlowRun:
    """Return the run at the first step of a way."""
    return _landed(flow, replace(run, route=route), first(flow, route), now)


def answered(flow: Flow, run: FlowRun, answer: Answer, now: datetime) -> FlowRun:
    """Return the run after an answer that its present step takes."""
    step = _question(told_to(flow, run), run.step)
    moved = replace(run, given=(*run.given, _given(step, answer, _route(run))))
    return _landed(flow, moved, next_step(flow, run.step, answers_of(flow, moved), _route(run)), now)


def answered_again(flow: Flow, run: FlowRun, step_id: str, answer: Answer) -> FlowRun:
    """Return the run with other words to a question that was asked before; it stays where it stands.

    Only for steps that are written: which words they hold does not decide the way.
    """
    new = _given(_question(told_to(flow, run), step_id), answer, _route(run))
    return replace(run, given=tuple(new if old.step == step_id else old for old in run.given))


def awake(flow: Flow, run: FlowRun, now: datetime) -> FlowRun:
    """Return the run after a wait that is over; any other run as it is."""
    if run.until is None or run.until > now:
        return run
    return _landed(flow, run, next_step(flow, run.step, answers_of(flow, run), _route(run)), now)


def told_to(flow: Flow, run: FlowRun) -> Flow:
    """Return the flow in the words that the answers of this run call for.

    Raises:
        KeyError, ValueError: the flow is not the one that was answered.
    """
    return told(flow, answers_of(flow, run)) if flow.variants else flow


def fits(flow: Flow, run: FlowRun) -> bool:
    """Whether the flow still has all that the run stands on."""
    try:
        flow.step(run.step)
        answers_of(flow, run)
    except (KeyError, ValueError):
        return False
    return True


def answers_of(flow: Flow, run: FlowRun) -> Mapping[str, Answer]:
    """Return what was answered, by step.

    Raises:
        KeyError, ValueError: the flow is not the one that was answered.
    """
    return {given.step: from_json(flow.step(given.step), given.value) for given in run.given}


def _landed(flow: Flow, run: FlowRun, step_id: str, now: datetime) -> FlowRun:
    """Return the run at the first step from `step_id` on that asks, waits or ends."""
    answers, said = answers_of(flow, run), list[str]()
    while isinstance(step := flow.step(step_id), SayStep):
        wait = wait_of(step, answers)
        if wait is not None:
            return replace(run, step=step_id, said=tuple(said), until=now + wait, wakes=None)
        said.append(step_id)
        step_id = next_step(flow, step_id, answers, _route(run))
    return replace(run, step=step_id, said=tuple(said), until=None, wakes=None)


def _route(run: FlowRun) -> Route:
    return run.route or Route.LONG


def _question(flow: Flow, step_id: str) -> Question:
    """Return a step that is answered.

    Raises:
        TypeError: it asks nothing.
    """
    step = flow.step(step_id)
    if isinstance(step, SayStep | EndStep):
        raise TypeError(f"{step_id} asks nothing")
    return step


def _given(step: Question, answer: Answer, route: Route) -> Given:
    tag = step.tag_of(answer) if isinstance(step, ChoiceStep) else None
    return Given(
        step=step.id,
        value=to_json(answer),
        question=text_of(step, route) or "",
        words=words_of(step, answer),
        save=step.save,
        is_scene=isinstance(step, TextStep) and step.scene,
        tag=tag,
    )


def words_of(step: Question, answer: Answer) -> str:
    """Return an answer in the words that were shown, never in the names that are stored."""
    match step:
        case ChoiceStep() | MultiStep():
            names = answer if isinstance(answer, tuple) else (answer,)
            return ", ".join(option.label for option in step.options if option.name in names)
        case ScaleStep():
            ends = f"({SCALE_LOW}: {step.low_label}, {SCALE_HIGH}: {step.high_label})"
            return "" if answer is None else f"{answer} {ends}"
        case TextStep() | DateStep() | PlanStep():
            return _written(answer)
        case _:
            assert_never(step)


def _written(answer: Answer) -> str:
    match answer:
        case Planned(text=text, by=None):
            return text
        case Planned(text=text, by=date() as day):
            return f"{text}\n(by {_day(day)})"
        case date():
            return _day(answer)
        case _:
            return str(answer or "")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
