"""How commands, interactions and events reach the app, what it answers in three seconds, and what is retried.

Over the socket, or over signed HTTP where the app has a request URL.
https://docs.slack.dev/apis/events-api#retries
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

import aiohttp

from tests.json_types import Json
from tests.sim.common.answers import AppFault
from tests.sim.common.clock import Timers
from tests.sim.common.pulse import Pulse
from tests.sim.slack.ids import Ids
from tests.sim.slack.journal import Entry, RequestJournal
from tests.sim.slack.payloads import TOKEN
from tests.sim.slack.sockets import Sockets

ACK_SECONDS = 3.0
RETRY_AFTER = (0.0, 60.0, 300.0)
"""Seconds from a delivery that failed to the next."""

_HTTP_REASONS = {"timeout": "http_timeout", "error": "http_error", "connection_failed": "connection_failed"}

Kind = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the app answered. `error` is the word that Slack shows or notes where it did not, "" if it did."""

    payload: Json = field(default_factory=dict)
    error: str = ""
    no_retry: bool = False


class Deliveries:
    """Everything that is on its way to the app, or waiting for its acknowledgement."""

    def __init__(
        self,
        *,
        timers: Timers,
        ids: Ids,
        sockets: Sockets,
        journal: RequestJournal,
        pulse: Pulse,
        signing_secret: str,
    ) -> None:
        """Deliver over sockets, until `request_url` is set."""
        self._timers = timers
        self._ids = ids
        self._sockets = sockets
        self._journal = journal
        self._pulse = pulse
        self._signing_secret = signing_secret
        self._waiting: dict[str, asyncio.Future[Answer]] = {}
        self._kinds: dict[str, Kind] = {}
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.request_url: str | None = None
        self.signing_time: Callable[[], float] = time.time
        """What a signed request says it is sent at. The SDK compares it with the clock of this machine."""
        self.patience = 10.0
        """Wall seconds after which an answer counts as too late even where the clock stands still."""
        self.on_way = 0
        """Deliveries without an answer yet."""
        self.late: list[str] = []
        """Envelopes that were acknowledged too late, or twice."""
        sockets.on_ack = self._acked
        sockets.on_lost = self._lost

    async def deliver(self, kind: Kind, payload: Json, *, attempt: int = 0, reason: str = "") -> Answer:
        """Send one thing to the app and wait for its answer, as long as Slack does."""
        self.on_way += 1
        self._pulse.beat()
        try:
            if self.request_url is not None:
                return await self._in_time(self._post(self.request_url, kind, payload, attempt, reason))
            return await self._in_time(self._envelope(kind, payload, attempt, reason))
        finally:
            self.on_way -= 1
            self._pulse.beat()

    async def event(self, payload: Json, *, attempt: int = 0, reason: str = "") -> None:
        """Deliver an event; where the app does not answer, try again at once, after 60 s, and after 300 s."""
        answer = await self.deliver("events_api", payload, attempt=attempt, reason=reason)
        if not answer.error or answer.no_retry or attempt == len(RETRY_AFTER):
            return
        again, why = attempt + 1, answer.error
        if RETRY_AFTER[attempt] == 0:
            await self.event(payload, attempt=again, reason=why)
        else:
            self._timers.after(
                RETRY_AFTER[attempt],
                lambda: self.spawn(self.event(payload, attempt=again, reason=why)),
            )

    def spawn(self, work: Coroutine[object, None, None]) -> None:
        """Let something happen in the background, that `settled` waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._pulse.beat()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is on its way."""
        return self.on_way == 0 and not self._tasks

    def give_up(self) -> None:
        """Let whatever waits for an answer have waited too long, without moving the clock."""
        self._lost(self._waiting)

    async def close(self) -> None:
        """Give up what is on its way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _in_time(self, sending: Coroutine[object, None, Answer]) -> Answer:
        task = asyncio.get_running_loop().create_task(sending)
        timer = self._timers.after(ACK_SECONDS, lambda: _cancel(task))
        try:
            async with asyncio.timeout(self.patience):
                return await task
        except TimeoutError:
            return Answer(error="timeout")
        except asyncio.CancelledError:
            current = asyncio.current_task()
            if current is not None and current.cancelling():
                raise
            return Answer(error="timeout")
        finally:
            timer.cancel()

    async def _envelope(self, kind: Kind, payload: Json, attempt: int, reason: str) -> Answer:
        envelope_id = self._ids.word("envelope", 20).lower()
        envelope: Json = {"envelope_id": envelope_id, "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind != "events_api"
        if kind == "events_api":
            envelope |= {"retry_attempt": attempt, "retry_reason": reason}
        self._kinds[envelope_id] = kind
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = answered
        try:
            if not await self._sockets.send(envelope):
                return Answer(error="connection_failed")
            return await answered
        finally:
            del self._waiting[envelope_id]

    def _acked(self, envelope_id: str, payload: Json | None, raw: bytes) -> None:
        answered = self._waiting.get(envelope_id)
        self._note(self._kinds.get(envelope_id, "events_api"), payload or {}, raw)
        if answered is None or answered.done():
            self.late.append(envelope_id)
        else:
            answered.set_result(Answer(payload=payload or {}))
        self._pulse.beat()

    def _lost(self, envelope_ids: Iterable[str]) -> None:
        """The app died with these unanswered: nobody will answer, and nobody needs to wait three seconds."""
        for envelope_id in envelope_ids:
            answered = self._waiting.get(envelope_id)
            if answered is not None and not answered.done():
                answered.set_result(Answer(error="timeout"))

    async def _post(self, url: str, kind: Kind, payload: Json, attempt: int, reason: str) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, force_close=True))
        form = "application/x-www-form-urlencoded"
        if kind == "events_api":
            body, content_type = json.dumps(payload), "application/json"
        elif kind == "interactive":
            body, content_type = urlencode({"payload": json.dumps(payload)}), form
        else:
            body, content_type = urlencode(payload), form
        headers = {"Content-Type": content_type, **self.signature(body)}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": _HTTP_REASONS[reason]}
        try:
            async with self._session.post(url, data=body.encode(), headers=headers) as response:
                raw = await response.read()
                no_retry = response.headers.get("X-Slack-No-Retry") == "1"
                status, content = response.status, response.content_type
        except aiohttp.ClientError:
            return Answer(error="connection_failed")
        answer = _read_body(raw, content)
        self._note(kind, answer, raw, status)
        if status != 200:
            return Answer(error="error", no_retry=no_retry)
        return Answer(payload=answer)

    async def verify_url(self) -> None:
        """Do what Slack does when a request URL is entered: ask for an echo, and look at the certificate.

        Raises:
            AppFault: the app did not answer as it has to.
        """
        assert self.request_url is not None
        word = self._ids.word("challenge", 24)
        asked: Json = {"token": TOKEN, "challenge": word, "type": "url_verification"}
        answer = await self._post(self.request_url, "events_api", asked, 0, "")
        if answer.error or word not in answer.payload.values():
            raise AppFault("the request URL does not echo the challenge")
        checked: Json = {"token": TOKEN, "ssl_check": "1"}
        if (await self._post(self.request_url, "slash_commands", checked, 0, "")).error:
            raise AppFault("the request URL does not take an ssl_check")

    def signature(self, body: str) -> dict[str, str]:
        """Return the headers that sign a body.

        https://docs.slack.dev/authentication/verifying-requests-from-slack
        """
        at = str(int(self.signing_time()))
        signed = hmac.new(self._signing_secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256)
        return {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={signed.hexdigest()}"}

    def _note(self, kind: Kind, payload: Json, raw: bytes, status: int = 200) -> None:
        at = self._timers.clock.now()
        self._journal.entries.append(
            Entry(at=at, method=f"ack:{kind}", workspace="", args=payload, raw=raw, status=status)
        )


def _cancel(task: asyncio.Task[Answer]) -> None:
    task.cancel()


def _read_body(raw: bytes, content_type: str) -> Json:
    """What an HTTP answer says: nothing, an object of JSON, or a text."""
    if not raw:
        return {}
    if content_type == "application/json":
        answer: Json = json.loads(raw)
        return answer
    return {"text": raw.decode()}
