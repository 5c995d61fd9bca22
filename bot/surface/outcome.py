"""What the core answers: a first act that answers the event, and further ones in order."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import assert_never
from uuid import UUID

from bot.domain.people import Account
from bot.errors import BeyondReach, SurfaceError
from bot.surface.audience import Audience, Direct, Home, OnlyYou, Reading
from bot.surface.card import ALT_MAX, Card, Reach
from bot.surface.form import Form
from bot.surface.inbound import CommunityEvent, FileGiven, InboundEvent, WorkspaceEvent

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,99}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """A new card for an audience that its reach allows."""

    card: Card
    audience: Audience

    def __post_init__(self) -> None:
        """Refuse a card beyond its reach: such a value cannot exist."""
        match self.audience:
            case Direct() | Home():
                allowed = self.card.reach is not Reach.SEALED
            case OnlyYou():
                allowed = not self.card.has_own_words
            case Reading():
                allowed = True
            case _:
                assert_never(self.audience)
        if not allowed:
            raise BeyondReach


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """The card whose control was pressed becomes this one. A posted card never shows an answer."""

    card: Card

    def __post_init__(self) -> None:
        """Refuse a sealed card: what is replaced may be a posted message."""
        if self.card.reach is Reach.SEALED:
            raise BeyondReach


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract:
    """The card whose control was pressed goes away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A form opens for the person who acted."""

    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse:
    """The form stays open with a sentence at each field; nothing that was typed is lost."""

    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Something to take along. `name` is plain letters, digits, dots and dashes; `type` is a media type.

    `alt` says in words what a picture shows; empty where it is none.
    """

    name: str
    type: str
    body: bytes = field(repr=False)
    alt: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a name that could lead somewhere else, and words that no platform holds."""
        if not _FILE_NAME.fullmatch(self.name):
            raise SurfaceError("a file name has letters, digits, dots and dashes")
        if len(self.alt) > ALT_MAX:
            raise SurfaceError(f"alt: {len(self.alt)} characters, {ALT_MAX} fit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attach:
    """A file for the person who acted, and for nobody else. A platform may keep a copy: say so before.

    With an `id` a surface whose platform keeps a copy tells the core of it first (`FileGiven`).
    """

    file: File
    id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Nothing to show."""


Act = Show | Replace | Retract | Open | Refuse | Attach | Quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What to do now, all computed before any of it is shown.

    `forgets`: all of theirs is erased, and a surface lets go of what it holds in memory of who acted.
    `unmade`: what takes longer than a unit may, a picture or a document. It is made off the event loop once
    the unit is over, and what it returns is answered in place of this; no surface ever sees it.
    """

    first: Act
    then: tuple[Act, ...] = field(default=())
    forgets: bool = False
    unmade: Callable[[], Outcome] | None = field(default=None, repr=False, compare=False)


def answer(card: Card, *more: Act) -> Outcome:
    """Return an outcome that shows `card` to the person alone, then `more`."""
    return Outcome(first=Show(card=card, audience=OnlyYou()), then=more)


def made_after(make: Callable[[], Outcome]) -> Outcome:
    """Return an outcome that is made once the unit is over: see `Outcome.unmade`."""
    return Outcome(first=Quiet(), unmade=make)


QUIET = Outcome(first=Quiet())
"""The outcome of an event that was handled before: nothing happens twice."""

Hear = Callable[[InboundEvent], Awaitable[Outcome]]
"""What a surface calls with each event. It never raises: what goes wrong comes back as a sentence.

But for `PersonChanged` and `PersonLeft`, since nobody waits there for one: `NotSaved` where it could not be
kept, as of `HearOfWorkspace`.
"""

Note = Callable[[Attach, str], Awaitable[bool]]
"""Tells the core of a file by its id there, before a platform has it; whether it may be handed over."""


async def noted(hear: Hear, account: Account, attach: Attach, file: str, *, organisation: str = "") -> bool:
    """Tell the core of the copy that a platform keeps of a file of somebody's: `Note`, but for who tells.

    `organisation` is where the file was asked for, as `Inbound` has it.
    """
    if attach.id is None:
        return True
    event = FileGiven(
        event_id=f"file:{attach.id}",
        account=account,
        organisation=organisation,
        attached=attach.id,
        file=file,
    )
    return isinstance((await hear(event)).first, Quiet)


HearOfWorkspace = Callable[[WorkspaceEvent], Awaitable[None]]
"""What a surface calls when Reststop is added to a workspace or removed from one. It returns after commit.

Raises `NotSaved`, and nothing else, where it could not be kept: then the platform is not told that it was
heard, and delivers it again. One that was kept already is heard without effect.
"""

HearOfCommunity = Callable[[CommunityEvent], Awaitable[None]]
"""Takes what comes of a community. Raises `NotSaved` as `HearOfWorkspace` does."""
