"""auth.*, apps.* and oauth.*: tokens, installations and the way to a socket.

Each is documented at https://docs.slack.dev/reference/methods/ under its name.
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.methods import Call, method
from tests.sim.slack.oauth import CLIENT_ID, CLIENT_SECRET


@method("api.test", auth="none")
def api_test(call: Call) -> Json:
    """Return the arguments."""
    return {"args": call.args}


@method("auth.test")
def auth_test(call: Call) -> Json:
    """Return whose a token is. Org-wide, the organisation stands for the team."""
    grant, team = call.grant, call.teams[0]
    place = team if grant.team or not grant.org else grant.org
    answer: Json = {
        "url": f"https://{team.domain}.slack.example/",
        "team": place.name,
        "user": team.members[team.bot_user].name,
        "team_id": place.id,
        "user_id": team.bot_user,
        "bot_id": team.bot_id,
        "is_enterprise_install": grant.is_org_wide,
    }
    return answer | ({"enterprise_id": grant.org.id} if grant.org else {})


@method("apps.connections.open", auth="app", tier=1)
def connections_open(call: Call) -> Json:
    """Return where to open a socket."""
    base = call.core.url.replace("http://", "ws://", 1)
    return {"url": f"{base}/link/?ticket={call.core.sockets.ticket()}&app_id={call.core.world.app_id}"}


@method("oauth.v2.access", auth="none", tier=4)
def oauth_access(call: Call) -> Json:
    """Exchange a code or a refresh token."""
    return call.core.oauth.exchange(call.args)


@method("auth.revoke", tier=3)
def auth_revoke(call: Call) -> Json:
    """End a token; the app's last takes the app with it."""
    if call.args.get("test") in {True, "true", "1"}:
        return {"revoked": False}
    call.core.end_installation(call.grant, error="token_revoked")
    return {"revoked": True}


@method("apps.uninstall", tier=1)
def apps_uninstall(call: Call) -> Json:
    """Remove the app."""
    if call.args.get("client_id") != CLIENT_ID:
        raise Refused("invalid_client_id")
    if call.args.get("client_secret") != CLIENT_SECRET:
        raise Refused("bad_client_secret")
    call.core.end_installation(call.grant, error="account_inactive")
    return {}
