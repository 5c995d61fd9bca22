"""The pages of who watches a process: put together of its house, its platforms and its metrics."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from adapters.metrics.metrics import INSTALL, Metrics
from adapters.web.server import Watched
from bot.app.house import House
from bot.app.platform import Platform
from bot.ports.telemetry import surface_of

STOPPING = "stopping"


def watched(
    house: House, platforms: Sequence[Platform], metrics: Metrics, *, is_leaving: Callable[[], bool]
) -> Watched:
    """Return what the pages say; each is asked anew for each look."""

    async def health() -> Mapping[str, object]:
        return {each.chat.capabilities.surface: dict(await each.health()) for each in platforms}

    async def lacks() -> Collection[str]:
        stands = {surface: _stands(how) for surface, how in (await health()).items()}
        down = [surface for surface, is_up in stands.items() if is_up is False]
        return (*await house.watch.lacks(), *down, *([STOPPING] if is_leaving() else []))

    async def page() -> str | None:
        await house.watch.note_waiting()
        for surface, how in (await health()).items():
            is_up = _stands(how)
            if is_up is not None:
                metrics.telemetry.line_is(surface_of(surface), up=is_up)
        return metrics.page()

    return Watched(health=health, lacks=lacks, metrics=page, no_metrics=INSTALL)


def _stands(health: object) -> bool | None:
    """Whether a platform's line stands; None where it has none, since it is the platform that calls."""
    is_up = health.get("connected") if isinstance(health, Mapping) else None
    return is_up if isinstance(is_up, bool) else None
