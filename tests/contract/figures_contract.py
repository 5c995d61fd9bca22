"""What all figures that draw keep to. Subclass `FiguresContract`; give fixtures `figures` and `drawn`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from bot.domain.charts import Chart
from bot.ports.figures import Figures, Frame
from bot.surface.card import Picture
from tests.contract.figures_samples import CHARTS, TOPICS, WEEKS

EVERY = tuple(CHARTS.values())
SOME: tuple[Chart, ...] = (WEEKS, TOPICS)

Drawn = Callable[[Sequence[Chart], Frame], tuple[bytes, ...]]


class FiguresContract:
    """The promises of `bot.ports.figures.Figures`, where something is drawn.

    `drawn` remembers what it drew, since a page may take its time; `figures` draws anew.
    """

    def test_figures_say_that_they_draw(self, figures: Figures) -> None:
        """A picture is offered only where there is one."""
        assert figures.draws

    @pytest.mark.parametrize("frame", [Frame.LIGHT, Frame.CELLS])
    def test_figures_draw_every_chart(self, drawn: Drawn, frame: Frame) -> None:
        """Each is a PNG that a card holds: with no mark at all, with years of them, and with long words."""
        assert [Picture(alt=name, png=png) for name, png in zip(CHARTS, drawn(EVERY, frame), strict=True)]

    @pytest.mark.parametrize("frame", list(Frame))
    def test_figures_draw_the_same_again(self, figures: Figures, drawn: Drawn, frame: Frame) -> None:
        """The same bytes for the same chart, wherever in a row it stands; others for another one."""
        weeks, topics = drawn(SOME, frame)
        assert figures.draw(SOME[::-1], frame) == (topics, weeks)
        assert weeks != topics

    def test_figures_draw_each_frame_for_itself(self, drawn: Drawn) -> None:
        """A light ground, a dark one, and none are three pictures."""
        assert len({drawn(SOME, frame) for frame in Frame}) == len(Frame)

    def test_figures_draw_nothing_of_nothing(self, figures: Figures) -> None:
        """No chart, no picture."""
        assert figures.draw((), Frame.CELLS) == ()
