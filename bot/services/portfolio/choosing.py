"""Choosing pages for a portfolio: one from its own card, several from a list, and taking them off again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from bot.domain.journal import Entry, Page
from bot.services.cards import journal as journal_cards
from bot.services.cards import portfolio as cards
from bot.services.cards.reading import Listed
from bot.services.desk import Turn
from bot.services.journal import keeping
from bot.services.journal.chosen import CHOSEN_MAX, choose, chosen_of, entries_chosen, let_go
from bot.services.journal.entries import open_pages, read_entry
from bot.services.journal.reading import first_line, listed, reading
from bot.surface.outcome import Outcome, answer

Order = Callable[[tuple[Entry, Page]], tuple[date, datetime]]


def show(turn: Turn) -> Outcome:
    """Show the chosen pages, those of the first day first, a part at a time."""
    some = _listed(turn, entries_chosen(turn), "portfolio.show", _first_written)
    return reading(turn, cards.show(turn.mint, some, turn.today)) if some else answer(cards.empty(turn.mint))


def pick(turn: Turn) -> Outcome:
    """Show the pages that are not chosen, the newest first."""
    chosen = chosen_of(turn.desk, turn.unit, turn.person)
    latest_first = turn.unit.journal.every(turn.person.id)[::-1]
    some = _listed(turn, [entry for entry in latest_first if entry.id not in chosen], "portfolio.pick")
    return reading(turn, cards.pick(turn.mint, some, turn.today)) if some else answer(cards.none_to_pick())


def going(turn: Turn) -> Outcome:
    """Show the pages whose time is soon over, those that go first before."""
    some = _listed(turn, keeping.going_soon(turn), "portfolio.going")
    return reading(turn, cards.going(turn.mint, some, turn.today)) if some else answer(cards.none_going())


def add(turn: Turn) -> Outcome:
    """Choose the pages that were named in a list."""
    new = choose(turn, _named(turn))
    return answer(cards.full(CHOSEN_MAX) if new is None else cards.added(turn.mint, new))


def off(turn: Turn) -> Outcome:
    """Show the chosen pages, of which some may be taken off."""
    some = _listed(turn, entries_chosen(turn), "portfolio.off", _first_written)
    return reading(turn, cards.off(turn.mint, some, turn.today)) if some else answer(cards.empty(turn.mint))


def remove(turn: Turn) -> Outcome:
    """Take off the pages that were named in a list."""
    named = set(_named(turn))
    gone = [entry for entry in entries_chosen(turn) if entry.id in named]
    let_go(turn, named)
    return answer(cards.removed(turn.mint, goes_soon=keeping.tell_of(turn, gone)))


def mark(turn: Turn) -> Outcome:
    """Choose one page with one tap, or take it off."""
    entry = turn.own(turn.unit.journal.get(turn.subject))
    if entry is None:
        return answer(journal_cards.no_entry())
    is_on = turn.ref.arg == "on"
    if is_on and choose(turn, [entry.id]) is None:
        return answer(cards.full(CHOSEN_MAX))
    if not is_on:
        let_go(turn, [entry.id])
    has_scene = is_on and bool(read_entry(turn.desk, turn.person, entry).scene)
    goes_soon = not is_on and keeping.tell_of(turn, [entry])
    return answer(cards.marked(turn.mint, is_on=is_on, has_scene=has_scene, goes_soon=goes_soon))


def _listed(turn: Turn, entries: Sequence[Entry], goes_on: str, order: Order | None = None) -> Listed | None:
    """Return some of these pages, after the one that was listed last; None where there are none."""

    def more(entry: Entry, _page: Page) -> str:
        return turn.mint(goes_on, entry.id)

    found = list(open_pages(turn.desk, turn.person, entries))
    if order is not None:
        found.sort(key=order)
    return listed(turn, found, turn.ref.subject, _line, more)


def _first_written(found: tuple[Entry, Page]) -> tuple[date, datetime]:
    entry, page = found
    return entry.day, page.at


def _line(page: Page) -> str:
    """Return how a page begins; of an account first what it is."""
    return f"{page.source}. {first_line(page)}" if page.is_account else first_line(page)


def _named(turn: Turn) -> list[UUID]:
    """Return the pages that were chosen in a list; what is no name of an option that was shown is none."""
    found = list[UUID]()
    for name in turn.chosen:
        try:
            found.append(UUID(hex=name))
        except ValueError:
            continue
    return found
