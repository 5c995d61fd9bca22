"""What is asked of Slack for an answer: values, which `answers.py` makes calls of, in their order."""

from __future__ import annotations

from dataclasses import dataclass, field

from adapters.slack.text import Payload
from bot.surface.outcome import Attach


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message in their direct conversation."""

    message: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whisper:
    """A message that they alone see and that does not stay.

    `channel` is where they are, empty for their direct conversation; `thread` is the one in which they are.
    """

    channel: str = field(repr=False)
    message: Payload = field(repr=False)
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respond:
    """An answer to the address that came with what they did."""

    url: str
    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    """A modal opens. `late` is said where the trigger has run out by then."""

    trigger: str
    view: Payload = field(repr=False)
    late: Post | Whisper | Respond


@dataclass(frozen=True, slots=True, kw_only=True)
class PushView:
    """A form opens on top of the modal in which they pressed; instead of it, where that cannot be."""

    trigger: str
    view: Payload = field(repr=False)
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateView:
    """A modal shows something else. With a `hash`, only if it still is what was pressed."""

    view_id: str
    view: Payload = field(repr=False)
    hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateMessage:
    """A message of ours says something else."""

    channel: str = field(repr=False)
    ts: str
    message: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteMessage:
    """A message of ours goes."""

    channel: str = field(repr=False)
    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """Their Home tab is drawn."""

    view: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Give:
    """A file is handed over in their direct conversation."""

    attach: Attach


Call = (
    Post
    | Whisper
    | Respond
    | OpenView
    | PushView
    | UpdateView
    | UpdateMessage
    | DeleteMessage
    | Publish
    | Give
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The body of the acknowledgement (empty for none), and what follows it, in order."""

    ack: Payload = field(default_factory=dict, repr=False)
    calls: tuple[Call, ...]
