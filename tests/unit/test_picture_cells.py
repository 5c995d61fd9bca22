"""Pictures of a terminal: sharp at every width, on black as on white, and true to the marks."""

from __future__ import annotations

import colorsys
import struct
import zlib
from datetime import timedelta

import pytest

from adapters.console.limits import PICTURE_ROWS
from adapters.console.pictures import picture
from adapters.figures import cells
from adapters.figures.palettes import DARK, LIGHT, MARK_CELLS, MEDIAN_CELLS, RULE_CELLS, Palette
from bot.domain.charts import Chart, Dot, MarkChart
from bot.domain.marks import ENERGY
from tests.contract.figures_samples import CHARTS, UNTIL, WEEKS, balance, marks

COLOURS = {MARK_CELLS, MEDIAN_CELLS, RULE_CELLS}


def pixels(chart: Chart) -> list[list[str]]:
    """Return the colour of each pixel, empty where the ground is seen."""
    png = cells.draw(chart)
    across, down = struct.unpack(">II", png[16:24])
    body = png.index(b"IDAT")
    (size,) = struct.unpack(">I", png[body - 4 : body])
    raw = zlib.decompress(png[body + 4 : body + 4 + size])
    rows = [raw[y * (4 * across + 1) + 1 : (y + 1) * (4 * across + 1)] for y in range(down)]
    return [
        [f"#{row[x : x + 3].hex()}" if row[x + 3] else "" for x in range(0, 4 * across, 4)] for row in rows
    ]


def luminance(colour: str) -> float:
    """Return how light a colour is, as WCAG 2 counts it."""
    parts = (part / 255 for part in bytes.fromhex(colour[1:]))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG 2 counts it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
@pytest.mark.parametrize("width", [60, 80, 88])
def test_a_terminal_picture_is_neither_blurred_nor_cut(chart: Chart, width: int) -> None:
    """From 60 columns on every cell has a colour of ours, and it stays on one screen."""
    pytest.importorskip("PIL")
    lines = picture(cells.draw(chart), width)
    looks = {part[3:] for line in lines for look, _ in line for part in look.split()}
    assert looks <= COLOURS
    assert 1 <= len(lines) <= PICTURE_ROWS
    assert max(sum(len(signs) for _, signs in line) for line in lines) <= width


def test_each_mark_stands_at_its_day_and_its_step() -> None:
    """A pixel a day, from the lightest step above to the heaviest below; nothing where nobody answered."""
    days = (0, 1, 30, 55)
    dots = tuple(
        Dot(day=UNTIL - timedelta(days=55 - day), step=step)
        for day, step in zip(days, (5, 1, 3, 2), strict=True)
    )
    chart = MarkChart(
        ask=ENERGY.ask, words=ENERGY.words, dots=dots, levels=(), since=WEEKS.since, until=UNTIL
    )
    seen = pixels(chart)
    found = {
        (x - 2, 5 - y // 6)
        for y, row in enumerate(seen)
        for x, colour in enumerate(row)
        if colour == MARK_CELLS
    }
    assert found == set(zip(days, (5, 1, 3, 2), strict=True))


@pytest.mark.parametrize("chart", [each for each in CHARTS.values() if isinstance(each, MarkChart)])
def test_every_median_is_seen(chart: MarkChart) -> None:
    """Each is a line of its own height, however short its four weeks are."""
    heights = {y for y, row in enumerate(pixels(chart)) if MEDIAN_CELLS in row}
    assert heights == {int((5 - level.median) * 6) + 3 for level in chart.levels}


def test_many_marks_of_one_step_stand_taller() -> None:
    """Where days share a column, more of them are more to see."""
    once = marks(ENERGY, 1092, every=30, steps=(3,), medians=False)
    often = MarkChart(
        ask=once.ask,
        words=once.words,
        dots=(*once.dots, *once.dots[5:6] * 9),
        levels=(),
        since=once.since,
        until=once.until,
    )
    tall = [sum(row.count(MARK_CELLS) for row in pixels(chart)) for chart in (once, often)]
    assert tall[0] == 3 * len(once.dots)
    assert tall[1] == tall[0] + 2


def test_topics_are_squares_full_where_they_were_met() -> None:
    """A square for each question; one that was passed has a hole."""
    seen = pixels(balance(("Self", 3, 1), ("Thoughts", 1, 1)))
    rows = ["".join("#" if colour else " " for colour in row).rstrip() for row in seen]
    assert rows[2:5] == ["### ### ###", "### # # # #", "### ### ###"]
    assert rows[8:11] == ["###"] * 3


@pytest.mark.parametrize("ground", ["#000000", "#ffffff"])
def test_colours_of_a_terminal_are_seen_on_any_ground(ground: str) -> None:
    """Nobody knows whether it is black or white."""
    assert min(contrast(colour, ground) for colour in COLOURS) >= 3


@pytest.mark.parametrize("page", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_shapes_of_a_page_are_seen(page: Palette) -> None:
    """Words have a contrast of 4.5 with the ground, dots one of 3, also where they are thinned."""
    assert min(contrast(words, page.ground) for words in (page.ink, page.quiet, page.median)) >= 4.5
    thinned = bytes(
        round(0.8 * over + 0.2 * under)
        for over, under in zip(bytes.fromhex(page.mark[1:]), bytes.fromhex(page.ground[1:]), strict=True)
    )
    assert contrast(f"#{thinned.hex()}", page.ground) >= 3


@pytest.mark.parametrize(
    "colour", [LIGHT.mark, LIGHT.median, DARK.mark, DARK.median, MARK_CELLS, MEDIAN_CELLS]
)
def test_no_colour_is_red_or_green(colour: str) -> None:
    """Nothing is marked as good or bad: there is a blue and an ochre, which nearly all eyes tell apart."""
    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    hue = 360 * colorsys.rgb_to_hsv(red, green, blue)[0]
    assert 30 <= hue <= 50 or 195 <= hue <= 225
