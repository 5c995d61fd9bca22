"""What the core hears: typed events, no raw payload. Channel talk is never among them.

No event prints what a person wrote, chose or marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.people import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """What every event carries.

    `event_id` is the platform's and stable over re-delivery. `handle` is the surface's short-lived
    right to answer in private. `zone` is what the surface knows of the person's time zone, if anything.
    """

    event_id: str
    account: Account
    handle: str = ""
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandInvoked(Inbound):
    """A person typed a command; `text` has no leading slash and no product name."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectMessage(Inbound):
    """A person typed words that are no command, in their own conversation.

    `message` is the platform's id of the message, where there is one.
    """

    text: str = field(repr=False)
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited(Inbound):
    """A person changed a message of theirs in their own conversation; `text` is what it says now."""

    message: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDeleted(Inbound):
    """A person deleted a message of theirs in their own conversation."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPressed(Inbound):
    """A person pressed a button."""

    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChosen(Inbound):
    """A person chose among named answers."""

    ref: str
    values: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleAnswered(Inbound):
    """A person answered a scale; None is "not now"."""

    ref: str
    value: int | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSubmitted(Inbound):
    """A person sent a form; values by field name, as typed."""

    ref: str
    values: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDismissed(Inbound):
    """A person closed a form without sending it."""

    ref: str


InboundEvent = (
    CommandInvoked
    | DirectMessage
    | MessageEdited
    | MessageDeleted
    | ActionPressed
    | OptionChosen
    | ScaleAnswered
    | FormSubmitted
    | FormDismissed
)
