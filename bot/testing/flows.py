"""Invented flows: one that has a step of each kind, in two versions, and a builder for others."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.calendar_spans import Span, Unit
from bot.domain.flows import (
    ChoiceStep,
    DateStep,
    EndStep,
    Flow,
    FollowUp,
    Gate,
    LookingBack,
    MultiStep,
    Onward,
    PlanStep,
    Resource,
    Save,
    SayStep,
    ScaleStep,
    Step,
    Tag,
    TextStep,
    Wait,
)
from bot.domain.prompts import AudienceKind, Depth, Domain, Option, Review, ReviewStatus, Sensitivity


def options(*names: str) -> tuple[Option, ...]:
    """Options whose labels are their names, said with spaces."""
    return tuple(Option(name=name, label=name.replace("_", " ")) for name in names)


LOOKING_BACK = LookingBack(
    notice="Something comes back today.",
    ask="How was the walk?",
    options=options("went", "not_yet", "closed"),
    again=("not_yet",),
    reflect="What was on the way?",
)


def invented_flow(
    flow_id: str,
    steps: tuple[Step, ...],
    *,
    version: int = 1,
    short_skips: tuple[str, ...] = (),
    sensitivity: Sensitivity = Sensitivity.PERSONAL,
    gentle: bool = False,
    looking_back: LookingBack | None = LOOKING_BACK,
) -> Flow:
    """A flow for clinicians that begins with its first step."""
    return Flow(
        id=flow_id,
        version=version,
        locale="en",
        title=flow_id.replace("_", " "),
        short_title=flow_id.replace("_", " "),
        domain=Domain.REST,
        depth=Depth.LONG,
        sensitivity=sensitivity,
        audience=(AudienceKind.CLINICIAN,),
        gentle=gentle,
        start=steps[0].id,
        steps=steps,
        short_skips=short_skips,
        looking_back=looking_back,
        review=Review(status=ReviewStatus.DRAFT),
    )


_WALK: tuple[Step, ...] = (
    ChoiceStep(
        id="weather",
        text="Which weather is it out there?",
        options=options("dry", "wet", "no_idea"),
        to=Onward(named=(("no_idea", "home"),), otherwise="settle"),
        tags=(("wet", Tag.FOR_SUPERVISION),),
        save=Save.PRIVATE,
    ),
    SayStep(
        id="settle",
        text="Stand still for a moment. I will be back.",
        wait=Wait(
            by="weather",
            lengths=(("dry", timedelta(minutes=1)), ("wet", timedelta(minutes=3))),
            otherwise=timedelta(minutes=1),
        ),
        to=Onward(otherwise="pockets"),
    ),
    MultiStep(
        id="pockets",
        text="What is in your pockets?",
        options=options("keys", "paper", "a_stone"),
        at_most=2,
        to=Onward(named=(("a_stone", "stone"),), otherwise="far"),
        save=Save.ASK,
    ),
    TextStep(
        id="stone", text="What colour is the stone?", scene=True, save=Save.ASK, to=Onward(otherwise="far")
    ),
    ScaleStep(
        id="far",
        text="How far does the street go?",
        low_label="one door",
        high_label="the sea",
        to=Onward(otherwise="day", skipped="home"),
        save=Save.PRIVATE,
    ),
    DateStep(id="day", text="When were you there last?", save=Save.PRIVATE, to=Onward(otherwise="walk")),
    PlanStep(
        id="walk",
        text="Where will you walk to, and when?",
        short_text="Where to?",
        gate=Gate(step="pockets", option="keys", otherwise="people"),
        save=Save.PRIVATE,
        to=Onward(otherwise="planned"),
    ),
    SayStep(
        id="people",
        text="This is your list.",
        resource=Resource.MY_PEOPLE,
        to=Onward(otherwise="home"),
    ),
    EndStep(
        id="planned",
        state="planned",
        follow_up=FollowUp(presets=(Span(count=2, unit=Unit.DAY), Span(count=1, unit=Unit.WEEK))),
    ),
    EndStep(id="home", state="at_home", text="Home again.", asks_to_keep=True),
)

STREET_V1 = invented_flow("the_street", _WALK)
STREET = invented_flow("the_street", _WALK, version=2, short_skips=("stone", "day"))
WINDOW = invented_flow(
    "the_window",
    (
        TextStep(id="near", text="What is near the window?", to=Onward(otherwise="done")),
        EndStep(id="done", state="looked"),
    ),
    gentle=True,
    looking_back=None,
)
INVENTED_FLOWS = (STREET_V1, STREET, WINDOW)
"""Each kind of step, each key of a step, and one flow in two versions."""
