"""The log of sessions, sealed and opened: each is a sheet of its own, until its owner removes it."""

from __future__ import annotations

from uuid import UUID

from bot.domain.people import Person
from bot.domain.sheets import SheetKind
from bot.domain.supervision import Session
from bot.domain.supervision import session_of as session_of_sheet
from bot.errors import Tampered
from bot.ports.store import Unit
from bot.services.desk import Desk, Turn, own
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, write_sheet


def sessions_of(desk: Desk, unit: Unit, person: Person) -> list[Session]:
    """Open somebody's sessions, the latest first; one that was changed from outside is left out.

    Raises:
        KeyGone: the person was erased.
    """
    found: list[Session] = []
    for sheet in unit.sheets.of(person.id, SheetKind.HOURS):
        try:
            found.append(as_session(sheet.id, read_sheet(desk, person, sheet)))
        except Tampered:
            continue
    return sorted(found, key=lambda session: session.on, reverse=True)


def session_of(turn: Turn, session: UUID) -> Session | None:
    """Open one session of who acts; None where there is none of theirs."""
    sheet = own(turn.person, turn.unit.sheets.get(session))
    if sheet is None or sheet.kind is not SheetKind.HOURS:
        return None
    return as_session(session, read_sheet(turn.desk, turn.person, sheet))


def write_session(turn: Turn, session: Session) -> None:
    """Write a session, or write it again in its place."""
    write_sheet(
        turn.desk, turn.unit, turn.person, sheet=session.id, kind=SheetKind.HOURS, body=_body(session)
    )


def _body(session: Session) -> Body:
    return {
        "on": session.on.isoformat(),
        "minutes": session.minutes,
        "kind": session.kind,
        "what": session.what,
        "agreed": session.agreed,
    }


def as_session(session: UUID, body: Body) -> Session:
    """Return what stands on the sheet of a session.

    Raises:
        ValueError: it is none; only a file that was brought along may hold such.
    """
    found = session_of_sheet(session, body)
    if found is None:
        raise ValueError
    return found
