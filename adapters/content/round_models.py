"""What a file with a round of a circle may hold. What each key means: docs/writing-rounds.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from adapters.content.models import (
    ONE_LINE,
    Entry,
    Label,
    Locale,
    OptionName,
    ReviewEntry,
    Schema,
    Title,
    Words,
)
from bot.domain.rounds import Wish

RoundId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Lasts = Annotated[str, StringConstraints(pattern=r"^PT(([1-9]|1[0-9]|2[0-4])H|(1[5-9]|[2-9][0-9])M)$")]
WorkingDays = Annotated[str, StringConstraints(pattern=r"^P[1-3]WD$")]
RuleLine = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=140)]
Button = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=20)]
Starter = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=40)]


class RoundMeta(Entry):
    """What holds for the round as a whole."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["round"]
    id: Annotated[RoundId, Field(description="The name of the file without .yaml.")]
    version: Annotated[int, Field(ge=1)]
    locale: Locale
    title: Annotated[Label, Field(description="Heads each opening.")]
    short_title: Annotated[Title, Field(description="Heads the form in which something is shared.")]
    review: ReviewEntry


class HoursEntry(Entry):
    """The working hours that it was written for. Those of a facilitator take their place."""

    days: Annotated[list[DayName], Field(min_length=1, max_length=7)]
    start: Clock
    end: Annotated[Clock, Field(description="Not later than `start`: on the next morning.")]


class OpensEntry(Entry):
    """When it is offered to open."""

    day: DayName
    at: Clock


class MembersEntry(Entry):
    """How many may be in it."""

    fewest: Annotated[int, Field(ge=3, le=30, description="With fewer, nothing opens.")]
    most: Annotated[int, Field(ge=3, le=30)]


class ArriveEntry(Entry):
    """One question that a tap answers."""

    ask: Words
    options: Annotated[
        Mapping[OptionName, Label],
        Field(min_length=3, max_length=5, description="The last is `unsaid`, a way to say nothing."),
    ]
    told: Annotated[Label, Field(description="Stands before the figures: `How we arrived`.")]
    few: Annotated[Words, Field(description="In place of figures. True for any number, none included.")]


class ShareEntry(Entry):
    """What is shared."""

    ask: Words
    lasts: Annotated[Lasts, Field(description="How long people arrive and share: PT4H, PT45M.")]
    wishes: Annotated[
        Mapping[Wish, Label],
        Field(min_length=2, description="Which answers may be wished for; `heard` is first, and holds."),
    ]


class ButtonsEntry(Entry):
    """What stands below a share."""

    heard: Button
    known: Button
    form: Button


class AnswerEntry(Entry):
    """How it is answered."""

    lasts: Annotated[WorkingDays, Field(description="Working days after sharing ended: P1WD.")]
    advice: Literal["only_if_asked"]
    buttons: ButtonsEntry
    starters: Annotated[list[Starter], Field(min_length=1, max_length=3)]


class RoundFile(Entry):
    """One round: people arrive and share together, then there is time to answer."""

    meta: RoundMeta
    about: Annotated[Words, Field(description="Said where a facilitator chooses among rounds.")]
    hours: HoursEntry
    opens: OpensEntry
    members: MembersEntry
    rules: Annotated[list[RuleLine], Field(min_length=2, max_length=5, description="Stand at each opening.")]
    arrive: ArriveEntry
    share: ShareEntry
    answer: AnswerEntry
    close: Annotated[Words, Field(description="Said at the end, to nobody in particular.")]
