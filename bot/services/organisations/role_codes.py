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
from bot.domain.roles import GRANTED, Role
from bot.ports.store import Unit
from bot.ports.vault import Vault
from bot.services import codes
from bot.services.desk import Turn
from bot.services.organisations.rules import organisation_here

HOLDS_FOR = timedelta(hours=24)
USED = "house/first admins"
"""The note of how many first codes were used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a code is for. `row` is where it stands on the agenda; None for the first admin's."""

    role: Role
    row: UUID | None


def first_code(vault: Vault, unit: Unit) -> str:
    """Return the code that makes the next first admin; it holds until it is used."""
    return codes.of_bytes(vault.digest("first admin", unit.notes.get(USED) or "0"))


def make(turn: Turn, organisation: Organisation, role: Role) -> str:
    """Return a new code for a role in an organisation."""
    code = codes.drawn(turn.desk.chance)
    row = AgendaRow(
        id=_row_of(turn, organisation, role, code),
        kind=AgendaKind.ROLE_CODE,
        due_at=turn.now + HOLDS_FOR,
    )
    turn.unit.agenda.put(row)
    return code


def meant(turn: Turn, typed: str) -> Meant | None:
    """Return what a code is for where it is brought; None where it is for nothing, or over."""
    code, here = codes.read(typed), organisation_here(turn)
    if turn.event.organisation and code == first_code(turn.desk.vault, turn.unit):
        return Meant(role=Role.ADMIN, row=None)
    for role in GRANTED if here else ():
        row = turn.unit.agenda.get(_row_of(turn, here, role, code)) if here else None
        if row is not None and row.due_at is not None and turn.now < row.due_at:
            return Meant(role=role, row=row.id)
    return None


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
