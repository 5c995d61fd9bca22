"""Keeping what was brought along: rows as they were, sealed; and taking out again exactly what came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.checkins import Run, RunState
from bot.domain.journal import Entry
from bot.domain.sheets import Sheet, SheetKind
from bot.services.desk import Turn
from bot.services.journal import drafts
from bot.services.journal.entries import remove_entry, scene_ends, sealed_entry
from bot.services.journal.runs import with_asking, with_marks
from bot.services.plans.plans import as_plan, remind
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, sealed_sheet, write_sheet
from bot.services.supervision import meeting
from bot.services.takeout.brought import Brought, BroughtPage, BroughtRun, BroughtSheet
from bot.services.takeout.in_order import lay_in
from bot.services.takeout.news import LISTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came in, by ids: of pages and sheets also the version, by which it is seen whether they changed.

    `before` are the lists as they stood before something joined them.
    """

    pages: Mapping[UUID, int]
    runs: Sequence[UUID]
    drafts: Sequence[UUID]
    sheets: Mapping[UUID, int]
    before: Mapping[UUID, Body] = field(repr=False)


def bring_in(turn: Turn, brought: Brought) -> Taken:
    """Keep what is not here yet (`bot.services.takeout.news.news`), among what stands, by its days."""
    _pages(turn, brought.pages)
    _runs(turn, brought.runs)
    for draft in reversed(brought.drafts):  # the export begins with the one begun last
        drafts.hold(turn, draft.id, draft.held)
    before = {
        each.place.id: read_sheet(turn.desk, turn.person, here)
        for each in brought.sheets
        if each.kind in LISTS and (here := turn.unit.sheets.get(each.place.id))
    }
    for kind in SheetKind:
        _sheets(turn, kind, [each for each in brought.sheets if each.kind is kind])
    return Taken(
        pages={each.place.id: each.place.version for each in brought.pages},
        runs=[each.place.id for each in brought.runs],
        drafts=[each.id for each in brought.drafts],
        sheets={each.place.id: each.place.version for each in brought.sheets},
        before=before,
    )


def take_out(turn: Turn, taken: Taken) -> int:
    """Take out what came in; return how many pages and sheets stay because they were changed since."""
    unit, stay = turn.unit, 0
    for page, version in taken.pages.items():
        entry = turn.own(unit.journal.get(page))
        if entry is not None and entry.version == version:
            remove_entry(unit, page)
        else:
            stay += entry is not None
    for run in taken.runs:
        if turn.own(unit.runs.get(run)) is not None:
            unit.runs.remove(run)
    for draft in taken.drafts:
        drafts.let_go(turn, draft)
    for row, version in taken.sheets.items():
        sheet = turn.own(unit.sheets.get(row))
        if sheet is not None and sheet.version == version:
            _take_out_sheet(turn, sheet, taken.before.get(row))
        else:
            stay += sheet is not None
    return stay


def taken_body(taken: Taken) -> Body:
    """Return what came in as it is kept on a sheet."""
    return {
        "pages": {page.hex: version for page, version in taken.pages.items()},
        "runs": [run.hex for run in taken.runs],
        "drafts": [draft.hex for draft in taken.drafts],
        "sheets": {sheet.hex: version for sheet, version in taken.sheets.items()},
        "before": {sheet.hex: body for sheet, body in taken.before.items()},
    }


def taken_in(body: Body) -> Taken:
    """Return what came in, from its sheet."""
    return Taken(
        pages={UUID(hex=page): version for page, version in body["pages"].items()},
        runs=[UUID(hex=run) for run in body["runs"]],
        drafts=[UUID(hex=draft) for draft in body["drafts"]],
        sheets={UUID(hex=sheet): version for sheet, version in body["sheets"].items()},
        before={UUID(hex=sheet): before for sheet, before in body["before"].items()},
    )


def _take_out_sheet(turn: Turn, sheet: Sheet, before: Body | None) -> None:
    if before is not None:
        write_sheet(turn.desk, turn.unit, turn.person, sheet=sheet.id, kind=sheet.kind, body=before)
    else:
        turn.unit.sheets.remove(sheet.id)
        turn.unit.agenda.remove_for(sheet.id)
    if sheet.kind is SheetKind.SUPERVISION:
        meeting.remind(turn)


def _pages(turn: Turn, pages: Sequence[BroughtPage]) -> None:
    journal = turn.unit.journal

    def again(entry: Entry) -> None:
        journal.remove(entry.id)
        journal.put(entry)

    rows = [sealed_entry(turn.desk, turn.person, each.place, each.page) for each in pages]
    lay_in(journal.every(turn.person.id) if rows else (), rows, put=journal.put, again=again)
    for each in pages:
        if each.page.scene:
            scene_ends(turn.desk, turn.unit, turn.person, each.place.id)


def _runs(turn: Turn, brought: Sequence[BroughtRun]) -> None:
    """Keep check-ins with their marks. Their time is over: no press on a card of theirs counts any more."""
    runs, vault = turn.unit.runs, turn.desk.vault
    rows = {each.place.id: each for each in brought}

    def put(run: Run) -> None:
        runs.put(run)
        each = rows[run.id]
        if each.marks is not None:
            runs.put_marks(with_marks(vault, run, each.marks_version, dict(each.marks)))

    def again(run: Run) -> None:
        marks = runs.marks(run.id)
        runs.remove(run.id)
        runs.put(run)
        if marks is not None:
            runs.put_marks(marks)

    standing = runs.asked(turn.person.id, turn.today.min) if rows else ()
    lay_in(standing, [_run(turn, each) for each in brought], put=put, again=again)


def _run(turn: Turn, brought: BroughtRun) -> Run:
    place = brought.place
    run = Run(
        id=place.id,
        person=turn.person.id,
        day=place.day,
        state=RunState.LAPSED,
        version=max(place.version, 1) - 1,
    )
    return with_asking(turn.desk, run, brought.asking)


def _sheets(turn: Turn, kind: SheetKind, brought: Sequence[BroughtSheet]) -> None:
    sheets = turn.unit.sheets

    def again(sheet: Sheet) -> None:
        sheets.remove(sheet.id)
        sheets.put(sheet)

    rows = [sealed_sheet(turn.desk, turn.person, each.place, kind, each.body) for each in brought]
    if kind in LISTS:
        for row in rows:
            sheets.put(row)
        if rows and kind is SheetKind.SUPERVISION:
            meeting.remind(turn)
        return
    lay_in(sheets.of(turn.person.id, kind) if rows else (), rows, put=sheets.put, again=again)
    if kind is SheetKind.PLAN:
        for each in brought:
            remind(turn, as_plan(each.place.id, each.body))
