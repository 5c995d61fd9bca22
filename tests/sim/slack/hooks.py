"""response_url: where an app answers an interaction without a token, five times in half an hour.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.sim.slack.answers import Refused
from tests.sim.slack.world import Channel, Member, Message, Team, World

USES = 5
SECONDS = 1800.0


@dataclass(slots=True, kw_only=True)
class Hook:
    """One response_url. `message` is what it may replace or delete."""

    team: Team
    member: Member
    channel: Channel
    message: Message | None
    until: float
    uses: int = USES


class Hooks:
    """The response_urls that were given out."""

    def __init__(self, world: World) -> None:
        """Begin with none."""
        self._world = world
        self._by_path: dict[str, Hook] = {}

    def give(
        self, kind: str, team: Team, member: Member, channel: Channel, message: Message | None = None
    ) -> str:
        """Return the path of a new one; `kind` is "commands", "actions" or "app"."""
        path = f"/{kind}/{team.id}/{self._world.ids.word('hook', 12)}"
        until = self._world.timers.now() + SECONDS
        self._by_path[path] = Hook(team=team, member=member, channel=channel, message=message, until=until)
        return path

    def use(self, path: str) -> Hook:
        """Return what a path stands for, and count the use.

        Raises:
            Refused: invalid_url, expired_url or used_url.
        """
        hook = self._by_path.get(path)
        if hook is None:
            raise Refused("invalid_url")
        if self._world.timers.now() > hook.until:
            raise Refused("expired_url")
        if hook.uses == 0:
            raise Refused("used_url")
        hook.uses -= 1
        return hook
