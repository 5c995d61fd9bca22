"""What a file with a course may hold. What each key means: docs/writing-courses.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints
from pydantic import Tag as Variant

from adapters.content.course_unit_models import UNITS_STAND_INS, InUnits
from adapters.content.course_values import Aim, Days, ObjectiveId
from adapters.content.flow_models import FlowId
from adapters.content.models import (
    ONE_LINE,
    Entry,
    Label,
    Locale,
    OptionName,
    ReviewEntry,
    Schema,
    ShareEntry,
    Slug,
    Title,
    Web,
    Words,
)
from bot.domain.courses.course import EVIDENCE_ONLY, Does, Level, Pace

MOST_OPTIONS = 10
"""What a card of a course offers, a free answer included."""

CourseId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
PushId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
Starts = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$")]
When = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=40)]
Grace = Annotated[str, StringConstraints(pattern=r"^PT([0-9]|[1-5][0-9])M$")]
Months = Annotated[str, StringConstraints(pattern=r"^P([1-9]|1[0-9]|2[0-4])M$")]
Zone = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=64)]


class CourseMeta(Entry):
    """What holds for the course as a whole."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["course"]
    id: Annotated[CourseId, Field(description="The name of the file without .yaml.")]
    version: Annotated[int, Field(ge=1)]
    locale: Locale
    title: Annotated[Label, Field(description="What learners see it called.")]
    short_title: Annotated[Title, Field(description="Heads its forms.")]
    level: Level
    audience: Annotated[Label | None, Field(description="For whom it is meant, as learners read it.")] = None
    pace: Annotated[
        Pace, Field(description="`live` goes by its sessions, `own` by each learner's first day.")
    ]
    review: ReviewEntry


class ReadingItem(Entry):
    """Something to read, listen to or watch."""

    title: Label
    required: bool = False
    link: Annotated[Web | None, Field(description="null: the organiser enters it.")] = None


class TeachEntry(Entry):
    """A part in which something is taught."""

    teach: Label


class PractiseEntry(Entry):
    """A part in which something is practised."""

    practise: Label


def _segment_of(value: object) -> str:
    """The names stand in brackets so that they are told from keys when a problem names its place."""
    return "[practise]" if isinstance(value, Mapping) and "practise" in value else "[teach]"


SegmentEntry = Annotated[
    Annotated[TeachEntry, Variant("[teach]")] | Annotated[PractiseEntry, Variant("[practise]")],
    Discriminator(_segment_of),
]


class SessionEntry(Entry):
    """One live session."""

    n: Annotated[int, Field(ge=1, le=24)]
    start: Annotated[Starts, Field(description="An example on the wall clock of `zone`; a trainer moves it.")]
    minutes: Annotated[int, Field(ge=15, le=600)]
    title: Label
    segments: Annotated[list[SegmentEntry], Field(min_length=1, max_length=6)]
    objectives: Annotated[list[ObjectiveId], Field(min_length=1)]
    readings: Annotated[Sequence[ReadingItem], Field(max_length=8)] = ()


class PushEntry(Entry):
    """One thing that comes to every learner."""

    at: Annotated[
        When, Field(description="`s1.start -P5D`, `s2.end +P1D`, `end +P30D`; or `day 3`; or `u1.done +P1D`.")
    ]
    id: PushId
    do: Does
    text: Words
    options: Annotated[
        Mapping[OptionName, Label],
        Field(max_length=MOST_OPTIONS, description="A name that stays, and the label people see."),
    ] = {}
    own_words: bool = False
    low_label: Label | None = None
    high_label: Label | None = None
    flow: FlowId | None = None
    fact: Annotated[OptionName | None, Field(description="A name in `facts`, shown below the text.")] = None
    objectives: Sequence[ObjectiveId] = ()
    tags: Sequence[Slug] = ()
    family: Slug | None = None


class FactEntry(Entry):
    """Parts of a whole, as they are taught."""

    title: Label
    shares: Annotated[list[ShareEntry], Field(min_length=2, max_length=8, description="They come to 100.")]
    estimate: Annotated[Words, Field(description="What such shares are worth.")]


class OrganiserEntry(Entry):
    """What the organiser alone can say. It stays empty here, and is entered in chat."""

    disclosures: None
    approvals: None
    hours: None


class CreditEntry(Entry):
    """What stands on all that somebody could hand to a board."""

    basis: Literal["live_attendance", "none"]
    counts_recording: Literal[False]
    wording: Aim


class AttendanceEntry(Entry):
    """How attendance is taken."""

    words_per_session: Annotated[int, Field(ge=2, le=6)]
    late_grace: Grace


class RecordingsEntry(Entry):
    """How long recordings stay open after the last session."""

    open_for: Months
    remind_before: Days


class PolicyEntry(Entry):
    """Until when who enrolled may cancel without cost."""

    free_until: Annotated[Days | None, Field(description="So long before the first session.")] = None
    text: Annotated[Words | None, Field(description="null: the organiser enters it.")] = None


class TrainerEntry(Entry):
    """What a trainer sees. No file can widen it."""

    figures: Literal["together_only"]
    free_text: Literal["never"]
    shared: Literal["by_the_learner_alone"]


class CourseFile(InUnits):
    """One course: its sessions or its units, what comes around them, and what is promised about it."""

    meta: CourseMeta
    about: Annotated[Words, Field(description="Said where somebody chooses it, or joins.")]
    zone: Zone
    objectives: Annotated[Mapping[ObjectiveId, Aim], Field(min_length=1, max_length=12)]
    organiser: OrganiserEntry
    sessions: Annotated[Sequence[SessionEntry], Field(max_length=24)] = ()
    push: Annotated[Sequence[PushEntry], Field(max_length=60)] = ()
    facts: Annotated[Mapping[OptionName, FactEntry], Field(max_length=6)] = {}
    credit: CreditEntry
    attendance: AttendanceEntry | None = None
    recordings: RecordingsEntry | None = None
    policy: PolicyEntry | None = None
    trainer_view: TrainerEntry


STAND_INS: Mapping[str, object] = {
    "organiser": {"disclosures": None, "approvals": None, "hours": None},
    "credit": {"basis": "none", "counts_recording": False, "wording": EVIDENCE_ONLY},
    "attendance": None,
    "recordings": None,
    "policy": None,
    "trainer_view": {
        "figures": "together_only",
        "free_text": "never",
        "shared": "by_the_learner_alone",
    },
    **UNITS_STAND_INS,
}
"""What is read where one of these is broken, so that a file that is refused hears all the rest at once."""
