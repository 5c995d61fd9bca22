"""Leaving a platform: nothing is sent to who is gone there, and after some days everything of theirs goes.

An account may be closed by its platform, or Reststop be removed from a whole workspace. Both begin a
countdown, one row of the agenda for each person, and whoever comes back before it is over ends it. It ends
as `erase` does: the key first, then the rows (bot/services/erasing.py).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import GONE_KEPT_DAYS, Person, PersonId
from bot.errors import NotSaved
from bot.ports.store import Unit
from bot.services.desk import Desk, Turn
from bot.services.enrolment import begin_again, hold
from bot.services.erasing import erase_person
from bot.surface.inbound import FileGiven, PersonLeft, SurfaceInstalled, WorkspaceEvent
from bot.surface.outcome import QUIET, Outcome

PEOPLE_AT_ONCE = 100
"""People of a workspace who are seen to in one unit, so that nobody's "Saved" waits behind all of them."""
ENDED_AT_ONCE = 20
"""People who are erased in one tick, each in a unit of their own: check-ins are planned in between."""
TRIED_AGAIN_AFTER = timedelta(minutes=10)
"""How long an erasing rests that the key store could not finish."""

_EVER = datetime.max.replace(tzinfo=UTC)
_LANES = UUID("0f6a3a2e-6f0b-4f35-9d34-0c2f6d9f7f51")

_log = logging.getLogger(__name__)


def is_known(turn: Turn) -> bool:
    """Whether somebody of whom a platform speaks has a row here."""
    return turn.visitor is not None


def left(turn: Turn) -> Outcome:
    """A platform closed somebody's account: their days begin to count."""
    if turn.visitor is not None:
        _begin(turn.unit, turn.visitor, turn.now, lane=None)
    return QUIET


def is_back(turn: Turn) -> bool:
    """Whether who acts was gone. That a platform speaks of them as gone, or keeps a file, is no act."""
    if turn.visitor is None or isinstance(turn.event, PersonLeft | FileGiven):
        return False
    return turn.unit.agenda.of(turn.visitor.id, AgendaKind.ACCOUNT_ENDS) is not None


def come_back(unit: Unit, person: Person, now: datetime) -> None:
    """End a countdown; check-ins come again as they stood."""
    row = unit.agenda.of(person.id, AgendaKind.ACCOUNT_ENDS)
    if row is not None:
        unit.agenda.remove(row.id)
        begin_again(unit, person, now)


def is_gone(unit: Unit, person: PersonId, lane: str) -> bool:
    """Whether nobody is to be written to there: they are gone, or about to be found gone with their lane."""
    if unit.agenda.of(person, AgendaKind.ACCOUNT_ENDS) is not None:
        return True
    row = unit.agenda.get(_lane_row(lane))
    return row is not None and row.kind is AgendaKind.LANE_CLOSES


def hear_of_workspace(unit: Unit, desk: Desk, event: WorkspaceEvent) -> None:
    """Note that Reststop was added somewhere or removed; who is concerned is seen to by the next ticks.

    Of several in a row the last holds. One that was heard before changes nothing.
    """
    now = desk.clock.now()
    digest = desk.vault.digest("inbox", event.surface, event.workspace, event.event_id)
    if not unit.inbox.take(digest, now.date()):
        return
    kind = AgendaKind.LANE_OPENS if isinstance(event, SurfaceInstalled) else AgendaKind.LANE_CLOSES
    unit.agenda.put(AgendaRow(id=_lane_row(event.lane), kind=kind, due_at=now, lane=event.lane))


def close_lane(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:  # noqa: ARG001 - one shape
    """Begin the countdown of some people of a lane; the row stays until all were seen to."""
    _see_to(unit, row, lambda person: _begin(unit, person, now, lane=row.lane))


def open_lane(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:  # noqa: ARG001 - one shape
    """End the countdown of those who were gone only because their lane was; a closed account stays one."""

    def see_to(person: Person) -> None:
        ends = unit.agenda.of(person.id, AgendaKind.ACCOUNT_ENDS)
        if ends is not None and ends.lane == row.lane:
            come_back(unit, person, now)

    _see_to(unit, row, see_to)


async def end_accounts(desk: Desk) -> None:
    """Erase some of those whose days are over. Whoever is left is due still.

    Cut off between a key and its rows, the row of the agenda is still there and does it again; a start
    finishes it as it finishes every erasing (bot/app/key_tidying.py).

    Raises:
        NotSaved: the database was not available; the next tick goes on.
    """
    for row in await desk.store.run(partial(_over, now=desk.clock.now()), writes=False):
        try:
            await desk.store.run(partial(_end, desk=desk, row=row.id))
        except NotSaved as problem:
            _log.warning("an account that is over did not end yet: %s", type(problem).__name__)
            await desk.store.run(partial(_try_again, row=row.id, now=desk.clock.now()))


def count_anew(unit: Unit, now: datetime) -> None:
    """Let every countdown begin again, in a copy that is restored: it does not know who came back since."""
    for row in unit.agenda.due((AgendaKind.ACCOUNT_ENDS,), _EVER, unit.people.count()):
        unit.agenda.put(replace(row, due_at=_ends_at(now)))


def _begin(unit: Unit, person: Person, now: datetime, *, lane: str | None) -> None:
    """Let nothing be sent and count the days. Who is gone already counts from the first day on.

    `lane` is set where they are gone with a whole workspace; an account that is closed besides stays closed.
    """
    before = unit.agenda.of(person.id, AgendaKind.ACCOUNT_ENDS)
    if before is not None:
        unit.agenda.put(replace(before, lane=before.lane and lane))
        return
    hold(unit, person)
    unit.agenda.put(
        AgendaRow(
            id=uuid5(person.id, AgendaKind.ACCOUNT_ENDS),
            kind=AgendaKind.ACCOUNT_ENDS,
            owner=person.id,
            due_at=_ends_at(now),
            lane=lane,
        )
    )


def _ends_at(now: datetime) -> datetime:
    return now + timedelta(days=GONE_KEPT_DAYS)


def _see_to(unit: Unit, row: AgendaRow, each: Callable[[Person], None]) -> None:
    people = unit.people.in_lane(row.lane or "", PersonId(row.ref) if row.ref else None, PEOPLE_AT_ONCE)
    for one in people:
        person = unit.people.get(one)
        if person is not None:
            each(person)
    if len(people) == PEOPLE_AT_ONCE:
        unit.agenda.put(replace(row, ref=people[-1]))
    else:
        unit.agenda.remove(row.id)


def _over(unit: Unit, now: datetime) -> list[AgendaRow]:
    return list(unit.agenda.due((AgendaKind.ACCOUNT_ENDS,), now, ENDED_AT_ONCE))


def _end(unit: Unit, desk: Desk, row: UUID) -> None:
    """Erase one person, unless they came back at the last moment."""
    ends = unit.agenda.get(row)
    person = unit.people.get(ends.owner) if ends and ends.owner else None
    if person is not None:
        erase_person(desk, unit, person)


def _try_again(unit: Unit, row: UUID, now: datetime) -> None:
    ends = unit.agenda.get(row)
    if ends is not None:
        unit.agenda.put(replace(ends, due_at=now + TRIED_AGAIN_AFTER))


def _lane_row(lane: str) -> UUID:
    """Return the id of the one row that says how things stand with a lane."""
    return uuid5(_LANES, lane)
