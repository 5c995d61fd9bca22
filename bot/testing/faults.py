"""Crash points that kill: what is armed ends the house at its next pass, as kill -9 would."""

from __future__ import annotations

from bot.ports.faults import Point


class Killed(BaseException):
    """The house ended here."""

    def __init__(self, point: Point) -> None:
        """Name the `point` that was passed."""
        super().__init__(point)
        self.point = point


class ArmedCrash:
    """Raises `Killed` at the next pass of an armed point, once; every other pass does nothing."""

    def __init__(self) -> None:
        """Begin with nothing armed."""
        self._armed: set[Point] = set()

    def arm(self, point: Point) -> None:
        """Let the next pass of `point` be the last."""
        self._armed.add(point)

    def passing(self, point: Point) -> None:
        """Return, or raise `Killed` where this point is armed."""
        if point in self._armed:
            self._armed.discard(point)
            raise Killed(point)
