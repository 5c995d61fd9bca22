"""Chance: ids and draws. Keys and nonces never come from here, so that this may be seeded."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID


class Chance(Protocol):
    """Contract: tests/contract/chance_contract.py."""

    def new_id(self) -> UUID:
        """Return a fresh random UUID (version 4): ids tell nothing of order or time."""
        ...

    def below(self, count: int) -> int:
        """Return a number from 0 to `count` - 1, each as likely."""
        ...
