"""Opens the figures of a house: those of matplotlib where it is installed, else none."""

from __future__ import annotations

from importlib.util import find_spec

from bot.domain.charts import Chart
from bot.ports.figures import Figures, Frame, NoFigures


def open_figures() -> Figures:
    """Return what draws here. matplotlib is an extra and slow to load: it is imported when it draws."""
    return MatplotlibFigures() if find_spec("matplotlib") else NoFigures()


class MatplotlibFigures:
    """Keeps the contract of `bot.ports.figures.Figures`."""

    draws = True

    def draw(self, chart: Chart, frame: Frame) -> bytes:
        """Return a PNG."""
        from matplotlib.figure import Figure  # noqa: PLC0415 - see `open_figures`

        raise NotImplementedError(Figure, chart, frame)
