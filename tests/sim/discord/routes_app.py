"""Routes about the app itself: who it is, where its gateway is, what commands it has."""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.answers import missing_access
from tests.sim.discord.objects import application_shape, user_shape
from tests.sim.discord.refusals import refuse_bad_commands
from tests.sim.discord.routes import Call, route

_FLAGS = 0


@route("GET", "/users/@me")
def who_am_i(call: Call) -> Json:
    """Return the bot."""
    mine = {"verified": True, "mfa_enabled": False, "email": None, "locale": "en-US"}
    return user_shape(call.core.world.bot) | mine


@route("GET", "/oauth2/applications/@me")
def my_application(call: Call) -> Json:
    """Return the app."""
    return application_shape(call.core.world, _FLAGS)


@route("GET", "/applications/@me")
def my_application_too(call: Call) -> Json:
    """Return the app."""
    return application_shape(call.core.world, _FLAGS)


@route("GET", "/gateway", by_token=True)
def gateway(call: Call) -> Json:
    """Return where the gateway is."""
    return {"url": call.core.gateway.url}


@route("GET", "/gateway/bot")
def gateway_bot(call: Call) -> Json:
    """Return where the gateway is, and how often the app may identify."""
    left = 1000 - call.core.gateway.identified
    limit = {"total": 1000, "remaining": left, "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": call.core.gateway.url, "shards": 1, "session_start_limit": limit}


@route("GET", "/applications/{application}/commands")
def commands(call: Call) -> list[Json]:
    """Return the commands for everywhere."""
    _is_ours(call)
    return call.core.commands.of(None)


@route("PUT", "/applications/{application}/commands")
def overwrite_commands(call: Call) -> list[Json]:
    """Register all commands for everywhere."""
    _is_ours(call)
    refuse_bad_commands(call.core, call.body)
    return call.core.commands.overwrite(None, call.body, call.core.world.application_id)


@route("POST", "/applications/{application}/commands")
def add_command(call: Call) -> Json:
    """Register one command for everywhere."""
    _is_ours(call)
    refuse_bad_commands(call.core, call.body)
    return call.core.commands.add(None, call.body, call.core.world.application_id)


@route("GET", "/applications/{application}/guilds/{guild}/commands")
def guild_commands(call: Call) -> list[Json]:
    """Return the commands of one guild."""
    _is_ours(call)
    return call.core.commands.of(call.params["guild"])


@route("PUT", "/applications/{application}/guilds/{guild}/commands")
def overwrite_guild_commands(call: Call) -> list[Json]:
    """Register all commands of one guild."""
    _is_ours(call)
    refuse_bad_commands(call.core, call.body)
    return call.core.commands.overwrite(call.params["guild"], call.body, call.core.world.application_id)


def _is_ours(call: Call) -> None:
    if call.params["application"] != call.core.world.application_id:
        raise missing_access()
    guild = call.core.world.guilds.get(call.params.get("guild", ""))
    if "guild" in call.params and (guild is None or call.core.world.bot.id not in guild.members):
        raise missing_access()
