"""What the core hears: typed events, no raw payload. Channel talk is never among them.

No event prints what a person wrote, chose or marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NotRequired, TypedDict
from uuid import UUID

from bot.domain.people import Account, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """What every event carries.

    `event_id` is the platform's and stable over re-delivery. `handle` is the surface's short-lived
    right to answer in private. `zone` is what the surface knows of the person's time zone, if anything.
    `organisation` is where it happened, as `surface/id` of a Slack workspace or a Discord server; empty where
    the platform tells none, as in a direct conversation in Discord. `manages`: the platform says that they
    look after that organisation; None where it was not asked yet. `place` is the channel in which they acted,
    `place_name` its name, if that is told; None and "" in their own conversation, and of a form. `called` is
    what the platform calls them; "" where it does not say.
    """

    event_id: str
    account: Account
    handle: str = ""
    zone: str | None = None
    organisation: str = ""
    manages: bool | None = False
    place: Place | None = None
    place_name: str = field(default="", repr=False)
    called: str = field(default="", repr=False)


FILE_MAX = 16 * 1024 * 1024
"""Bytes of a file that is brought along; a larger one is not read."""


class Facts(TypedDict):
    """What every event carries, gathered before it is known which one it is: see `Inbound`."""

    event_id: str
    account: Account
    handle: NotRequired[str]
    zone: NotRequired[str | None]
    organisation: NotRequired[str]
    manages: NotRequired[bool | None]
    place: NotRequired[Place | None]
    place_name: NotRequired[str]
    called: NotRequired[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandInvoked(Inbound):
    """A person typed a command; `text` has no leading slash and no product name.

    `names_zone`: they said with it in which zone they are; `zone` is None where nobody knows that one.
    """

    text: str = field(repr=False)
    names_zone: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGiven(Inbound):
    """The file of an `Attach` is about to be handed over, and the platform will keep a copy.

    `attached` is the id of that act; `file` is the platform's id, by which the copy can be taken back. The
    file goes out only when the answer is `Quiet`: a copy that was not noted would stay for good. The id may
    say where the conversation is, and is not printed.
    """

    attached: UUID
    file: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBrought(Inbound):
    """A person brings a file of their own along, to keep what stands in it. Nothing of it is printed."""

    name: str = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOpened(Inbound):
    """A person looks at the page that a platform gives each of them for an app."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged(Inbound):
    """A platform knows something new of a person who is there.

    `zone` is where they are now. `conversation` is the platform's id of their own direct conversation, where
    it has one that is to be kept: it comes back with each letter, so that none is opened again.
    """

    conversation: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeft(Inbound):
    """A platform closed a person's account."""


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
    | FileGiven
    | FileBrought
    | HomeOpened
    | PersonChanged
    | PersonLeft
)
"""What comes of one person. Each has an `Outcome`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """What comes of a whole workspace, and is answered to nobody. `event_id` is as on `Inbound`."""

    event_id: str
    surface: str
    workspace: str

    @property
    def lane(self) -> str:
        """Where scheduled cards of this workspace leave, as on `Account`."""
        return f"{self.surface}/{self.workspace}"

    @property
    def organisation(self) -> str:
        """Which organisation this workspace is, as on `Inbound`: one of Slack is both, under one name."""
        return self.lane


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceInstalled(Workspace):
    """Reststop was added to a workspace, perhaps again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceRemoved(Workspace):
    """Reststop was removed from a workspace: nobody there can be reached any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """What comes of one of many communities that share a bot: a server of Discord. It has no lane of its own.

    Told again it changes nothing, so that it needs no id. `organisation` is as on `Inbound`.
    """

    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityJoined(Community):
    """Reststop was added to a community, or was found there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityLeft(Community):
    """Reststop was removed from a community. Its people keep their notebooks."""


WorkspaceEvent = SurfaceInstalled | SurfaceRemoved
CommunityEvent = CommunityJoined | CommunityLeft
