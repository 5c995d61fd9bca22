"""Sheets: sealed pages of a person's that are no entries, one kind beside another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from bot.domain.people import PersonId


class SheetKind(StrEnum):
    """What a sheet is for. What it says, down to the name of a flow, stands inside the seal."""

    FLOW = "flow"
    """A run of a guided flow: which one, at which step, and what was answered. Gone when it ends."""
    PLAN = "plan"
    """A plan that comes back on its date."""
    PEOPLE = "people"
    """Whom somebody would turn to: one to three names. One sheet each."""
    WISHES = "wishes"
    """How somebody wishes to be asked: muted topics, a third mark, how long. One sheet each."""
    LET_BE = "let_be"
    """Words that somebody never wants pointed at as somebody's name. One sheet each."""
    FILE = "file"
    """A file that was handed over, by the platform's id. Gone when the platform's copy is."""
    PORTFOLIO = "portfolio"
    """Which pages somebody keeps for a portfolio. One sheet each."""
    SUPERVISION = "supervision"
    """When somebody has supervision next. One sheet each."""
    HOURS = "hours"
    """One session of supervision or learning: its day, how long, and what was agreed."""
    LOOK = "look"
    """What somebody said when they looked back: whether it is worth their time, who did the work."""
    IMPORT = "import"
    """Notes that wait to be brought in. Gone when they are, or after some days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sealed page. `day` is the person's local day; `version` rises with each rewrite."""

    id: UUID
    person: PersonId
    kind: SheetKind
    day: date
    version: int = 1
    sealed: bytes = field(repr=False)


def only_sheet(person: PersonId, kind: SheetKind) -> UUID:
    """Return the id of a sheet that each person has once."""
    return uuid5(person, kind)
