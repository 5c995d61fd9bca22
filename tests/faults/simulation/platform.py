"""A platform that delays, loses, doubles and reorders, of one of three kinds; what stands on it, it knows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from random import Random

from bot.domain.people import Account
from bot.ports.chat import Arrival, Change, Later, Letter, MaybeSent, Posting, Receipt, Sent
from bot.ports.time import Clock
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card
from tests.faults.simulation.virtual import begin
from tests.unit.channels import Channels

NONCE_KNOWN = timedelta(minutes=3)
ON_ITS_WAY = 0.5
"""Seconds until what left us has arrived, or never does: less than any process takes to begin again."""


class Kind(Enum):
    """What a platform knows of what it was sent before."""

    NONCE = "discord"
    """A message with a key that it knows is not posted again for some minutes; and it can be looked at."""
    HISTORY = "slack"
    """It can be looked at."""
    NOTHING = "chat"
    """Nobody can ask it: what is in doubt is parked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Luck:
    """How often of a hundred calls which answer comes; the rest go well."""

    waits: float = 1.5
    never_arrives: float = 1.0
    never_answered: float = 1.5
    not_now: float = 20
    """Of a hundred looks for a message, how often the platform cannot be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A letter on somebody's screen."""

    key: bytes
    to: Account
    card: Card
    at: datetime
    left_at: datetime
    """When it was handed to the platform."""


@dataclass
class RoughPlatform:
    """One platform of a town; it outlives every process. Keeps the contract of `bot.ports.chat.ChatPort`."""

    kind: Kind
    clock: Clock
    random: Random
    luck: Luck = field(default_factory=Luck)
    letters: list[Shown] = field(default_factory=list)
    channels: Channels = field(default_factory=Channels)
    offered: int = 0
    arrives: Callable[[Shown], None] = lambda _shown: None

    @property
    def capabilities(self) -> Capabilities:
        """Several letters at a time, to people who are always there."""
        return Capabilities(surface=self.kind.value, waits=False, hosted=True, at_once=3)

    async def send(self, letter: Letter) -> Receipt:
        """Show a letter, or not; and say so, or not."""
        left_at = self.clock.now()
        return await self._called(lambda: self._show(letter, left_at))

    async def post(self, posting: Posting) -> Receipt:
        """Post, or not; and say so, or not."""
        return await self._called(lambda: self._post(posting))

    async def change(self, change: Change) -> Receipt:
        """Change, or not; and say so, or not."""
        return await self._called(lambda: self.channels.change(change))

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Nothing is to be learned of anybody."""
        await asyncio.sleep(len(accounts) * 0.01)

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Look whether it stands there, where that is possible."""
        await asyncio.sleep(self.random.uniform(0.05, 1))
        if self.kind is Kind.NOTHING:
            return Arrival.UNKNOWABLE
        if self._is_bad(self.luck.not_now):
            return Arrival.NOT_NOW
        if isinstance(letter, Posting):
            handle = self.channels.keys.get(letter.key)
            return Sent(message=handle) if handle else Arrival.NOT_ARRIVED
        came = any(each.key == letter.key for each in self.letters)
        return Arrival.ARRIVED if came else Arrival.NOT_ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """No file is ever given here."""
        del to, file
        return Sent()

    async def _called(self, accept: Callable[[], Receipt]) -> Receipt:
        """Let a call arrive after a while, whatever becomes of the process meanwhile, or let it be lost."""
        self.offered += 1
        if self._is_bad(self.luck.waits):
            await asyncio.sleep(self.random.uniform(0.05, 1))
            return Later(wait=timedelta(seconds=self.random.randint(1, 90)))
        if self._is_bad(self.luck.never_arrives):
            await asyncio.sleep(self.random.uniform(1, 30))
            return MaybeSent()
        receipt = await asyncio.shield(begin(None, self._arrives(accept)))
        if self._is_bad(self.luck.never_answered):
            await asyncio.sleep(self.random.uniform(1, 30))
            return MaybeSent()
        await asyncio.sleep(self.random.uniform(0.01, 2))
        return receipt

    async def _arrives(self, accept: Callable[[], Receipt]) -> Receipt:
        await asyncio.sleep(self.random.uniform(0.01, ON_ITS_WAY))
        return accept()

    def _show(self, letter: Letter, left_at: datetime) -> Receipt:
        now = self.clock.now()
        if self.kind is Kind.NONCE and any(
            each.key == letter.key and now - each.at < NONCE_KNOWN for each in self.letters
        ):
            return Sent()
        shown = Shown(key=letter.key, to=letter.to, card=letter.card, at=now, left_at=left_at)
        self.letters.append(shown)
        self.arrives(shown)
        return Sent()

    def _post(self, posting: Posting) -> Receipt:
        if self.kind is Kind.NONCE and posting.key in self.channels.keys:
            return Sent(message=self.channels.keys[posting.key])
        return self.channels.post(posting)

    def _is_bad(self, of_hundred: float) -> bool:
        return self.random.random() * 100 < of_hundred
