"""The app in Slack: hears payloads, acknowledges what was committed, and answers.

One middleware of Bolt does it all, so that the acknowledgement is the moment in which the core has answered:
a listener's is looked for every 10 ms, and Bolt acknowledges an event before any listener saw it.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack import text
from adapters.slack.answering.acts import plan
from adapters.slack.answering.answers import Answers
from adapters.slack.answering.calls import Call
from adapters.slack.answering.late import plan_late, unanswered
from adapters.slack.drawing.forms import FORM, errors_at
from adapters.slack.drawing.render import modal_line
from adapters.slack.errors import TokenDead
from adapters.slack.hearing.inbound import SURFACE, Heard, NotTheirs, Reader, workspace_in
from adapters.slack.hearing.places import FormView, HomeTab, Nowhere, Talk, trigger_of
from adapters.slack.limits import ACKED_WITHIN, EVENTS_KNOWN, MOMENT_AFTER
from adapters.slack.line.api import Api
from adapters.slack.line.people import Zones, zone_in
from adapters.slack.record import Record, workspace_of
from adapters.slack.sending.chat import SlackChat, Sleep
from adapters.slack.text import Payload
from bot.domain.people import Account
from bot.errors import NotSaved, ReststopError, place_of
from bot.surface.bounded import Bounded
from bot.surface.inbound import HomeOpened, InboundEvent, PersonChanged, PersonLeft
from bot.surface.outcome import Hear, Outcome, noted

_log = logging.getLogger(__name__)

_QUIETER = ("slack_bolt", "slack_sdk", "aiohttp")
"""Libraries that print bodies and frames when they are asked for details."""
_BOLT = logging.getLogger(f"{__name__}.bolt")
"""Bolt's own: each of its loggers is disabled where this one is, whatever level is set.
At INFO it prints the body of a request with a wrong signature, at ERROR whatever an error says."""
_BOLT.disabled = True
_GONE = "reststop_gone"
"""Set in Bolt's context where Reststop is not, or no longer, installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long somebody waits for the core, in seconds: before they are told so, and before Slack is."""

    moment: float = MOMENT_AFTER
    acked: float = ACKED_WITHIN


