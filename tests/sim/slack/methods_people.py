"""users.* and dnd.*: who somebody is, where they are, and when they want to be left alone.

Each is documented at https://docs.slack.dev/reference/methods/ under its name.
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.methods import Call, method
from tests.sim.slack.objects import dnd_shape, user_shape

MOST_DND_USERS = 50


@method("users.info", scope="users:read", tier=4)
def info(call: Call) -> Json:
    """Return a user."""
    user = call.get("user", "user_not_found")
    team = call.team_of_user(user)
    return {"user": user_shape(team.member(user), team, call.core.timers.clock.now())}


@method("users.list", scope="users:read", tier=2)
def list_(call: Call) -> Json:
    """Return all users."""
    now = call.core.timers.clock.now()
    team = call.one_team
    found = list(team.members.values())
    begin = int(call.args.get("cursor") or 0)
    end = begin + int(call.args.get("limit") or len(found))
    cursor = str(end) if end < len(found) else ""
    return {
        "members": [user_shape(member, team, now) for member in found[begin:end]],
        "cache_ts": int(call.core.timers.now()),
        "response_metadata": {"next_cursor": cursor},
    }


@method("dnd.info", scope="dnd:read", tier=3)
def dnd_info(call: Call) -> Json:
    """Return when a user wants no notifications."""
    member = call.one_team.member(call.get("user", "user_not_found"))
    return dnd_shape(member, call.core.timers.clock.now())


@method("dnd.teamInfo", scope="dnd:read", tier=2)
def dnd_team_info(call: Call) -> Json:
    """Return that for many users, 50 at most; unknown ones are left out."""
    users = call.get("users").split(",")
    if len(users) > MOST_DND_USERS:
        raise Refused("too_many_users")
    now = call.core.timers.clock.now()
    members = call.one_team.members
    return {"users": {user: dnd_shape(members[user], now) for user in users if user in members}}
