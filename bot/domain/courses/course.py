"""A course as it is written: its sessions, what is asked around them, and what its organiser promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.courses.materials import Item
from bot.domain.courses.moments import SHARED, Anchor, Moment
from bot.domain.courses.units import AskRule, TestRule, Unit
from bot.domain.prompts import Option, Review

EVIDENCE_ONLY = "Evidence only. Your board decides."
"""What stands on everything that somebody could hand to a board (docs/courses.md)."""


class Pace(StrEnum):
    """By whose calendar a course goes."""

    LIVE = "live"
    """By its sessions: everybody is together at one instant."""
    OWN = "own"
    """By the day on which each learner began. It has no sessions."""


class Level(StrEnum):
    """For whom a course is meant, by what they know already."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    ALL = "all"


class Does(StrEnum):
    """How a push is answered. Each may be let be."""

    TEXT = "text"
    CHOICE = "choice"
    MULTI = "multi"
    SCALE = "scale"
    """0 to 10, with words at both ends."""
    FLOW = "flow"
    """A guided flow of the library, begun by a press."""
    READ = "read"
    """Nothing to answer: a few lines to read, such as a fact card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a session: something is taught, or practised."""

    title: str
    practises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One live session. `starts` is on the wall clock of the course's zone."""

    n: int
    starts: datetime
    minutes: int
    title: str = ""
    segments: tuple[Segment, ...] = ()
    objectives: tuple[str, ...] = ()
    readings: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """One thing that comes to every learner of a course, at a moment of it.

    `objectives` are the ids of what it serves. `tags` and `family` are as on prompts. `by_trainer`: a
    trainer wrote it, and so no push prints its words.
    """

    id: str
    when: Moment
    does: Does
    text: str = field(repr=False)
    options: tuple[Option, ...] = field(default=(), repr=False)
    own_words: bool = False
    low_label: str = ""
    high_label: str = ""
    flow: str = ""
    objectives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    family: str = ""
    by_trainer: bool = False

    @property
    def asks_group(self) -> bool:
        """Whether a figure about the group may be told of its answers: it comes to all at one moment."""
        return self.does in {Does.CHOICE, Does.SCALE} and self.when.anchor in SHARED

    @property
    def is_before(self) -> bool:
        """Whether it prepares a session, and is of no use after that has begun."""
        return self.when.anchor is Anchor.START and self.when.session > 0 and self.when.is_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What an organiser says on credit. `hours` stays empty until they enter it: Reststop computes none."""

    hours: str = ""
    wording: str = EVIDENCE_ONLY


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRule:
    """How attendance is taken. A recording never counts. `late_grace`: so late is not late."""

    words: int = 2
    late_grace: timedelta = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recordings:
    """How long recordings stay open after the last session, in whole months, and when that is said."""

    months: int = 0
    remind_days: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Until how many days before the first session who enrolled may cancel without cost, and the words."""

    free_days: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCard:
    """A few figures to look at together, labelled as what they are: an estimate for teaching, and no law."""

    title: str
    label: str
    shares: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A course. `objectives` by their ids, in order; `zone` is where its wall clock hangs.

    It has sessions, or units in each learner's own pace, or neither where all of it is what comes day by day.
    `about_minutes`: about how long a course with units takes, its tests included; 0 where nobody said so.
    `nudges`: after so many idle days in a row a learner hears once each; after the last of them nothing.
    `ask` None: no questions to an instructor are taken. `audience`: for whom it is meant, as its author says.
    """

    title: str
    short_title: str
    """What heads its forms: 24 characters or fewer."""
    about: str
    level: Level
    pace: Pace
    zone: str
    objectives: Mapping[str, str]
    sessions: tuple[Session, ...]
    pushes: tuple[Push, ...]
    credit: Credit = Credit()
    attendance: AttendanceRule = AttendanceRule()
    recordings: Recordings = Recordings()
    policy: Policy = Policy()
    facts: tuple[FactCard, ...] = ()
    units: tuple[Unit, ...] = ()
    tests: TestRule = field(default_factory=TestRule)
    about_minutes: int = 0
    nudges: tuple[int, ...] = ()
    ask: AskRule | None = None
    audience: str = ""

    def session(self, n: int) -> Session | None:
        """Return a session by its number."""
        return next((each for each in self.sessions if each.n == n), None)

    def unit(self, n: int) -> Unit | None:
        """Return a unit by its number."""
        return next((each for each in self.units if each.n == n), None)

    @property
    def items(self) -> Mapping[str, Item]:
        """All that there is to tick, by its name: session or unit, then place; nothing withdrawn."""
        held = (
            *((each.n, each.readings) for each in self.sessions),
            *((each.n, each.items) for each in self.units),
        )
        return {
            f"{n}.{place}": item
            for n, items in held
            for place, item in enumerate(items)
            if not item.is_withdrawn
        }

    def push(self, push_id: str) -> Push | None:
        """Return a push by its id."""
        return next((each for each in self.pushes if each.id == push_id), None)

    @property
    def minutes(self) -> int:
        """How long all sessions or units are together; the organiser's credit hours follow from no sum."""
        return sum(each.minutes for each in self.sessions) + sum(each.minutes for each in self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseTemplate:
    """A course of the library: its dates are an example, which a trainer's first date moves."""

    id: str
    """For example `act_relationship_4`. It never changes and is never used again."""
    version: int
    locale: str
    course: Course
    review: Review
