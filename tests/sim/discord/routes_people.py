"""Routes about people: who somebody is, whether they are in a guild, and their direct messages."""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.answers import Refused, cannot_send, no_mutual_guild, unknown_user
from tests.sim.discord.objects import channel_shape, member_shape, user_shape
from tests.sim.discord.routes import Call, route
from tests.sim.discord.world import UserRecord


@route("GET", "/users/{user}")
def user(call: Call) -> Json:
    """Return a user, one who has deleted their account too."""
    return user_shape(_user(call, call.params["user"]))


@route("GET", "/guilds/{guild}/members/{user}")
def member(call: Call) -> Json:
    """Return a member of a guild."""
    guild = call.core.world.guilds.get(call.params["guild"])
    if guild is None or call.core.world.bot.id not in guild.members:
        raise Refused(404, 10004, "Unknown Guild")
    if call.params["user"] not in guild.members:
        raise Refused(404, 10007, "Unknown Member")
    return member_shape(call.core.world.users[call.params["user"]], guild)


@route("POST", "/users/@me/channels")
def open_direct(call: Call) -> Json:
    """Open direct messages with somebody, or return those that were opened before.

    Discord opens them with people who take none too; only the message is refused.
    """
    whom = _user(call, str(call.body.get("recipient_id")))
    if whom.is_deleted:
        raise unknown_user()
    if whom.is_bot:
        raise Refused(400, 50007, "Cannot send messages to this user")
    if whom.id not in call.core.world.directs and (refusal := call.core.limiter.opens()) is not None:
        body = refusal.body or {}
        raise Refused(refusal.status, body["code"], body["message"])
    return channel_shape(call.core.world.direct(whom.id), call.core.world)


def refuse_unreachable(call: Call, whom: UserRecord) -> None:
    """Look whether the app may write to somebody.

    Raises:
        Refused: 50007, they take nothing of it or have no account any more; 50278, they share no guild.
    """
    if whom.is_deleted or not whom.takes_dms:
        raise cannot_send()
    if not (whom.has_installed or call.core.world.shares_a_guild(whom.id)):
        raise no_mutual_guild()


def _user(call: Call, user_id: str) -> UserRecord:
    found = call.core.world.users.get(user_id)
    if found is None:
        raise unknown_user()
    return found
