"""Circles and team prompts: what is said in a channel, and how each of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from bot.domain.round_plan import Step

SHARE_MAX = 600
"""Characters of a share, and of an answer to one (docs/circles.md)."""
UNNAMED_LEAST = 6
"""Fewer members than this, and no share is taken without a name: too few could have written it."""


class PostKind(StrEnum):
    """What is said for a gathering."""

    TEAM_PROMPT = "team_prompt"
    TEAM_OFFER = "team_offer"
    """Once: that a circle could be begun."""
    INVITE = "invite"
    """That a circle is here, and the way to join it."""
    OPENING = "opening"
    """A round begins: its rules, how people arrive, the way to share."""
    SHARE = "share"
    ANSWER = "answer"
    """Below a share, under a member's name: what it says is kept as a share is."""
    REPORT = "report"
    """To who looks after a circle: that something is hidden until they have looked."""
    LOOK = "look"
    """To who looks after a circle: that something was not answered through Reststop."""
    CLOSING = "closing"
    """How people arrived, and a last question; or a plain line."""
    LINE = "line"
    """A sentence in the channel: that a circle was made, paused, changed or closed."""
    COURSE_INVITE = "course_invite"
    """That a course is here, and the way to join it."""
    COURSE_PREVIEW = "course_preview"
    """To a trainer: one thing of their course as it will come to learners."""
    COURSE_WORD = "course_word"
    """To a trainer: something about their course, with the way to it."""
    COURSE_SHARE = "course_share"
    """An entry that a learner shows their trainers, until they take it back. It is never sent by itself."""
    COURSE_QUESTION = "course_question"
    """A question of a learner to their instructor, with its answer. It is never sent by itself."""
    ATTENDANCE_LIST = "attendance_list"
    """A part of a list of attendance that waits for its trainer's word. It is never sent."""
    NOTE = "note"
    """A sentence to one member alone, in their own conversation."""
    ASIDE = "aside"
    """To who looks after a circle: that a share was sent to them alone."""
    COMPANY = "company"
    """Somebody who would like company, and somebody who offers it: to one of the two alone."""


class ShareState(StrEnum):
    """Where a share stands."""

    WAITING = "waiting"
    """Its writer has not chosen yet what others may read of it."""
    PENDING = "pending"
    """Without a name: it is held until it can be released together with others."""
    ASIDE = "aside"
    """It is for whoever looks after the circle, and for nobody else; it never stands in the channel."""
    OUT = "out"
    """It stands in the channel, or is on its way there."""
    HIDDEN = "hidden"
    """Somebody reported it: it is not to be read until a facilitator has looked."""
    GONE = "gone"
    """Taken back by its writer, or dropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Something that is said for a gathering. `details` are what its kind knows of it, as JSON has them.

    `to` is the member who alone reads it; None: it stands in the channel. `under` is the post below which it
    stands. `message` is the surface's word for it, once it was posted; "" before. `by` is the row of the
    agenda by which it is on its way there for the first time. `is_gone`: it is taken away.
    """

    id: UUID
    kind: PostKind
    to: UUID | None = None
    under: UUID | None = None
    message: str = field(default="", repr=False)
    by: UUID | None = None
    is_gone: bool = False
    details: dict[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What somebody shares in a round, with their name or without.

    With a name: `member` and what they are `called`. Without: `alias` is how they are called this week, by a
    keyed hash; `proof` is the keyed hash by which its writer alone is known again, until the round closes. No
    share has both. `wish` is which answers its writer would like. `is_heard`, `is_known`: somebody pressed
    so; nobody counts who. `is_answered`: by a press or a form, through Reststop. `is_let_stand`: a
    facilitator looked at a report and let it stand. `replaces` is the one whose place it takes once its
    writer has chosen. `aside` is what a facilitator and its writer say to each other alone.
    """

    round: int
    text: str = field(repr=False)
    state: ShareState
    wish: str = ""
    member: UUID | None = None
    called: str = field(default="", repr=False)
    alias: str = field(default="", repr=False)
    proof: str = field(default="", repr=False)
    is_heard: bool = False
    is_known: bool = False
    is_answered: bool = False
    is_let_stand: bool = False
    replaces: UUID | None = None
    aside: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def is_unnamed(self) -> bool:
        """Whether it has no name."""
        return self.member is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How a circle or a team prompt was set up.

    `called` is the channel's name when it was begun. `template` is which round of the library it keeps; ""
    for a team prompt. `rule` and `zone` are when it comes. `days`, `start` and `end` are the hours in which
    whoever looks after it said to be reachable, by that zone. `is_unnamed_on`: shares may come without a
    name. `is_paused`: nothing comes until somebody resumes it; `hushed_until`: nothing before this local day.
    """

    called: str = field(repr=False)
    rule: str
    zone: str
    template: str = ""
    days: frozenset[int] = frozenset(range(5))
    start: time = time(9)
    end: time = time(17)
    is_unnamed_on: bool = False
    is_paused: bool = False
    hushed_until: date | None = None


class Stage(StrEnum):
    """Where a round stands."""

    SHARING = "sharing"
    """People arrive and share."""
    ANSWERING = "answering"
    """Nothing new is shared; what was shared is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The round that is open in a circle. `opening` is its post; `template` and `version` are its texts.

    `present` are the members who were there when it opened, and `arrivals` is who chose which way to arrive:
    by a keyed hash that holds for this round alone. Both go when sharing ends; the proofs of shares without a
    name go with the round. `steps` is what is still to happen, in its order.
    """

    number: int
    opening: UUID
    template: str
    version: int
    stage: Stage
    opened: datetime
    sharing_ends: datetime
    ends: datetime
    arrivals: Mapping[str, str] = field(default_factory=dict, repr=False)
    present: frozenset[UUID] = field(default=frozenset(), repr=False)
    steps: tuple[tuple[Step, datetime], ...] = ()
