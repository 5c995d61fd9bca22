"""A platform that tells of its people and workspaces, before a world with glass walls."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from itertools import count

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Account
from bot.services.leaving import departures
from bot.surface.inbound import (
    CommunityEvent,
    PersonChanged,
    PersonLeft,
    SurfaceInstalled,
    SurfaceRemoved,
    WorkspaceEvent,
)
from bot.surface.outcome import Outcome
from tests.unit.small_house import ANA, MONDAY
from tests.unit.world import World

_ids = count(1)
THE_END = MONDAY + timedelta(days=30)
"""When everything of somebody goes who left on the Monday."""
A_MINUTE = timedelta(minutes=1)


async def leaves(house: World, who: Account = ANA) -> Outcome:
    """Let a platform close somebody's account."""
    facts = house.facts(who)
    return await house.hear(PersonLeft(event_id=facts["event_id"], account=who))


async def changes(house: World, zone: str | None, who: Account = ANA) -> Outcome:
    """Let a platform tell in which zone somebody is."""
    return await house.hear(PersonChanged(event_id=house.facts(who)["event_id"], account=who, zone=zone))


def removed(workspace: str = ANA.workspace) -> SurfaceRemoved:
    """Return that Reststop was removed from a workspace."""
    return SurfaceRemoved(event_id=f"w{next(_ids)}", surface=ANA.surface, workspace=workspace)


def installed(workspace: str = ANA.workspace) -> SurfaceInstalled:
    """Return that Reststop was added to a workspace."""
    return SurfaceInstalled(event_id=f"w{next(_ids)}", surface=ANA.surface, workspace=workspace)


async def tells(house: World, event: WorkspaceEvent | CommunityEvent) -> None:
    """Let a platform tell of a workspace, and let what is due now happen."""
    await house.begin()
    await house.store.run(partial(departures.hear_of_workspace, desk=house.desk, event=event))
    house.engine.wake()
    await house.engine.settle()


def countdowns(house: World) -> dict[object, datetime | None]:
    """Return when everything of whom goes."""
    return {row.owner: row.due_at for row in _rows(house, AgendaKind.ACCOUNT_ENDS)}


def lane_rows(house: World) -> list[AgendaRow]:
    """Return what the house has still to do about lanes."""
    return _rows(house, AgendaKind.LANE_CLOSES) + _rows(house, AgendaKind.LANE_OPENS)


def _rows(house: World, kind: AgendaKind) -> list[AgendaRow]:
    return [row for row in house.tables.agenda.values() if row.kind is kind]
