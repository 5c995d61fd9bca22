"""Socket Mode: Slack is listened to over a WebSocket that is opened from here.

slack_sdk connects anew by itself when a connection breaks. Now and then it stays deaf while it believes that
it hears (slackapi/bolt-python#417, #1529): a watchdog looks, and begins anew with a client of its own. A
client that was closed is never used again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import limits
from adapters.slack.app import SlackSurface
from adapters.slack.errors import AppTokenWrong, Refused, ScopeMissing, Shut, TokenDead, translate_errors
from adapters.slack.line.api import Api
from bot.errors import ReststopError, place_of
from bot.ports.time import Clock
from bot.ports.vault import Secret

_log = logging.getLogger(__name__)

_SILENT = logging.getLogger(f"{__name__}.sdk")
"""slack_sdk's own: it would print frames, and addresses with their tickets. What matters is said here.
Disabled, since whoever looks for a fault sets all levels there are."""
_SILENT.disabled = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How closely a connection is watched, in seconds."""

    ping: float = limits.PING_EVERY
    look: float = limits.LOOKS_EVERY
    deaf: float = limits.DEAF_FOR
    idle: float = limits.IDLE_FOR
    opened_within: float = limits.OPENED_WITHIN
    finished_within: float = limits.FINISHED_WITHIN


class SocketsOfSlack:
    """The way in by Socket Mode: one connection, and for the moment of an exchange two."""

    def __init__(
        self,
        surface: SlackSurface,
        api: Api,
        app_token: Secret,
        clock: Clock,
        *,
        watch: Watch | None = None,
    ) -> None:
        """Let `surface` hear what comes; `app_token` is the one with the scope connections:write."""
        self._surface = surface
        self._api = api
        self._app_token = app_token
        self._now = clock.elapsed
        self._watch = watch or Watch()
        self._ear: _Ear | None = None
        self._old: _Ear | None = None
        """The one that was exchanged, until what it heard is answered."""
        self._watchdog: asyncio.Task[None] | None = None
        self._good_at = self._now()
        """When there was a connection last, or none was asked for yet."""
        self._last_envelope: float | None = None
        self.exchanges = 0
        """How often a connection was given up for another one since the start."""

    async def open(self) -> None:
        """Connect, and watch from now on. Where Slack cannot be reached it is tried again in the background.

        Raises:
            AppTokenWrong: the app token is no good. Nothing is connected, and nothing is tried again.
        """
        self._good_at = self._now()
        try:
            self._ear = await self._listen()
        except AppTokenWrong:
            raise
        except ReststopError as problem:
            _log.warning("Slack is not connected yet: %s", type(problem).__name__)
        self._watchdog = asyncio.get_running_loop().create_task(self._watch_over())

    async def close(self) -> None:
        """Take in nothing more, let what runs be finished and answered, and close."""
        if self._watchdog is not None:
            self._watchdog.cancel()
            await asyncio.wait({self._watchdog})
        ears = [ear for ear in (self._ear, self._old) if ear is not None]
        self._ear = self._old = None
        with suppress(TimeoutError):
            async with asyncio.timeout(self._watch.finished_within):
                await asyncio.gather(*(ear.finished(takes_more=False) for ear in ears))
                await self._surface.settled()
        await asyncio.gather(*(ear.close() for ear in ears))

    async def health(self) -> dict[str, object]:
        """Return whether there is a connection, and whole seconds since something came over any."""
        came = self._last_envelope
        return {
            "mode": "socket",
            "connected": self._ear is not None and await self._ear.hears(),
            "last_envelope_seconds": None if came is None else int(self._now() - came),
            "exchanges": self.exchanges,
        }

    async def _watch_over(self) -> None:
        while True:
            await asyncio.sleep(self._watch.look)
            try:
                await self._look()
            except ReststopError as problem:
                _log.warning("Slack could not be connected anew: %s", type(problem).__name__)
            except Exception as fault:  # noqa: BLE001 - a watchdog that ends watches nothing
                _log.error("the watchdog stumbled: %s at %s", type(fault).__name__, place_of(fault))

    async def _look(self) -> None:
        """Begin anew where there is no connection for a while, or nothing came for long."""
        now = self._now()
        if self._ear is not None and await self._ear.hears():
            self._good_at = now
            if now - max(self._ear.since, self._last_envelope or self._ear.since) < self._watch.idle:
                return
            _log.info("nothing came from Slack for long: another connection is opened")
        elif self._ear is not None and now - self._good_at < self._watch.deaf:
            return  # slack_sdk is at it
        await self._exchange()

    async def _exchange(self) -> None:
        """Listen with a new client first, and then close the old one: nothing falls in between."""
        self._old, self._ear = self._ear, await self._listen()
        self._good_at = self._now()
        self.exchanges += 1
        if self._old is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._watch.finished_within):
                    await self._old.finished(takes_more=True)
            await self._old.close()
            self._old = None

    async def _listen(self) -> _Ear:
        """Return a new client that is connected.

        Raises:
            AppTokenWrong: the app token is no good.
            ReststopError: Slack cannot be reached, or asks to wait.
        """
        url = await self._address()
        ear = _Ear(
            self._surface.app,
            self._app_token,
            web_client=self._api.bare(),
            ping=self._watch.ping,
            noted=self._noted,
            since=self._now(),
        )
        try:
            async with asyncio.timeout(self._watch.opened_within):
                await ear.open(url)
        except BaseException as error:  # cut off, too: slack_sdk would go on trying
            await ear.close()
            if isinstance(error, TimeoutError):
                with translate_errors():
                    raise
            raise
        return ear

    async def _address(self) -> str:
        """Ask once where to connect (`apps.connections.open`); slack_sdk would ask a wrong token for ever."""
        try:
            with translate_errors():
                told = await self._api.bare().apps_connections_open(app_token=self._app_token.reveal())
        except (TokenDead, ScopeMissing, Shut, Refused):
            raise AppTokenWrong from None
        return str(told.get("url"))

    def _noted(self) -> None:
        self._last_envelope = self._now()


