"""The way out into channels: what everybody there reads, an answer below it, and what becomes of it later.

A message is known by its `ts`, which Slack gives. The handle of one that stands in a thread names the thread,
too: a thread has one level, and what answers an answer stands beside it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from uuid import UUID, uuid5

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack import errors
from adapters.slack.drawing.render import message_of
from adapters.slack.errors import translate_errors
from adapters.slack.line.api import Api, Client
from adapters.slack.sending.turns import Turns
from adapters.slack.text import CHANGED, POSTED
from bot.domain.people import Place
from bot.errors import ReststopError
from bot.ports.chat import Change, Closed, Posting, Receipt, Sent, Why

_log = logging.getLogger(__name__)

CLOSED: Mapping[str, Why] = {
    "cannot_reply_to_message": Why.GONE,
    "cant_delete_message": Why.NO_RIGHTS,
    "cant_update_message": Why.NO_RIGHTS,
    "channel_is_frozen": Why.ARCHIVED,
    "channel_not_found": Why.NOT_THERE,
    "compliance_exports_prevent_deletion": Why.NO_RIGHTS,
    "edit_window_closed": Why.NO_RIGHTS,
    "invalid_thread_ts": Why.GONE,
    "is_archived": Why.ARCHIVED,
    "is_inactive": Why.ARCHIVED,
    "no_permission": Why.NO_RIGHTS,
    "not_in_channel": Why.NOT_THERE,
    "restricted_action": Why.NO_RIGHTS,
    "restricted_action_non_threadable_channel": Why.NO_RIGHTS,
    "restricted_action_read_only_channel": Why.NO_RIGHTS,
    "restricted_action_thread_locked": Why.LOCKED,
    "restricted_action_thread_only_channel": Why.NO_RIGHTS,
    "thread_locked": Why.LOCKED,
    "thread_not_found": Why.GONE,
}
"""What Slack says of one channel, and of no other. A private channel without Reststop is not found, as one is
not that was deleted: Slack does not tell them apart."""

_GONE = frozenset({"message_not_found"})
"""What it says of a message that was deleted."""
_NAMES = UUID("f0a4c9b8-9a7e-4a6f-8d0a-0b7e3f5a1c44")


class Channels:
    """The channels of every workspace in which Reststop is installed."""

    def __init__(self, api: Api, turns: Turns) -> None:
        """Speak through `api`, at its turn."""
        self._api = api
        self._turns = turns

    async def post(self, posting: Posting) -> Receipt:
        """Post a card, when its turn comes.

        Raises:
            SurfaceError: the card is no message, which is a fault here and not in Slack.
        """
        message, to = message_of(posting.card), posting.to
        later = await self._turns.take(to.workspace, to.channel)
        if later is not None:
            return later
        thread = _thread_of(posting.under)
        client_id = str(uuid5(_NAMES, posting.key.hex()))
        try:
            with translate_errors():
                posted = await self._client(to).chat_postMessage(
                    channel=to.channel,
                    thread_ts=thread or None,
                    client_msg_id=client_id,
                    **message,
                    **POSTED,
                )
        except ReststopError as problem:
            return self._receipt(to, problem)
        ts = str(posted.get("ts"))
        if thread and not _stands_below(posted, thread):
            await self._undo(to, ts)
            return Closed(why=Why.GONE)
        return Sent(message=f"{thread}:{ts}" if thread else ts)

    async def change(self, change: Change) -> Receipt:
        """Let a message be another card, or be gone; what is gone already was deleted.

        Raises:
            SurfaceError: as `post`.
        """
        to, ts = change.to, change.message.rpartition(":")[2]
        message = message_of(change.card) if change.card else None
        held = await self._turns.change(to.workspace)
        if held is not None:
            return held
        try:
            with translate_errors():
                if message is None:
                    await self._client(to).chat_delete(channel=to.channel, ts=ts)
                else:
                    await self._client(to).chat_update(channel=to.channel, ts=ts, **message, **CHANGED)
        except errors.AskedToWait as asked:
            return self._turns.not_yet(to.workspace, asked.wait)
        except errors.Refused as refused:
            return Sent(message=change.message) if refused.word in _GONE else self._receipt(to, refused)
        except ReststopError as problem:
            return self._receipt(to, problem)
        return Sent(message=change.message)

    async def _undo(self, to: Place, ts: str) -> None:
        """Take back what stands before everybody, and was to stand below a message that is gone.

        Slack posts it all the same, into the channel itself, and says so by leaving out the thread
        (slack-go/slack#1571).
        """
        try:
            with translate_errors():
                await self._client(to).chat_delete(channel=to.channel, ts=ts)
        except ReststopError as problem:
            _log.error("an answer stands below nothing, and was not taken back: %s", type(problem).__name__)

    def _receipt(self, to: Place, problem: ReststopError) -> Receipt:
        """Return what the core does about a trouble: what is true of one channel rests no other."""
        match problem:
            case errors.NobodyThere(word=word) | errors.Shut(word=word) | errors.Refused(word=word):
                why = CLOSED.get(word)
                if why is not None:
                    return Closed(why=why)
            case _:
                pass
        return self._turns.missed(to.workspace, problem)

    def _client(self, to: Place) -> Client:
        return self._api.client(to.workspace)


def _thread_of(handle: str) -> str:
    """Return the thread in which an answer to a message stands: its own, or the one that it stands in."""
    thread, _, ts = handle.rpartition(":")
    return thread or ts


def _stands_below(posted: AsyncSlackResponse, thread: str) -> bool:
    """Whether what was posted stands in the thread that it was meant for, as far as Slack says where."""
    message = posted.get("message")
    return not isinstance(message, Mapping) or message.get("thread_ts") == thread
