"""The page of a chart, with a light ground or a dark one."""

from __future__ import annotations

from typing import assert_never

from adapters.figures import balance, marks
from adapters.figures.palettes import DARK, LIGHT
from bot.domain.charts import BalanceChart, Chart, MarkChart
from bot.ports.figures import Frame


def page(chart: Chart, frame: Frame) -> bytes:
    """Return the page of a chart as a PNG. For cells there is none: see `adapters.figures.cells`."""
    palette = DARK if frame is Frame.DARK else LIGHT
    match chart:
        case MarkChart():
            return marks.draw(chart, palette)
        case BalanceChart():
            return balance.draw(chart, palette)
        case _:
            assert_never(chart)
