"""Where help can be had: regions, their emergency numbers and lines, and how old that knowledge is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

STALE_AFTER = timedelta(days=180)
"""A line that nobody has checked for longer than this needs a look before a release."""


class LineKind(StrEnum):
    """Whom a line is for."""

    GENERAL = "general"
    CLINICIANS = "clinicians"
    """Confidential, for people who work in care."""
    ABUSE = "abuse"
    STAFF = "staff"
    """An organisation's own on-call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One way to reach a person, and when somebody last saw that it is so."""

    kind: LineKind
    label: str
    """Who answers."""
    text: str
    """How to reach them, ready to be shown; every one of `numbers` stands in it."""
    numbers: tuple[str, ...] = ()
    """Numbers to call or text. Empty for a directory on the web."""
    hours: str
    checked_on: date | None
    """The day on which a person saw this on the line's live site; None: nobody has yet."""

    def is_stale(self, on: date) -> bool:
        """Whether the last look is more than 180 days before `on`, or there was none."""
        return self.checked_on is None or on - self.checked_on > STALE_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the world with one emergency number and its lines."""

    code: str
    name: str
    emergency: str
    """What to call in danger: a number, or words where no single number is known."""
    lines: tuple[HelpLine, ...]

    def of_kind(self, kind: LineKind) -> tuple[HelpLine, ...]:
        """The lines of one kind, in the order of the file; there may be none."""
        return tuple(line for line in self.lines if line.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """All that is known about where to find help. A look-up always has an answer."""

    named: tuple[Region, ...]
    directory: Region
    """For everywhere else: no number is guessed."""
    zones: Mapping[str, str]
    """IANA zone to region code, by the country of the zone."""

    def get(self, code: str | None) -> Region:
        """The region of that code; without one, or with one not known, the directory."""
        return next((region for region in self.named if region.code == code), self.directory)

    def of_zone(self, zone: str) -> str | None:
        """The code that a zone suggests. A suggestion only: the person confirms it."""
        return self.zones.get(zone)