class Installed(Protocol):
    """What is known of each workspace: `adapters.slack.setup.tokens.Tokens`, or a test."""

    async def record(self, workspace: str) -> Record:
        """Return it, with a token that is good now.

        Raises:
            TokenDead: Reststop is not installed there.
            ReststopError: it cannot be read at this moment.
        """
        ...


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
        self._installed = installed
        self._removed = removed
        self._zones = Zones(api)
        self._reader = Reader(self._zones.of, words)
        self._answers = Answers(api, chat, sleep=sleep)
        self._patience = patience or Patience()
        self._under_way: set[asyncio.Task[None]] = set()
        self._lately: Bounded[tuple[str, str], asyncio.Future[bool]] = Bounded(EVENTS_KNOWN)
        """Of what was heard lately, by workspace and id, whether it was acknowledged; nothing more of it."""

        # Bolt calls by the names of arguments, and a method's would be one too many.
        async def authorize(context: AsyncBoltContext) -> AuthorizeResult:
            return await self._whose(context)

        async def take(req: AsyncBoltRequest) -> BoltResponse:
            return await self._take(req)

        self.app = AsyncApp(
            logger=_BOLT,
            signing_secret=signing_secret,
            client=api.bare(),
            authorize=authorize,
            request_verification_enabled=signing_secret is not None,
        )
        self.app.use(take)

    async def settled(self) -> None:
        """Return when everything that was heard is answered."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _whose(self, context: AsyncBoltContext) -> AuthorizeResult:
        """Say in whose name an event is answered. Slack is not asked, as Bolt's own way does each time."""
        enterprise, team = context.enterprise_id, context.team_id
        is_org_wide = bool(context.is_enterprise_install)
        try:
            record = await self._installed.record(
                workspace_of(team=team, enterprise=enterprise, is_org_wide=is_org_wide)
            )
        except TokenDead:
            # Bolt would call whatever address came along, before an acknowledgement, and close a form.
            context[_GONE] = True
            return AuthorizeResult(enterprise_id=enterprise, team_id=team, user_id=context.user_id)
        except Exception as fault:
            _log.error("a workspace was not recognised: %s at %s", type(fault).__name__, place_of(fault))
            raise  # to Bolt, which answers with 500: it comes again
        return AuthorizeResult(
            enterprise_id=enterprise,
            team_id=team,
            user_id=context.user_id,
            bot_id=record.bot,
            bot_user_id=record.bot_user,
            bot_token=record.token.reveal(),
        )

    async def _take(self, req: AsyncBoltRequest) -> BoltResponse:
        """Answer anything that Slack sends. What cannot be read is acknowledged: it would come again."""
        began, payload = asyncio.get_running_loop().time(), dict(req.body)
        if req.context.get(_GONE):
            return _not_here(payload)
        if _is_form(payload):
            return await self._answer_form(payload, began)
        try:
            return await self._answer(payload, began)
        except NotSaved:
            return BoltResponse(status=503, body="")  # not acknowledged, so it comes again
        except Exception as fault:  # noqa: BLE001 - the one net: who fails often is sent no more
            _log.error("a payload was not answered: %s at %s", type(fault).__name__, place_of(fault))
            return BoltResponse(status=200, body="")

    async def _answer_form(self, payload: Payload, began: float) -> BoltResponse:
        """Answer a form. What could not be taken stays open: an empty acknowledgement would close it."""
        try:
            return await self._answer(payload, began)
        except Exception as fault:  # noqa: BLE001 - as above
            _log.error("a form was not taken: %s at %s", type(fault).__name__, place_of(fault))
            return _still_open(payload, text.NOT_SAVED)

    async def _answer(self, payload: Payload, began: float) -> BoltResponse:
        match (payload.get("event") or {}).get("type"):
            case "app_uninstalled" | "tokens_revoked":
                await self._removed(payload)
                return BoltResponse(status=200, body="")
            case "user_change":
                return await self._person_changed(payload, began)
            case "dnd_updated_user":
                event = payload["event"]
                self._chat.dnd.changed(_account(payload, event["user"]), event["dnd_status"])
                return BoltResponse(status=200, body="")
            case _:
                pass
        heard = self._reader.read(payload)
        match heard:
            case None:
                return BoltResponse(status=200, body="")
            case NotTheirs():
                self._go_on(self._refuse(heard))
                return BoltResponse(status=200, body="")
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
            return BoltResponse(status=200 if first.done() and first.result() else 503, body="")
        acknowledged: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._lately.put(key, acknowledged)
        try:
            answer = await self._acknowledge(heard, began)
        except BaseException:
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
            self._answers.moment(heard.place, modal_line(text.ONE_MOMENT), heard.event.account)
        )
        await asyncio.wait({work, opening}, timeout=max(began + self._patience.acked - loop.time(), 0))
        if work.done() and opening.done() and not opening.result():
            return self._plan(heard, work.result())
        if isinstance(heard.place, FormView):
            self._go_on(_ended(work))
            return _still_open({"view": heard.place.inputs}, text.NOT_SAVED)
        self._go_on(self._answer_late(heard, work, opening))
        return BoltResponse(status=200, body="")

    def _plan(self, heard: Heard, outcome: Outcome) -> BoltResponse:
        """Return the acknowledgement; the calls of the answer begin behind it."""
        made = plan(outcome, heard.place, heard.event.account)
        self._go_on(self._finish(heard, made.calls))
        return _json(made.ack) if made.ack else BoltResponse(status=200, body="")

    async def _answer_late(
        self, heard: Heard, work: asyncio.Task[Outcome], opening: asyncio.Task[str]
    ) -> None:
        """Answer in the modal that said to wait; where none opened, as ever. Nobody is left waiting in it."""
        view = await opening
        try:
            calls = plan_late(await work, heard.place, heard.event.account, view=view)
        except Exception:
            await self._give(unanswered(heard.place, view=view), heard.event.account)
            raise
        await self._finish(heard, calls)

    async def _finish(self, heard: Heard, calls: tuple[Call, ...]) -> None:
        await self._give(calls, heard.event.account)
        await self._zones.learn(heard.event.account)
        if isinstance(heard.place, HomeTab):
            await self._draw_home(heard.event)

    async def _draw_home(self, event: InboundEvent) -> None:
        """Draw the Home tab again: what was pressed there may have changed what it says."""
        opened = HomeOpened(event_id=f"home:{event.event_id}", account=event.account, zone=event.zone)
        made = plan(await self._hear(opened), Nowhere(), event.account)
        await self._give(made.calls, event.account)

    async def _give(self, calls: tuple[Call, ...], account: Account) -> None:
        await self._answers.give(calls, account, partial(noted, self._hear, account))

    async def _person_changed(self, payload: Payload, began: float) -> BoltResponse:
        user = payload["event"]["user"]
        account = _account(payload, user["id"])
        zone = "" if user.get("deleted") else zone_in(user)
        event: InboundEvent
        if user.get("deleted"):
            event = PersonLeft(event_id=payload["event_id"], account=account)
        else:
            event = PersonChanged(event_id=payload["event_id"], account=account, zone=zone or None)
        if user.get("is_bot") or not (user.get("deleted") or self._zones.is_news(account, zone)):
            return BoltResponse(status=200, body="")
        answer = await self._once(Heard(event=event, place=Nowhere()), began)
        self._zones.note(account, zone)
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


def _account(payload: Payload, user: str) -> Account:
    return Account(surface=SURFACE, workspace=workspace_in(payload), user=user)


def _not_here(payload: Payload) -> BoltResponse:
    """Say, where an acknowledgement can, that Reststop is not set up there. Nobody else is called."""
    if "command" in payload:
        return _json({"response_type": "ephemeral", "text": text.NOT_HERE})
    if _is_form(payload):
        return _still_open(payload, text.NOT_HERE)
    return BoltResponse(status=200, body="")


def _is_form(payload: Payload) -> bool:
    """Whether somebody sent a form of ours."""
    view = payload.get("view")
    is_ours = isinstance(view, dict) and view.get("callback_id") == FORM
    return is_ours and payload.get("type") == "view_submission"


def _still_open(payload: Payload, why: str) -> BoltResponse:
    """Return what lets a form that was sent stay, with its words. Slack does so by itself after a 500."""
    try:
        return _json({"response_action": "errors", "errors": errors_at(payload["view"], {"": why})})
    except Exception:  # noqa: BLE001 - it has no inputs of ours
        return BoltResponse(status=500, body="")


def _json(body: Payload) -> BoltResponse:
    return BoltResponse(status=200, body=json.dumps(body), headers={"content-type": "application/json"})
