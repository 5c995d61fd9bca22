"""What a file with a guided flow may hold. What each key means: docs/writing-flows.md, "A flow"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints
from pydantic import Tag as Variant

from adapters.content.models import (
    MOST_OPTIONS,
    Answered,
    Entry,
    Label,
    Locale,
    OptionName,
    ReviewEntry,
    Schema,
    Title,
    Words,
)
from bot.domain.flows import Do, Link, PlanAbout, Resource, Save, Tag
from bot.domain.prompts import AudienceKind, Depth, Domain, Sensitivity

SKIPPED = "skipped"
"""In a `to`: where passing the question leads, if not to `_`."""

FlowId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
StepId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
State = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Length = Annotated[str, StringConstraints(pattern=r"^PT[1-9][0-9]?[SM]$")]
Preset = Annotated[str, StringConstraints(pattern=r"^P[1-9][0-9]{0,2}[DWM]$")]
Options = Annotated[
    Mapping[OptionName, Label],
    Field(max_length=MOST_OPTIONS, description="A name that stays, and the label people see."),
]


def _shape_of(value: object) -> str:
    """The names stand in brackets so that they are told from keys when a problem names its place."""
    return "[one]" if isinstance(value, str) else "[several]"


class WaitByEntry(Entry):
    """A wait as long as was chosen before."""

    by: StepId
    lengths: Annotated[Mapping[OptionName, Length], Field(min_length=1)]


To = Annotated[
    Annotated[StepId, Variant("[one]")]
    | Annotated[Mapping[Answered, StepId], Field(min_length=1), Variant("[several]")],
    Discriminator(_shape_of),
    Field(description="The step that follows; or answer: step, with `_` for every other answer."),
]
WaitFor = Annotated[
    Annotated[Length, Variant("[one]")] | Annotated[WaitByEntry, Variant("[several]")],
    Discriminator(_shape_of),
]


class GateEntry(Entry):
    """The step is taken only when `option` was ticked at `step`."""

    step: StepId
    option: OptionName
    otherwise: StepId


class PassageEntry(Entry):
    """What every step but an end has."""

    text: Words
    to: To
    resource: Resource | None = None
    links: Link | None = None
    gate: GateEntry | None = None


class QuestionEntry(PassageEntry):
    """What every step that is answered has."""

    short_text: Annotated[Words | None, Field(description="Asked instead on the short way.")] = None
    save: Save = Save.NONE


class SayEntry(PassageEntry):
    """Some sentences, and perhaps a wait."""

    do: Literal["say"]
    wait: WaitFor | None = None


class ChoiceEntry(QuestionEntry):
    """One of several options."""

    do: Literal["choice"]
    options: Options
    tags: Annotated[
        Mapping[OptionName, Tag], Field(description="An option, and the tag that it puts on the entry.")
    ] = {}


class MultiEntry(QuestionEntry):
    """Any of several options."""

    do: Literal["multi"]
    options: Options
    at_most: Annotated[int | None, Field(ge=1)] = None


class ScaleEntry(QuestionEntry):
    """0 to 10."""

    do: Literal["scale"]
    low_label: Label
    high_label: Label


class TextEntry(QuestionEntry):
    """A few lines."""

    do: Literal["text"]
    scene: Annotated[bool, Field(description="Kept for a few days only, then gone.")] = False


class DateEntry(QuestionEntry):
    """A day."""

    do: Literal["date"]


class PlanEntry(QuestionEntry):
    """One line, and a day if there is one."""

    do: Literal["plan"]
    about: PlanAbout = PlanAbout.MOVE


class FollowUpEntry(Entry):
    """Days to choose from; "no reminder" and a day of one's own come by themselves."""

    presets: Annotated[list[Preset], Field(min_length=1, max_length=3)]
    ask: Words | None = None


class EndEntry(Entry):
    """Where a flow ends."""

    do: Literal["end"]
    state: State
    text: Words | None = None
    follow_up: FollowUpEntry | None = None
    start_flow: Annotated[FlowId | None, Field(description="Offered next; it never starts by itself.")] = None
    keep: Annotated[
        Literal["ask"] | None, Field(description="Keep or discard is asked for all that was written.")
    ] = None
    keeps_place: Annotated[
        bool, Field(description="No end yet: the run waits at the question before, to be taken up again.")
    ] = False


_KINDS = frozenset(Do)


def _kind_of(value: object) -> str | None:
    kind = value.get("do") if isinstance(value, dict) else getattr(value, "do", None)
    return f"[{kind}]" if isinstance(kind, str) and kind in _KINDS else None


StepEntry = Annotated[
    Annotated[SayEntry, Variant("[say]")]
    | Annotated[ChoiceEntry, Variant("[choice]")]
    | Annotated[MultiEntry, Variant("[multi]")]
    | Annotated[ScaleEntry, Variant("[scale]")]
    | Annotated[TextEntry, Variant("[text]")]
    | Annotated[DateEntry, Variant("[date]")]
    | Annotated[PlanEntry, Variant("[plan]")]
    | Annotated[EndEntry, Variant("[end]")],
    Discriminator(
        _kind_of,
        custom_error_type="no_kind_of_step",
        custom_error_message="Say with `do` what this step does",
        custom_error_context={"expected": ", ".join(Do)},
    ),
]


class StepWordsEntry(Entry):
    """What a step says instead; what is left out stays."""

    text: Words | None = None
    short_text: Words | None = None


class VariantEntry(Entry):
    """Other words for some steps, by what was chosen before."""

    when: Annotated[
        Mapping[StepId, OptionName],
        Field(min_length=1, description="A step, and the option that was chosen there; all of them hold."),
    ]
    texts: Annotated[
        Mapping[
            StepId,
            Annotated[
                Annotated[Words, Variant("[one]")] | Annotated[StepWordsEntry, Variant("[several]")],
                Discriminator(_shape_of),
            ],
        ],
        Field(min_length=1, description="A step, and what it says instead, a sentence alone on both ways."),
    ]


class LookingBackEntry(Entry):
    """What is asked on the day on which a plan comes back."""

    notice: Words
    ask: Words
    options: Options
    again: Annotated[list[OptionName], Field(min_length=1)]
    reflect: Words


class FlowMeta(Entry):
    """What this flow is, for whom, and who has read it."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["flow"]
    id: Annotated[FlowId, Field(description="The file's name, never used twice.")]
    version: Annotated[int, Field(ge=1)]
    locale: Locale
    domain: Domain
    depth: Depth
    sensitivity: Annotated[
        Sensitivity, Field(description="0 shared, 1 personal, 2 tender, 3 only when opened.")
    ]
    gentle: bool = False
    audience: Annotated[list[AudienceKind], Field(min_length=1)]
    title: Annotated[Label, Field(description="What heads its cards.")]
    short_title: Annotated[Title, Field(description="What heads its forms.")]
    review: ReviewEntry


class FlowFile(Entry):
    """One guided flow."""

    meta: FlowMeta
    start: StepId
    short_skips: Annotated[
        list[StepId], Field(default_factory=list, description="What the short way passes over.")
    ]
    steps: Annotated[Mapping[StepId, StepEntry], Field(min_length=2, max_length=40)]
    variants: Annotated[
        Mapping[State, VariantEntry],
        Field(default_factory=dict, description="Other words for some, by an earlier answer."),
    ]
    looking_back: LookingBackEntry | None = None
