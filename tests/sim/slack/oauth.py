"""Installing the app: what a person agrees to, the code that comes of it, and what the code is exchanged for.

https://docs.slack.dev/authentication/installing-with-oauth
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.tokens import LIFETIME, Grant, Tokens
from tests.sim.slack.world import Member, Org, Team, World

CODE_SECONDS = 600.0
CLIENT_ID = "1000.2000"
CLIENT_SECRET = "sim-client-secret"  # noqa: S105  # of a Slack that exists on this machine alone


@dataclass(slots=True, kw_only=True)
class Agreed:
    """What a person agreed to: scopes for one workspace, or for all of their organisation."""

    team: Team | None
    org: Org | None
    member: Member
    scopes: list[str]
    redirect_uri: str
    """As the app sent it with the person; "" if it left it to its settings."""
    until: float


class Oauth:
    """The codes that were given out and not exchanged yet."""

    def __init__(self, world: World, tokens: Tokens, *, rotates: bool) -> None:
        """Give out tokens that rotate, or that live until they are revoked."""
        self._world = world
        self._tokens = tokens
        self._rotates = rotates
        self._codes: dict[str, Agreed] = {}
        self.redirect_uri = ""
        """Where people are led back to if the app does not say: the first redirect URL of its settings."""

    def agree(
        self, team: Team, member: Member, *, scopes: list[str], redirect_uri: str, is_org_wide: bool
    ) -> str:
        """Return the code for what a person agreed to."""
        code = self._world.ids.word("code", 20).lower()
        self._codes[code] = Agreed(
            team=None if is_org_wide else team,
            org=team.org,
            member=member,
            scopes=scopes,
            redirect_uri=redirect_uri,
            until=self._world.timers.now() + CODE_SECONDS,
        )
        return code

    def exchange(self, args: Json) -> Json:
        """Answer oauth.v2.access, for a code or for a refresh token.

        Raises:
            Refused: invalid_client_id, bad_client_secret, invalid_code, bad_redirect_uri,
                invalid_refresh_token.
        """
        if args.get("client_id") != CLIENT_ID:
            raise Refused("invalid_client_id")
        if args.get("client_secret") != CLIENT_SECRET:
            raise Refused("bad_client_secret")
        if args.get("grant_type") == "refresh_token":
            grant = self._tokens.refreshed(str(args.get("refresh_token")))
            return self._answer(grant, grant.installer)
        agreed = self._codes.pop(str(args.get("code")), None)
        if agreed is None or self._world.timers.now() > agreed.until:
            raise Refused("invalid_code")
        if (args.get("redirect_uri") or "") != agreed.redirect_uri:
            raise Refused("bad_redirect_uri")
        grant = self._tokens.grant(
            team=agreed.team,
            org=agreed.org,
            scopes=agreed.scopes,
            installer=agreed.member.id,
            rotates=self._rotates,
        )
        return self._answer(grant, agreed.member.id)

    def _answer(self, grant: Grant, installer: str) -> Json:
        some_team = grant.team or next(self._world.teams_of(grant.org)) if grant.org else grant.team
        assert some_team is not None
        answer: Json = {
            "ok": True,
            "app_id": self._world.app_id,
            "authed_user": {"id": installer},
            "scope": ",".join(sorted(grant.scopes)),
            "token_type": "bot",
            "access_token": grant.token,
            "bot_user_id": some_team.bot_user,
            "team": {"id": grant.team.id, "name": grant.team.name} if grant.team else None,
            "enterprise": {"id": grant.org.id, "name": grant.org.name} if grant.org else None,
            "is_enterprise_install": grant.is_org_wide,
        }
        if grant.refresh is not None:
            answer |= {"refresh_token": grant.refresh, "expires_in": LIFETIME}
        return answer
