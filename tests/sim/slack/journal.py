"""Everything that an app ever sent to the loopback Slack, as it came over the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tests.json_types import Json
from tests.sim.common.journal import Journal


@dataclass(kw_only=True)
class Entry:
    """One request, or one acknowledgement ("ack:slash_commands", "ack:interactive", "ack:events_api").

    `raw` is the body as it was sent (for GET, the query), `reply` what was answered, if it was JSON.
    """

    at: datetime
    method: str
    workspace: str
    args: Json
    raw: bytes
    status: int = 0
    reply: Json = field(default_factory=dict)

    @property
    def error(self) -> str | None:
        """The error word of a refusal."""
        return self.reply.get("error")


class RequestJournal(Journal[Entry]):
    """The requests in the order in which they came."""

    def calls(self, *methods: str, workspace: str | None = None) -> list[Entry]:
        """Return what came for these methods (all, if none is named) and for one workspace."""
        return [
            entry
            for entry in self.entries
            if (not methods or entry.method in methods) and workspace in {None, entry.workspace}
        ]
