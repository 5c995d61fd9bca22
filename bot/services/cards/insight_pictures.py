"""Looking back in pictures: where a copy stays, said before there is one, and the words that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from bot.domain.charts import BalanceChart, Chart, Level, MarkChart
from bot.domain.insights import Series, Span
from bot.ports.figures import Frame
from bot.services.cards.days import short_date
from bot.services.cards.insights import ON_THE_DAYS, TITLE, how_many, worded
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import at_start
from bot.services.cards.takeout import COPIES_STAY, copies
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import ALT_MAX, Button, Card, Picture, Reach, aside, say

_COPY = (
    "I can draw this and send it into our direct messages. The platform keeps a copy of the picture, and of "
    "a line that says the same in words; whoever runs it, or a workspace there, may be able to see both."
)
_GOES = (
    f"I remove it from there after {COPIES_STAY} minutes, or sooner if you say so; what was stored elsewhere "
    "meanwhile I can't reach."
)
_TERMINAL = (
    "Without a copy: at a terminal that opens this notebook, `look back` draws it on the screen. `link` is "
    "the way there."
)


def offer(mint: Mint, span: Span) -> Card:
    """Return where a copy of a picture stays, and the way without one, before there is any."""
    return Card(
        text_id="look.picture",
        title="As a picture",
        blocks=(
            say(_COPY),
            say(_GOES),
            say(_TERMINAL),
            row(
                _save(mint, span, Frame.LIGHT, "On a light ground"),
                _save(mint, span, Frame.DARK, "On a dark ground"),
                press(mint, "look.not_now", "Not now"),
            ),
        ),
        summary="As a picture",
        reach=Reach.PERSONAL,
    )


def drawn(mint: Mint, pictures: Sequence[tuple[Picture, Chart]], span: Span) -> Card:
    """Return pictures on a screen where nobody stands between, with a way to keep them.

    No letter fits into them there, so it is said what their rows are.
    """
    return Card(
        text_id="look.drawn",
        title=TITLE,
        blocks=(
            *(block for picture, chart in pictures for block in (picture, aside(_rows(chart)))),
            aside(ON_THE_DAYS),
            row(
                _save(mint, span, Frame.LIGHT, "Save it, light"),
                _save(mint, span, Frame.DARK, "Save it, dark"),
                help_button(mint),
            ),
        ),
        summary=TITLE,
        reach=Reach.SEALED,
    )


def made(mint: Mint, *, hosted: bool) -> Card:
    """Return what is said beside the files."""
    return Card(
        text_id="look.made",
        blocks=(
            say("What you marked, as it stands now."),
            aside("Whoever has a picture can read it."),
            *(copies(mint) if hosted else ()),
        ),
        summary="Your picture is made.",
        reach=Reach.PERSONAL,
    )


def not_now() -> Card:
    """Return the answer to "Not now"."""
    return plain("look.not_now", "Fine. `look back` is here any time, in words.")


def not_installed() -> Card:
    """Return what is said where nothing can be drawn any more."""
    return plain("look.no_pictures", "No pictures are installed here. `look back` says the same in words.")


def not_drawn() -> Card:
    """Return what is said where a picture could not be drawn this time."""
    return plain("look.not_drawn", "That could not be drawn just now. `look back` says the same in words.")


def nothing_to_draw() -> Card:
    """Return what is said where there is nothing in a span of time."""
    text = "There is nothing to draw in these weeks."
    return Card(text_id="look.nothing_drawn", blocks=(say(text),), summary=TITLE, reach=Reach.SEALED)


def marks_in_words(series: Series, chart: MarkChart, today: date) -> str:
    """Return what a picture of marks shows: its days, how many marks, and their medians, the latest first.

    Where that is too long for a picture's words, it is the lowest median, the highest and the last.
    """
    since, until = short_date(chart.since, today), short_date(chart.until, today)
    head = (
        f"{at_start(series.name)}, {since} to {until}, on the days you answered: "
        f"{how_many(len(chart.dots))}, a dot each."
    )
    levels = chart.levels[::-1]
    if not levels:
        return head
    every = "; ".join(
        f"{its.median:g} ({worded(its.median, series.words)}) of {its.n}, until {day}"
        for its, day in ((its, short_date(its.until, today)) for its in levels)
    )
    full = f"{head} Medians of four weeks: {every}."
    return full if len(full) <= ALT_MAX else f"{head} {_in_short(levels, today)}"


def balance_in_words(chart: BalanceChart, today: date) -> str:
    """Return what a picture of the inner domains shows."""
    rows = "; ".join(
        f"{one.name} {one.met} of {one.asked}" if one.asked else f"{one.name} (not asked)"
        for one in chart.rows
    )
    since, until = short_date(chart.since, today), short_date(chart.until, today)
    return f"Questions on the five inner topics that were answered, {since} to {until}: {rows}."


def _rows(chart: Chart) -> str:
    match chart:
        case MarkChart(words=words):
            return f"From the top: {', '.join(words[::-1])}."
        case BalanceChart():
            return "From the top, in that order. What is full was answered."
        case _:
            assert_never(chart)


def _in_short(levels: Sequence[Level], today: date) -> str:
    medians = [its.median for its in levels]
    last = levels[0]
    return (
        f"{len(levels)} medians of four weeks, from {min(medians):g} to {max(medians):g}; the last one "
        f"{last.median:g} of {last.n}, until {short_date(last.until, today)}."
    )


def _save(mint: Mint, span: Span, frame: Frame, label: str) -> Button:
    return Button(ref=mint("look.save", arg=f"{span}.{frame}"), name=f"look.{frame}", label=label)
