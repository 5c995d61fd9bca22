"""Which engine a process has: one of its own, or its part in that of several on a server."""

from __future__ import annotations

from adapters.engine.embedded import EmbeddedEngine
from bot.app.databases import jobs_at
from bot.app.roles import ENGINE, Roles
from bot.app.settings import Settings
from bot.ports.engine import Engine
from bot.ports.time import Clock


def engine_of(settings: Settings, roles: Roles, clock: Clock) -> Engine:
    """Return the engine of a process, not started.

    Raises:
        BadSetting: the databases are only half named.
    """
    address = jobs_at(settings)
    if address is None:
        return EmbeddedEngine(clock)
    from adapters.engine.distributed import DistributedEngine  # noqa: PLC0415 - for servers alone

    surfaces = [kind.surface for kind in roles.sends]
    return DistributedEngine(clock, address, surfaces=surfaces, ticks=ENGINE in roles.runs)
