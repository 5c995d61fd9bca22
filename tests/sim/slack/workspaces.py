"""Workspaces, and what their admins do."""

from __future__ import annotations

from collections.abc import Collection

from tests.sim.common.answers import NotPossible
from tests.sim.slack.actors import Settled, User
from tests.sim.slack.core import Core
from tests.sim.slack.tokens import Grant
from tests.sim.slack.world import Channel, Team


class Workspace:
    """One workspace, with its users and channels."""

    def __init__(self, core: Core, team: Team, settled: Settled) -> None:
        """Stand for `team`."""
        self._core = core
        self._settled = settled
        self._users: dict[str, User] = {}
        self.team = team

    @property
    def id(self) -> str:
        """Its team id."""
        return self.team.id

    @property
    def org_id(self) -> str | None:
        """The id of its organisation."""
        return self.team.org.id if self.team.org else None

    @property
    def grant(self) -> Grant:
        """Its newest installation.

        Raises:
            NotPossible: the app is not installed in it.
        """
        grant = self._core.tokens.installed_in(self.team)
        if grant is None:
            raise NotPossible(f"the app is not installed in {self.team.name}")
        return grant

    @property
    def bot_token(self) -> str:
        """The token of its newest installation."""
        return self.grant.token

    def user(self, name: str, *, tz: str = "Europe/Berlin") -> User:
        """Return the user of this name, who is made on first mention."""
        if name not in self._users:
            member = self._core.world.add_member(self.team, name, tz)
            self._users[name] = User(self._core, self.team, member, self._settled)
        return self._users[name]

    def channel(self, name: str, *members: User, private: bool = False, with_bot: bool = True) -> Channel:
        """Make a channel with these members."""
        ids = {user.id for user in members} | ({self.team.bot_user} if with_bot else set())
        return self._core.world.add_channel(self.team, name, "private" if private else "public", ids)

    def install(self, *, scopes: Collection[str] | None = None, org_wide: bool = False) -> Grant:
        """Install the app from its own pages at Slack, without OAuth; org-wide for the whole organisation."""
        return self._core.tokens.grant(
            team=None if org_wide else self.team,
            org=self.team.org,
            scopes=self._core.scopes if scopes is None else scopes,
            installer=self.user("admin").id,
            rotates=self._core.rotates_tokens,
        )

    async def uninstall(self) -> None:
        """Remove the app, as an admin does."""
        self._core.end_installation(self.grant, error="account_inactive")
        await self._settled()

    async def revoke_tokens(self) -> None:
        """Revoke the app's tokens."""
        self._core.end_installation(self.grant, error="token_revoked")
        await self._settled()
