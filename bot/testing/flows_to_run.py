"""Invented flows to walk through: every kind of step, gate, wait, resource, link, way and end."""

from __future__ import annotations

from datetime import timedelta

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
    PlanAbout,
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


def _to(otherwise: str, **named: str) -> Onward:
    return Onward(otherwise=otherwise, named=tuple(named.items()))


def _only(**named: str) -> Onward:
    """A way that needs an answer."""
    return Onward(named=tuple(named.items()))


def _options(**labels: str) -> tuple[Option, ...]:
    return tuple(Option(name=name, label=label) for name, label in labels.items())


def _flow(
    flow_id: str,
    title: str,
    *steps: Step,
    sensitivity: Sensitivity = Sensitivity.SHARED,
    gentle: bool = False,
    short_skips: tuple[str, ...] = (),
    looking_back: LookingBack | None = None,
) -> Flow:
    return Flow(
        id=flow_id,
        version=1,
        locale="en",
        title=title,
        short_title=title[:24],
        domain=Domain.SPACE,
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


LOOKING_BACK = LookingBack(
    notice="You asked me to bring something back today.",
    ask="How did it go?",
    options=_options(tried="I tried it", later="not yet"),
    again=("later",),
    reflect="What did you see while doing it?",
)

PAUSE = _flow(
    "rest_stop",
    "A bench by the canal",
    ChoiceStep(
        id="sit",
        text="The bench is free. For how long?",
        options=_options(one="one minute", three="three minutes"),
        to=_to("look"),
    ),
    SayStep(
        id="look",
        text="Watch the water. I will be back.",
        wait=Wait(
            by="sit",
            lengths=(("one", timedelta(minutes=1)), ("three", timedelta(minutes=3))),
            otherwise=timedelta(minutes=1),
        ),
        to=_to("need"),
    ),
    ChoiceStep(
        id="need",
        text="What would be good now?",
        options=_options(fresh="a fresh look", people="somebody", load="a lighter bag", enough="this was it"),
        to=_to("done", fresh="fresh", people="people", load="load"),
    ),
    TextStep(id="fresh", text="What floats by that you had not seen?", save=Save.ASK, to=_to("done")),
    ChoiceStep(
        id="people",
        text="Somebody could sit down beside you. Look at your list?",
        options=_options(show="yes", no="not now"),
        to=_to("done", show="list"),
    ),
    SayStep(id="list", text="Here it is.", resource=Resource.MY_PEOPLE, to=_to("done")),
    MultiStep(
        id="load",
        text="What is in the bag?",
        options=_options(keys="keys", bread="bread", stones="stones"),
        save=Save.ASK,
        to=_to("done"),
    ),
    EndStep(id="done", state="rested", text="Off you go, or stay a while."),
    gentle=True,
)

BOAT = _flow(
    "rupture_repair",
    "A boat that needs mending",
    ChoiceStep(
        id="whose",
        text="Whose boat is it?",
        options=_options(mine="mine", club="the club's"),
        save=Save.PRIVATE,
        to=_to("water"),
    ),
    ChoiceStep(
        id="water",
        text="Is anybody in the water?",
        options=_options(no="nobody", unsure="not sure", yes="somebody"),
        to=_only(no="damage", unsure="look_again", yes="leave"),
    ),
    ChoiceStep(
        id="look_again",
        text="Here is who to call. Go on, or stop?",
        resource=Resource.HELP_NOW,
        options=_options(go="go on", stop="stop here"),
        to=_only(go="damage", stop="end_paused"),
    ),
    SayStep(
        id="leave", text="Leave the boat. People first.", resource=Resource.HELP_NOW, to=_to("end_unsafe")
    ),
    MultiStep(
        id="damage",
        text="What is broken?",
        options=_options(mast="the mast", oar="an oar", hull="the hull", none="nothing"),
        at_most=2,
        save=Save.PRIVATE,
        to=_to("how_wet", none="not_broken"),
    ),
    ScaleStep(
        id="how_wet",
        text="How much water is in it?",
        low_label="dry",
        high_label="full",
        save=Save.PRIVATE,
        to=_to("mast"),
    ),
    TextStep(
        id="mast",
        text="How did the mast sound when it went?",
        gate=Gate(step="damage", option="mast", otherwise="since"),
        save=Save.PRIVATE,
        to=_to("since"),
    ),
    DateStep(id="since", text="Since when does it leak?", save=Save.PRIVATE, to=_to("story")),
    TextStep(
        id="story",
        text="What would the boat say of its last trip?",
        short_text="In short: what would the boat say?",
        save=Save.PRIVATE,
        to=Onward(otherwise="between", skipped="plan"),
    ),
    SayStep(id="between", text="Boats forgive a lot.", to=_to("plan")),
    PlanStep(id="plan", text="What will you mend first, and by when?", save=Save.PRIVATE, to=_to("end_plan")),
    SayStep(id="not_broken", text="Then it may rest on land.", to=_to("end_shore")),
    EndStep(
        id="end_plan",
        state="planned",
        follow_up=FollowUp(presets=(span_of("P2D"), span_of("P1W"), span_of("P2W"))),
    ),
    EndStep(
        id="end_shore",
        state="handover",
        follow_up=FollowUp(presets=(span_of("P1W"),), ask="Shall I ask about it later?"),
        start_flow="shelf_tidy",
    ),
    EndStep(id="end_paused", state="paused", keeps_place=True),
    EndStep(id="end_unsafe", state="stopped_for_safety", asks_to_keep=True),
    sensitivity=Sensitivity.TENDER,
    short_skips=("how_wet", "since"),
    looking_back=LOOKING_BACK,
)

SHELF = _flow(
    "shelf_tidy",
    "A shelf, one last time",
    SayStep(id="frame", text="Shelves are emptied one book at a time.", to=_to("rules")),
    ChoiceStep(
        id="rules",
        text="Have you read the house rules on shelves?",
        links=Link.ADMIN_POLICY,
        options=_options(yes="yes", no="not yet"),
        save=Save.PRIVATE,
        to=_to("smell"),
    ),
    TextStep(
        id="smell", text="What does the shelf smell of?", scene=True, save=Save.PRIVATE, to=_to("lesson")
    ),
    TextStep(id="lesson", text="What did the shelf teach you?", save=Save.PRIVATE, to=_to("breath")),
    SayStep(id="breath", text="A minute.", wait=Wait(otherwise=timedelta(minutes=1)), to=_to("dust")),
    TextStep(
        id="dust",
        text="And the dust?",
        gate=Gate(step="rules", option="yes", otherwise="talk"),
        save=Save.ASK,
        to=_to("talk"),
    ),
    ChoiceStep(
        id="talk",
        text="Something to talk over with another librarian?",
        options=_options(yes="yes", no="no"),
        tags=(("yes", Tag.FOR_SUPERVISION),),
        save=Save.PRIVATE,
        to=_to("end_quiet", yes="question"),
    ),
    PlanStep(
        id="question",
        text="What is your one question?",
        about=PlanAbout.QUESTION,
        save=Save.ASK,
        to=_to("end_asked"),
    ),
    EndStep(id="end_quiet", state="reflected", text="The shelf is yours."),
    EndStep(id="end_asked", state="to_supervision", follow_up=FollowUp(presets=(span_of("P3D"),))),
    sensitivity=Sensitivity.GUARDED,
    looking_back=LOOKING_BACK,
)

FLOWS_TO_RUN = (PAUSE, BOAT, SHELF)
"""A gentle one with a wait and six ways, one with a short way and three ends, and a guarded one."""
