"""Doing what was planned: the calls that follow an acknowledgement, one after another."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import assert_never
from weakref import WeakValueDictionary

from adapters.slack import limits, text
from adapters.slack.answering.calls import (
    Call,
    DeleteMessage,
    Give,
    OpenView,
    Post,
    Publish,
    PushView,
    Respond,
    UpdateMessage,
    UpdateView,
    Whisper,
)
from adapters.slack.drawing.render import message_line
from adapters.slack.errors import AskedToWait, LineCut, NotConnected, Refused, translate_errors
from adapters.slack.hearing.places import CardView, Place, trigger_of
from adapters.slack.hearing.where import organisation_of
from adapters.slack.line.api import Api, Client
from adapters.slack.sending.chat import SlackChat
from adapters.slack.sending.turns import Sleep
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.surface import phrases
from bot.surface.outcome import Attach, Hear, noted
from bot.surface.pace import NOW

_log = logging.getLogger(__name__)

_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired"})
"""What Slack says of a trigger that was used, or is older than three seconds."""
_FULL = "push_limit_reached"
_OUTRUN = frozenset({"hash_conflict", "not_found"})
"""What it says of a modal that shows something else by now, or is closed: nobody misses this answer."""
FOREIGN = "not_slacks_address"
"""Our own word: whoever could sign requests could name any address for an answer."""
_FINE = 200

Ask = Callable[[], Awaitable[object]]


class Answers:
    """The way of an answer to its person. It never waits behind a lane.

    Nothing is tried twice, but where Slack asks to wait: then it has done nothing.
    """

    def __init__(self, hear: Hear, api: Api, chat: SlackChat, *, sleep: Sleep = asyncio.sleep) -> None:
        """Speak through `api`; `chat` knows everyone's direct conversation; `sleep` waits for seconds.

        `hear` is told of each file before Slack has it.
        """
        self._hear = hear
        self._api = api
        self._chat = chat
        self._sleep = sleep
        self._turns: WeakValueDictionary[Account, asyncio.Lock] = WeakValueDictionary()

    async def give(self, calls: tuple[Call, ...], to: Account) -> None:
        """Do all of it. What fails is logged by its type, and the rest is done all the same."""
        for call in calls:
            try:
                await self._do(call, to)
            except ReststopError as problem:
                word = problem.word if isinstance(problem, Refused) else ""
                _log.warning("%s failed: %s %s", type(call).__name__, type(problem).__name__, word)

    async def moment(self, place: Place, view: text.Payload, to: Account) -> str:
        """Show a modal now; return its id, empty where it could not be shown.

        It opens where they acted; the modal that they acted in becomes it.
        """
        client = self._client(to)
        try:
            with translate_errors():
                if isinstance(place, CardView):
                    shown = await client.views_update(view_id=place.view, view=view, hash=place.hash or None)
                elif trigger_of(place):
                    shown = await client.views_open(trigger_id=trigger_of(place), view=view)
                else:
                    return ""
        except ReststopError as problem:
            _log.info("no modal could say to wait: %s", type(problem).__name__)
            return ""
        return str((shown.get("view") or {}).get("id") or "")

    async def _do(self, call: Call, to: Account) -> None:  # noqa: C901 - one case for each call
        client = self._client(to)
        match call:
            case Post():
                await self._post(call, to)
            case Whisper():
                await self._in_time(lambda: self._whisper(call, to))
            case Respond():
                await self._respond(call)
            case OpenView():
                await self._open(call, to)
            case PushView():
                await self._push(call, to)
            case UpdateView():
                await self._update(call, to)
            case UpdateMessage():
                await self._in_time(
                    lambda: client.chat_update(
                        channel=call.channel, ts=call.ts, **text.CHANGED, **call.message
                    )
                )
            case DeleteMessage():
                await self._in_time(lambda: client.chat_delete(channel=call.channel, ts=call.ts))
            case Publish():
                await self._in_time(lambda: client.views_publish(user_id=to.user, view=call.view))
            case Give():
                await self._hand_over(call.attach, to)
            case _:
                assert_never(call)

    async def _in_time(self, ask: Ask) -> None:
        """Ask Slack for something, and again after what it says to wait.

        Raises:
            SlackTrouble: as `errors.translate_errors`; `AskedToWait` where it would take too long.
        """
        left = limits.ANSWER_WAITS
        while True:
            try:
                with translate_errors():
                    await ask()
            except AskedToWait as asked:
                left -= asked.wait
                if left < NOW:
                    raise
                wait = asked.wait
            else:
                return
            await self._sleep(wait.total_seconds())

    async def _post(self, call: Post, to: Account) -> None:
        """Post in their conversation, one after another: what waits is not overtaken."""
        turn = self._turns.setdefault(to, asyncio.Lock())
        async with turn:
            await self._in_time(lambda: self._say(call, to))

    async def _say(self, call: Post, to: Account) -> None:
        await self._client(to).chat_postMessage(
            channel=await self._chat.direct(to),
            **text.POSTED,
            **call.message,
        )

    async def _whisper(self, call: Whisper, to: Account) -> None:
        channel = call.channel or await self._chat.direct(to)
        thread = call.thread or None
        await self._client(to).chat_postEphemeral(
            channel=channel, user=to.user, thread_ts=thread, **text.CHANGED, **call.message
        )

    async def _respond(self, call: Respond) -> None:
        if not self._api.is_slacks(call.url):
            raise Refused(FOREIGN)
        with translate_errors():
            async with self._api.session.post(call.url, json=call.body, allow_redirects=False) as answer:
                if answer.status != _FINE:
                    raise LineCut

    async def _open(self, call: OpenView, to: Account) -> None:
        """Open a modal now or not at all: a trigger waits for nothing."""
        try:
            with translate_errors():
                await self._client(to).views_open(trigger_id=call.trigger, view=call.view)
        except (AskedToWait, NotConnected, Refused) as problem:
            if isinstance(problem, Refused) and problem.word not in _LATE:
                raise
            await self._do(call.late, to)

    async def _push(self, call: PushView, to: Account) -> None:
        try:
            with translate_errors():
                await self._client(to).views_push(trigger_id=call.trigger, view=call.view)
        except (AskedToWait, Refused) as problem:
            if isinstance(problem, Refused) and problem.word not in {_FULL, *_LATE}:
                raise
            await self._update(UpdateView(view_id=call.instead_of, view=call.view), to)

    async def _update(self, call: UpdateView, to: Account) -> None:
        known = {"hash": call.hash} if call.hash else {}
        client = self._client(to)
        try:
            await self._in_time(lambda: client.views_update(view_id=call.view_id, view=call.view, **known))
        except Refused as refused:
            if refused.word not in _OUTRUN:
                raise

    async def _hand_over(self, attach: Attach, to: Account) -> None:
        if not await self._chat.files.may(to.workspace):
            await self._post(Post(message=message_line(text.NO_FILES)), to)
            return
        note = partial(noted, self._hear, to, organisation=organisation_of(to))
        if not await self._chat.files.give(to, await self._chat.direct(to), attach, note):
            await self._post(Post(message=message_line(phrases.FILE_FAILED)), to)

    def _client(self, to: Account) -> Client:
        return self._api.client(to.workspace)
