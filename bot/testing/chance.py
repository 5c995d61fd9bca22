"""Chance from a seed: the same draws in the same order, on every machine and version of Python."""

from __future__ import annotations

import hashlib
from itertools import count
from uuid import UUID


class SeededChance:
    """Draws from SHA-256 over the seed and a counter; it passes the contract suite of the port."""

    def __init__(self, seed: str) -> None:
        """Begin at the first draw of `seed`."""
        self._key = hashlib.sha256(b"reststop/chance/1" + seed.encode(errors="surrogatepass")).digest()
        self._draws = count(1)

    def new_id(self) -> UUID:
        """Return the next id, shaped as a random UUID (version 4)."""
        return UUID(bytes=self._block()[:16], version=4)

    def below(self, count: int) -> int:
        """Return the next number from 0 to `count` - 1, each as likely.

        Raises:
            ValueError: `count` is below 1, or past what one draw can hold (2**256).
        """
        size = 1 << 256
        if not 1 <= count <= size:
            raise ValueError("a draw is from 1 to 2**256 numbers")
        fair = size - size % count  # what lies past the last whole round would favour small numbers
        while (drawn := int.from_bytes(self._block())) >= fair:
            pass
        return drawn % count

    def _block(self) -> bytes:
        return hashlib.sha256(self._key + next(self._draws).to_bytes(8)).digest()
