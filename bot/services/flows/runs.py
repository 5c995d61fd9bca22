"""Runs of flows, sealed and opened: one sheet for each, and the rows of the agenda that belong to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.flow_runs import FlowRun, Given, fits, told_to
from bot.domain.flows import Flow, Route, Save, Tag
from bot.domain.journal import DRAFT_KEPT_DAYS
from bot.domain.people import Person
from bot.domain.sheets import SheetKind
from bot.ports.store import Unit
from bot.services.desk import Desk, Turn, own
from bot.services.journal.drafts import let_go
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, write_sheet


def flow_of(desk: Desk, run: FlowRun) -> Flow | None:
    """Return the flow of a run, in the words that its answers call for.

    None where the library has another by now.
    """
    flow = desk.catalogue.flow(run.flow, run.version)
    return told_to(flow, run) if flow is not None and fits(flow, run) else None


def open_run(desk: Desk, unit: Unit, person: Person) -> FlowRun | None:
    """Return the run that a person is in, if any: there is one at a time."""
    sheets = unit.sheets.of(person.id, SheetKind.FLOW)
    return _read(sheets[-1].id, read_sheet(desk, person, sheets[-1])) if sheets else None


def find_run(desk: Desk, unit: Unit, person: Person, run: UUID | None) -> FlowRun | None:
    """Return a run of a person; None where it has ended."""
    sheet = own(person, unit.sheets.get(run)) if run else None
    if sheet is None or sheet.kind is not SheetKind.FLOW:
        return None
    return _read(sheet.id, read_sheet(desk, person, sheet))


def write_run(turn: Turn, run: FlowRun) -> FlowRun:
    """Write where a run stands. Its wait is one row of the agenda, and the end of an abandoned run another.

    The step after a wait comes where its person is waiting. A run that nobody comes back to is dropped after
    some days, as a draft is.
    """
    if run.until is not None and run.wakes is None:
        run = replace(run, wakes=turn.desk.chance.new_id())
    write_sheet(turn.desk, turn.unit, turn.person, sheet=run.id, kind=SheetKind.FLOW, body=_body(run))
    turn.unit.agenda.remove_for(run.id)
    ends_at = turn.now + timedelta(days=DRAFT_KEPT_DAYS)
    _plan(turn, run, AgendaKind.DRAFT_ENDS, uuid5(run.id, AgendaKind.DRAFT_ENDS), ends_at)
    if run.until is not None and run.wakes is not None:
        _plan(turn, run, AgendaKind.FLOW_GOES_ON, run.wakes, run.until)
    return run


def remove_run(turn: Turn, run: FlowRun) -> None:
    """Remove all of a run: its sheet and its rows of the agenda."""
    turn.unit.sheets.remove(run.id)
    turn.unit.agenda.remove_for(run.id)


def drop_drafts(turn: Turn, run: FlowRun, steps: Iterable[str]) -> None:
    """Let go of what was too long for these steps and waits as a draft."""
    for step in steps:
        let_go(turn, draft_id(run.id, step))


def draft_id(run: UUID, step: str) -> UUID:
    """Return the id of the draft that holds what was too long for a step."""
    return uuid5(run, f"draft.{step}")


def page_of(run: FlowRun) -> UUID:
    """Return the entry as which a run is kept."""
    return run.page or entry_id(run.id)


def entry_id(run: UUID) -> UUID:
    """Return the id under which a run is kept that names no page: keeping it twice writes one entry."""
    return uuid5(run, "entry")


def _plan(turn: Turn, run: FlowRun, kind: AgendaKind, row: UUID, due_at: datetime) -> None:
    lane = turn.event.account.lane if kind is AgendaKind.FLOW_GOES_ON else None
    turn.unit.agenda.put(
        AgendaRow(id=row, kind=kind, owner=turn.person.id, ref=run.id, due_at=due_at, lane=lane)
    )


def _body(run: FlowRun) -> Body:
    return {
        "flow": run.flow,
        "version": run.version,
        "title": run.title,
        "step": run.step,
        "route": run.route,
        "said": run.said,
        "given": [_given(given) for given in run.given],
        "until": run.until.isoformat() if run.until else None,
        "wakes": run.wakes.hex if run.wakes else None,
        "settled": run.is_settled,
        **({"page": run.page.hex} if run.page else {}),
    }


def _given(given: Given) -> Body:
    """Return one answer for its sheet; what is empty, and words that are the value itself, are left out."""
    body: Body = {"step": given.step, "value": given.value, "question": given.question, "save": given.save}
    if given.words != (given.value or ""):
        body["words"] = given.words
    if given.is_scene:
        body["scene"] = True
    if given.tag:
        body["tag"] = given.tag
    return body


def _read(run: UUID, body: Body) -> FlowRun:
    return FlowRun(
        id=run,
        flow=body["flow"],
        version=body["version"],
        title=body["title"],
        step=body["step"],
        route=Route(body["route"]) if body["route"] else None,
        said=tuple(body["said"]),
        given=tuple(_read_given(given) for given in body["given"]),
        until=datetime.fromisoformat(body["until"]) if body["until"] else None,
        wakes=UUID(body["wakes"]) if body["wakes"] else None,
        is_settled=body["settled"],
        page=UUID(body["page"]) if "page" in body else None,
    )


def _read_given(body: Body) -> Given:
    return Given(
        step=body["step"],
        value=body["value"],
        question=body["question"],
        words=body["words"] if "words" in body else body["value"] or "",
        save=Save(body["save"]),
        is_scene=body.get("scene", False),
        tag=Tag(body["tag"]) if "tag" in body else None,
    )
