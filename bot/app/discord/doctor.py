"""What the doctor looks at of Discord: the token, what the portal is set to, the gateway, and the links."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from adapters.discord.line.shards import Shards
from adapters.discord.setup.command_news import news
from adapters.discord.setup.invite import for_person, for_server
from bot.app.finding import Finding, Health
from bot.app.settings import Settings
from bot.app.system import SystemClock
from bot.errors import ReststopError

if TYPE_CHECKING:
    from adapters.discord.line.api import Line
    from adapters.discord.setup.checkup import Application, Checkup, Gateway

_INTENTS = {
    "gateway_presence": "Presence Intent",
    "gateway_guild_members": "Server Members Intent",
    "gateway_message_content": "Message Content Intent",
}
"""What the portal calls them."""
_FEW_STARTS = 50
"""Of a thousand a day. A process that ends and starts over and over has used up the others."""


def examine(settings: Settings, ways: Collection[str]) -> list[Finding]:
    """Return what is found of Discord, where its token is set."""
    del ways
    return asyncio.run(_asked(settings))


async def _asked(settings: Settings) -> list[Finding]:
    from adapters.discord.setup.checkup import Checkup  # noqa: PLC0415 - only where Discord's library is
    from bot.app.discord.line import WRONG_TOKEN, line_of  # noqa: PLC0415 - likewise

    line = line_of(settings, SystemClock())
    checkup = Checkup(line)
    found: list[Finding] = []
    try:
        application = await checkup.application()
        if application is None:
            return [_found("fix", WRONG_TOKEN)]
        found += _of_application(application)
        found += _of_gateway(await checkup.gateway(), Shards.read(settings.discord_shards))
        found.append(await _of_reach(checkup, settings.discord_gateway_url))
        found.append(await _of_commands(line))
        found += _links(application)
    except ReststopError as problem:
        found.append(_found("fix", f"{problem.sentence} Asked at {settings.discord_api_url}."))
    finally:
        await checkup.close()
    return found


def _of_application(application: Application) -> Iterator[Finding]:
    yield _found("ok", f"the token is good, for {application.name}, application {application.id}")
    if application.endpoint:
        words = "what people do goes to an address, and never here. Empty Interactions Endpoint URL"
        yield _found("fix", f"{words} at General Information.")
    if application.needs_code_grant:
        words = "the link that adds it to a server does not work. Switch off Requires OAuth2 Code Grant"
        yield _found("fix", f"{words} at Bot.")
    if not application.takes_servers:
        words = "no server can add it, and most people come by one. Switch on Guild Install at Installation."
        yield _found("fix", words)
    if not application.takes_people:
        words = "nobody can add it to their own account. User Install at Installation would let them"
        yield _found("note", words)
    if not application.is_public:
        yield _found("note", "only its owner can add it to a server: Public Bot is off at Bot")
    if application.extra_intents:
        names = ", ".join(_INTENTS[name] for name in application.extra_intents)
        words = f"it may hear more than Reststop needs: {names}. Switch these off at Bot"
        yield _found("note", words)
    else:
        yield _found("ok", "no privileged intent is switched on, and none is needed")


def _of_gateway(gateway: Gateway, shards: Shards) -> Iterator[Finding]:
    few = gateway.starts_left < _FEW_STARTS
    words = f"{gateway.starts_left} more sessions may be begun today"
    if few:
        words += ". Something starts over and over; at 0 Discord resets the token"
    yield _found("note" if few else "ok", words)
    if gateway.shards > shards.count:
        words = f"Discord advises {gateway.shards} shards: see RESTSTOP_DISCORD_SHARDS"
        yield _found("note", words)


async def _of_reach(checkup: Checkup, url: str) -> Finding:
    try:
        greets = await checkup.greets(url)
    except ReststopError as problem:
        return _found("fix", f"{problem.sentence} Knocked at {url}, which a firewall may have to let out.")
    if greets:
        return _found("ok", "the gateway answers")
    return _found("fix", f"what answers at {url} is no gateway. Look at RESTSTOP_DISCORD_GATEWAY_URL.")


async def _of_commands(line: Line) -> Finding:
    from bot.app.discord.line import commands_of  # noqa: PLC0415 - only where Discord's library is

    commands = commands_of(line)
    if news(await commands.standing(), [await commands.payload()]).is_none:
        return _found("ok", "Discord knows the commands")
    return _found("note", "Discord knows other commands; the next start tells it, or `reststop discord sync`")


def _links(application: Application) -> Iterator[Finding]:
    yield _found("ok", f"whoever manages a server adds it by {for_server(application.id)}")
    if application.takes_people:
        yield _found("ok", f"a person adds it for themselves by {for_person(application.id)}")


def _found(health: Health, words: str) -> Finding:
    return Finding(part="discord", health=health, words=words)
