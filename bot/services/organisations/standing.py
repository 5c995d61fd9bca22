"""Who looks after an organisation: as the platform says, as the settings say, or by a code that was given.

A role is of an account, in one organisation. Nothing here opens a notebook.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.errors import KeyProblem
from bot.ports.organisations import RoleRow
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk, Turn
from bot.services.organisations.rules import index_here, organisation_here
from bot.services.sealing import Body, seal, unseal
from bot.surface.inbound import CommandInvoked
from bot.surface.refs import ActionRef


class Source(StrEnum):
    """By what somebody is an admin, where no code made them one."""

    PLATFORM = "platform"
    """Slack's owners and admins; in Discord whoever may manage the server."""
    SETTINGS = "settings"
    """`RESTSTOP_ADMINS`."""
    OPERATOR = "operator"
    """Whoever sits at the data folder: `reststop admin`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What somebody is, where they act. `is_asked`: their platform was not asked yet, and may say more."""

    roles: frozenset[Role]
    held: tuple[RoleRow, ...] = ()
    source: Source | None = None
    is_asked: bool = False


OPERATOR = "operator"
"""The account of whoever sits at the data folder, on the console."""


def operators_turn(desk: Desk, unit: Unit, *, organisation: str, zone: str | None) -> Turn:
    """Return a turn in which the operator looks after an organisation, without a card."""
    account = Account(surface="console", workspace=organisation, user=OPERATOR)
    event = CommandInvoked(
        event_id=desk.chance.new_id().hex,
        account=account,
        zone=zone,
        organisation=organisation,
        manages=True,
        text="admin",
    )
    return Turn(
        desk=desk,
        unit=unit,
        event=event,
        now=desk.clock.now(),
        index=desk.index(account),
        visitor=None,
        ref=ActionRef(action="none"),
    )


def standing_of(turn: Turn) -> Standing:
    """Return what somebody is in the organisation where they act; nothing, where nothing tells of one."""
    index = index_here(turn)
    if index is None:
        return Standing(roles=frozenset())
    here = organisation_here(turn)
    held = tuple(
        row
        for row in (turn.unit.organisations.roles_of(turn.index) if here else ())
        if here is not None and row.organisation == here.id and is_whole(turn.desk, row)
    )
    source = _source(turn, index)
    roles = {row.role for row in held} | ({Role.ADMIN} if source else set())
    is_asked = turn.event.manages is None and Role.ADMIN not in roles
    return Standing(roles=frozenset(roles), held=held, source=source, is_asked=is_asked)


def _source(turn: Turn, index: bytes) -> Source | None:
    event = turn.event
    if event.manages and event.organisation:
        is_operator = event.account.surface == "console" and event.account.user == OPERATOR
        return Source.OPERATOR if is_operator else Source.PLATFORM
    names = {
        name
        for name, account in turn.desk.admins
        if account == event.account.user and name.partition("/")[0] == event.account.surface
    }
    return Source.SETTINGS if any(turn.desk.organisation_index(name) == index for name in names) else None


def put_role(desk: Desk, unit: Unit, row: RoleRow, name: str) -> RoleRow:
    """Write a role with the name under which admins see its holder."""
    body = {"name": name, "role": row.role, "index": row.index.hex()}
    kept = RoleRow(
        id=row.id,
        organisation=row.organisation,
        index=row.index,
        role=row.role,
        sealed=seal(desk.vault, _cell(row), body),
    )
    unit.organisations.put_role(kept)
    return kept


def name_of(desk: Desk, row: RoleRow) -> str:
    """Return under which name admins see who holds a role; "" where the row does not open."""
    return str(_body(desk, row).get("name", ""))


def is_whole(desk: Desk, row: RoleRow) -> bool:
    """Whether a role is what was given: whoever writes in the database cannot make one greater, or theirs."""
    body = _body(desk, row)
    return bool(body.get("role") == row.role and body.get("index") == row.index.hex())


def _body(desk: Desk, row: RoleRow) -> Body:
    """Return what a role row seals; nothing where it does not open, or a later version wrote it."""
    try:
        body = unseal(desk.vault, _cell(row), row.sealed)
    except (KeyProblem, ValueError):
        return {}
    return body if isinstance(body, dict) else {}


def _cell(row: RoleRow) -> Cell:
    return Cell(person=row.organisation, table="roles", row=row.id, column="sealed")
