"""Telemetry that can be read: a test looks here for what an operator would see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from bot.ports.telemetry import Became, Surface, Work


class ReadTelemetry:
    """Keeps every note in memory, by what it is about."""

    def __init__(self) -> None:
        """Begin with none."""
        self.counts: Counter[Hashable] = Counter()
        """How often something became what, was not saved, failed."""
        self.seconds: dict[Hashable, list[float]] = {}
        """What took how long."""
        self.stands: dict[Hashable, float] = {}
        """How something stands now."""

    def became(self, surface: Surface, what: Became) -> None:
        """Count it."""
        self.counts[surface, what] += 1

    def sent_after(self, surface: Surface, seconds: float) -> None:
        """Keep it."""
        self._keep((surface, "sent after"), seconds)

    def asked_to_wait(self, surface: Surface, seconds: float) -> None:
        """Keep it."""
        self._keep((surface, "asked to wait"), seconds)

    def waits_since(self, surface: Surface, seconds: float) -> None:
        """Keep it in place of the one before."""
        self.stands[surface, "waits"] = seconds

    def took(self, work: Work, seconds: float) -> None:
        """Keep it."""
        self._keep(work, seconds)

    def failed(self, work: Work) -> None:
        """Count it."""
        self.counts[work] += 1

    def not_saved(self) -> None:
        """Count it."""
        self.counts["not saved"] += 1

    def loop_lagged(self, seconds: float) -> None:
        """Keep it."""
        self._keep("loop", seconds)

    def line_is(self, surface: Surface, *, up: bool) -> None:
        """Keep it in place of the one before."""
        self.stands[surface, "line"] = float(up)

    def key_is(self, days: int) -> None:
        """Keep it in place of the one before."""
        self.stands["key"] = days

    def _keep(self, what: Hashable, seconds: float) -> None:
        self.seconds.setdefault(what, []).append(seconds)
