"""Who Reststop speaks with: people, the accounts they come through, and how they wish to be reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import NewType
from uuid import UUID

PersonId = NewType("PersonId", UUID)

KEPT_DAYS = 365
"""How long entries are kept unless a person wishes otherwise (docs/content.md)."""
GONE_KEPT_DAYS = 30
"""How long everything of a person is kept once none of their accounts is left: closed by its platform, or no
longer reached because Reststop was removed from its workspace. Until then they may come back (PRIVACY.md)."""
GONE_DOOR_DAYS = 90
"""How long such an account is remembered while another one of theirs goes on (PRIVACY.md)."""
CONSENT_VERSION = 1
"""Raised when the meaning of the consent card changes; everyone is then asked again (docs/content.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One way in: a user of one workspace on one surface, by that platform's ids. The user is not printed."""

    surface: str
    workspace: str
    user: str = field(repr=False)

    @property
    def lane(self) -> str:
        """Where scheduled cards of this workspace leave, one after another."""
        return f"{self.surface}/{self.workspace}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where several people are together: a channel, a thread or a forum post, by that platform's ids.

    Who is there and what is said there Reststop does not read. The channel is not printed.
    """

    surface: str
    workspace: str
    channel: str = field(repr=False)

    @property
    def lane(self) -> str:
        """Where what is posted there leaves: as on `Account`."""
        return f"{self.surface}/{self.workspace}"


class Standing(StrEnum):
    """Where a person stands with Reststop. Nobody without a yes has a row, so there is no word for it."""

    ARRIVING = "arriving"
    """Said yes; has not yet said whether check-ins may come."""
    ACTIVE = "active"
    """Check-ins come at the chosen hour."""
    PAUSED = "paused"
    """Nothing is sent until `resume`."""
    STOPPED = "stopped"
    """Took the yes back. What was written stays sealed; nothing is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Local hours in which nothing is sent. They may span midnight; equal ends mean none."""

    start: time = time(20, 0)
    end: time = time(8, 0)

    @property
    def minutes(self) -> int:
        """How many minutes of a day they take."""
        start, end = (at.hour * 60 + at.minute for at in (self.start, self.end))
        return (end - start) % (24 * 60)

    def cover(self, local: time) -> bool:
        """Whether `local` lies inside: the start belongs to the quiet, the end does not."""
        if self.start <= self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known in the clear about a person: only what is needed to be on time and in the right place."""

    id: PersonId
    standing: Standing = Standing.ARRIVING
    consent_version: int = CONSENT_VERSION
    zone: str | None = None
    region: str | None = None
    quiet: QuietHours = field(default_factory=QuietHours)
    day_starts: time = time(0)
    """When their own day begins: later than midnight for who works nights."""
    keep_days: int | None = KEPT_DAYS
    """How long an entry is kept; None means until they delete it."""
    away_until: date | None = None
    """On leave: nothing is sent before this local day."""

    @property
    def has_said_yes(self) -> bool:
        """Whether their yes stands, and to what the consent card means today."""
        return self.standing is not Standing.STOPPED and self.consent_version == CONSENT_VERSION
