"""Leaving a platform: nothing is sent to who is gone there, and after some days everything of theirs goes.

An account may be closed by its platform, or Reststop be removed from a whole workspace. Both shut a door, one
row of the agenda for each; while another door is open, everything goes on by that, and the shut one is
forgotten in the end. With the last door a countdown begins, one row for each person, and whoever comes back
before it is over ends it. It ends as `erase` does: the key first, then the rows
(bot/services/leaving/erasing.py).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.organisations import KEPT_DAYS
from bot.domain.people import GONE_DOOR_DAYS, GONE_KEPT_DAYS, Person, PersonId
from bot.errors import NotSaved
from bot.ports.store import Door, Unit
from bot.services.circles import memberships
from bot.services.courses.going_along import go_along
from bot.services.desk import Desk, Turn
from bot.services.doors.ways import forget, is_closing, is_shut, lane_row, open_doors, prefer, shut_row
from bot.services.leaving import endings
from bot.services.leaving.erasing import erase_person, has_without_notebook, remove_roles_at
from bot.services.rhythm.enrolment import begin_again, hold
from bot.surface.inbound import (
    CommunityEvent,
    CommunityJoined,
    CommunityLeft,
    FileGiven,
    PersonLeft,
    SurfaceInstalled,
    SurfaceRemoved,
    WorkspaceEvent,
)
from bot.surface.outcome import QUIET, Outcome

PEOPLE_AT_ONCE = 100
"""People of a workspace who are seen to in one unit, so that nobody's "Saved" waits behind all of them."""
ENDED_AT_ONCE = 20
"""People who are erased in one tick, each in a unit of their own: check-ins are planned in between."""
TRIED_AGAIN_AFTER = timedelta(minutes=10)
"""How long an erasing rests that the key store could not finish."""
LOOKED_AT_AGAIN = timedelta(days=1)
"""How long the end of a door rests that cannot be forgotten yet."""

_MANY = 1_000_000
_EVER = datetime.max.replace(tzinfo=UTC)

_log = logging.getLogger(__name__)


def is_known(turn: Turn) -> bool:
    """Whether somebody of whom a platform speaks has a row here: a notebook, or what needs none."""
    return turn.visitor is not None or has_without_notebook(turn.unit, turn.index)


def left(turn: Turn) -> Outcome:
    """A platform closed somebody's account: that door is shut, and it is in nothing any more but in courses.

    Who comes back has their notebook, and what they learn as long as that; a role is given again by who looks
    after the organisation, and a circle is joined again. What they shared in one with their name stays as it
    stands, until its round is over.
    """
    remove_roles_at(turn.unit, turn.index)
    if turn.visitor is not None:
        go_along(turn.desk, turn.unit, turn.visitor, turn.index)
    memberships.end_at(turn.desk, turn.unit, turn.index, shares_stay=True, learns_on=turn.visitor is not None)
    door = turn.unit.people.door_at(turn.index)
    if turn.visitor is not None and door is not None:
        _shut(turn.unit, turn.visitor, door, turn.now, lane=None)
    return QUIET


def is_back(turn: Turn) -> bool:
    """Whether who acts comes by a shut door. That a platform says they left, or keeps a file, is no act."""
    if turn.visitor is None or isinstance(turn.event, PersonLeft | FileGiven):
        return False
    return turn.unit.agenda.get(shut_row(turn.index)) is not None


def return_by(turn: Turn) -> None:
    """Let who acts be back by the door that they come through."""
    door = turn.unit.people.door_at(turn.index)
    if door is not None:
        come_back(turn.unit, turn.person, door, turn.now)


def come_back(unit: Unit, person: Person, door: Door, now: datetime) -> None:
    """Open a door again. Where all were shut the countdown ends, and check-ins come again as they stood."""
    unit.agenda.remove(shut_row(door.index))
    ends = unit.agenda.of(person.id, AgendaKind.ACCOUNT_ENDS)
    if ends is not None:
        unit.agenda.remove(ends.id)
        prefer(unit, door)
        begin_again(unit, person, now)


def is_gone(unit: Unit, person: PersonId) -> bool:
    """Whether nobody is to be written to: every door of theirs is shut."""
    return unit.agenda.of(person, AgendaKind.ACCOUNT_ENDS) is not None


def shut_early(unit: Unit, person: Person, door: Door, now: datetime) -> bool:
    """Shut a door whose lane is closing before its turn comes; whether that was so.

    What is about to leave by it leaves by another that is open, or waits: sent there it would be lost.
    """
    if not is_closing(unit, door.lane):  # the rare case, so it is asked first: every letter passes here
        return False
    if is_shut(unit, door):
        return False
    _shut(unit, person, door, now, lane=door.lane)
    return True


def hear_of_workspace(unit: Unit, desk: Desk, event: WorkspaceEvent | CommunityEvent) -> None:
    """Note that Reststop was added somewhere or removed; who is concerned is seen to by the next ticks.

    Of several in a row the last holds. One that was heard before changes nothing. What an organisation set is
    kept for some days after it was removed there (`endings.py`).
    """
    now = desk.clock.now()
    match event:
        case CommunityJoined():
            endings.is_there(desk, unit, event.organisation)
        case CommunityLeft():
            endings.was_removed(desk, unit, event.organisation, now)
        case SurfaceInstalled() | SurfaceRemoved():
            _hear_of_lane(unit, desk, event, now)


