"""Sealed values that hold several things: JSON inside, one cell each, opened only for who works with them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bot.ports.vault import Cell, Sealed, Vault

Body = dict[str, Any]  # Any: JSON, of which each reader knows its own names
"""What is sealed, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a sealed row stands: its id, the day of its first writing, and how often it was written."""

    id: UUID
    day: date
    version: int


def seal(vault: Vault, cell: Cell, body: Body, *, least: int = 0) -> Sealed:
    """Return `body` sealed for `cell`, with blanks after it up to `least` characters."""
    return vault.seal(cell, json.dumps(body).ljust(least))


def unseal(vault: Vault, cell: Cell, sealed: bytes) -> Body:
    """Return what was sealed for `cell`.

    Raises:
        KeyGone, Tampered: as the vault says.
    """
    body: Body = json.loads(vault.open(cell, sealed))
    return body
