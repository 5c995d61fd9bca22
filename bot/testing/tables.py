"""Tables in memory, with the rules that a database would keep. Rows stay in the order of first writing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup
from bot.domain.checkins import Marks, Run
from bot.domain.deliveries import Delivery
from bot.domain.journal import Draft, Entry
from bot.domain.people import Person, PersonId
from bot.domain.sheets import Sheet
from bot.errors import StoreFault
from bot.ports.gatherings import GatheringRow, MemberRow, PostRow
from bot.ports.installations import Installation
from bot.ports.organisations import ChangeRow, OrganisationRow, ReviewRow, RoleRow
from bot.ports.store import Door
from bot.ports.vault import SEALED_LEAST, SEALED_MARK

Slot = tuple[UUID, date, str]
"""What a delivery is unique by: agenda row, date, wall clock."""

_Owned = TypeVar("_Owned", Run, Marks, Entry, Draft, Sheet)
_Value = TypeVar("_Value")


@dataclass(slots=True)
class Tables:
    """Everything that is stored. The values are frozen, so a copy of the tables is a snapshot."""

    people: dict[PersonId, Person] = field(default_factory=dict)
    doors: dict[UUID, Door] = field(default_factory=dict)
    agenda: dict[UUID, AgendaRow] = field(default_factory=dict)
    deliveries: dict[Slot, Delivery] = field(default_factory=dict)
    runs: dict[UUID, Run] = field(default_factory=dict)
    marks: dict[UUID, Marks] = field(default_factory=dict)
    entries: dict[UUID, Entry] = field(default_factory=dict)
    drafts: dict[UUID, Draft] = field(default_factory=dict)
    sheets: dict[UUID, Sheet] = field(default_factory=dict)
    inbox: dict[bytes, date] = field(default_factory=dict)
    installations: dict[PersonId, Installation] = field(default_factory=dict)
    organisations: dict[PersonId, OrganisationRow] = field(default_factory=dict)
    roles: dict[UUID, RoleRow] = field(default_factory=dict)
    reviews: dict[UUID, ReviewRow] = field(default_factory=dict)
    changes: dict[UUID, ChangeRow] = field(default_factory=dict)
    gatherings: dict[PersonId, GatheringRow] = field(default_factory=dict)
    members: dict[UUID, MemberRow] = field(default_factory=dict)
    posts: dict[UUID, PostRow] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def snapshot(self) -> Tables:
        """Return tables that may change while these stay as they are."""
        return replace(self, **{each.name: dict(getattr(self, each.name)) for each in fields(self)})

    def put(self, rows: dict[UUID, _Owned], value: _Owned) -> None:
        """Add a row of a person's, or write it again in its place."""
        check(value)
        self.check_owner(value.person)
        held = rows.get(value.id)
        if held is not None and held.person != value.person:
            raise StoreFault("That row belongs to somebody else.")
        rows[value.id] = value

    def put_agenda(self, row: AgendaRow) -> None:
        """Add an agenda row, or write it again; a due check-in is whole and everybody has one at most."""
        check(row)
        self.check_owner(row.owner)
        if row.kind is AgendaKind.CHECKIN:
            if row.due_at is not None and enrolment(row) is None:
                raise StoreFault
            others = (each for each in self.agenda.values() if each.id != row.id and each.kind is row.kind)
            if row.owner is not None and any(each.owner == row.owner for each in others):
                raise StoreFault
        self.agenda[row.id] = row

    def remove_gathering(self, gathering: PersonId) -> None:
        """Remove a gathering and every row that hangs on it."""
        self.gatherings.pop(gathering, None)
        self.members = {row: each for row, each in self.members.items() if each.gathering != gathering}
        self.posts = {row: each for row, each in self.posts.items() if each.gathering != gathering}

    def check_owner(self, owner: PersonId | None) -> None:
        """See that a row's person has a row."""
        if owner is not None and owner not in self.people:
            raise StoreFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A check-in row that is due at some time, and therefore whole."""

    group: DueGroup
    owner: PersonId
    lane: str


def enrolment(row: AgendaRow) -> Enrolment | None:
    """Return what a check-in row says; None where it is paused or about something else."""
    match row:
        case AgendaRow(
            kind=AgendaKind.CHECKIN,
            due_at=datetime() as due_at,
            owner=UUID() as owner,
            rule=str(rule),
            zone=str(zone),
            slot_on=date() as slot_on,
            slot=str(slot),
            lane=str(lane),
        ):
            group = DueGroup(rule=rule, zone=zone, due_at=due_at, slot_on=slot_on, slot=slot)
            return Enrolment(group=group, owner=owner, lane=lane)
        case _:
            return None


Checked = (
    AgendaRow
    | Delivery
    | Door
    | Run
    | Marks
    | Entry
    | Draft
    | Sheet
    | Installation
    | OrganisationRow
    | RoleRow
    | ReviewRow
    | ChangeRow
    | GatheringRow
    | MemberRow
    | PostRow
)
"""The rows that say when something is, or hold what was sealed."""


def check(value: Checked) -> None:
    """See that instants know their zone and that what is called sealed was sealed."""
    for each in fields(value):
        held = getattr(value, each.name)
        if isinstance(held, datetime) and held.utcoffset() is None:
            raise StoreFault("An instant without a zone is no instant.")
        if each.name == "sealed" and held is not None and not _is_sealed(held):
            raise StoreFault("Only what a vault has sealed is stored here.")


def without(rows: dict[UUID, _Value], gone: Iterable[UUID]) -> dict[UUID, _Value]:
    """Return `rows` less those with an id in `gone`."""
    ids = set(gone)
    return {row: value for row, value in rows.items() if row not in ids}


def _is_sealed(held: object) -> bool:
    return isinstance(held, bytes) and len(held) >= SEALED_LEAST and held.startswith(SEALED_MARK)