class _Ear(AsyncSocketModeHandler):
    """One client of slack_sdk, from its connection to its end, and what it hears that is not answered yet."""

    client: SocketModeClient

    def __init__(
        self,
        app: AsyncApp,
        token: Secret,
        *,
        web_client: AsyncWebClient,
        ping: float,
        noted: Callable[[], None],
        since: float,
    ) -> None:
        super().__init__(app, token.reveal(), logger=_SILENT, web_client=web_client, ping_interval=ping)
        self._noted = noted
        self._under_way: set[asyncio.Future[None]] = set()
        self.since = since

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as slack_sdk's own
        """Let the app answer one envelope."""
        self._noted()
        answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._under_way.add(answered)
        try:
            await super().handle(client, req)
        except ConnectionError:
            _log.info("an answer came too late for its connection")
        finally:
            self._under_way.discard(answered)
            answered.set_result(None)

    async def open(self, url: str) -> None:
        """Connect. It is tried until it is cancelled."""
        self.client.wss_uri = url
        await self.connect_async()  # type: ignore[no-untyped-call]  # ships no type for it

    async def hears(self) -> bool:
        """Whether it is connected, as far as slack_sdk knows."""
        return await self.client.is_connected()

    async def finished(self, *, takes_more: bool) -> None:
        """Return when what came is answered."""
        if not takes_more:
            self.client.socket_mode_request_listeners.clear()
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def close(self) -> None:
        """End, and leave nothing behind: slack_sdk waits for a farewell that a broken line never brings."""
        client = self.client
        with suppress(Exception):
            async with asyncio.timeout(limits.FAREWELL):
                await self.close_async()  # type: ignore[no-untyped-call]  # ships no type for it
        client.closed, client.auto_reconnect_enabled = True, False
        parts = (client.message_processor, client.current_session_monitor, client.message_receiver)
        running = [part for part in parts if part is not None]
        for part in running:
            part.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await client.aiohttp_client_session.close()
