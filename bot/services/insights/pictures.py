"""The own view as pictures: drawn after the unit, and sent only after a card that says where a copy stays."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.charts import Chart
from bot.domain.insights import View, balance_chart, mark_chart
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

    def drawn() -> Outcome:
        pictures = [Picture(alt=alt, png=figures.draw(chart, Frame.CELLS)) for alt, chart in charts_of(view)]
        return reading(turn, cards.drawn(mint, pictures, span))

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
    card, new_id = cards.made(turn.mint, hosted=hosted), turn.desk.chance.new_id
    charts = [(new_id() if hosted else None, alt, chart) for alt, chart in charts_of(view)]
    name = f"reststop-look-back-{turn.today.isoformat()}"

    def drawn() -> Outcome:
        files = (
            Attach(file=_file(f"{name}-{place}-{frame}.png", alt, figures.draw(chart, frame)), id=named)
            for place, (named, alt, chart) in enumerate(charts, start=1)
        )
        return answer(card, *files)

    return made_after(drawn)


def not_now(_turn: Turn) -> Outcome:
    """Take a "not now"."""
    return Outcome(first=Replace(card=cards.not_now()))


def charts_of(view: View) -> Sequence[tuple[str, Chart]]:
    """Return what there is to draw, each with the words that say the same."""
    charts: list[tuple[str, Chart]] = []
    for series in view.series:
        chart = mark_chart(series, view.windows)
        charts.append((cards.marks_in_words(series, chart, view.today), chart))
    if view.shares:
        balance = balance_chart(view.shares, TOPICS, view.today)
        charts.append((cards.balance_in_words(balance, view.today), balance))
    return charts


def _file(name: str, alt: str, body: bytes) -> File:
    """Return a picture as a file. Its name says nothing of what was marked."""
    return File(name=name, type=PNG, body=body, alt=alt)
