"""Re-reading, on somebody's own wish: pages from this month last year, or any page, by chance."""

from __future__ import annotations

from datetime import date

from bot.domain.journal import Entry
from bot.domain.looks import month_last_year
from bot.services.cards import look_backs as cards
from bot.services.cards import reading as reading_cards
from bot.services.desk import Turn
from bot.services.journal.entries import open_pages
from bot.services.journal.reading import first_line, listed, reading, show_entry
from bot.surface.outcome import Outcome, answer


def has_then(turn: Turn) -> bool:
    """Whether something was written in this month last year."""
    since, until = month_last_year(turn.today)
    first = turn.unit.journal.first_day(turn.person.id, since)
    return first is not None and first < until


def has_pages(turn: Turn) -> bool:
    """Whether there is any page."""
    return turn.unit.journal.first_day(turn.person.id, date.min) is not None


def from_then(turn: Turn) -> Outcome:
    """Open the page of this month last year; several are listed in the order of writing, some at a time."""
    since, until = month_last_year(turn.today)
    entries = [one for one in turn.unit.journal.every(turn.person.id) if since <= one.day < until]
    found = list(open_pages(turn.desk, turn.person, entries))
    if len(found) == 1:
        return show_entry(turn, found[0][0])
    some = listed(
        turn, found, turn.ref.subject, first_line, lambda entry, _: turn.mint("then.month", entry.id)
    )
    if some is None:
        return answer(cards.nothing_from_then())
    return reading(turn, reading_cards.from_then(turn.mint, some, turn.today))


def any_page(turn: Turn) -> Outcome:
    """Open one page of all there are, whichever chance gives; not twice the one that it gave just before."""
    entries = [one for one in turn.unit.journal.every(turn.person.id) if one.id != turn.ref.subject]
    entry = _drawn(turn, entries) or turn.unit.journal.last(turn.person.id)
    return show_entry(turn, entry) if entry else answer(reading_cards.nothing_yet())


def _drawn(turn: Turn, entries: list[Entry]) -> Entry | None:
    return entries[turn.desk.chance.below(len(entries))] if entries else None
