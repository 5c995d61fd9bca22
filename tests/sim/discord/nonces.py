"""Nonces: a message that is sent again within a few minutes is not posted again.

https://docs.discord.com/developers/resources/message#create-message: `enforce_nonce`. How long "the past few
minutes" are is nowhere written: five is a guess.
"""

from __future__ import annotations

from tests.sim.common.clock import Timers
from tests.sim.discord.world import Message

NONCE_SECONDS = 300.0


class Nonces:
    """The messages that were posted with a nonce that counts, by author and nonce."""

    def __init__(self, timers: Timers) -> None:
        """Begin with none."""
        self._timers = timers
        self._first: dict[tuple[str, str], tuple[float, Message]] = {}
        self.seconds = NONCE_SECONDS

    def first(self, author: str, nonce: str) -> Message | None:
        """Return the message that this author posted with this nonce lately, deleted or not."""
        at, message = self._first.get((author, nonce), (0.0, None))
        return message if self._timers.now() - at < self.seconds else None

    def keep(self, message: Message) -> None:
        """Remember a message."""
        if message.nonce is not None:
            self._first[message.author, message.nonce] = (self._timers.now(), message)
