"""What is asked of Discord for an answer: values, which `answers.py` makes calls of, in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from adapters.discord.answering.kept import Item, KeptForm
from adapters.discord.text import Payload
from bot.surface.outcome import Attach


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A first answer: a message that they alone see (type 4).

    `promises` says that it only tells of a message elsewhere: it is put right where that is not sent.
    """

    body: Payload = field(repr=False)
    promises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A first answer: the message that was pressed, or that a form was opened from, becomes this (type 7).

    `promises` is as on `Reply`.
    """

    body: Payload = field(repr=False)
    promises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenModal:
    """A first answer: a form opens (type 9)."""

    form: KeptForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """A first answer: it was heard (type 6). A command cannot be answered so."""


First = Reply | Update | OpenModal | Nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """A further message that they alone see."""

    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOriginal:
    """The message that was pressed goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message in their direct conversation, which stays."""

    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A message in their direct conversation with a button, which shows to them alone what is kept of it."""

    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A message of ours that stays says something else."""

    channel: str = field(repr=False)
    message: str
    body: Payload = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """A message of ours that stayed goes."""

    channel: str = field(repr=False)
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Give:
    """A file is handed over in their direct conversation."""

    attach: Attach


Call = Follow | RemoveOriginal | Post | Offer | Change | Remove | Give


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The first answer, and what follows it, in order. `first` is None where nobody waits for one.

    `posts` are messages that stay and files: they are sent however the answer went. `late` returns what is
    done instead of the first answer and its `calls` where the right to answer has ended: drawn only then,
    since what is shown in several messages may be too long for one that stays (`SurfaceError`).
    """

    first: First | None = None
    calls: tuple[Call, ...] = ()
    posts: tuple[Call, ...] = ()
    late: Callable[[], tuple[Call, ...]] = field(default=tuple, repr=False, compare=False)
