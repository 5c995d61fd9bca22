"""Chat: how a scheduled card leaves. Answers to what a person does do not pass here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.domain.people import Account
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A card on its way to one person's direct conversation.

    `key` is the delivery's keyed hash: the platform's idempotency key where it has one. `is_awaited`: its
    person waits for it at this moment, whatever else should not disturb them. `conversation` is where it
    goes by the platform's id, as the surface told it before (`PersonChanged`, `Sent`); "" where it never did.
    """

    key: bytes
    to: Account
    card: Card
    is_awaited: bool = False
    conversation: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """It was shown. `conversation` is where, if that is news and is to be kept (`Letter.conversation`)."""

    conversation: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOpen:
    """Nobody is there now; it stays planned, and the surface wakes the lane when somebody comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """The person cannot be reached this way. It is a state, not an error: nothing else is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The platform asks to wait: the whole lane does."""

    wait: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeSent:
    """The connection ended in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """This person is not to be disturbed, or not written to, before `until`. Nobody else waits for it."""

    until: datetime


Receipt = Sent | NotOpen | Unreachable | Later | MaybeSent | HeldBack


class Arrival(StrEnum):
    """What a platform knows of a letter whose end is unknown."""

    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"
    NOT_NOW = "not_now"
    """It cannot be asked at this moment."""
    UNKNOWABLE = "unknowable"
    """It can never be asked: somebody has to look."""


class ChatPort(Protocol):
    """One surface's way out. Contract: tests/contract/surface_contract.py."""

    @property
    def capabilities(self) -> Capabilities:
        """What this surface can do."""
        ...

    async def send(self, letter: Letter) -> Receipt:
        """Show the letter's card to its person. Never raises for what a platform answers."""
        ...

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn who is about to be written to, so that what is asked of the platform is asked at once.

        Never raises: what could not be learned is asked, or done without, when the letter leaves.
        """
        ...

    async def was_sent(self, letter: Letter) -> Arrival:
        """Say whether a letter with this key arrived: asked after a crash, before it is sent again."""
        ...

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Remove a file that was handed over (`FileGiven`); one that is gone already was removed.

        It may be asked again, as often as it takes. Never raises for what a platform answers.
        """
        ...
