"""Opens the metrics of a process; without the library they say how it comes."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Protocol

from bot.ports.telemetry import NoTelemetry, Telemetry

LIBRARY = "prometheus_client"
INSTALL = 'Metrics need one more library: .venv/bin/pip install "prometheus-client>=0.25"'


class Metrics(Protocol):
    """Takes notes, and shows them on a page."""

    @property
    def telemetry(self) -> Telemetry:
        """Where notes are taken."""
        ...

    def page(self) -> str | None:
        """Return them in Prometheus's text format; None where nothing can be shown."""
        ...


class NoMetrics:
    """Of a process without the library."""

    telemetry = NoTelemetry()

    def page(self) -> str | None:
        """Return None."""
        return None


def open_metrics() -> Metrics:
    """Return metrics, all at zero."""
    if find_spec(LIBRARY) is None:
        return NoMetrics()
    from adapters.metrics.registry import Registry  # noqa: PLC0415 - an extra, which a terminal goes without

    return Registry()
