"""Telemetry: how things go here, in counts and seconds. Nothing of anybody is in it, nor a place's name."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Surface(StrEnum):
    """Where something goes. What is none of ours is `other`: what a lane is called goes no further."""

    SLACK = "slack"
    DISCORD = "discord"
    CONSOLE = "console"
    SIM = "sim"
    OTHER = "other"


class Became(StrEnum):
    """What became of a delivery that was looked at."""

    SENT = "sent"
    AGAIN = "again"
    """It is tried once more than the first time."""
    HELD_BACK = "held_back"
    """It waits: somebody rests, or the platform asked for it."""
    AMBIGUOUS = "ambiguous"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    PARKED = "parked"


class Work(StrEnum):
    """What the engine does again and again."""

    TICK = "tick"
    DRAIN = "drain"


_SURFACES = {each.value: each for each in Surface}


def surface_of(lane: str) -> Surface:
    """Return the surface of a lane, or of a surface's own name."""
    return _SURFACES.get(lane.partition("/")[0], Surface.OTHER)


class Telemetry(Protocol):
    """Takes notes. Nobody waits for one, and none raises. Kept by tests/contract/test_telemetry.py.

    A note says enums of this module and numbers: there is nothing here that could hold a word. Any thread
    may call.
    """

    def became(self, surface: Surface, what: Became) -> None:
        """Count what a delivery became, once it is written."""
        ...

    def sent_after(self, surface: Surface, seconds: float) -> None:
        """Note how long something had been free to leave when it was marked as sent."""
        ...

    def asked_to_wait(self, surface: Surface, seconds: float) -> None:
        """Note that a platform asked a lane to wait (429), and for how long."""
        ...

    def waits_since(self, surface: Surface, seconds: float) -> None:
        """Note for how long the oldest that is free to leave has waited; 0 where nothing waits."""
        ...

    def took(self, work: Work, seconds: float) -> None:
        """Note a tick or a drain that came to its end."""
        ...

    def failed(self, work: Work) -> None:
        """Count a tick or a drain that did not."""
        ...

    def not_saved(self) -> None:
        """Count a unit of work that the database did not take."""
        ...

    def loop_lagged(self, seconds: float) -> None:
        """Note by how much the event loop came late to something that was due."""
        ...

    def line_is(self, surface: Surface, *, up: bool) -> None:
        """Note whether the way into a platform stands."""
        ...

    def key_is(self, days: int) -> None:
        """Note the age of the newest key-encryption key."""
        ...


class NoTelemetry:
    """Takes no notes: of a house that nobody watches."""

    def became(self, surface: Surface, what: Became) -> None:
        """Do nothing."""

    def sent_after(self, surface: Surface, seconds: float) -> None:
        """Do nothing."""

    def asked_to_wait(self, surface: Surface, seconds: float) -> None:
        """Do nothing."""

    def waits_since(self, surface: Surface, seconds: float) -> None:
        """Do nothing."""

    def took(self, work: Work, seconds: float) -> None:
        """Do nothing."""

    def failed(self, work: Work) -> None:
        """Do nothing."""

    def not_saved(self) -> None:
        """Do nothing."""

    def loop_lagged(self, seconds: float) -> None:
        """Do nothing."""

    def line_is(self, surface: Surface, *, up: bool) -> None:
        """Do nothing."""

    def key_is(self, days: int) -> None:
        """Do nothing."""
