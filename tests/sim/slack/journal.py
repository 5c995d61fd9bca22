"""Everything that an app ever sent to the loopback Slack, as it came over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from tests.sim.slack.answers import Json


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


class Journal:
    """The requests in the order in which they came."""

    def __init__(self) -> None:
        """Begin empty."""
        self.entries: list[Entry] = []

    def __iter__(self) -> Iterator[Entry]:
        """Every entry, oldest first."""
        return iter(self.entries)

    def __len__(self) -> int:
        """How many came."""
        return len(self.entries)

    def calls(self, *methods: str, workspace: str | None = None) -> list[Entry]:
        """Return what came for these methods (all, if none is named) and for one workspace."""
        return [
            entry
            for entry in self.entries
            if (not methods or entry.method in methods) and workspace in {None, entry.workspace}
        ]

    def holding(self, words: str) -> list[Entry]:
        """Return what carried `words`: in the body as it was sent, or in an argument once it is decoded."""
        return [
            entry
            for entry in self.entries
            if words.encode() in entry.raw or any(words in text for text in _texts(entry.args))
        ]

    def clear(self) -> None:
        """Forget all that came."""
        self.entries.clear()


def _texts(of: object) -> Iterator[str]:
    """Every text in decoded arguments, names included."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, dict):
        for name, value in of.items():
            yield name
            yield from _texts(value)
    elif isinstance(of, list):
        for value in of:
            yield from _texts(value)
