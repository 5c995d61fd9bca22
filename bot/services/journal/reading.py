"""Reading back: the last page and those around it, and what a search finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date
from uuid import UUID

from bot.domain.agenda import AgendaKind
from bot.domain.journal import Entry, Page
from bot.domain.search import context, folded, has_all, words_in
from bot.domain.zones import zone_of
from bot.services.cards import journal as journal_cards
from bot.services.cards import reading as cards
from bot.services.desk import Turn, local_day
from bot.services.journal.chosen import is_chosen
from bot.services.journal.entries import open_pages, read_entry
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Open, Outcome, Refuse, Show, answer
from bot.surface.refs import ARG_MAX
from bot.surface.text import kept

AT_ONCE = 10
"""Pages in one list."""

Found = Sequence[tuple[Entry, Page]]


def last(turn: Turn) -> Outcome:
    """Read the last entry back to its writer, where no message remains."""
    entry = turn.unit.journal.last(turn.person.id)
    return show_entry(turn, entry) if entry else answer(cards.nothing_yet())


def open_entry(turn: Turn) -> Outcome:
    """Read one entry back: the one that a button leads to, or that was chosen from a list."""
    chosen = _chosen(turn)
    entry = turn.own(turn.unit.journal.get(chosen)) if chosen else None
    if entry is None:
        return answer(journal_cards.no_entry())
    return show_entry(turn, entry)


def show_entry(turn: Turn, entry: Entry) -> Outcome:
    """Read one entry of who acts back to them."""
    page = read_entry(turn.desk, turn.person, entry)
    older, newer = turn.unit.journal.neighbours(entry.id)
    seen = cards.Seen(
        id=entry.id,
        day=entry.day,
        page=page,
        scene_goes=_scene_goes(turn, entry.id) if page.scene else None,
        older=older,
        newer=newer,
        is_chosen=is_chosen(turn, entry.id),
    )
    return reading(turn, cards.entry(turn.mint, seen, turn.today))


def search(turn: Turn) -> Outcome:
    """Look for the words after the command; without any, ask for them in a form."""
    words = words_in(kept(turn.words))
    if not words:
        return Outcome(first=Open(form=cards.looking(turn.mint("search.find"))))
    return _matching(turn, words)


def find(turn: Turn) -> Outcome:
    """Look for what was typed into the form."""
    words = words_in(kept(turn.typed.get(cards.WORDS, "")))
    return _matching(turn, words) if words else Outcome(first=Refuse(errors={cards.WORDS: cards.NO_WORDS}))


def find_more(turn: Turn) -> Outcome:
    """Go on after the page that was listed last. The words themselves never travel: that page holds them."""
    entry = turn.own(turn.unit.journal.get(turn.subject))
    if entry is None:
        return answer(journal_cards.no_entry())
    page = read_entry(turn.desk, turn.person, entry)
    return _matching(turn, _pointed_at(_text_of(page), turn.ref.arg), after=entry.id)


def reading(turn: Turn, card: Card) -> Outcome:
    """Return an outcome that shows a card with own words, to the one who asked, where no message remains."""
    return Outcome(first=Show(card=card, audience=Reading(to=turn.event.account, handle=turn.event.handle)))


def listed(
    turn: Turn,
    found: Found,
    after: UUID | None,
    line: Callable[[Page], str],
    more: Callable[[Entry, Page], str | None],
) -> cards.Listed | None:
    """Return the next few of what was found, after one of them; None where there are none.

    `line` makes the context of a page, `more` the ref that goes on after one.
    """
    start = next((place + 1 for place, (entry, _) in enumerate(found) if entry.id == after), 0)
    some = found[start : start + AT_ONCE]
    if not some:
        return None
    goes_on = len(found) > start + len(some)
    ref = more(*some[-1]) if goes_on else None
    zone = zone_of(turn.person.zone) if turn.person.zone else UTC
    return cards.Listed(
        lines=[
            cards.Line(id=entry.id, day=entry.day, at=page.at.astimezone(zone), context=line(page))
            for entry, page in some
        ],
        total=len(found),
        first=start + 1,
        more=ref,
        narrows=goes_on and ref is None,
    )


def first_line(page: Page) -> str:
    """Return how a page begins."""
    return context(page.text or page.scene or page.question, ())


def _scene_goes(turn: Turn, entry: UUID) -> date | None:
    rows = turn.unit.agenda.every(turn.person.id)
    ends = (row.due_at for row in rows if row.kind is AgendaKind.SCENE_ENDS and row.ref == entry)
    return next((local_day(turn.person, at) for at in ends if at is not None), None)


def _chosen(turn: Turn) -> UUID | None:
    if not isinstance(turn.event, OptionChosen):
        return turn.ref.subject
    try:
        return UUID(hex=turn.event.values[0]) if turn.event.values else None
    except ValueError:
        return None  # no name of an option that was shown


def _matching(turn: Turn, words: Sequence[str], after: UUID | None = None) -> Outcome:
    pages = open_pages(turn.desk, turn.person, turn.unit.journal.every(turn.person.id)[::-1])
    found = [(entry, page) for entry, page in pages if has_all(_text_of(page), words)]

    def more(entry: Entry, page: Page) -> str | None:
        pointers = _pointers(_text_of(page), words)
        return turn.mint("search.more", entry.id, pointers) if pointers else None

    some = listed(turn, found, after, lambda page: _around(page, words), more)
    if some is None:
        return answer(cards.nothing_found())
    return reading(turn, cards.found(turn.mint, some, turn.today))


def _text_of(page: Page) -> str:
    """Return all that is looked through on a page, as it is compared. No word spans two of its lines."""
    return folded("\n".join((page.text, page.scene, page.question, *page.tags)))


def _around(page: Page, words: Sequence[str]) -> str:
    parts = (page.text, page.scene, page.question, ", ".join(page.tags))
    holding = (part for part in parts if any(word in folded(part) for word in words))
    return context(next(holding, page.text), words)


def _pointers(text: str, words: Sequence[str]) -> str | None:
    """Return where the words stand in a page that holds them, short enough for a ref; None if it is not.

    A ref leaves the house, and the words of a search are somebody's own: only places and lengths go along.
    """
    phrase = " ".join(words)
    parts = (phrase,) if phrase in text else words
    pointers = "+".join(f"{text.find(part):x}.{len(part):x}" for part in parts)
    return pointers if len(pointers) <= ARG_MAX else None


def _pointed_at(text: str, pointers: str) -> tuple[str, ...]:
    """Return the words that stand at those places."""
    found: list[str] = []
    for pointer in pointers.split("+"):
        start, _, length = pointer.partition(".")
        found += text[int(start, 16) : int(start, 16) + int(length, 16)].split()
    return tuple(found)
