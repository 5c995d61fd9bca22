"""Copies: files that were handed over, of which a platform keeps one, are taken back (docs/architecture.md).

A file is noted before its platform has it, so that whatever is cut off in between leaves none behind that
nobody takes back. What the platform calls it is sealed, and so is the account that it was given to: whichever
doors its person has by then, it is taken back there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.deliveries import ENDED, Delivery
from bot.domain.journal import DRAFT_KEPT_DAYS
from bot.domain.people import Account, Person
from bot.domain.sheets import Sheet, SheetKind
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards import takeout as cards
from bot.services.desk import Desk, Turn, local_day
from bot.services.doors.ways import is_closing, shut_row
from bot.services.letters.kinds import Look, Removal
from bot.services.sheets import read_sheet, write_sheet
from bot.surface.card import Card
from bot.surface.inbound import FileGiven
from bot.surface.outcome import QUIET, Outcome, answer

STAY_FOR = timedelta(minutes=cards.COPIES_STAY)
AGAIN_AFTER = timedelta(hours=1)
"""How long after a try the next one begins, where a copy is still there."""
TRIED_FOR = timedelta(days=DRAFT_KEPT_DAYS)
"""After so many days nothing is tried any more, and nothing of it is kept here."""


def given(turn: Turn) -> Outcome:
    """Note a file that is about to be handed over. Whoever is gone by now gets none."""
    if isinstance(turn.event, FileGiven):
        sheet = turn.event.attached
        to = turn.event.account
        body = {"file": turn.event.file, "to": [to.surface, to.workspace, to.user]}
        write_sheet(turn.desk, turn.unit, turn.person, sheet=sheet, kind=SheetKind.FILE, body=body)
        turn.unit.agenda.put(
            AgendaRow(
                id=turn.desk.chance.new_id(),
                kind=AgendaKind.FILE_ENDS,
                owner=turn.person.id,
                ref=sheet,
                due_at=turn.now + STAY_FOR,
            )
        )
    return QUIET


def remove_now(turn: Turn) -> Outcome:
    """Take back now what is still there."""
    return answer(cards.removing() if hurry(turn.unit, turn.person, turn.now) else cards.removed())


def hurry(unit: Unit, person: Person, now: datetime) -> bool:
    """Let the copies of a person's files be taken back now; whether there are any."""
    rows = [row for row in unit.agenda.every(person.id) if row.kind is AgendaKind.FILE_ENDS]
    for row in rows:
        unit.agenda.put(replace(row, due_at=now))
    return bool(rows)


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Plan that a copy is taken back, and when to look again: the row goes when the copy is gone.

    Whatever its person wishes now: neither a pause nor a yes taken back leaves a file behind.
    """
    person = unit.people.get(row.owner) if row.owner else None
    sheet = unit.sheets.get(row.ref) if row.ref else None
    given_to = _given_to(desk, person, sheet) if person and sheet else None
    if person is None or sheet is None or given_to is None or local_day(person, now) > sheet.day + TRIED_FOR:
        _forget(unit, row)
        return
    due_at = row.due_at or now
    if not any(
        each.agenda == row.id and each.state not in ENDED for each in unit.deliveries.every(person.id)
    ):
        unit.deliveries.add(
            Delivery(
                agenda=row.id,
                slot_on=due_at.date(),
                slot=due_at.time().isoformat(),
                owner=person.id,
                lane=given_to.lane,
                due_at=due_at,
            )
        )
    unit.agenda.put(replace(row, due_at=now + AGAIN_AFTER))


class FileEnds:
    """A copy that is taken back: no card, and nothing that could disturb anybody."""

    keeps_quiet = False

    def is_wanted(self, look: Look) -> bool:
        """Whether it can be done: it was promised, but Reststop may have been removed from the workspace."""
        sheet = look.unit.sheets.get(look.row.ref) if look.row.ref else None
        given_to = _given_to(look.desk, look.person, sheet) if sheet else None
        if given_to is None:
            return True
        shut = look.unit.agenda.get(shut_row(look.desk.index(given_to)))
        return (shut is None or shut.lane is None) and not is_closing(look.unit, given_to.lane)

    def begin(self, look: Look) -> Removal | None:
        """Return which file; a row whose sheet is gone goes too."""
        sheet = look.unit.sheets.get(look.row.ref) if look.row.ref else None
        given_to = _given_to(look.desk, look.person, sheet) if sheet else None
        if sheet is None or given_to is None:
            look.unit.agenda.remove(look.row.id)
            return None
        return Removal(file=str(read_sheet(look.desk, look.person, sheet)["file"]), to=given_to)

    def again(self, look: Look) -> Card | None:  # noqa: ARG002
        """Return nothing: a file is taken back once more rather than asked about."""
        return None

    def arrived(self, look: Look) -> None:
        """Forget the file: its copy is gone."""
        _forget(look.unit, look.row)


def _given_to(desk: Desk, person: Person, sheet: Sheet) -> Account | None:
    """Return the account that has a file; None where its sheet does not open, and nobody can name it."""
    try:
        surface, workspace, user = read_sheet(desk, person, sheet)["to"]
    except KeyProblem:
        return None
    return Account(surface=surface, workspace=workspace, user=user)


def _forget(unit: Unit, row: AgendaRow) -> None:
    unit.agenda.remove(row.id)
    if row.ref is not None:
        unit.sheets.remove(row.ref)
