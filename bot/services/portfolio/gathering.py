"""What goes into a document of a portfolio: accounts of its template, chosen pages, and noted sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from bot.domain.journal import Entry, Page
from bot.domain.portfolios import Template
from bot.domain.sheets import SheetKind
from bot.domain.supervision import Session, session_of
from bot.errors import Tampered
from bot.services.desk import Turn
from bot.services.journal.chosen import entries_chosen
from bot.services.journal.entries import read_entry
from bot.services.sheets import read_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A chosen page, open."""

    id: UUID
    day: date
    page: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that stands in a document. `state` is another as soon as anything of it changes.

    `scenes`: pages whose scene is left out, since scenes go. `closed`: pages and sessions that did not open.
    """

    template: Template
    accounts: Sequence[Chosen]
    pages: Sequence[Chosen]
    sessions: Sequence[Session]
    state: UUID
    scenes: int
    closed: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not (self.accounts or self.pages or self.sessions)


def gathered(turn: Turn, template: Template) -> Gathered:
    """Return what somebody chose for a document of this template, those of the first day first.

    Raises:
        KeyGone, Tampered: nobody can tell which pages are chosen.
    """
    entries, opened, closed = entries_chosen(turn), list[Chosen](), 0
    for entry in entries:
        page = _page(turn, entry)
        closed += page is None
        opened += [Chosen(id=entry.id, day=entry.day, page=page)] if page else []
    opened.sort(key=lambda each: (each.day, each.page.at))
    titles = {each.title for each in turn.desk.catalogue.templates()}
    accounts = [each for each in opened if each.page.source == template.title]
    pages = [each for each in opened if template.pages and each.page.source not in titles]
    sheets = turn.unit.sheets.of(turn.person.id, SheetKind.HOURS) if template.sessions else ()
    sessions = list[Session]()
    for sheet in sheets:
        try:
            session = session_of(sheet.id, read_sheet(turn.desk, turn.person, sheet))
        except Tampered:
            closed += 1
            continue
        sessions += [session] if session and session.kind in template.sessions else []
    versions = [f"{entry.id.hex}.{entry.version}" for entry in entries]
    versions += [f"{sheet.id.hex}.{sheet.version}" for sheet in sheets]
    return Gathered(
        template=template,
        accounts=[each for each in accounts if each.page.text],
        pages=[each for each in pages if each.page.text],
        sessions=sorted(sessions, key=lambda session: session.on),
        state=uuid5(turn.person.id, " ".join((f"{template.id}.{template.version}", *versions))),
        scenes=sum(bool(each.page.scene) for each in (*accounts, *pages)),
        closed=closed,
    )


def _page(turn: Turn, entry: Entry) -> Page | None:
    try:
        return read_entry(turn.desk, turn.person, entry)
    except Tampered:
        return None
