"""The way out for scheduled cards: into somebody's direct conversation or a channel, at Slack's pace.

What Slack answers becomes a receipt. No call is made twice by itself: whether a message that may have been
sent was sent is read from the conversation, by the keyed hash in its metadata.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack import errors
from adapters.slack.drawing.render import message_of
from adapters.slack.errors import translate_errors
from adapters.slack.limits import (
    DOUBT_REACHES,
    HISTORY_ITEMS,
    PEOPLE_KNOWN,
)
from adapters.slack.line.api import Api
from adapters.slack.line.pace import Pace
from adapters.slack.sending.channels import Channels
from adapters.slack.sending.dnd import DoNotDisturb
from adapters.slack.sending.files import Files
from adapters.slack.sending.turns import Sleep, Turns
from adapters.slack.text import POSTED, Payload
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.ports.chat import (
    Arrival,
    Change,
    HeldBack,
    Letter,
    Posting,
    Receipt,
    Sent,
    Unreachable,
)
from bot.ports.time import Clock
from bot.surface.bounded import Bounded
from bot.surface.capabilities import Capabilities

_log = logging.getLogger(__name__)

SLACK = Capabilities(surface="slack", waits=False, hosted=True, foresees=True)
EVENT = "reststop_delivery"
"""The type of a message's metadata. Other apps may read it: it holds a keyed hash and nothing else."""
_NAMES = UUID("5a3c1f0e-6d0b-4a55-9d0c-3f1c8f2f7b61")
_HISTORY = "history"


