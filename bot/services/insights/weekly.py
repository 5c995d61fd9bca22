"""A look back over a week, or over four: what was kept, what is open, and one offer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from uuid import uuid5

from bot.domain.checkins import RunState
from bot.domain.insights import compared, rarely_met, windows
from bot.domain.journal import SUPERVISION, Entry, Page
from bot.domain.looks import SPANS, WEEK, Offered, Stands, offered, since
from bot.domain.sheets import SheetKind
from bot.domain.zones import zone_of
from bot.services.cards import insights as view_cards
from bot.services.cards import look_backs as cards
from bot.services.cards.reading import Line
from bot.services.desk import Turn
from bot.services.insights.own_view import series_of, shares_of
from bot.services.insights.rereading import has_then
from bot.services.insights.ways import ways
from bot.services.journal.entries import open_pages, read_entry, write_entry
from bot.services.journal.reading import AT_ONCE, first_line, reading
from bot.services.journal.tags import supervised
from bot.services.plans.plans import count_open
from bot.services.rhythm.wishes import wishes_of
from bot.surface.card import Block
from bot.surface.outcome import Outcome, Replace, answer

QUESTION = "Looking back"
"""The question above a page that was made of a sentence about marks."""
_NAMED = {phrase: name for name, phrase in view_cards.NAMES.items()}


def show(turn: Turn) -> Outcome:
    """Show the days that a control names, up to today."""
    days = next((days for days in SPANS if str(days) == turn.ref.arg), WEEK)
    pages = list(open_pages(turn.desk, turn.person, turn.unit.journal.every(turn.person.id)))
    waiting = _waiting(turn, pages)
    found, offer = _offer(turn, waiting)
    below = ways(turn, days=days, is_offered=found is Offered.THEN)
    card = cards.week(turn.mint, _kept(turn, pages, days), waiting, turn.today, offer=offer, below=below)
    return reading(turn, card)


def not_this_time(_turn: Turn) -> Outcome:
    """Take a no to this one; the next one comes at its time."""
    return Outcome(first=Replace(card=cards.not_this_time()))


def supervise(turn: Turn) -> Outcome:
    """Put the sentence about a mark that was lower on the list for supervision, as a page of its own.

    It is one page a day, however often this is pressed, and one that was changed since stays as it is.
    """
    lower = next((one for one in _lower(turn) if one.name == turn.ref.arg), None)
    if lower is None:
        return answer(cards.changed_since())
    entry = uuid5(turn.person.id, f"look {turn.today.isoformat()} {lower.name}")
    before = turn.unit.journal.get(entry)
    page = read_entry(turn.desk, turn.person, before) if before else None
    page = page or Page(text=lower.sentence, at=turn.now, question=QUESTION)
    write_entry(turn.desk, turn.unit, turn.person, entry, supervised(page), before=before)
    return answer(cards.for_supervision())


def _kept(turn: Turn, pages: Sequence[tuple[Entry, Page]], days: int) -> cards.Kept:
    first = since(days, turn.today)
    zone = zone_of(turn.person.zone) if turn.person.zone else UTC
    lines = [
        Line(id=entry.id, day=entry.day, at=page.at.astimezone(zone), context=first_line(page))
        for entry, page in pages
        if entry.day >= first
    ]
    marked = {marks.id for marks in turn.unit.runs.marks_since(turn.person.id, first)}
    asked = turn.unit.runs.asked(turn.person.id, first)
    return cards.Kept(
        days=days,
        since=first,
        lines=lines[-AT_ONCE:],
        pages=len(lines),
        checkins=sum(run.state is RunState.ANSWERED or run.id in marked for run in asked),
    )


def _waiting(turn: Turn, pages: Sequence[tuple[Entry, Page]]) -> cards.Waiting:
    drafts = turn.unit.journal.drafts(turn.person.id)
    return cards.Waiting(
        plans=count_open(turn),
        flows=len(turn.unit.sheets.of(turn.person.id, SheetKind.FLOW)),
        draft=drafts[0].id if drafts else None,
        for_supervision=sum(SUPERVISION in page.tags for _, page in pages),
    )


def _offer(turn: Turn, waiting: cards.Waiting) -> tuple[Offered | None, tuple[Block, ...]]:
    """Return the one offer, by the rule of docs/insights.md, and what says it."""
    lower, shares = _lower(turn), shares_of(turn)
    rare = rarely_met(shares, wishes_of(turn.desk, turn.unit, turn.person).muted)
    found = offered(
        Stands(
            is_lower=bool(lower),
            has_rare=rare is not None,
            for_supervision=waiting.for_supervision > 0,
            has_then=has_then(turn),
        )
    )
    match found:
        case Offered.SOMEONE:
            return found, cards.offer_someone(turn.mint, lower[0])
        case Offered.TOPIC if rare is not None:
            return found, cards.offer_topic(turn.mint, rare.domain, view_cards.rarely(rare, shares))
        case Offered.SUPERVISION:
            return found, cards.offer_supervision(turn.mint)
        case Offered.THEN:
            return found, cards.offer_then(turn.mint)
        case _:
            return None, ()


def _lower(turn: Turn) -> Sequence[cards.Lower]:
    """Return the marks of which it may be said that they were lower these four weeks."""
    spans = windows(turn.today, 2)
    series = series_of(turn.desk, turn.unit, turn.person, spans[-1].since)
    found = [(one, compared(one, turn.today)) for one in series]
    return [
        cards.Lower(name=_NAMED[one.name], sentence=view_cards.sentence(one, its))
        for one, its in found
        if its is not None and its.is_lower
    ]
