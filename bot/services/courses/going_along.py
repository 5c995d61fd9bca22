"""A course goes with the notebook: where one door of somebody is taken away, it goes on by another.

A circle does not, since it is in a channel and the account is what others know there. Nor does what a trainer
looks after: a role hangs on an account.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bot.domain.people import Person
from bot.domain.roles import Gathering
from bot.errors import KeyProblem
from bot.ports.store import Door, Unit
from bot.services.courses.learners import is_learner
from bot.services.desk import Desk
from bot.services.doors.addresses import address_of
from bot.services.doors.ways import open_doors
from bot.services.gatherings import members
from bot.services.gatherings.members import Member


def go_along(desk: Desk, unit: Unit, person: Person, index: bytes) -> None:
    """Let what somebody learns by the account of an index be theirs by another door that is open.

    Where there is none, or each is in that course already, the membership stays what it is.
    """
    others = [door for door in open_doors(unit, person.id) if door.index != index]
    for row in unit.gatherings.memberships(index):
        held = unit.gatherings.get(row.gathering)
        member = members.opened(desk, row) if held is not None and held.kind is Gathering.COURSE else None
        if member is not None and is_learner(member) and not member.is_keeper:
            _move(desk, unit, member, others)


def _move(desk: Desk, unit: Unit, member: Member, doors: Sequence[Door]) -> None:
    for door in doors:
        if _is_free(unit, member.row.gathering, door):
            try:
                account = address_of(desk, door).account
            except KeyProblem:
                continue
            row = replace(member.row, index=door.index)
            members.keep(desk, unit, replace(member, row=row, account=account))
            return


def _is_free(unit: Unit, course: UUID, door: Door) -> bool:
    return all(row.gathering != course for row in unit.gatherings.memberships(door.index))
