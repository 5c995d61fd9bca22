"""Slack's payloads, read into events of the core and the place where each happened.

Shapes: https://docs.slack.dev/reference/interaction-payloads and …/reference/events. Pure: the same payload
is always the same event. What is none of ours, or says nothing, is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from html import unescape

from adapters.slack.drawing.controls import NOT_NOW, ControlId, Kind, chosen
from adapters.slack.drawing.forms import FORM, typed_in
from adapters.slack.hearing.places import (
    CardView,
    Command,
    FormView,
    HomeTab,
    Nowhere,
    Place,
    Posted,
    Shortcut,
    Talk,
)
from adapters.slack.hearing.where import (
    account_in,
    bot_user_in,
    called_in,
    name_in_channel,
    organisation_of,
    place_in,
)
from adapters.slack.text import Json, one_line
from bot.domain.people import Account
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    Facts,
    FormDismissed,
    FormSubmitted,
    HomeOpened,
    InboundEvent,
    MessageDeleted,
    MessageEdited,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.words import Words

ZoneOf = Callable[[Account], str | None]
Manages = Callable[[Account], bool | None]
NameOf = Callable[[Account], str]

WRITE = "write"
KEEP = "keep"
"""The `callback_id` of the global shortcut, and of the one on a message."""

_LINK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_OWN = {None, "file_share", "me_message", "thread_broadcast"}
"""The subtypes of messages that a person wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What somebody did, and where."""

    event: InboundEvent
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTheirs:
    """Somebody wished to keep a message that they did not write."""

    account: Account
    place: Shortcut


def _unnamed(account: Account) -> str:
    del account
    return ""


class Reader:
    """Reads payloads, with what is known here beside them: people, and which words are commands."""

    def __init__(
        self, zone_of: ZoneOf, manages: Manages, commands: Collection[str], name_of: NameOf = _unnamed
    ) -> None:
        """Ask `zone_of`, `manages` and `name_of` what is known of somebody, before what a payload says.

        `commands` are words that stand alone.
        """
        self._zone_of = zone_of
        self._manages = manages
        self._name_of = name_of
        self._commands = Words(commands)

    def read(self, payload: Json) -> Heard | NotTheirs | None:  # noqa: PLR0911 - one for each kind
        """Return what a payload of any kind says."""
        if "command" in payload:
            return self._command(payload)
        match payload.get("type"):
            case "block_actions":
                return self._pressed(payload)
            case "view_submission":
                return self._sent(payload)
            case "view_closed":
                return self._closed(payload)
            case "shortcut" if payload.get("callback_id") == WRITE:
                place = Shortcut(trigger=payload["trigger_id"])
                return Heard(event=CommandInvoked(**self._by_trigger(payload), text=WRITE), place=place)
            case "message_action" if payload.get("callback_id") == KEEP:
                return self._kept(payload)
            case "event_callback":
                return self._told(payload)
            case _:
                return None

    def _command(self, payload: Json) -> Heard:
        account = account_in(payload, payload["user_id"])
        channel = payload.get("channel_id", "")
        facts = self._facts(
            f"trigger:{payload['trigger_id']}",
            account,
            called=payload.get("user_name", ""),
            channel=channel,
            channel_name=payload.get("channel_name", ""),
        )
        place = Command(
            trigger=payload["trigger_id"],
            response_url=payload.get("response_url", ""),
            is_direct=channel.startswith("D"),
        )
        text = unescape(payload.get("text", "").strip())
        return Heard(event=CommandInvoked(**facts, text=text), place=place)

    def _pressed(self, payload: Json) -> Heard | None:
        [action, *_] = payload["actions"]
        control = ControlId.unpack(action["action_id"])
        place = _place_of_press(payload)
        event = self._control(control, action, payload) if control else None
        return Heard(event=event, place=place) if event else None

    def _control(  # noqa: PLR0911 - one for each kind
        self, control: ControlId, action: Json, payload: Json
    ) -> InboundEvent | None:
        facts, ref = self._where_pressed(payload), control.ref
        match control.kind:
            case Kind.PRESS:
                return ActionPressed(**facts, ref=ref)
            case Kind.PICK:
                return OptionChosen(**facts, ref=ref, values=(control.arg,))
            case Kind.MENU:
                value = _selected(action)
                return OptionChosen(**facts, ref=ref, values=(value,)) if value else None
            case Kind.NEXT:
                state = payload.get("state") or (payload.get("view") or {}).get("state") or {}
                return OptionChosen(**facts, ref=ref, values=chosen(state, ref))
            case Kind.RATE | Kind.RATES:
                step = control.arg if control.kind is Kind.RATE else _selected(action)
                if step == NOT_NOW:
                    return ScaleAnswered(**facts, ref=ref, value=None)
                return ScaleAnswered(**facts, ref=ref, value=int(step)) if step.isdecimal() else None
            case Kind.COMMAND:
                return CommandInvoked(**facts, text=control.arg.replace("+", " "))
            case Kind.SEVERAL | Kind.LINK:
                return None

    def _sent(self, payload: Json) -> Heard | None:
        view = payload["view"]
        if view.get("callback_id") != FORM:
            return None
        event = FormSubmitted(
            **self._by_trigger(payload), ref=view.get("private_metadata", ""), values=typed_in(view)
        )
        below = view.get("previous_view_id") or ""
        place = FormView(
            below=below,
            is_on_top_of_all=bool(below) and below != view.get("root_view_id"),
            inputs={"blocks": view["blocks"]},
        )
        return Heard(event=event, place=place)

    def _closed(self, payload: Json) -> Heard | None:
        view = payload["view"]
        if view.get("callback_id") != FORM:
            return None
        account = self._account(payload)
        facts = self._facts(f"closed:{view['id']}:{view.get('hash', '')}", account, called=called_in(payload))
        event = FormDismissed(**facts, ref=view.get("private_metadata", ""))
        return Heard(event=event, place=Nowhere())

    def _kept(self, payload: Json) -> Heard | NotTheirs:
        """Read the wish to keep a message: a page opens with its words; nothing is kept before it is sent."""
        place, message = Shortcut(trigger=payload["trigger_id"]), payload["message"]
        if message.get("user") != payload["user"]["id"] or message.get("bot_id"):
            return NotTheirs(account=self._account(payload), place=place)
        words = written(message.get("text", ""))
        return Heard(event=CommandInvoked(**self._by_trigger(payload), text=f"{WRITE} {words}"), place=place)

    def _told(self, payload: Json) -> Heard | None:
        event = payload["event"]
        match event.get("type"):
            case "message" if event.get("channel_type") == "im":
                return self._message(payload, event)
            case "app_home_opened" if event.get("tab") == "home":
                facts = self._of_event(payload, event["user"])
                return Heard(event=HomeOpened(**facts), place=Nowhere())
            case _:
                return None

    def _message(self, payload: Json, event: Json) -> Heard | None:
        channel, itself = event["channel"], bot_user_in(payload)
        match event.get("subtype"):
            case "message_changed":
                now, before = event["message"], event.get("previous_message") or {}
                if not _is_a_persons(now, itself) or now.get("text") == before.get("text"):
                    return None  # Slack adds previews of links to a message, which nobody wrote
                edited = MessageEdited(
                    **self._of_event(payload, now["user"]), message=now["ts"], text=written(now["text"])
                )
                return Heard(event=edited, place=Talk(channel=channel))
            case "message_deleted":
                gone = event.get("previous_message") or {}
                if not _is_a_persons(gone, itself):
                    return None
                facts = self._of_event(payload, gone["user"])
                return Heard(
                    event=MessageDeleted(**facts, message=event["deleted_ts"]), place=Talk(channel=channel)
                )
            case _ if _is_a_persons(event, itself):
                return self._words(payload, event)
            case _:
                return None

    def _words(self, payload: Json, event: Json) -> Heard:
        facts, text = self._of_event(payload, event["user"]), written(event.get("text", ""))
        command = self._commands.meant(text)
        if command is not None:
            place = Talk(channel=event["channel"], command=self._commands.name(command))
            return Heard(event=CommandInvoked(**facts, text=command), place=place)
        message = DirectMessage(**facts, text=text, message=event["ts"])
        return Heard(event=message, place=Talk(channel=event["channel"]))

    def _where_pressed(self, payload: Json) -> Facts:
        """Return what every event carries of a press: on a message in a channel, which channel it was."""
        return self._facts(
            f"trigger:{payload['trigger_id']}",
            self._account(payload),
            called=called_in(payload),
            channel=payload["container"].get("channel_id") or "",
            channel_name=(payload.get("channel") or {}).get("name") or "",
        )

    def _by_trigger(self, payload: Json) -> Facts:
        account = self._account(payload)
        return self._facts(f"trigger:{payload['trigger_id']}", account, called=called_in(payload))

    def _of_event(self, payload: Json, user: str) -> Facts:
        return self._facts(payload["event_id"], account_in(payload, user))

    def _account(self, payload: Json) -> Account:
        return account_in(payload, payload["user"]["id"])

    def _facts(
        self, event_id: str, account: Account, *, called: str = "", channel: str = "", channel_name: str = ""
    ) -> Facts:
        return Facts(
            event_id=event_id,
            account=account,
            handle=event_id,
            zone=self._zone_of(account),
            organisation=organisation_of(account),
            manages=self._manages(account),
            place=place_in(account, channel),
            place_name=name_in_channel(channel, channel_name),
            called=self._name_of(account) or one_line(called),
        )


def written(text: str) -> str:
    """Return a message's text as its writer sees it: Slack escapes three signs, and marks links and names.

    https://docs.slack.dev/messaging/formatting-message-text#escaping
    """
    return unescape(_LINK.sub(lambda found: found[2] or found[1], text))


def _place_of_press(payload: Json) -> Place:
    trigger, container = payload["trigger_id"], payload["container"]
    if container["type"] == "view":
        view = payload["view"]
        if view["type"] == "home":
            return HomeTab(trigger=trigger)
        return CardView(trigger=trigger, view=view["id"], hash=view.get("hash", ""))
    return Posted(
        trigger=trigger,
        channel=container.get("channel_id", ""),
        ts=container.get("message_ts", ""),
        is_ephemeral=bool(container.get("is_ephemeral")),
        response_url=payload.get("response_url", ""),
        thread=container.get("thread_ts") or (payload.get("message") or {}).get("thread_ts") or "",
    )


def _selected(action: Json) -> str:
    return (action.get("selected_option") or {}).get("value") or ""


def _is_a_persons(message: Json, itself: str) -> bool:
    """Whether a person wrote a message. Of a file that Reststop sent no `bot_id` says that it did."""
    by = message.get("user")
    return bool(by) and by != itself and not message.get("bot_id") and message.get("subtype") in _OWN
