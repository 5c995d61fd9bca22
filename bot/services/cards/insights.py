"""Looking back: what somebody marked, in medians and counts, for their eyes alone (docs/insights.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from math import floor

from bot.domain.insights import (
    Comparison,
    Series,
    Share,
    Side,
    Span,
    Standing,
    View,
    Window,
    compared,
    standings,
)
from bot.domain.marks import EFFORT
from bot.services.cards.days import date_phrase, short_date
from bot.services.cards.journal import days
from bot.services.cards.plain import press, row
from bot.services.cards.platforms import at_start
from bot.services.cards.questions import TOPICS
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Fields, Reach, aside, say

NAMES = {
    "energy": "energy",
    "connection": "connection",
    "settled_body": "a settled body",
    "room_for_thoughts": "room around thoughts",
    "able_to_feel": "being able to feel",
    "my_way_of_working": "working the way you want to",
    "curious": "curiosity about others",
    "limits": "holding limits",
    "real_rest": "real rest",
    "load": "a manageable load",
    "backed": "being backed at work",
    EFFORT.name: "the work",
}
"""How a sentence speaks of each mark."""

BY_DAY = frozenset({Span.NOW, Span.WEEKS})
"""How far back single days are shown; of more than twelve weeks `export` has them."""

TITLE = "Looking back"
ON_THE_DAYS = "On the days you answered. Personal markers, not a validated test."
_NO_MARK = "No mark in these weeks."
_NO_PICTURES = "No pictures are installed here; the words say the same."
_SPANS = {Span.NOW: "Four weeks", Span.WEEKS: "12 weeks", Span.MONTHS: "12 months", Span.ALL: "All of it"}


def own_view(mint: Mint, view: View, *, draws: bool, below: Sequence[Block] = ()) -> Card:
    """Return what somebody sees of themselves, with ways on `below`. `draws`: it may be a picture too."""
    marks = _lately(view) if view.span is Span.NOW else _further(view)
    return Card(
        text_id="look",
        title=TITLE,
        blocks=(
            aside(ON_THE_DAYS),
            *(marks or (say(_NO_MARK),)),
            *_balance(mint, view),
            row(*(_span(mint, span) for span in _SPANS if span is not view.span)),
            row(*_ways(mint, view, draws=draws)),
            *(() if draws else (aside(_NO_PICTURES),)),
            *below,
        ),
        summary=TITLE,
        reach=Reach.SEALED,
    )


def day_by_day(mint: Mint, view: View) -> Card:
    """Return the single marks of some weeks, the latest day first."""
    dots = [(dot, one) for one in view.series for dot in one.dots]
    dots.sort(key=lambda both: both[0].day, reverse=True)
    pairs = tuple(
        (date_phrase(day, view.today), ", ".join(f"{one.name} {one.words[dot.step - 1]}" for dot, one in its))
        for day, its in groupby(dots, key=lambda both: both[0].day)
    )
    return Card(
        text_id="look.days",
        title="Day by day",
        blocks=(
            aside(ON_THE_DAYS),
            Fields(pairs=pairs) if pairs else say(_NO_MARK),
            row(_span(mint, view.span, "Back"), help_button(mint)),
        ),
        summary=TITLE,
        reach=Reach.SEALED,
    )


def nothing_yet(below: Sequence[Block] = ()) -> Card:
    """Return what is said where nothing was marked so far."""
    text = "There is nothing to look back on yet. What you mark in a check-in shows up here."
    return Card(text_id="look.nothing", blocks=(say(text), *below), summary=TITLE, reach=Reach.SEALED)


def comes_to(its: Standing, words: tuple[str, ...]) -> str:
    """Return what some marks come to: "median 3 (some) of 9 marks", or how many there are."""
    if its.median is None:
        return how_many(its.n)
    return f"median {its.median:g} ({worded(its.median, words)}) of {how_many(its.n)}"


def worded(median: float, words: Sequence[str]) -> str:
    """Return the word of a step, or the two that a median lies between."""
    low = words[floor(median) - 1]
    return low if median.is_integer() else f"between {low} and {words[floor(median)]}"


def how_many(count: int) -> str:
    """Return "9 marks", or that there is none."""
    return "1 mark" if count == 1 else f"{count} marks" if count else "no mark"


def sentence(series: Series, found: Comparison) -> str:
    """Return the one sentence that lays four weeks beside the four before."""
    way = "lower" if found.is_lower else "higher"
    return (
        f"On the days you answered, {series.name} was marked {way} these four weeks "
        f"({_side(found.now)}) than the four before ({_side(found.before)})."
    )


def _lately(view: View) -> tuple[Block, ...]:
    """Return the last four weeks of each mark, the four before, and a sentence where the rule allows one."""
    blocks: list[Block] = []
    since = short_date(view.windows[0].since, view.today)
    for one in view.series:
        if one.ask == EFFORT.ask:
            blocks += _each(one, view)
            continue
        now, before = standings(one, view.windows)
        pairs = (
            (f"{_name(one)}, since {since}", comes_to(now, one.words)),
            ("The four weeks before", comes_to(before, one.words)),
        )
        blocks.append(Fields(pairs=pairs))
        if (found := compared(one, view.today)) is not None:
            blocks.append(say(sentence(one, found)))
    return tuple(blocks)


def _further(view: View) -> tuple[Block, ...]:
    """Return each mark by windows of four weeks, the latest first; where there is no mark, no line."""
    blocks: list[Block] = []
    for one in view.series:
        if one.ask == EFFORT.ask:
            blocks += _each(one, view)
            continue
        pairs = tuple(
            (span_phrase(its, view.today), comes_to(standing, one.words))
            for its, standing in zip(view.windows, standings(one, view.windows), strict=True)
            if standing.n
        )
        blocks += [say(f"{_name(one)}, in spans of four weeks:"), Fields(pairs=pairs)]
    return tuple(blocks)


def _each(series: Series, view: View) -> tuple[Block, ...]:
    """Return each mark of a kind that is asked once a month, in its word: they are too few for a median."""
    pairs = tuple(
        (date_phrase(dot.day, view.today), series.words[dot.step - 1])
        for dot in sorted(series.dots, key=lambda dot: dot.day, reverse=True)
    )
    return (say(series.ask), Fields(pairs=pairs)) if pairs else ()


def _balance(mint: Mint, view: View) -> tuple[Block, ...]:
    """Return how the inner domains stand, and where one is rarely met a question on it, for who likes one."""
    if not view.shares:
        return ()
    pairs = tuple((_topic(one), f"{one.asked} asked, {one.met} answered") for one in view.shares)
    blocks: list[Block] = [say("Questions on the five inner topics, in twelve weeks:"), Fields(pairs=pairs)]
    if view.rare is not None:
        button = Button(
            ref=mint("topic.open", arg=view.rare.domain), name="topic.open", label="A question on it"
        )
        blocks += [say(rarely(view.rare, view.shares)), row(button)]
    return tuple(blocks)


def rarely(rare: Share, shares: Sequence[Share]) -> str:
    """Return the one sentence about an inner domain that is rarely met, in counts."""
    others = [one for one in shares if one.domain is not rare.domain]
    asked, met = sum(one.asked for one in others), sum(one.met for one in others)
    return (
        f"On {TOPICS[rare.domain]}, {rare.met or 'none'} of {rare.asked} questions "
        f"{'was' if rare.met <= 1 else 'were'} answered; on the other four, {met} of {asked}. "
        "There is one here, if you like."
    )


def _ways(mint: Mint, view: View, *, draws: bool) -> Iterator[Button]:
    if view.span in BY_DAY and view.series:
        yield press(mint, "look.days", "Day by day", arg=view.span)
    if draws and not view.is_empty:
        yield press(mint, "look.picture", "As a picture", arg=view.span)
    yield help_button(mint)


def _span(mint: Mint, span: Span, label: str = "") -> Button:
    return Button(ref=mint("look.span", arg=span), name=f"look.{span}", label=label or _SPANS[span])


def span_phrase(span: Window, today: date) -> str:
    """Return "2 November to 29 November"."""
    return f"{short_date(span.since, today)} to {short_date(span.until, today)}"


def _name(series: Series) -> str:
    return at_start(series.name)


def _topic(share: Share) -> str:
    return at_start(TOPICS[share.domain])


def _side(side: Side) -> str:
    """Return "11 days, median 4"; where a day has several marks, how many there are besides."""
    several = "" if side.n == side.days else f"{how_many(side.n)} on "
    return f"{several}{days(side.days)}, median {side.median:g}"
