"""What a guided flow is: steps that lead to one another, from a first question to an end.

The format, key by key, is on the page for those who write flows: docs/writing-flows.md, "A flow". How one
is walked stands in bot/domain/flow_walk.py, what an answer may be in bot/domain/flow_answers.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar

from bot.domain.calendar_spans import Span
from bot.domain.prompts import AudienceKind, Depth, Domain, Option, Review, Sensitivity

SCALE_LOW = 0
SCALE_HIGH = 10
"""A scale goes from 0 to 10, with words at both ends."""


class Do(StrEnum):
    """What a step does."""

    SAY = "say"
    CHOICE = "choice"
    MULTI = "multi"
    SCALE = "scale"
    TEXT = "text"
    DATE = "date"
    PLAN = "plan"
    END = "end"


class Save(StrEnum):
    """What becomes of the answer when the run is over."""

    NONE = "none"
    """It only decides the way; nothing of it is kept."""
    PRIVATE = "private"
    """Kept sealed, for the person alone."""
    ASK = "ask"
    """The person is asked whether to keep it; a no leaves nothing."""


class Route(StrEnum):
    """Which way through a flow."""

    LONG = "long"
    SHORT = "short"
    """Without the steps in `short_skips`, and with each `short_text` in place of the text."""


class Resource(StrEnum):
    """What is shown together with a step."""

    HELP_NOW = "help_now"
    """The help lines of the person's region."""
    MY_PEOPLE = "my_people"
    """Whom the person would turn to, as they wrote it down; nobody is written to."""


class Link(StrEnum):
    """A link that the organisation sets; until it has, a plain sentence says so."""

    ADMIN_POLICY = "admin_policy"


class Tag(StrEnum):
    """What an answer can mark the entry with that a flow leaves."""

    FOR_SUPERVISION = "for_supervision"


