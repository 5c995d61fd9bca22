"""One-time codes for roles: the first admin's, which `doctor` prints, and those that an admin hands on.

The first admin's is made of the house's own key and of how many were used, so that two processes know the
same one and none is stored. Of every other only a keyed hash is kept: the role and the place are in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.organisations import Organisation
from bot.domain.roles import ADMINS, GRANTED, Role
from bot.ports.store import Unit
from bot.ports.vault import Vault
from bot.services import codes
from bot.services.desk import Turn
from bot.services.organisations.rules import organisation_here
from bot.services.organisations.standing import is_whole, standing_of

HOLDS_FOR = timedelta(hours=24)
USED = "house/first admins"
"""The note of how many first codes were used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a code is for. `row` is where it stands on the agenda; None for the first admin's."""

    role: Role
    row: UUID | None


def first_code(vault: Vault, unit: Unit) -> str:
    """Return the code that makes the next first admin: once, and only while the house has none by a code."""
    return codes.of_bytes(vault.digest("first admin", unit.notes.get(USED) or "0"))


def make(turn: Turn, organisation: Organisation, role: Role) -> str:
    """Return a new code for a role in an organisation; it holds no longer than the role of who made it."""
    code, standing = codes.drawn(turn.desk.chance), standing_of(turn)
    by = next((row.id for row in standing.held if row.role in ADMINS and not standing.source), None)
    row = AgendaRow(
        id=_row_of(turn, organisation, role, code),
        kind=AgendaKind.ROLE_CODE,
        ref=by,
        due_at=turn.now + HOLDS_FOR,
    )
    turn.unit.agenda.put(row)
    return code


def meant(turn: Turn, typed: str) -> Meant | None:
    """Return what a code is for where it is brought; None where it is for nothing, or over."""
    code, here = codes.read(typed), organisation_here(turn)
    is_first = code == first_code(turn.desk.vault, turn.unit) and not has_admin(turn.unit)
    if turn.event.organisation and is_first:
        return Meant(role=Role.ADMIN, row=None)
    for role in GRANTED if here else ():
        row = turn.unit.agenda.get(_row_of(turn, here, role, code)) if here else None
        if row is not None and _holds(turn, row):
            return Meant(role=role, row=row.id)
    return None


def _holds(turn: Turn, row: AgendaRow) -> bool:
    """Whether a code is in time, and who made it by a role holds that still; no platform is asked again."""
    if row.due_at is None or turn.now >= row.due_at:
        return False
    maker = turn.unit.organisations.role(row.ref) if row.ref else None
    return row.ref is None or (maker is not None and is_whole(turn.desk, maker))


def use(turn: Turn, code: Meant) -> None:
    """Let a code be over."""
    if code.row is not None:
        turn.unit.agenda.remove(code.row)
        return
    turn.unit.notes.put(USED, str(int(turn.unit.notes.get(USED) or "0") + 1))


def has_admin(unit: Unit) -> bool:
    """Whether any organisation of the house has an admin by a code."""
    return any(
        row.role is Role.ADMIN
        for each in unit.organisations.every()
        for row in unit.organisations.roles(each.id)
    )


def _row_of(turn: Turn, organisation: Organisation, role: Role, code: str) -> UUID:
    """Return under which id a code stands: nobody without the key can make it one for more."""
    return UUID(bytes=turn.desk.vault.digest("role code", organisation.id.hex, role, code)[:16])
