"""The process that draws pages: charts come in on standard input, pictures go out on standard output."""

from __future__ import annotations

import sys
from typing import assert_never

from adapters.figures import balance, marks
from adapters.figures.palettes import DARK, LIGHT, Palette
from adapters.figures.passing import joined, unpacked
from bot.domain.charts import BalanceChart, Chart, MarkChart
from bot.ports.figures import Frame

PALETTES = {Frame.LIGHT: LIGHT, Frame.DARK: DARK}


def page(chart: Chart, palette: Palette) -> bytes:
    """Return the page of a chart as a PNG."""
    match chart:
        case MarkChart():
            return marks.draw(chart, palette)
        case BalanceChart():
            return balance.draw(chart, palette)
        case _:
            assert_never(chart)


def main() -> None:
    """Draw what comes in, each chart on a page."""
    charts, frame = unpacked(sys.stdin.buffer.read())
    sys.stdout.buffer.write(joined(page(chart, PALETTES[frame]) for chart in charts))


if __name__ == "__main__":
    main()
