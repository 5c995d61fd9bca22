"""What each kind of file may hold; flows have a module of their own. schema.json is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.domain.prompts import (
    AudienceKind,
    Depth,
    Domain,
    Modality,
    Moment,
    Offer,
    ReviewStatus,
    Sensitivity,
)
from bot.domain.regions import LineKind

MOST_OPTIONS = 25
"""What one select can hold, a free answer included."""

ELSE = "_"
"""Every other answer."""

Schema = Literal["reststop/v1"]
TextKind = Literal["prompt", "step", "flow", "round"]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
PromptId = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+(\.[a-z_]+)?\.[A-Z][A-Z0-9]{0,7}$", max_length=60)
]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]
OptionName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
Answered = Annotated[str, StringConstraints(pattern=r"^(_|[a-z][a-z0-9_]*)$", max_length=20)]
ONE_LINE = r"^\S(.*\S)?$"
Words = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=320)]
Label = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=75)]
Title = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=24)]
Receipt = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=140)]
Phrase = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=200)]
Web = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=300)]
RegionCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Entry(BaseModel):
    """Strict: a value of another type, or a key that is not known, is a problem and never a guess."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class ReviewEntry(Entry):
    """Who wrote this and which practitioner has read it, by role."""

    status: ReviewStatus
    author_role: Label
    reviewed_by_role: Label | None = None
    reviewed_on: date | None = None


class PromptsMeta(Entry):
    """What holds for every prompt in the file, unless a prompt says otherwise."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["prompt"]
    locale: Locale
    domain: Annotated[
        Domain | None,
        Field(description="Left out only in commons/, where each prompt names its own."),
    ] = None
    title: Annotated[Title, Field(description="What people see; short enough to head a form.")]
    audience: Annotated[list[AudienceKind], Field(min_length=1)]
    review: ReviewEntry


class AfterEntry(Entry):
    """What is said and offered after an answer, to the person alone."""

    say: Annotated[Receipt | None, Field(description="A plain receipt; no comfort from a script.")] = None
    offer: Annotated[list[Offer], Field(description="Buttons, in this order; nothing starts by itself.")] = []


class PromptEntry(Entry):
    """One question."""

    id: Annotated[PromptId, Field(description="folder.domain.CODE, never used twice.")]
    version: Annotated[int, Field(ge=1)]
    domain: Domain | None = None
    family: Annotated[Slug, Field(description="Shared by prompts that ask nearly the same.")]
    tags: list[Slug] = []
    audience: Annotated[list[AudienceKind] | None, Field(min_length=1)] = None
    moment: Annotated[list[Moment], Field(min_length=1)]
    modality: Modality
    depth: Depth
    sensitivity: Annotated[
        Sensitivity, Field(description="0 shared, 1 personal, 2 tender, 3 only when opened.")
    ]
    gentle: bool = False
    pair: PromptId | None = None
    text: Words
    options: Annotated[
        Mapping[OptionName, Label],
        Field(max_length=MOST_OPTIONS, description="A name that stays, and the label people see."),
    ] = {}
    own_words: bool = False
    low_label: Label | None = None
    high_label: Label | None = None
    after: Annotated[
        Mapping[Answered, AfterEntry],
        Field(description="An option, or `_` for every other answer, and what follows it."),
    ] = {}
    skip: Annotated[Literal[True], Field(description="Every prompt may be skipped; false is refused.")] = True
    review: ReviewEntry | None = None


class PromptsFile(Entry):
    """One domain's prompts."""

    meta: PromptsMeta
    prompts: Annotated[list[PromptEntry], Field(min_length=1)]