def _hear_of_lane(unit: Unit, desk: Desk, event: WorkspaceEvent, now: datetime) -> None:
    digest = desk.vault.digest("inbox", event.surface, event.workspace, event.event_id)
    if not unit.inbox.take(digest, now.date()):
        return
    if isinstance(event, SurfaceInstalled):
        kind = AgendaKind.LANE_OPENS
        endings.is_there(desk, unit, event.organisation)
    else:
        kind = AgendaKind.LANE_CLOSES
        endings.was_removed(desk, unit, event.organisation, now)
    unit.agenda.put(AgendaRow(id=lane_row(event.lane), kind=kind, due_at=now, lane=event.lane))


def close_lane(_desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Shut the doors of some people of a lane; the row stays until all were seen to."""

    def see_to(person: Person, door: Door) -> None:
        _shut(unit, person, door, now, lane=row.lane)

    _see_to(unit, row, see_to)


def open_lane(_desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Open the doors that were shut only because their lane was; a closed account stays one."""

    def see_to(person: Person, door: Door) -> None:
        ends = unit.agenda.get(shut_row(door.index))
        if ends is not None and ends.lane == row.lane:
            come_back(unit, person, door, now)

    _see_to(unit, row, see_to)


def end_door(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Forget a door that was shut for long. The preferred one stays: everything goes by then, or it opens."""
    doors = unit.people.doors(row.owner) if row.owner else ()
    door = next((door for door in doors if door.id == row.ref), None)
    if door is None:
        unit.agenda.remove(row.id)
    elif door.preferred:
        unit.agenda.put(replace(row, due_at=now + LOOKED_AT_AGAIN))
    else:
        person = unit.people.get(door.person)
        if person is not None:
            go_along(desk, unit, person, door.index)
        forget(unit, door)


def accounts_over(unit: Unit, now: datetime) -> Sequence[AgendaRow]:
    """Return some of the rows of those whose days are over, people and organisations."""
    return unit.agenda.due((AgendaKind.ACCOUNT_ENDS, AgendaKind.ORGANISATION_ENDS), now, ENDED_AT_ONCE)


async def end_accounts(desk: Desk, over: Sequence[AgendaRow]) -> None:
    """Erase those whose days are `over`, people and organisations. Whoever is left is due still.

    Cut off between a key and its rows, the row of the agenda is still there and does it again; a start
    finishes it as it finishes every erasing (bot/app/upkeep/key_tidying.py).

    Raises:
        NotSaved: the database was not available; the next tick goes on.
    """
    for row in over:
        try:
            while await desk.store.run(partial(_end, desk=desk, row=row.id)):
                pass
        except NotSaved as problem:
            _log.warning("what is over did not end yet: %s", type(problem).__name__)
            await desk.store.run(partial(_try_again, row=row.id, now=desk.clock.now()))


def count_anew(unit: Unit, now: datetime) -> None:
    """Let every countdown begin again, in a copy that is restored: it does not know who came back since."""
    counted = {
        AgendaKind.ACCOUNT_ENDS: GONE_KEPT_DAYS,
        AgendaKind.DOOR_ENDS: GONE_DOOR_DAYS,
        AgendaKind.ORGANISATION_ENDS: KEPT_DAYS,
    }
    for kind, days in counted.items():
        for row in unit.agenda.due((kind,), _EVER, _MANY):
            unit.agenda.put(replace(row, due_at=now + timedelta(days=days)))


def _shut(unit: Unit, person: Person, door: Door, now: datetime, *, lane: str | None) -> None:
    """Shut a door. One that is shut already counts from its first day on.

    `lane` is set where it is shut with a whole workspace; an account that is closed besides stays closed.
    """
    before = unit.agenda.get(shut_row(door.index))
    if before is not None:
        unit.agenda.put(replace(before, lane=before.lane and lane))
        return
    unit.agenda.put(
        AgendaRow(
            id=shut_row(door.index),
            kind=AgendaKind.DOOR_ENDS,
            owner=person.id,
            ref=door.id,
            due_at=now + timedelta(days=GONE_DOOR_DAYS),
            lane=lane,
        )
    )
    others = open_doors(unit, person.id)
    if not others:
        _count_down(unit, person, now)
    elif not any(each.preferred for each in others):
        prefer(unit, others[0])


def _count_down(unit: Unit, person: Person, now: datetime) -> None:
    """Let nothing be sent, and count the days."""
    hold(unit, person)
    unit.agenda.put(
        AgendaRow(
            id=uuid5(person.id, AgendaKind.ACCOUNT_ENDS),
            kind=AgendaKind.ACCOUNT_ENDS,
            owner=person.id,
            due_at=now + timedelta(days=GONE_KEPT_DAYS),
        )
    )


def _see_to(unit: Unit, row: AgendaRow, each: Callable[[Person, Door], None]) -> None:
    people = unit.people.in_lane(row.lane or "", PersonId(row.ref) if row.ref else None, PEOPLE_AT_ONCE)
    for one in people:
        person = unit.people.get(one)
        doors = unit.people.doors(one) if person is not None else ()
        for door in doors:
            if person is not None and door.lane == row.lane:
                each(person, door)
    if len(people) == PEOPLE_AT_ONCE:
        unit.agenda.put(replace(row, ref=people[-1]))
    else:
        unit.agenda.remove(row.id)


def _end(unit: Unit, desk: Desk, row: UUID) -> bool:
    """Erase one person or organisation, unless they came back; True where there is more to do for it."""
    ends = unit.agenda.get(row)
    if ends is not None and ends.kind is AgendaKind.ORGANISATION_ENDS:
        return endings.end(desk, unit, ends)
    person = unit.people.get(ends.owner) if ends and ends.owner else None
    if person is not None:
        erase_person(desk, unit, person)
    return False


def _try_again(unit: Unit, row: UUID, now: datetime) -> None:
    ends = unit.agenda.get(row)
    if ends is not None:
        unit.agenda.put(replace(ends, due_at=now + TRIED_AGAIN_AFTER))
