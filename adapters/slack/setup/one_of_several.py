"""Where several processes stand on one database, one at a time exchanges the token of a workspace."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from bot.ports.leases import Leases

LEASE_LABEL: Final = "slack token leases"
_RUNS: Final = timedelta(minutes=10)
"""Longer than an exchange ever takes, also where its token cannot be kept at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOfSeveral:
    """A process as one of several. `key` hides the workspace in the name of its lease."""

    leases: Leases
    holder: str
    key: bytes = field(repr=False)

    async def begin(self, workspace: str) -> bool:
        """Be the one who exchanges its token; False where another is. Raises `NotSaved`."""
        return await self.leases.take(self._name(workspace), self.holder, runs=_RUNS)

    async def finish(self, workspace: str) -> None:
        """Let others. Raises `NotSaved`."""
        await self.leases.give_up(self._name(workspace), self.holder)

    def _name(self, workspace: str) -> str:
        return "slack token " + hmac.digest(self.key, workspace.encode(), "sha256").hex()[:32]