class ReadingsMeta(Entry):
    """What holds for every card to read."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["reading"]
    locale: Locale
    title: Title
    review: ReviewEntry


class ShareEntry(Entry):
    """A part of a whole, as it is taught."""

    label: Label
    percent: Annotated[int, Field(ge=1, le=100)]


class ReadingEntry(Entry):
    """One card to read. It asks nothing that is kept."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
    version: Annotated[int, Field(ge=1)]
    title: Label
    sensitivity: Sensitivity
    text: Annotated[list[Words], Field(min_length=1, max_length=4)]
    points: Annotated[list[Label], Field(max_length=12)] = []
    shares: Annotated[list[ShareEntry], Field(description="They come to 100.")] = []
    estimate: Annotated[Words | None, Field(description="What such shares are worth.")] = None
    ask: Annotated[
        Words | None, Field(description="A question to go on from, which nobody answers here.")
    ] = None
    review: ReviewEntry | None = None


class ReadingsFile(Entry):
    """The cards to read."""

    meta: ReadingsMeta
    readings: Annotated[list[ReadingEntry], Field(min_length=1)]


class RegionsMeta(Entry):
    """What this file is, and who has read it."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["regions"]
    locale: Locale
    review: ReviewEntry


class LineEntry(Entry):
    """One way to reach a person."""

    kind: LineKind
    label: Annotated[Label, Field(description="Who answers.")]
    text: Annotated[Words, Field(description="How to reach them, as shown. Holds every number.")]
    numbers: list[Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 ]*$", max_length=20)]]
    hours: Label
    checked_on: Annotated[
        date | None, Field(description="The day somebody saw it on the live site; null: nobody has.")
    ]
    source: Annotated[Web, Field(description="The address to check it at.")]


class RegionEntry(Entry):
    """A country or a union with one emergency number."""

    code: RegionCode
    name: Label
    emergency: Label
    lines: Annotated[list[LineEntry], Field(min_length=1)]


class DirectoryEntry(RegionEntry):
    """For everywhere else."""

    code: Literal["elsewhere"]


class RegionsFile(Entry):
    """Where to find help."""

    meta: RegionsMeta
    regions: Annotated[list[RegionEntry], Field(min_length=1)]
    directory: DirectoryEntry


class ZonesMeta(Entry):
    """What this file is."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["zones"]


class ZonesFile(Entry):
    """Which time zones suggest which region."""

    meta: ZonesMeta
    zones: Mapping[RegionCode, list[Annotated[str, StringConstraints(min_length=1, max_length=64)]]]


class VoiceMeta(Entry):
    """What this file is."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["voice"]
    locale: Locale


class VoiceRule(Entry):
    """Phrases that no text uses, and what to do instead."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$", max_length=40)]
    say: Words
    phrases: Annotated[list[Phrase], Field(min_length=1)]
    fine: list[Phrase] = []


class RequiredRule(Entry):
    """Words of which one stands in every text that a rule is about."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$", max_length=40)]
    say: Words
    of: Annotated[
        list[TextKind],
        Field(
            min_length=1,
            description="A prompt with its answers, a step with its own, a whole flow, the rules of a round.",
        ),
    ]
    domains: Annotated[list[Domain], Field(description="Only in these; in all when left out.")] = []
    sensitivity_from: Sensitivity = Sensitivity.SHARED
    where: Annotated[list[Phrase], Field(description="Only where one of these stands.")] = []
    needs: Annotated[list[Phrase], Field(min_length=1)]


class VoiceFile(Entry):
    """The words that Reststop does without, and those that it does not leave out."""

    meta: VoiceMeta
    rules: Annotated[list[VoiceRule], Field(min_length=1)]
    required: list[RequiredRule] = []


class PackMeta(Entry):
    """Whose prompts and flows these are, beside those that come with Reststop."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["pack"]
    id: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z]{3,12}$"),
        Field(description="Begins every id in the pack: ward.rest.K01, ward_handover."),
    ]
    version: Annotated[int, Field(ge=1, description="One more with every change that is handed in.")]
    locale: Locale
    title: Label
    kept_by: Annotated[Label, Field(description="A role: nobody is named here.")]


class PackFile(Entry):
    """What makes a folder a pack."""

    meta: PackMeta
