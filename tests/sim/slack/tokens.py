"""Tokens of the loopback Slack: who holds one, for which workspace or organisation, with which scopes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.sim.common.clock import Timers
from tests.sim.slack.answers import Refused
from tests.sim.slack.world import Org, Team

LIFETIME = 43_200
"""Seconds that an access token lives where tokens rotate.

https://docs.slack.dev/authentication/using-token-rotation
"""


@dataclass(kw_only=True)
class Grant:
    """One bot token. `team` is None where the app is installed for a whole organisation."""

    token: str
    team: Team | None
    org: Org | None
    scopes: frozenset[str]
    installer: str
    expires_at: float | None
    refresh: str | None
    ended_by: str | None = None
    """The error word that it gives since it was revoked or the app removed."""

    @property
    def is_org_wide(self) -> bool:
        """Whether it is good for every workspace of its organisation."""
        return self.team is None

    @property
    def workspace(self) -> str:
        """The id of the workspace or organisation that it is for."""
        return self.team.id if self.team else self.org.id if self.org else ""

    def covers(self, team: Team) -> bool:
        """Whether it is good for a workspace."""
        return team is self.team if self.team else team.org is not None and team.org == self.org


class Tokens:
    """All tokens that were ever given out."""

    def __init__(self, timers: Timers) -> None:
        """Begin with the app-level token, and with no installation."""
        self._timers = timers
        self._given: Counter[str] = Counter()
        self.app_token = "xapp-sim-1"  # noqa: S105  # a name, not a secret
        self.grants: dict[str, Grant] = {}
        self._refreshes: dict[str, Grant] = {}

    def grant(
        self, *, team: Team | None, org: Org | None, scopes: Iterable[str], installer: str, rotates: bool
    ) -> Grant:
        """Give out a bot token, with a refresh token where tokens rotate."""
        place = team.id if team else org.id if org else ""
        self._given[place] += 1
        mark = f"sim-{place}-{self._given[place]}"
        grant = Grant(
            token=f"xoxe.xoxb-{mark}" if rotates else f"xoxb-{mark}",
            team=team,
            org=org,
            scopes=frozenset(scopes),
            installer=installer,
            expires_at=self._timers.now() + LIFETIME if rotates else None,
            refresh=f"xoxe-{mark}" if rotates else None,
        )
        self.grants[grant.token] = grant
        if grant.refresh is not None:
            self._refreshes[grant.refresh] = grant
        return grant

    def find(self, token: str | None) -> Grant:
        """Return what a bot token is good for.

        Raises:
            Refused: not_authed, invalid_auth, token_expired, token_revoked or account_inactive.
        """
        if not token:
            raise Refused("not_authed")
        grant = self.grants.get(token)
        if grant is None:
            raise Refused("invalid_auth")
        if grant.ended_by is not None:
            raise Refused(grant.ended_by)
        if grant.expires_at is not None and grant.expires_at <= self._timers.now():
            raise Refused("token_expired")
        return grant

    def refreshed(self, refresh: str) -> Grant:
        """Exchange a refresh token, which is good once. The token that it came with lives on until its end.

        Raises:
            Refused: invalid_refresh_token.
        """
        old = self._refreshes.pop(refresh, None)
        if old is None or old.ended_by is not None:
            raise Refused("invalid_refresh_token")
        return self.grant(
            team=old.team, org=old.org, scopes=old.scopes, installer=old.installer, rotates=True
        )

    def installed_in(self, team: Team) -> Grant | None:
        """Return the newest token that is good for a workspace, expired or not; None: not installed."""
        alive = [grant for grant in self.grants.values() if grant.ended_by is None and grant.covers(team)]
        return alive[-1] if alive else None

    def end(self, *, team: Team | None, org: Org | None, error: str) -> list[Grant]:
        """End the tokens of one installation; what is used of them later gets `error`."""
        ended = [
            grant
            for grant in self.grants.values()
            if grant.ended_by is None and grant.team is team and (team is not None or grant.org == org)
        ]
        for grant in ended:
            grant.ended_by = error
        return ended
