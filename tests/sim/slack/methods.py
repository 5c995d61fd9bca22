"""The table of Web API methods, and what each of them gets to work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.core import Core
from tests.sim.slack.tokens import Grant
from tests.sim.slack.world import Channel, Team

Auth = str
"""Which token a method takes: "bot", "app", or "none"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call: who calls, and with which arguments (JSON texts decoded)."""

    core: Core
    args: Json
    token: Grant | None

    @property
    def grant(self) -> Grant:
        """The bot token; a method that takes one is not called without."""
        assert self.token is not None
        return self.token

    @property
    def teams(self) -> list[Team]:
        """The workspaces that the token is good for; one of them if `team_id` names it."""
        if self.grant.team is not None:
            return [self.grant.team]
        teams = [team for team in self.core.world.teams.values() if self.grant.covers(team)]
        wanted = self.args.get("team_id")
        return [team for team in teams if wanted in {None, "", team.id}]

    def get(self, name: str, error: str = "invalid_arguments") -> str:
        """Return an argument as text.

        Raises:
            Refused: with `error`, if it was not given.
        """
        value = self.args.get(name)
        if value in {None, ""}:
            raise Refused(error)
        return str(value)

    def need(self, scope: str) -> None:
        """Go on only with this scope.

        Raises:
            Refused: missing_scope, with needed and provided.
        """
        if scope not in self.grant.scopes:
            raise Refused("missing_scope", needed=scope, provided=",".join(sorted(self.grant.scopes)))

    @property
    def one_team(self) -> Team:
        """The workspace that a list is asked of; an org-wide token has to name it (slack-go/slack#1157).

        Raises:
            Refused: missing_argument or team_not_found.
        """
        if self.grant.is_org_wide and not self.args.get("team_id"):
            raise Refused("missing_argument", arg="team_id")
        if not self.teams:
            raise Refused("team_not_found")
        return self.teams[0]

    def team_of_user(self, user: str, *, error: str = "user_not_found") -> Team:
        """Return the first workspace in which there is this user.

        Raises:
            Refused: with `error`, if there is none.
        """
        for team in self.teams:
            if user in team.members:
                return team
        raise Refused(error)

    def channel(self, channel_id: str) -> tuple[Team, Channel]:
        """Return a channel that the app can see, with its workspace.

        Raises:
            Refused: channel_not_found. A private channel without the bot is not found either.
        """
        for team in self.teams:
            channel = team.channels.get(channel_id)
            if channel and channel.is_deleted:
                break
            if channel and (channel.kind == "public" or team.bot_user in channel.members):
                return team, channel
        raise Refused("channel_not_found")


Handler = Callable[[Call], Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One method: the scope and the token that it needs, and its tier (None: no tier of its own)."""

    handle: Handler
    scope: str | None
    auth: Auth
    tier: int | None


METHODS: dict[str, Method] = {}


def method(
    name: str, *, scope: str | None = None, tier: int | None = None, auth: Auth = "bot"
) -> Callable[[Handler], Handler]:
    """Enter a function into the table."""

    def enter(handle: Handler) -> Handler:
        METHODS[name] = Method(handle=handle, scope=scope, auth=auth, tier=tier)
        return handle

    return enter
