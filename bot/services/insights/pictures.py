"""The own view as pictures: drawn after the unit, and sent only after a card that says where a copy stays."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.charts import Chart
from bot.domain.insights import View, balance_chart, mark_chart
from bot.errors import NotDrawn
from bot.ports.figures import Frame
from bot.services.cards import insight_pictures as cards
from bot.services.cards.questions import TOPICS
from bot.services.desk import Turn
from bot.services.insights.own_view import reading, span_meant, view_of
from bot.surface.card import Picture
from bot.surface.outcome import Attach, File, Outcome, Replace, answer, made_after

PNG = "image/png"
_PAGES = (Frame.LIGHT, Frame.DARK)


def ask(turn: Turn) -> Outcome:
    """Draw it where nothing stands between, else say first where a copy stays, and the way without one."""
    span = span_meant(turn)
    if not turn.desk.figures.draws:
        return answer(cards.not_installed())
    if turn.capabilities.hosted:
        return answer(cards.offer(turn.mint, span))
    view, figures, mint = view_of(turn, span), turn.desk.figures, turn.mint
    if view.is_empty:
        return reading(turn, cards.nothing_to_draw())
    alts, charts = charts_of(view)

    def drawn() -> Outcome:
        try:
            pngs = figures.draw(charts, Frame.CELLS)
        except NotDrawn:
            return answer(cards.not_drawn())
        pictures = [Picture(alt=alt, png=png) for alt, png in zip(alts, pngs, strict=True)]
        return reading(turn, cards.drawn(mint, list(zip(pictures, charts, strict=True)), span))

    return made_after(drawn)


def save(turn: Turn) -> Outcome:
    """Draw it for a light or a dark ground, and hand over the files."""
    frame = next((frame for frame in _PAGES if frame == turn.ref.arg.rpartition(".")[2]), Frame.LIGHT)
    span, figures, hosted = span_meant(turn), turn.desk.figures, turn.capabilities.hosted
    if not figures.draws:
        return answer(cards.not_installed())
    view = view_of(turn, span)
    if view.is_empty:
        return reading(turn, cards.nothing_to_draw())
    card, (alts, charts) = cards.made(turn.mint, hosted=hosted), charts_of(view)
    ids = [turn.desk.chance.new_id() if hosted else None for _ in charts]
    name = f"reststop-look-back-{turn.today.isoformat()}"

    def drawn() -> Outcome:
        try:
            pngs = figures.draw(charts, frame)
        except NotDrawn:
            return answer(cards.not_drawn())
        files = (
            Attach(file=File(name=f"{name}-{place}-{frame}.png", type=PNG, body=png, alt=alt), id=named)
            for place, (alt, png, named) in enumerate(zip(alts, pngs, ids, strict=True), start=1)
        )
        return answer(card, *files)

    return made_after(drawn)


def not_now(_turn: Turn) -> Outcome:
    """Take a "not now"."""
    return Outcome(first=Replace(card=cards.not_now()))


def charts_of(view: View) -> tuple[Sequence[str], Sequence[Chart]]:
    """Return what there is to draw, and for each the words that say the same."""
    marks = [mark_chart(series, view.windows) for series in view.series]
    alts = [
        cards.marks_in_words(series, chart, view.today)
        for series, chart in zip(view.series, marks, strict=True)
    ]
    if not view.shares:
        return alts, marks
    balance = balance_chart(view.shares, TOPICS, view.today)
    return [*alts, cards.balance_in_words(balance, view.today)], [*marks, balance]
