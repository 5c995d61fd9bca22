"""Doing what was planned: the calls that follow an acknowledgement, one after another."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import assert_never

from adapters.slack import text
from adapters.slack.acts import (
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
from adapters.slack.api import Api, Client
from adapters.slack.chat import SlackChat
from adapters.slack.errors import LineCut, Refused, translate_errors
from adapters.slack.places import CardView, Place, trigger_of
from adapters.slack.render import message_line
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.surface.outcome import Attach

_log = logging.getLogger(__name__)

_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired"})
"""What Slack says of a trigger that was used, or is older than three seconds."""
_FULL = "push_limit_reached"
_OUTRUN = frozenset({"hash_conflict", "not_found"})
"""What it says of a modal that shows something else by now, or is closed: nobody misses this answer."""
FOREIGN = "not_slacks_address"
"""Our own word: whoever could sign requests could name any address for an answer."""
_FINE = 200

Note = Callable[[Attach, str], Awaitable[bool]]
"""Tells the core of a file by Slack's id, before Slack has it; whether it took note."""


class Answers:
    """The way of an answer to its person. It never waits behind a lane, and nothing is tried twice."""

    def __init__(self, api: Api, chat: SlackChat) -> None:
        """Speak through `api`; `chat` knows everyone's direct conversation."""
        self._api = api
        self._chat = chat

    async def give(self, calls: tuple[Call, ...], to: Account, note: Note) -> None:
        """Do all of it. What fails is logged by its type, and the rest is done all the same."""
        for call in calls:
            try:
                await self._do(call, to, note)
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

    async def _do(self, call: Call, to: Account, note: Note) -> None:  # noqa: C901 - one case for each call
        client = self._client(to)
        match call:
            case Post():
                await self._post(call, to)
            case Whisper():
                with translate_errors():
                    await client.chat_postEphemeral(channel=call.channel, user=to.user, **call.message)
            case Respond():
                await self._respond(call)
            case OpenView():
                await self._open(call, to, note)
            case PushView():
                await self._push(call, to)
            case UpdateView():
                await self._update(call, to)
            case UpdateMessage():
                with translate_errors():
                    await client.chat_update(channel=call.channel, ts=call.ts, **call.message)
            case DeleteMessage():
                with translate_errors():
                    await client.chat_delete(channel=call.channel, ts=call.ts)
            case Publish():
                with translate_errors():
                    await client.views_publish(user_id=to.user, view=call.view)
            case Give():
                await self._hand_over(call.attach, to, note)
            case _:
                assert_never(call)

    async def _post(self, call: Post, to: Account) -> None:
        channel = await self._chat.direct(to)
        with translate_errors():
            await self._client(to).chat_postMessage(
                channel=channel,
                unfurl_links=False,
                unfurl_media=False,
                link_names=False,
                mrkdwn=False,
                parse="none",
                **call.message,
            )

    async def _respond(self, call: Respond) -> None:
        if not self._api.is_slacks(call.url):
            raise Refused(FOREIGN)
        with translate_errors():
            async with self._api.session.post(call.url, json=call.body) as answer:
                if answer.status != _FINE:
                    raise LineCut

    async def _open(self, call: OpenView, to: Account, note: Note) -> None:
        try:
            with translate_errors():
                await self._client(to).views_open(trigger_id=call.trigger, view=call.view)
        except Refused as refused:
            if refused.word not in _LATE:
                raise
            await self._do(call.late, to, note)

    async def _push(self, call: PushView, to: Account) -> None:
        try:
            with translate_errors():
                await self._client(to).views_push(trigger_id=call.trigger, view=call.view)
        except Refused as refused:
            if refused.word not in {_FULL, *_LATE}:
                raise
            with translate_errors():
                await self._client(to).views_update(view_id=call.instead_of, view=call.view)

    async def _update(self, call: UpdateView, to: Account) -> None:
        known = {"hash": call.hash} if call.hash else {}
        try:
            with translate_errors():
                await self._client(to).views_update(view_id=call.view_id, view=call.view, **known)
        except Refused as refused:
            if refused.word not in _OUTRUN:
                raise

    async def _hand_over(self, attach: Attach, to: Account, note: Note) -> None:
        if not await self._chat.files.may(to.workspace):
            await self._post(Post(message=message_line(text.NO_FILES)), to)
            return
        given = await self._chat.files.give(
            to, await self._chat.direct(to), attach.file, lambda file: note(attach, file)
        )
        if not given:
            await self._post(Post(message=message_line(text.FILE_FAILED)), to)

    def _client(self, to: Account) -> Client:
        return self._api.client(to.workspace)