class SlackChat:
    """`ChatPort` for every workspace in which Reststop is installed."""

    def __init__(
        self, api: Api, clock: Clock, *, pace: Pace | None = None, sleep: Sleep = asyncio.sleep
    ) -> None:
        """Speak through `api`; `sleep` waits for a turn, some seconds at most."""
        self._api = api
        self._clock = clock
        self._pace = pace or Pace()
        self._turns = Turns(clock, self._pace, sleep)
        self._shared = Channels(api, self._turns)
        self._channels: Bounded[Account, str] = Bounded(PEOPLE_KNOWN)
        self.dnd = DoNotDisturb(api, clock, self._pace)
        self.files = Files(api)

    @property
    def capabilities(self) -> Capabilities:
        """What Slack can do."""
        return SLACK

    async def post(self, posting: Posting) -> Receipt:
        """Post a card in a channel, when its turn comes."""
        return await self._shared.post(posting)

    async def change(self, change: Change) -> Receipt:
        """Let what was posted in a channel be another card, or be gone."""
        return await self._shared.change(change)

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn who of these is not to be disturbed."""
        await self.dnd.learn(accounts)

    async def send(self, letter: Letter) -> Receipt:
        """Post a letter's card, when its turn comes.

        A person who cannot be written to is `Unreachable`. What is true of the whole workspace (a dead
        token, a wait that Slack asks for, what its owners have shut) is `Later`.

        Raises:
            SurfaceError: the card is no message, which is a fault here and not in Slack.
        """
        message = message_of(letter.card)
        held = None if letter.is_awaited else self.dnd.until(letter.to)
        if held is not None:
            return HeldBack(until=held)
        to = letter.to
        later = await self._turns.take(to.workspace, to.user, has_waited=letter.has_waited)
        if later is not None:
            return later
        try:
            with translate_errors():
                await self._post(letter, message)
        except ReststopError as problem:
            return self._receipt(letter.to, problem)
        return Sent()

    async def direct(self, account: Account) -> str:
        """Return the id of somebody's direct conversation (D…), opened where it is not known yet.

        Raises:
            SlackTrouble: as `errors.translate_errors`.
        """
        known = self._channels.get(account)
        if known is not None:
            return known
        with translate_errors():
            opened = await self._api.client(account.workspace).conversations_open(users=account.user)
        channel = str((opened.get("channel") or {}).get("id"))
        self._channels.put(account, channel)
        return channel

    async def was_sent(self, letter: Letter | Posting) -> Arrival:
        """Look for the letter's key among the last messages of the conversation.

        Without `im:history` it cannot be known, nor where so many messages came since that they do not
        reach back to it; and never of what was posted in a channel, since no channel is read.
        """
        if isinstance(letter, Posting):
            return Arrival.UNKNOWABLE
        now = self._clock.now()
        if self._pace.rest(letter.to.workspace, _HISTORY, now):
            return Arrival.NOT_NOW
        try:
            page = await self._last_messages(letter.to)
        except ReststopError as problem:
            return self._why_not(letter.to, problem)
        messages = [each for each in page.get("messages") or [] if isinstance(each, Mapping)]
        if any(_key_of(message) == letter.key.hex() for message in messages):
            return Arrival.ARRIVED
        if page.get("has_more") and all(_posted_at(each) > now - DOUBT_REACHES for each in messages):
            return Arrival.UNKNOWABLE
        return Arrival.NOT_ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Delete a file that was handed over."""
        try:
            await self.files.take_back(to, file)
        except errors.ScopeMissing:
            return Unreachable()
        except ReststopError as problem:
            return self._receipt(to, problem)
        return Sent()

    async def _post(self, letter: Letter, message: Payload) -> None:
        posted = await self._api.client(letter.to.workspace).chat_postMessage(
            channel=await self._address(letter.to),
            metadata={"event_type": EVENT, "event_payload": {"id": letter.key.hex()}},
            client_msg_id=str(uuid5(_NAMES, letter.key.hex())),
            **message,
            **POSTED,
        )
        if isinstance(posted.get("channel"), str):
            self._channels.put(letter.to, posted["channel"])

    async def _address(self, account: Account) -> str:
        """Return where to post to somebody.

        Their conversation is opened, which tells whether they are still there, as often as Slack lets it be.
        Beyond that a message goes to the id of the person, which is the same place.
        """
        known = self._channels.get(account)
        now = self._clock.now()
        if known is not None or not self._pace.may_open(account.workspace, now):
            return known or account.user
        try:
            return await self.direct(account)
        except errors.AskedToWait as asked:
            self._pace.pause(account.workspace, "open", now + asked.wait)
        except (errors.LineCut, errors.ScopeMissing) as problem:
            _log.info("a conversation was not opened: %s", type(problem).__name__)
        return account.user

    async def _last_messages(self, account: Account) -> AsyncSlackResponse:
        channel = await self.direct(account)
        with translate_errors():
            return await self._api.client(account.workspace).conversations_history(
                channel=channel, limit=HISTORY_ITEMS, include_all_metadata=True
            )

    def _why_not(self, account: Account, problem: ReststopError) -> Arrival:
        """Return what is to be made of a conversation that could not be read."""
        match problem:
            case errors.ScopeMissing():
                return Arrival.UNKNOWABLE
            case errors.NobodyThere():
                return Arrival.NOT_ARRIVED  # the next send says that nobody is there
            case errors.AskedToWait():
                self._pace.pause(account.workspace, _HISTORY, self._clock.now() + problem.wait)
                return Arrival.NOT_NOW
            case _:
                return Arrival.NOT_NOW

    def _receipt(self, to: Account, problem: ReststopError) -> Receipt:
        if isinstance(problem, errors.NobodyThere):
            self._channels.drop(to)
        return self._turns.missed(to.workspace, problem)


def _key_of(message: Mapping[str, object]) -> str | None:
    """Return the key that a message carries; None where it carries none of ours."""
    metadata = message.get("metadata")
    if not isinstance(metadata, Mapping) or metadata.get("event_type") != EVENT:
        return None
    payload = metadata.get("event_payload")
    key = payload.get("id") if isinstance(payload, Mapping) else None
    return key if isinstance(key, str) else None


def _posted_at(message: Mapping[str, object]) -> datetime:
    """Return when a message was posted, which is what Slack calls its `ts`."""
    try:
        return datetime.fromtimestamp(float(str(message.get("ts"))), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.max.replace(tzinfo=UTC)
