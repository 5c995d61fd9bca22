"""A safe in memory: it draws, opens and refuses as a service elsewhere does, without a line to it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.vault.framing import framed
from adapters.vault.safe import DataKey
from bot.errors import KeyProblem, KeyWrong

_NONCE = 12


class BoxSafe:
    """Keeps one key of its own. While there is a `trouble`, that is what every question comes to."""

    def __init__(self) -> None:
        """Draw the key that stays here."""
        self._own = AESGCM(os.urandom(32))
        self._last: tuple[bytes, Mapping[str, str], bytes] | None = None
        self.trouble: KeyProblem | None = None
        self.asked = 0

    @property
    def name(self) -> str:
        """What this safe's key is called."""
        return "box"

    def new_key(self, bound_to: Mapping[str, str]) -> DataKey:
        """Draw a data key."""
        self._ask()
        plain, nonce = os.urandom(32), os.urandom(_NONCE)
        closed = nonce + self._own.encrypt(nonce, plain, _around(bound_to))
        self.remember(closed, bound_to, plain)
        return DataKey(plain=plain, closed=closed)

    def open(self, closed: bytes, bound_to: Mapping[str, str]) -> bytes:
        """Open a data key."""
        if self._last is not None and self._last[:2] == (closed, bound_to):
            return self._last[2]
        self._ask()
        try:
            plain = self._own.decrypt(closed[:_NONCE], closed[_NONCE:], _around(bound_to))
        except (InvalidTag, ValueError):
            raise KeyWrong from None
        self.remember(closed, bound_to, plain)
        return plain

    def forget(self) -> None:
        """Let go of the last answer."""
        self._last = None

    def remember(self, closed: bytes, bound_to: Mapping[str, str], plain: bytes) -> None:
        """Have had this answer last."""
        self._last = (closed, dict(bound_to), plain)

    def _ask(self) -> None:
        self.asked += 1
        if self.trouble is not None:
            raise self.trouble


def _around(bound_to: Mapping[str, str]) -> bytes:
    return framed(*(part for pair in sorted(bound_to.items()) for part in pair))
