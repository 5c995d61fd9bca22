"""Pictures of what somebody looks back on. Optional: where a house draws none, the words stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from bot.domain.charts import Chart


class Frame(StrEnum):
    """For where a picture is drawn."""

    LIGHT = "light"
    """A page with a light ground, with all words on it."""
    DARK = "dark"
    CELLS = "cells"
    """A terminal, whose cells are its pixels: no letter fits, so the words stand beside it. No ground."""


class Figures(Protocol):
    """Draws charts. What a picture shows, its card says in words too."""

    @property
    def draws(self) -> bool:
        """Whether anything can be drawn here; if not, no picture is offered."""
        ...

    def draw(self, charts: Sequence[Chart], frame: Frame) -> tuple[bytes, ...]:
        """Return a PNG of each, the same bytes for the same chart. Slow: it is called off the event loop.

        Raises:
            LookupError: nothing can be drawn here, which who asks has not looked for.
            NotDrawn: it could not be drawn this time. The words stand alone then.
        """
        ...


class NoFigures:
    """The figures of a house that draws none."""

    draws = False

    def draw(self, _charts: Sequence[Chart], _frame: Frame) -> tuple[bytes, ...]:
        """Raise: no picture was offered."""
        raise LookupError("nothing is drawn here")
