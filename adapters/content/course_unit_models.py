"""What a file may hold of a course in units: what is in each, its test, and what is promised about both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints
from pydantic import Tag as Variant

from adapters.content.course_values import Aim, Clock, Days, Hours, ObjectiveId
from adapters.content.models import ONE_LINE, Entry, Label, Web, Words
from bot.domain.courses.materials import Kind

TEST_TEXT_MOST = 200
"""Characters of a question, and of the reason of its answer."""

QuestionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=20)]
TestWords = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=TEST_TEXT_MOST)]


def _answer_by(value: object) -> str:
    """The names stand in brackets so that they are told from keys when a problem names its place."""
    return "[words]" if isinstance(value, str) else "[place]"


Answer = Annotated[
    Annotated[Label, Variant("[words]")] | Annotated[int, Variant("[place]")], Discriminator(_answer_by)
]


class ItemEntry(Entry):
    """Something to watch, to read or to keep."""

    kind: Kind
    title: Label
    required: bool = False
    link: Annotated[Web | None, Field(description="null: the organiser enters it.")] = None


class QuestionEntry(Entry):
    """One question that the test of a unit may draw."""

    id: QuestionId
    objectives: Sequence[ObjectiveId] = ()
    q: TestWords
    options: Annotated[
        list[Label], Field(min_length=2, max_length=6, description="Shown in another order each time.")
    ]
    answer: Annotated[
        Answer,
        Field(description="The right one: its words as they stand in `options`, or its place, 0 the first."),
    ]
    why: Annotated[TestWords, Field(description="A short reason, shown after the test.")]

    @property
    def place(self) -> int | None:
        """Where the right one stands among the options; None where it is none of them."""
        if isinstance(self.answer, str):
            return self.options.index(self.answer) if self.answer in self.options else None
        return self.answer if 0 <= self.answer < len(self.options) else None


class UnitEntry(Entry):
    """One unit. `minutes`: how long its items take, as its author reckons."""

    n: Annotated[int, Field(ge=1, le=24)]
    title: Label
    minutes: Annotated[int, Field(ge=5, le=600)]
    objectives: Sequence[ObjectiveId] = ()
    items: Annotated[list[ItemEntry], Field(min_length=1, max_length=8)]
    reflection: Annotated[
        Words | None, Field(description="In place of what `unit_reflection` asks after a unit.")
    ] = None
    test: Annotated[Sequence[QuestionEntry], Field(max_length=60)] = ()


class PostTestEntry(Entry):
    """How the tests go. Options are always shuffled, and reasons always come after an attempt."""

    per_unit: Literal[True] = True
    pool_at_least: Annotated[int, Field(ge=10, le=60, description="The fewest questions of a unit.")] = 10
    draw: Annotated[int, Field(ge=1, le=20)] = 5
    shuffle_options: Literal[True] = True
    pass_mark: Annotated[float, Field(ge=0.5, le=1)] = 0.75
    attempts: Annotated[int, Field(ge=1, le=10)] = 3
    cooldown: Hours = "PT12H"
    show_feedback: Literal["after_attempt"] = "after_attempt"


class AskEntry(Entry):
    """What is promised on questions to the instructor."""

    live: Literal[False] = False
    reply_within: Hours = "PT48H"
    nudge_at: Hours = "PT36H"
    breach: tuple[Literal["tell_asker"], Literal["tell_owner"]] = ("tell_asker", "tell_owner")
    not_for: Literal["emergencies"] = "emergencies"
    visible: Literal["asker_and_instructor"] = "asker_and_instructor"


class NudgesEntry(Entry):
    """When somebody hears once each who takes no step; after the last of them nothing more comes."""

    if_idle: Annotated[list[Days], Field(min_length=1, max_length=3)]
    then: Literal["silence"] = "silence"


class ReflectionEntry(Entry):
    """A question for the learner alone, the day after each unit."""

    do: Literal["text"] = "text"
    text: Words
    save: Literal["private"] = "private"


class EvidenceEntry(Entry):
    """What stands on the evidence. The organiser alone enters hours, in chat."""

    hours: None = None
    wording: Aim


class CompletionEntry(Entry):
    """When a course is complete, and what is handed out then."""

    requires: tuple[Literal["all_items"], Literal["all_tests"]] = ("all_items", "all_tests")
    evidence: EvidenceEntry


class InUnits(Entry):
    """What a course has that goes by units."""

    units: Annotated[Sequence[UnitEntry], Field(max_length=24)] = ()
    lasts: Annotated[
        Clock | None, Field(description="About how long all of it takes, tests included: PT4H.")
    ] = None
    post_test: PostTestEntry | None = None
    ask_instructor: AskEntry | None = None
    nudges: NudgesEntry | None = None
    unit_reflection: ReflectionEntry | None = None
    completion: CompletionEntry | None = None


UNITS_STAND_INS: Mapping[str, object] = {name: None for name in InUnits.model_fields if name != "units"}
"""What is read where one of these is broken, so that a file that is refused hears all the rest at once."""


def unit_stand_ins(number: int) -> Mapping[str, object]:
    """What is read where a line of the unit at this place, from 0, is broken."""
    return {
        "n": number + 1,
        "title": f"Unit {number + 1}",
        "minutes": 30,
        "items": [{"kind": "reading", "title": "Something to read", "required": True}],
        "reflection": None,
    }
