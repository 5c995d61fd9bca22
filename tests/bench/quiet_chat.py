"""A platform that takes everything at once and keeps nothing of it: what is measured is the product alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.domain.people import Account
from bot.ports.chat import Arrival, Letter, NoChannels, Posting, Receipt, Sent
from bot.surface.capabilities import Capabilities

SURFACE = "discord"
"""Lanes have the name of a surface that there is; nothing of that platform is in it."""


class QuietChat(NoChannels):
    """A way out that counts letters, and notes when each came."""

    def __init__(self, *, at_once: int = 1) -> None:
        """Take so many letters of one lane at a time."""
        self.capabilities = Capabilities(surface=SURFACE, waits=False, hosted=True, at_once=at_once)
        self.came_at: list[datetime] = []
        self.keys: set[bytes] = set()
        self.taken_back: list[tuple[Account, str]] = []
        self._wanted = 0
        self._came = asyncio.Event()

    async def send(self, letter: Letter) -> Receipt:
        """Take a letter."""
        self.came_at.append(datetime.now(UTC))
        self.keys.add(letter.key)
        if len(self.came_at) >= self._wanted:
            self._came.set()
        return Sent()

    async def until(self, letters: int, *, patience: float) -> None:
        """Wait until so many letters came.

        Raises:
            TimeoutError: they did not.
        """
        self._wanted = letters
        self._came.clear()
        if len(self.came_at) < letters:
            async with asyncio.timeout(patience):
                await self._came.wait()

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn nothing."""

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Know only what came."""
        return Arrival.ARRIVED if letter.key in self.keys else Arrival.NOT_ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Note what was taken back."""
        self.taken_back.append((to, file))
        return Sent()
