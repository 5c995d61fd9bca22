"""The own view: somebody's marks and topics as they stand, read when they ask for it and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.domain.checkins import Answer
from bot.domain.insights import (
    Met,
    Series,
    Share,
    Span,
    View,
    balance,
    balance_window,
    rarely_met,
    series_in,
    windows_of,
    within,
)
from bot.domain.marks import CHOSEN, EFFORT, FIXED
from bot.domain.people import Person
from bot.domain.prompts import STEAM
from bot.errors import KeyGone, Tampered
from bot.ports.store import Unit
from bot.services.cards import insights as cards
from bot.services.desk import Desk, Turn
from bot.services.insights.efforts import efforts_since
from bot.services.insights.rereading import has_pages
from bot.services.insights.ways import ways
from bot.services.journal.runs import open_marks, opened
from bot.services.rhythm.wishes import wishes_of
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Show


def show(turn: Turn) -> Outcome:
    """Show the last four weeks beside the four before, and how the inner domains stand: `look back`."""
    return _read(turn, view_of(turn, Span.NOW))


def further(turn: Turn) -> Outcome:
    """Show as far back as a press says."""
    return _read(turn, view_of(turn, span_meant(turn)))


def days(turn: Turn) -> Outcome:
    """Show the single marks of some weeks, day by day: what the dots of a picture are."""
    span = span_meant(turn)
    view = view_of(turn, span if span in cards.BY_DAY else Span.NOW)
    return reading(turn, cards.day_by_day(turn.mint, view))


def span_meant(turn: Turn) -> Span:
    """Return the span that a control carries."""
    meant = turn.ref.arg.partition(".")[0]
    return next((span for span in Span if span == meant), Span.NOW)


def view_of(turn: Turn, span: Span) -> View:
    """Return what somebody sees of themselves."""
    desk, unit, person, today = turn.desk, turn.unit, turn.person, turn.today
    since = date.min if span is Span.ALL else windows_of(span, today)[-1].since
    series = series_of(desk, unit, person, since)
    first = min((dot.day for one in series for dot in one.dots), default=today)
    windows = windows_of(span, today, first)
    shares = shares_of(turn) if span is Span.NOW else ()
    return View(
        span=span,
        today=today,
        windows=windows,
        series=within(series, windows),
        shares=shares,
        rare=rarely_met(shares, wishes_of(desk, unit, person).muted),
    )


def series_of(desk: Desk, unit: Unit, person: Person, since: date) -> tuple[Series, ...]:
    """Return all that somebody marked since a day, by kind; a kind without a mark is left out.

    A mark that they no longer add is among them, and last who did the work. What stays closed says nothing.
    """
    marks = {kind: cards.NAMES[kind.name] for kind in (*FIXED, *CHOSEN)}
    efforts = {EFFORT: cards.NAMES[EFFORT.name]}
    return (
        *series_in(_marks_since(desk, unit, person, since), marks),
        *series_in(efforts_since(desk, unit, person, since), efforts),
    )


def shares_of(turn: Turn) -> tuple[Share, ...]:
    """Return how the inner domains stand; none where no question on them was answered."""
    asked = asked_of(turn.desk, turn.unit, turn.person, balance_window(turn.today).since)
    shares = balance(asked, turn.today)
    return shares if any(one.met for one in shares) else ()


def asked_of(desk: Desk, unit: Unit, person: Person, since: date) -> Iterator[Met]:
    """Yield what check-ins asked somebody about their inner domains, and whether an answer came.

    One that still takes an answer is not among it, nor what was asked beside, after a low mark.
    """
    library = desk.catalogue.stock().by_id
    for run, asking in opened(desk, unit.runs.asked(person.id, since)):
        one = asking.own
        prompt = library.get(one.prompt) if one.prompt else None
        waits = run.takes_answers and not one.answer.is_given
        if prompt is not None and prompt.domain in STEAM and not waits:
            yield Met(domain=prompt.domain, day=one.on, is_met=_is_met(one.answer))


def reading(turn: Turn, card: Card) -> Outcome:
    """Show what follows from answers, where no message remains."""
    return Outcome(first=Show(card=card, audience=Reading(to=turn.event.account, handle=turn.event.handle)))


def _read(turn: Turn, view: View) -> Outcome:
    if view.is_empty and not turn.unit.runs.marks_since(turn.person.id, date.min):
        return reading(turn, cards.nothing_yet(ways(turn) if has_pages(turn) else ()))
    return reading(turn, cards.own_view(turn.mint, view, draws=turn.desk.figures.draws, below=ways(turn)))


def _marks_since(
    desk: Desk, unit: Unit, person: Person, since: date
) -> Iterator[tuple[date, Mapping[str, int]]]:
    for marks in unit.runs.marks_since(person.id, since):
        try:
            yield marks.day, open_marks(desk.vault, marks)
        except (KeyGone, Tampered):
            continue


def _is_met(answer: Answer) -> bool:
    return bool(answer.chosen) or answer.scale is not None or answer.written
