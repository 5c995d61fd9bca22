"""The app in Slack: hears payloads, acknowledges what was committed, and answers.

One middleware of Bolt does it all, so that the acknowledgement is the moment in which the core has answered:
a listener's is looked for every 10 ms, and Bolt acknowledges an event before any listener saw it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Collection
from dataclasses import dataclass
from typing import Protocol

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack import text
from adapters.slack.answering import acks
from adapters.slack.answering.acts import plan
from adapters.slack.answering.answers import Answers
from adapters.slack.answering.calls import Call
from adapters.slack.answering.late import plan_late, unanswered
from adapters.slack.drawing.render import modal_line
from adapters.slack.hearing.inbound import (
    Heard,
    NotTheirs,
    Reader,
)
from adapters.slack.hearing.places import FormView, HomeTab, Nowhere, Talk, trigger_of
from adapters.slack.hearing.where import account_in, organisation_of
from adapters.slack.limits import ACKED_WITHIN, EVENTS_KNOWN, MOMENT_AFTER
from adapters.slack.line.api import Api
from adapters.slack.line.authorizing import Installed, authorizing, is_gone
from adapters.slack.line.people import Profiles, zone_in
from adapters.slack.sending.chat import SlackChat
from adapters.slack.sending.turns import Sleep
from adapters.slack.text import Payload
from bot.errors import NotSaved, ReststopError, place_of
from bot.surface import phrases
from bot.surface.bounded import Bounded
from bot.surface.inbound import Facts, HomeOpened, InboundEvent, PersonChanged, PersonLeft
from bot.surface.outcome import Hear, Outcome

_log = logging.getLogger(__name__)

_QUIETER = ("slack_bolt", "slack_sdk", "aiohttp")
"""Libraries that print bodies and frames when they are asked for details."""
_BOLT = logging.getLogger(f"{__name__}.bolt")
"""Bolt's own: each of its loggers is disabled where this one is, whatever level is set.
At INFO it prints the body of a request with a wrong signature, at ERROR whatever an error says."""
_BOLT.disabled = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long somebody waits for the core, in seconds: before they are told so, and before Slack is."""

    moment: float = MOMENT_AFTER
    acked: float = ACKED_WITHIN


class Removed(Protocol):
    """What is done when Slack says that Reststop may no longer be in a workspace."""

    async def __call__(self, payload: Payload) -> None:
        """Take `app_uninstalled` or `tokens_revoked`.

        Raises:
            NotSaved: let Slack say it again.
        """
        ...


