"""Makes the core's flow of the entries in its file; whether it is sound, flow_checks.py has said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TypedDict, assert_never

from adapters.content.build import options_of, review_of
from adapters.content.flow_models import (
    SKIPPED,
    ChoiceEntry,
    DateEntry,
    EndEntry,
    FlowFile,
    FollowUpEntry,
    GateEntry,
    LookingBackEntry,
    MultiEntry,
    PassageEntry,
    PlanEntry,
    QuestionEntry,
    SayEntry,
    ScaleEntry,
    StepEntry,
    StepWordsEntry,
    TextEntry,
    VariantEntry,
    WaitByEntry,
)
from adapters.content.models import ELSE
from bot.domain.calendar_spans import span_of
from bot.domain.flows import (
    ChoiceStep,
    DateStep,
    EndStep,
    Flow,
    FollowUp,
    Gate,
    Link,
    LookingBack,
    MultiStep,
    Onward,
    PlanStep,
    Resource,
    Save,
    SayStep,
    ScaleStep,
    Step,
    StepWords,
    TextStep,
    Variant,
    Wait,
)


class _Passage(TypedDict):
    """What every step but an end is made of."""

    id: str
    text: str
    to: Onward
    resource: Resource | None
    links: Link | None
    gate: Gate | None


class _Question(_Passage):
    """What every step that is answered is made of."""

    short_text: str | None
    save: Save


def flow_of(content: FlowFile) -> Flow:
    """The flow of one file."""
    meta = content.meta
    return Flow(
        id=meta.id,
        version=meta.version,
        locale=meta.locale,
        title=meta.title,
        short_title=meta.short_title,
        domain=meta.domain,
        depth=meta.depth,
        sensitivity=meta.sensitivity,
        audience=tuple(meta.audience),
        gentle=meta.gentle,
        start=content.start,
        steps=tuple(_step(step_id, entry) for step_id, entry in content.steps.items()),
        short_skips=tuple(content.short_skips),
        variants=tuple(_variant(name, entry, content) for name, entry in content.variants.items()),
        looking_back=_looking_back(content.looking_back) if content.looking_back else None,
        review=review_of(meta.review),
    )


def onward_of(to: str | Mapping[str, str]) -> Onward:
    """Where a step leads, however it is written."""
    if isinstance(to, str):
        return Onward(otherwise=to)
    named = tuple((answer, step) for answer, step in to.items() if answer not in {ELSE, SKIPPED})
    return Onward(named=named, otherwise=to.get(ELSE), skipped=to.get(SKIPPED))


def _step(step_id: str, entry: StepEntry) -> Step:
    step: Step
    match entry:
        case SayEntry():
            step = SayStep(**_passage(step_id, entry), wait=_wait(entry.wait))
        case ChoiceEntry():
            step = ChoiceStep(
                **_question(step_id, entry),
                options=options_of(entry.options),
                tags=tuple(entry.tags.items()),
            )
        case MultiEntry():
            step = MultiStep(
                **_question(step_id, entry), options=options_of(entry.options), at_most=entry.at_most
            )
        case ScaleEntry():
            step = ScaleStep(
                **_question(step_id, entry), low_label=entry.low_label, high_label=entry.high_label
            )
        case TextEntry():
            step = TextStep(**_question(step_id, entry), scene=entry.scene)
        case DateEntry():
            step = DateStep(**_question(step_id, entry))
        case PlanEntry():
            step = PlanStep(**_question(step_id, entry), about=entry.about)
        case EndEntry():
            step = _end(step_id, entry)
        case _:
            assert_never(entry)
    return step


def _passage(step_id: str, entry: PassageEntry) -> _Passage:
    return _Passage(
        id=step_id,
        text=entry.text,
        to=onward_of(entry.to),
        resource=entry.resource,
        links=entry.links,
        gate=_gate(entry.gate) if entry.gate else None,
    )


def _question(step_id: str, entry: QuestionEntry) -> _Question:
    return _Question(**_passage(step_id, entry), short_text=entry.short_text, save=entry.save)


def _gate(entry: GateEntry) -> Gate:
    return Gate(step=entry.step, option=entry.option, otherwise=entry.otherwise)


def _wait(entry: str | WaitByEntry | None) -> Wait | None:
    match entry:
        case None:
            return None
        case str():
            return Wait(otherwise=_length(entry))
        case WaitByEntry():
            lengths = tuple((option, _length(written)) for option, written in entry.lengths.items())
            return Wait(by=entry.by, lengths=lengths, otherwise=min(length for _, length in lengths))
        case _:
            assert_never(entry)


def _length(written: str) -> timedelta:
    """Read PT40S or PT3M."""
    count = int(written[2:-1])
    return timedelta(minutes=count) if written.endswith("M") else timedelta(seconds=count)


def _end(step_id: str, entry: EndEntry) -> EndStep:
    return EndStep(
        id=step_id,
        state=entry.state,
        text=entry.text,
        follow_up=_follow_up(entry.follow_up) if entry.follow_up else None,
        start_flow=entry.start_flow,
        asks_to_keep=entry.keep == "ask",
        keeps_place=entry.keeps_place,
    )


def _follow_up(entry: FollowUpEntry) -> FollowUp:
    return FollowUp(presets=tuple(span_of(written) for written in entry.presets), ask=entry.ask)


def _variant(name: str, entry: VariantEntry, content: FlowFile) -> Variant:
    texts = (words_of(step_id, words, content) for step_id, words in entry.texts.items())
    return Variant(name=name, when=tuple(entry.when.items()), texts=tuple(texts))


def words_of(step_id: str, written: str | StepWordsEntry, content: FlowFile) -> StepWords:
    """What a step says instead: a sentence alone on both ways, else what is not written stays."""
    if isinstance(written, str):
        return StepWords(step=step_id, text=written, short_text=None)
    entry = content.steps[step_id]
    short = entry.short_text if isinstance(entry, QuestionEntry) else None
    return StepWords(step=step_id, text=written.text or entry.text, short_text=written.short_text or short)


def _looking_back(entry: LookingBackEntry) -> LookingBack:
    return LookingBack(
        notice=entry.notice,
        ask=entry.ask,
        options=options_of(entry.options),
        again=tuple(entry.again),
        reflect=entry.reflect,
    )
