"""The way to Discord's REST API in the name of the bot: one client of discord.py, without a gateway.

discord.py keeps to the limits of each route, and sends again after a server's fault; each call here takes its
turn before that. What answers somebody's press or command does not pass here: it has a way of its own.
"""

from __future__ import annotations

import asyncio
import io
import json
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.errors import AskedToWait, LineCut, NotConnected, Refused, translate_errors
from adapters.discord.limits import (
    ANSWERS_WITHIN,
    CONNECTS_WITHIN,
    NONCE_BYTES,
    UPLOADED_WITHIN,
    WAITS_LONGEST,
)
from adapters.discord.line.client import hush
from adapters.discord.line.pace import Pace
from adapters.discord.line.strikes import Strikes
from bot.ports.time import Clock
from bot.ports.vault import Secret
from bot.surface.outcome import File

DISCORD = "https://discord.com/api/v10"
GATEWAY = "wss://gateway.discord.gg/"

Payload = Mapping[str, Any]
"""JSON as it goes to Discord, or comes from it. Any: JSON."""
Sleep = Callable[[float], Awaitable[object]]

_START = datetime(2000, 1, 1, tzinfo=UTC)


def once(message: Payload, key: bytes) -> Payload:
    """Return a message that Discord takes once for a key: sent again, it answers with the first.

    It does so for some minutes (https://discord.com/developers/docs/resources/message#create-message), and
    says that there is none (`MessageGone`) where the first was deleted.
    """
    return {**message, "nonce": nonce_of(key), "enforce_nonce": True}


def nonce_of(key: bytes) -> str:
    """Return what a key is to Discord."""
    return urlsafe_b64encode(key[:NONCE_BYTES]).decode()


def point_at(api_url: str = DISCORD, gateway_url: str = GATEWAY) -> None:
    """Let all clients of this process speak with Discord, or with a stand-in: discord.py has one address.

    Whoever connects says it before.
    """
    Route.BASE = api_url.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)


class Line:
    """One bot's calls. It logs in with the first, and again with the next where that failed."""

    def __init__(
        self,
        token: Secret,
        clock: Clock,
        *,
        strikes: Strikes | None = None,
        sleep: Sleep = asyncio.sleep,
        answers_within: float = ANSWERS_WITHIN,
    ) -> None:
        """Ask nothing yet. `strikes` are those of the whole process; `sleep` waits for a turn, in seconds."""
        hush()
        self.strikes = strikes or Strikes(clock)
        self.pace = Pace()
        self._token = token
        self._clock = clock
        self._sleep = sleep
        self._answers_within = answers_within
        self._logging_in = asyncio.Lock()
        self._client: discord.Client | None = None
        self._is_closed = False

    @property
    def me(self) -> str:
        """The bot's own id as a user; empty before the first call."""
        user = self._client.user if self._client else None
        return str(user.id) if user else ""

    def instant(self) -> datetime:
        """Return a time to pace by: nobody puts it back, and it is no date."""
        return _START + timedelta(seconds=self._clock.elapsed())

    async def call(
        self,
        method: str,
        path: str,
        *,
        body: Payload | Sequence[Payload] | None = None,
        query: Mapping[str, int | str] | None = None,
        is_letter: bool = False,
        **ids: str,
    ) -> Any:  # noqa: ANN401 - JSON
        """Ask Discord for something when its turn comes. `ids` stand in the path, by their names there.

        Raises:
            DiscordTrouble: as `errors.translate_errors`; `AskedToWait` where too many were bad requests.
        """
        how: dict[str, Any] = {"timeout": _within(self._answers_within)}
        if body is not None:
            how["json"] = body
        if query is not None:
            how["params"] = query
        turn = self.pace.letter if is_letter else self.pace.call
        return await self._ask(Route(method, path, **ids), turn(self.instant()), how)

    async def upload(self, method: str, path: str, *, body: Payload, file: File, **ids: str) -> None:
        """Do the same with a file: `body` names it in its `attachments`, with the id "0".

        Raises:
            DiscordTrouble: as `call`.
        """
        held = discord.File(io.BytesIO(file.body), filename=file.name)
        form = [
            {"name": "payload_json", "value": json.dumps(body), "content_type": "application/json"},
            {"name": "files[0]", "value": held.fp, "filename": file.name, "content_type": file.type},
        ]
        how = {"timeout": _within(UPLOADED_WITHIN), "files": [held], "form": form}
        await self._ask(Route(method, path, **ids), self.pace.call(self.instant()), how)

    async def application(self) -> discord.AppInfo:
        """Return what Discord says of the application, as it did when the bot logged in.

        Raises:
            DiscordTrouble: as `call`.
        """
        self._let_through()
        client = await self._logged_in()
        if client.application is None:
            raise NotConnected
        return client.application

    async def close(self) -> None:
        """Close the client; no call is made after that."""
        self._is_closed = True
        if self._client is not None:
            await self._client.close()

    async def _ask(self, route: Route, wait: timedelta, how: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        if wait:
            await self._sleep(wait.total_seconds())
        self._let_through()
        client = await self._logged_in()
        try:
            with translate_errors():
                return await client.http.request(route, **how)
        except RuntimeError:
            if self._is_closed:  # aiohttp, of a session that was closed in between
                raise LineCut from None
            raise

    def _let_through(self) -> None:
        shut = self.strikes.wait()
        if shut:
            raise AskedToWait(shut)

    async def _logged_in(self) -> discord.Client:
        """Return the client that is logged in. What fails before it is, has asked nothing of Discord."""
        async with self._logging_in:
            if self._is_closed:
                raise NotConnected
            if self._client is None:
                client = self._new()
                try:
                    await self._log_in(client)
                except BaseException:
                    await client.close()
                    raise
                self._client = client
            return self._client

    def _new(self) -> discord.Client:
        return discord.Client(
            intents=discord.Intents(guilds=True),  # without, it would only warn; there is no gateway
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            http_trace=self.strikes.trace(),
            max_ratelimit_timeout=WAITS_LONGEST,
        )

    async def _log_in(self, client: discord.Client) -> None:
        try:
            with translate_errors():
                async with asyncio.timeout(self._answers_within):
                    await client.login(self._token.reveal())
        except (LineCut, Refused, LookupError, TypeError):  # the last two: no JSON, from somebody in between
            raise NotConnected from None


def _within(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds, connect=CONNECTS_WITHIN)
