"""The registry: every metric there is, each with labels that come from an enum, and in no other way."""

from __future__ import annotations

from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

from bot.ports.telemetry import Became, Surface, Telemetry, Work

_LATE: Final = (0.01, 0.05, 0.25, 1, 5, 15, 60, 120, 300, 900, 3600, 10800)
"""Seconds: from at once up to the three hours after which a check-in is let go."""
_QUICK: Final = (0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3)
"""Seconds, with 0.02 among them, which the event loop keeps, and three, which Slack waits for."""
_WORKS: Final = (0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300)

# When each was first noted would double the page, and say at which minute something happened.
disable_created_metrics()  # type: ignore[no-untyped-call]  # the library has no types there

PLATFORMS: Final = (Surface.SLACK, Surface.DISCORD)


class Registry:
    """Keeps the notes of one process in memory. They begin at zero with it."""

    def __init__(self) -> None:
        """Begin with every count of a platform at zero, so that a first one is seen as a change."""
        self._registry = CollectorRegistry(auto_describe=True)
        self._deliveries = Counter(
            "reststop_deliveries",
            "What deliveries became. again: tried more than once; held_back: somebody or a platform rests.",
            ("surface", "became"),
            registry=self._registry,
        )
        self._sent_after = Histogram(
            "reststop_sent_after_seconds",
            "From when something was due, or no longer held back, until it was marked as sent.",
            ("surface",),
            buckets=_LATE,
            registry=self._registry,
        )
        self._asked = Counter(
            "reststop_asked_to_wait",
            "How often a platform asked a lane to wait (429).",
            ("surface",),
            registry=self._registry,
        )
        self._asked_seconds = Counter(
            "reststop_asked_to_wait_seconds",
            "For how long platforms asked lanes to wait, added up.",
            ("surface",),
            registry=self._registry,
        )
        self._waits = Gauge(
            "reststop_lane_lag_seconds",
            "For how long the oldest delivery waits that nothing holds back.",
            ("surface",),
            registry=self._registry,
        )
        self._work = Histogram(
            "reststop_work_seconds",
            "How long ticks of the agenda and drains of lanes took.",
            ("work",),
            buckets=_WORKS,
            registry=self._registry,
        )
        self._failures = Counter(
            "reststop_work_failures",
            "Ticks and drains that failed; each is tried again.",
            ("work",),
            registry=self._registry,
        )
        self._not_saved = Counter(
            "reststop_not_saved",
            "Units of work that the database did not take; who waited was told so.",
            registry=self._registry,
        )
        self._loop = Histogram(
            "reststop_loop_lag_seconds",
            "By how much the event loop came late, looked at twenty times a second.",
            buckets=_QUICK,
            registry=self._registry,
        )
        self._line = Gauge(
            "reststop_line_up",
            "Whether the way into a platform stands: 1, or 0.",
            ("surface",),
            registry=self._registry,
        )
        self._key = Gauge(
            "reststop_key_age_days", "Age of the newest key-encryption key.", registry=self._registry
        )
        for surface in PLATFORMS:
            for what in Became:
                self._deliveries.labels(surface.value, what.value)
            for metric in (self._asked, self._asked_seconds, self._sent_after, self._waits):
                metric.labels(surface.value)
        for work in Work:
            self._work.labels(work.value)
            self._failures.labels(work.value)

    @property
    def telemetry(self) -> Telemetry:
        """Itself."""
        return self

    def page(self) -> str | None:
        """Return all of it in Prometheus's text format."""
        return generate_latest(self._registry).decode()

    def became(self, surface: Surface, what: Became) -> None:
        """Count it."""
        self._deliveries.labels(surface.value, what.value).inc()

    def sent_after(self, surface: Surface, seconds: float) -> None:
        """Observe it."""
        self._sent_after.labels(surface.value).observe(_at_least_none(seconds))

    def asked_to_wait(self, surface: Surface, seconds: float) -> None:
        """Count it, and add it up."""
        self._asked.labels(surface.value).inc()
        self._asked_seconds.labels(surface.value).inc(_at_least_none(seconds))

    def waits_since(self, surface: Surface, seconds: float) -> None:
        """Set it."""
        self._waits.labels(surface.value).set(_at_least_none(seconds))

    def took(self, work: Work, seconds: float) -> None:
        """Observe it."""
        self._work.labels(work.value).observe(_at_least_none(seconds))

    def failed(self, work: Work) -> None:
        """Count it."""
        self._failures.labels(work.value).inc()

    def not_saved(self) -> None:
        """Count it."""
        self._not_saved.inc()

    def loop_lagged(self, seconds: float) -> None:
        """Observe it."""
        self._loop.observe(_at_least_none(seconds))

    def line_is(self, surface: Surface, *, up: bool) -> None:
        """Set it."""
        self._line.labels(surface.value).set(up)

    def key_is(self, days: int) -> None:
        """Set it."""
        self._key.set(days)


def _at_least_none(seconds: float) -> float:
    """Return seconds as no less than none: a clock may have been put back."""
    return max(0.0, seconds)
