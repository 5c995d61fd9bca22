"""Copies: files that were handed over, of which a platform keeps one, are taken back (docs/architecture.md).

A file is noted before its platform has it, so that whatever is cut off in between leaves none behind that
nobody takes back. What the platform calls it is sealed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.deliveries import ENDED, Delivery
from bot.domain.journal import DRAFT_KEPT_DAYS
from bot.domain.people import Person
from bot.domain.sheets import SheetKind
from bot.ports.store import Unit
from bot.services.cards import takeout as cards
from bot.services.desk import Desk, Turn, local_day
from bot.services.letters import Look, Removal
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
    if turn.visitor is None:
        return answer(cards.nothing_held())
    if isinstance(turn.event, FileGiven):
        sheet = turn.event.attached
        body = {"file": turn.event.file}
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
    if turn.visitor is None:
        return answer(cards.nothing_held())
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
    del desk
    person = unit.people.get(row.owner) if row.owner else None
    door = unit.people.door(row.owner) if row.owner else None
    sheet = unit.sheets.get(row.ref) if row.ref else None
    if person is None or door is None or sheet is None or local_day(person, now) > sheet.day + TRIED_FOR:
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
                lane=door.lane,
                due_at=due_at,
            )
        )
    unit.agenda.put(replace(row, due_at=now + AGAIN_AFTER))


class FileEnds:
    """A copy that is taken back: no card, and nothing that could disturb anybody."""

    keeps_quiet = False

    def is_wanted(self, look: Look) -> bool:
        """Whether it can be done: it was promised, but Reststop may have been removed from the workspace."""
        gone = look.unit.agenda.of(look.person.id, AgendaKind.ACCOUNT_ENDS)
        return gone is None or gone.lane is None

    def begin(self, look: Look) -> Removal | None:
        """Return which file; a row whose sheet is gone goes too."""
        sheet = look.unit.sheets.get(look.row.ref) if look.row.ref else None
        if sheet is None:
            look.unit.agenda.remove(look.row.id)
            return None
        return Removal(file=str(read_sheet(look.desk, look.person, sheet)["file"]))

    def again(self, look: Look) -> Card | None:  # noqa: ARG002
        """Return nothing: a file is taken back once more rather than asked about."""
        return None

    def arrived(self, look: Look) -> None:
        """Forget the file: its copy is gone."""
        _forget(look.unit, look.row)


def _forget(unit: Unit, row: AgendaRow) -> None:
    unit.agenda.remove(row.id)
    if row.ref is not None:
        unit.sheets.remove(row.ref)
