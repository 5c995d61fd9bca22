"""Everything that an app ever asked of the loopback Discord."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.json_types import Json
from tests.sim.common.journal import Journal


@dataclass(kw_only=True)
class Entry:
    """One request.

    `route` is its method and template ("POST /channels/{channel}/messages"), `path` the address as it came,
    `args` the body as it was decoded, `raw` as it was sent. `reply` is what was answered.
    """

    at: datetime
    route: str
    path: str
    params: dict[str, str]
    query: dict[str, str]
    args: Json
    raw: bytes
    files: dict[str, bytes] = field(default_factory=dict)
    status: int = 0
    reply: Any = None  # Any: JSON, or a page of HTML

    @property
    def code(self) -> int | None:
        """The code of a refusal."""
        return self.reply.get("code") if isinstance(self.reply, dict) and self.status >= 400 else None


class RequestJournal(Journal[Entry]):
    """The requests in the order in which they came."""

    def calls(self, *routes: str) -> list[Entry]:
        """Return what came for these routes, named as `Faults` names them; all, if none is named."""
        return [
            entry
            for entry in self.entries
            if not routes or any(fnmatch.fnmatchcase(entry.route, route) for route in routes)
        ]