class SlackSurface:
    """Everyone in every workspace in which Reststop is installed."""

    def __init__(
        self,
        *,
        hear: Hear,
        api: Api,
        chat: SlackChat,
        installed: Installed,
        removed: Removed,
        words: Collection[str],
        signing_secret: str | None = None,
        patience: Patience | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Hand events to `hear` and answer through `api`; `words` are the commands.

        Without a `signing_secret` no request by HTTP may reach it: events come over a socket.
        """
        for name in _QUIETER:
            logging.getLogger(name).setLevel(logging.WARNING)
        self._hear = hear
        self._chat = chat
        self._removed = removed
        self._profiles = Profiles(api)
        self._reader = Reader(self._profiles.zone_of, self._profiles.manages, words, self._profiles.name_of)
        self._answers = Answers(hear, api, chat, sleep=sleep)
        self._patience = patience or Patience()
        self._under_way: set[asyncio.Task[None]] = set()
        self._lately: Bounded[tuple[str, str], asyncio.Future[bool]] = Bounded(EVENTS_KNOWN)
        """Of what was heard lately, by workspace and id, whether it was acknowledged; nothing more of it."""

        # Bolt calls by the names of arguments, and a method's would be one too many.
        async def take(req: AsyncBoltRequest) -> BoltResponse:
            return await self._take(req)

        self.app = AsyncApp(
            name="reststop",  # without one Bolt looks through every module for the file that called it
            logger=_BOLT,
            signing_secret=signing_secret,
            client=api.bare(),
            authorize=authorizing(installed),
            request_verification_enabled=signing_secret is not None,
        )
        self.app.use(take)

    async def settled(self) -> None:
        """Return when everything that was heard is answered."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _take(self, req: AsyncBoltRequest) -> BoltResponse:
        """Answer anything that Slack sends. What cannot be read is acknowledged: it would come again."""
        began, payload = asyncio.get_running_loop().time(), dict(req.body)
        if is_gone(req.context):
            return acks.not_here(payload)
        if acks.is_form(payload):
            return await self._answer_form(payload, began)
        try:
            return await self._answer(payload, began)
        except NotSaved:
            return acks.not_kept()
        except Exception as fault:  # noqa: BLE001 - the one net: who fails often is sent no more
            _log.error("a payload was not answered: %s at %s", type(fault).__name__, place_of(fault))
            return acks.empty()

    async def _answer_form(self, payload: Payload, began: float) -> BoltResponse:
        """Answer a form. What could not be taken stays open: an empty acknowledgement would close it."""
        try:
            return await self._answer(payload, began)
        except Exception as fault:  # noqa: BLE001 - as above
            _log.error("a form was not taken: %s at %s", type(fault).__name__, place_of(fault))
            return acks.still_open(payload["view"], text.NOT_SAVED)

    async def _answer(self, payload: Payload, began: float) -> BoltResponse:
        match (payload.get("event") or {}).get("type"):
            case "app_uninstalled" | "tokens_revoked":
                await self._removed(payload)
                return acks.empty()
            case "user_change":
                return await self._person_changed(payload, began)
            case "dnd_updated_user":
                event = payload["event"]
                self._chat.dnd.changed(account_in(payload, event["user"]), event["dnd_status"])
                return acks.empty()
            case _:
                pass
        heard = self._reader.read(payload)
        match heard:
            case None:
                return acks.empty()
            case NotTheirs():
                self._go_on(self._refuse(heard))
                return acks.empty()
            case Heard():
                return await self._once(heard, began)

    async def _once(self, heard: Heard, began: float) -> BoltResponse:
        """Acknowledge an event. One that comes again, from Slack or whoever caught it, is not heard again.

        What writes is not done twice by the core either, also after a restart; what only looks would be
        answered twice.
        """
        key = heard.event.account.workspace, heard.event.event_id
        first = self._lately.get(key)
        if first is not None:
            await asyncio.wait({first}, timeout=self._patience.acked)
            return acks.empty() if first.done() and first.result() else acks.not_kept()
        acknowledged: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._lately.put(key, acknowledged)
        try:
            answer = await self._acknowledge(heard, began)
        except BaseException:  # cut off, too: what comes again is heard again
            self._lately.drop(key)
            acknowledged.set_result(False)
            raise
        acknowledged.set_result(True)
        return answer

    async def _acknowledge(self, heard: Heard, began: float) -> BoltResponse:
        """Let the core hear, and acknowledge what it has committed; who waits longer is told so.

        No running unit is abandoned: what takes too long is finished and answered after the acknowledgement.
        """
        loop = asyncio.get_running_loop()
        work = asyncio.ensure_future(self._hear(heard.event))
        if not _waits(heard):
            return self._plan(heard, await work)
        await asyncio.wait({work}, timeout=began + self._patience.moment - loop.time())
        if work.done():
            return self._plan(heard, work.result())
        opening = loop.create_task(
            self._answers.moment(heard.place, modal_line(phrases.ONE_MOMENT), heard.event.account)
        )
        await asyncio.wait({work, opening}, timeout=max(began + self._patience.acked - loop.time(), 0))
        if work.done() and opening.done() and not opening.result():
            return self._plan(heard, work.result())
        if isinstance(heard.place, FormView):
            self._go_on(_ended(work))
            return acks.still_open(heard.place.inputs, text.NOT_SAVED)
        self._go_on(self._answer_late(heard, work, opening))
        return acks.empty()

    def _plan(self, heard: Heard, outcome: Outcome) -> BoltResponse:
        """Return the acknowledgement; the calls of the answer begin behind it."""
        made = plan(outcome, heard.place, heard.event.account)
        self._go_on(self._finish(heard, made.calls))
        return acks.says(made.ack)

    async def _answer_late(
        self, heard: Heard, work: asyncio.Task[Outcome], opening: asyncio.Task[str]
    ) -> None:
        """Answer in the modal that said to wait; where none opened, as ever. Nobody is left waiting in it."""
        view = await opening
        try:
            calls = plan_late(await work, heard.place, heard.event.account, view=view)
        except Exception:  # it goes on its way when the window is told
            await self._answers.give(unanswered(heard.place, view=view), heard.event.account)
            raise
        await self._finish(heard, calls)

    async def _finish(self, heard: Heard, calls: tuple[Call, ...]) -> None:
        await self._answers.give(calls, heard.event.account)
        await self._profiles.learn(heard.event.account)
        if isinstance(heard.place, HomeTab):
            await self._draw_home(heard.event)

    async def _draw_home(self, event: InboundEvent) -> None:
        """Draw the Home tab again: what was pressed there may have changed what it says."""
        opened = HomeOpened(
            event_id=f"home:{event.event_id}",
            account=event.account,
            zone=event.zone,
            organisation=event.organisation,
            manages=self._profiles.manages(event.account),
        )
        made = plan(await self._hear(opened), Nowhere(), event.account)
        await self._answers.give(made.calls, event.account)

    async def _person_changed(self, payload: Payload, began: float) -> BoltResponse:
        user = payload["event"]["user"]
        account = account_in(payload, user["id"])
        self._profiles.hear_of(account, user)
        is_gone = bool(user.get("deleted"))
        zone = "" if is_gone else zone_in(user)
        facts = Facts(
            event_id=payload["event_id"],
            account=account,
            zone=zone or None,
            organisation=organisation_of(account),
            manages=self._profiles.manages(account),
        )
        if user.get("is_bot") or not (is_gone or self._profiles.is_news(account, zone)):
            return acks.empty()
        event: InboundEvent = PersonLeft(**facts) if is_gone else PersonChanged(**facts)
        answer = await self._once(Heard(event=event, place=Nowhere()), began)
        self._profiles.note_zone(account, zone)
        return answer

    async def _refuse(self, wish: NotTheirs) -> None:
        await self._answers.moment(wish.place, modal_line(text.NOT_YOUR_WORDS), wish.account)

    def _go_on(self, work: Awaitable[None]) -> None:
        """Do what follows an acknowledgement, and keep it from being forgotten half way."""
        task = asyncio.get_running_loop().create_task(_guarded(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


async def _guarded(work: Awaitable[None]) -> None:
    try:
        await work
    except ReststopError as problem:
        _log.warning("an answer was not given: %s", type(problem).__name__)
    except Exception as fault:  # noqa: BLE001 - nobody waits for it: it is logged by type
        _log.error("an answer was not given: %s at %s", type(fault).__name__, place_of(fault))


async def _ended(work: asyncio.Task[Outcome]) -> None:
    await work


def _waits(heard: Heard) -> bool:
    """Whether somebody waits before their screen, and Slack for no longer than three seconds."""
    return bool(trigger_of(heard.place)) or isinstance(heard.place, FormView | Talk)
