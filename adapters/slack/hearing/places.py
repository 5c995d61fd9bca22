"""Where somebody acted in Slack, which decides where the answer goes (docs/architecture.md, "Slack")."""

from __future__ import annotations

from dataclasses import dataclass, field

from adapters.slack.text import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command. Its answer may travel in the acknowledgement itself, for that person alone."""

    trigger: str
    response_url: str = field(repr=False)
    is_direct: bool
    """Whether it was typed in the app's own conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A control on a message of ours: one that stays, or one that only its person sees."""

    trigger: str
    channel: str = field(repr=False)
    ts: str
    is_ephemeral: bool
    response_url: str = field(repr=False)
    thread: str = ""
    """The message below which it stands, if it does."""

    @property
    def is_shared(self) -> bool:
        """Whether it stands before others, too, and not for its person alone."""
        return not self.is_ephemeral and is_channel(self.channel)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A control in a modal that shows cards. `hash` is the version that was pressed, empty for any."""

    trigger: str
    view: str
    hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """A form that was sent. `below` is the modal that it was pushed on, empty where it stands alone."""

    below: str
    is_on_top_of_all: bool = False
    """Whether nothing more may be put on top of it: it is the third of three."""
    inputs: Json = field(repr=False)
    """The view, for its inputs; what was typed is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTab:
    """A control on the Home tab."""

    trigger: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A shortcut, from anywhere in Slack."""

    trigger: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Words in the app's own conversation: nothing can be opened from there. `command` is what they meant."""

    channel: str = field(repr=False)
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nowhere:
    """What Slack tells by itself: nobody waits for an answer."""


Place = Command | Posted | CardView | FormView | HomeTab | Shortcut | Talk | Nowhere


def is_channel(conversation: str) -> bool:
    """Whether several people are in a conversation: in all but those of the app with one of them (D…)."""
    return bool(conversation) and not conversation.startswith("D")


def trigger_of(place: Place) -> str:
    """Return what a modal may be opened with, once and within three seconds; empty where there is none."""
    match place:
        case Command() | Posted() | CardView() | HomeTab() | Shortcut():
            return place.trigger
        case FormView() | Talk() | Nowhere():
            return ""
