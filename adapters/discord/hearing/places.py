"""Where somebody acted in Discord, which decides where the answer goes (docs/architecture.md, "Discord")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from adapters.discord.text import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command. `is_direct`: it was typed in the direct conversation with Reststop."""

    is_direct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A control on a message of ours that stays. One that is a layout stays a layout.

    `is_shared`: it stands where others read it too, so that only an open card may take its place.
    """

    channel: str = field(repr=False)
    message: str
    is_layout: bool
    is_shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Whisper:
    """A control on an answer of ours that its person alone sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSent:
    """A form that was sent; it is closed by then. `below` is what it was opened from, None for a command."""

    id: str
    """The `custom_id` of the modal."""
    below: Posted | Whisper | None
    is_direct: bool = False
    """As of a command."""
    typed: Sequence[Json] = field(repr=False)
    """Its components as they came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Words in the direct conversation: nothing can be opened from there. `command` is what they meant."""

    command: str = ""


Place = Command | Posted | Whisper | FormSent | Talk
