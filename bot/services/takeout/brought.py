"""What a file that was brought along holds, as it would be kept here: nothing of it is anywhere yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.checkins import Asking
from bot.domain.journal import Page
from bot.domain.sheets import SheetKind
from bot.services.journal.drafts import Held
from bot.services.sealing import Body, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPage:
    """One page, and where it stood; `place.version` counts its rewritings, as in the export."""

    place: Place
    page: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtRun:
    """One check-in, with its marks: a step for each; None where none were ever given."""

    place: Place
    asking: Asking = field(repr=False)
    marks: Mapping[str, int] | None = field(repr=False)
    marks_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtDraft:
    """Words that waited."""

    id: UUID
    held: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtSheet:
    """A plan, a list, wishes, or what else stood on a sheet."""

    place: Place
    kind: SheetKind
    body: Body = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Everything of a file. `unread` are rows that could not be read, which stay out."""

    pages: tuple[BroughtPage, ...] = ()
    runs: tuple[BroughtRun, ...] = ()
    drafts: tuple[BroughtDraft, ...] = ()
    sheets: tuple[BroughtSheet, ...] = ()
    unread: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to keep."""
        return not (self.pages or self.runs or self.drafts or self.sheets)