class PlanAbout(StrEnum):
    """What the words of a plan are."""

    MOVE = "move"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Where a step leads, by its answer."""

    named: tuple[tuple[str, str], ...] = ()
    """Option and step. For a `multi`, an option leads there when it is the only one ticked."""
    otherwise: str | None = None
    """The one step that follows, or `_`: where every other answer leads."""
    skipped: str | None = None
    """Where passing the question leads, if that is not `otherwise`."""

    @property
    def is_single(self) -> bool:
        """Whether it leads to one step, whatever the answer."""
        return self.otherwise is not None and not self.named and self.skipped is None

    @property
    def if_skipped(self) -> str | None:
        """Where passing the question leads; None where the way needs an answer."""
        return self.skipped or self.otherwise

    @property
    def targets(self) -> tuple[str, ...]:
        """Every step that it may lead to, each once, in the order of the file."""
        maybe = (*(target for _, target in self.named), self.skipped, self.otherwise)
        return tuple(dict.fromkeys(target for target in maybe if target is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long a `say` stays quiet before the flow goes on."""

    lengths: tuple[tuple[str, timedelta], ...] = ()
    """Option of the step `by`, and how long; empty when the wait is fixed."""
    by: str | None = None
    otherwise: timedelta
    """The fixed wait, or the shortest one, for a `by` that was passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A step is taken only when an option was ticked before; without it, another step is taken."""

    step: str
    option: str
    otherwise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """What every step but an end has."""

    id: str
    text: str
    to: Onward
    resource: Resource | None = None
    links: Link | None = None
    gate: Gate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question(_Passage):
    """What every step that is answered has."""

    short_text: str | None = None
    """Asked in place of `text` on the short way."""
    save: Save = Save.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class SayStep(_Passage):
    """Some sentences, and perhaps a wait; nothing is asked."""

    do: ClassVar[Do] = Do.SAY
    wait: Wait | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceStep(_Question):
    """One of several options."""

    do: ClassVar[Do] = Do.CHOICE
    options: tuple[Option, ...]
    tags: tuple[tuple[str, Tag], ...] = ()
    """Option, and the tag that choosing it puts on the entry."""

    def tag_of(self, answer: object) -> Tag | None:
        """The tag that this answer puts on the entry, if any."""
        return dict(self.tags).get(answer) if isinstance(answer, str) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiStep(_Question):
    """Any of several options, `at_most` of them where that is given."""

    do: ClassVar[Do] = Do.MULTI
    options: tuple[Option, ...]
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStep(_Question):
    """0 to 10, with words at both ends."""

    do: ClassVar[Do] = Do.SCALE
    low_label: str
    high_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStep(_Question):
    """A few lines of one's own."""

    do: ClassVar[Do] = Do.TEXT
    scene: bool = False
    """Whether the words are a scene: kept for a few days only, then gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStep(_Question):
    """A day."""

    do: ClassVar[Do] = Do.DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep(_Question):
    """One line, and a day if there is one."""

    do: ClassVar[Do] = Do.PLAN
    about: PlanAbout = PlanAbout.MOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What an end offers: to bring the plan back on a day. "No reminder" is always among the answers."""

    presets: tuple[Span, ...]
    """The days to choose from; a day of one's own is always possible too."""
    ask: str | None = None
    """The question, where it differs from the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndStep:
    """Where a flow ends, and what may come after."""

    do: ClassVar[Do] = Do.END
    id: str
    state: str
    """What is kept of the outcome, for example `planned`."""
    text: str | None = None
    follow_up: FollowUp | None = None
    start_flow: str | None = None
    """The id of a flow that is offered next. It never starts by itself."""
    asks_to_keep: bool = False
    """Whether the person is asked to keep or discard all that was written, whatever its `save`."""
    keeps_place: bool = False
    """Whether it is no end yet: the run waits, answers and all, at the question that led here."""


Step = SayStep | ChoiceStep | MultiStep | ScaleStep | TextStep | DateStep | PlanStep | EndStep
Question = ChoiceStep | MultiStep | ScaleStep | TextStep | DateStep | PlanStep
"""A step that is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """What a step says instead, on the whole way and, for a question, on the short one."""

    step: str
    text: str | None
    short_text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Other words for some steps, where all of these options were chosen before."""

    name: str
    when: tuple[tuple[str, str], ...]
    """Step and option. Each was asked before on every way to a step of `texts`."""
    texts: tuple[StepWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingBack:
    """What is asked on the day on which a plan comes back."""

    notice: str
    """What a lock screen may show: nothing of the plan stands in it."""
    ask: str
    options: tuple[Option, ...]
    again: tuple[str, ...]
    """The options after which another day is offered; after any other, `reflect` is asked."""
    reflect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A guided reflection, as it stands in the library. A run keeps the version that it started with."""

    id: str
    """For example `rest_stop`. It never changes and is never used again."""
    version: int
    """Raised when the meaning or the way changes; a repaired comma keeps it."""
    locale: str
    title: str
    """What heads its cards."""
    short_title: str
    """What heads its forms: 24 characters or fewer."""
    domain: Domain
    depth: Depth
    sensitivity: Sensitivity
    audience: tuple[AudienceKind, ...]
    gentle: bool = False
    """Asks little and nothing to be recalled, so it may be offered after a low mark."""
    start: str
    """The id of the first step."""
    steps: tuple[Step, ...]
    """In the order of the file."""
    short_skips: tuple[str, ...] = ()
    """The steps that the short way passes over; empty where there is no short way."""
    looking_back: LookingBack | None
    """Given where an end offers a follow-up."""
    variants: tuple[Variant, ...] = ()
    """In the order of the file; no two give words to one step for the same answers."""
    review: Review

    def step(self, step_id: str) -> Step:
        """The step of that id.

        Raises:
            KeyError: if the flow has none. A checked flow never leads to one.
        """
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    @property
    def varied(self) -> frozenset[str]:
        """The steps whose words depend on an earlier answer."""
        return frozenset(words.step for variant in self.variants for words in variant.texts)

    @property
    def has_short_way(self) -> bool:
        """Whether a shorter way can be offered."""
        return bool(self.short_skips)
