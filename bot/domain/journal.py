"""Entries: what a person writes for themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.people import PersonId

ENTRY_MAX = 8_000
"""Characters in one entry."""
DRAFT_MAX = 200_000
"""Characters that are kept as a draft until they are shortened: a pasted document still fits."""
DRAFT_KEPT_DAYS = 7
"""Days after which an abandoned draft is dropped. Its writer is told so when it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sealed entry. The hour and the question stand inside the seal, the day outside.

    `sealed` opens to JSON `{"text", "at", "question"}`; `version` rises with each rewrite.
    """

    id: UUID
    person: PersonId
    day: date
    version: int = 1
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Words not yet kept as an entry, sealed: too long, or typed where no form was open."""

    id: UUID
    person: PersonId
    sealed: bytes = field(repr=False)
