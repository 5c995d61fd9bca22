"""Trigger ids: what lets an app open a modal, once, within three seconds.

https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.sim.slack.answers import Refused
from tests.sim.slack.world import Member, Team, World

SECONDS = 3.0


@dataclass(slots=True, kw_only=True)
class Trigger:
    """What a person did, for which something may be opened to them."""

    team: Team
    member: Member
    until: float
    is_used: bool = False


class Triggers:
    """The triggers that were given out."""

    def __init__(self, world: World) -> None:
        """Begin with none."""
        self._world = world
        self._given: dict[str, Trigger] = {}

    def give(self, team: Team, member: Member) -> str:
        """Return a new trigger id, looking as Slack's do."""
        number = len(self._given) + 1
        trigger_id = f"{1000 + number}.{2000 + number}.{self._world.ids.word('trigger', 16).lower()}"
        until = self._world.timers.now() + SECONDS
        self._given[trigger_id] = Trigger(team=team, member=member, until=until)
        return trigger_id

    def look(self, trigger_id: str | None) -> Trigger:
        """Return what a trigger id stands for, without using it.

        Raises:
            Refused: invalid_trigger_id, exchanged_trigger_id or expired_trigger_id.
        """
        trigger = self._given.get(trigger_id or "")
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.is_used:
            raise Refused("exchanged_trigger_id")
        if self._world.timers.now() > trigger.until:
            raise Refused("expired_trigger_id")
        return trigger
