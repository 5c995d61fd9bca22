"""What Discord says of the token that was set and of its application: asked by the doctor alone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import aiohttp

from adapters.discord.errors import LineCut, TokenDead, translate_errors
from adapters.discord.limits import CONNECTS_WITHIN
from adapters.discord.line.api import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What an application is set to in Discord's developer portal.

    `takes_servers`, `takes_people`: it may be installed by a server, by a person for themselves.
    `endpoint`: it has an address for interactions, which then never come by the gateway.
    `needs_code_grant`: the link that adds the bot to a server does not work by itself.
    `extra_intents`: the names of privileged ones that are switched on; Reststop needs none of them.
    """

    id: str
    name: str
    is_public: bool
    takes_servers: bool
    takes_people: bool
    endpoint: bool
    needs_code_grant: bool
    extra_intents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """How often the bot may still begin a session within a day, and how many shards Discord advises."""

    starts_left: int
    shards: int


_HELLO = 10
"""How the gateway begins (https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway)."""
_PRIVILEGED = ("gateway_presence", "gateway_guild_members", "gateway_message_content")
"""As the flags of an application are called in discord.py; each has a second, `…_limited`, for small bots."""


class Checkup:
    """One look at Discord, over a line of its own, which it closes."""

    def __init__(self, line: Line) -> None:
        """Ask through `line`; nothing is asked yet."""
        self._line = line

    async def application(self) -> Application | None:
        """Ask whose the token is; None where Discord does not take it.

        Raises:
            DiscordTrouble: Discord could not be asked.
        """
        try:
            found = await self._line.application()
        except TokenDead:
            return None
        return Application(
            id=str(found.id),
            name=found.name,
            is_public=found.bot_public,
            takes_servers=found.guild_integration_config is not None,
            takes_people=found.user_integration_config is not None,
            endpoint=bool(found.interactions_endpoint_url),
            needs_code_grant=found.bot_require_code_grant,
            extra_intents=tuple(
                name
                for name in _PRIVILEGED
                if getattr(found.flags, name) or getattr(found.flags, f"{name}_limited")
            ),
        )

    async def gateway(self) -> Gateway:
        """Ask how the gateway may be used.

        Raises:
            DiscordTrouble: Discord could not be asked.
        """
        said = await self._line.call("GET", "/gateway/bot")
        try:
            return Gateway(
                starts_left=int(said["session_start_limit"]["remaining"]), shards=int(said["shards"])
            )
        except (LookupError, TypeError, ValueError):
            raise LineCut from None

    async def greets(self, gateway_url: str) -> bool:
        """Knock at the gateway; return whether it greets. No session is begun.

        Raises:
            DiscordTrouble: it could not be reached.
        """
        with translate_errors():
            async with (
                asyncio.timeout(CONNECTS_WITHIN),
                aiohttp.ClientSession() as session,
                session.ws_connect(gateway_url, params={"v": 10, "encoding": "json"}) as socket,
            ):
                said = await socket.receive_json()
        return isinstance(said, dict) and said.get("op") == _HELLO

    async def close(self) -> None:
        """Close the line."""
        await self._line.close()
