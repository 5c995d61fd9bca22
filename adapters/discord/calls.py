"""What is asked of Discord for an answer: values, which `answers.py` makes calls of, in their order."""

from __future__ import annotations

from dataclasses import dataclass, field

from adapters.discord.text import Payload
from bot.surface.outcome import Attach


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A first answer: a message that they alone see (type 4)."""

    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A first answer: the message that was pressed, or that a form was opened from, becomes this (type 7)."""

    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenModal:
    """A first answer: a form opens (type 9)."""

    modal: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """A first answer: it was heard (type 6). A command cannot be answered so."""


First = Reply | Update | OpenModal | Nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """A further message that they alone see."""

    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message in their direct conversation, which stays."""

    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A message of ours says something else."""

    channel: str
    message: str
    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOriginal:
    """The message that was pressed goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Give:
    """A file is handed over in their direct conversation."""

    attach: Attach


Call = Follow | Post | Change | RemoveOriginal | Give


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The first answer, None where nothing is to be answered, and what follows it, in order."""

    first: First | None = None
    calls: tuple[Call, ...] = ()
