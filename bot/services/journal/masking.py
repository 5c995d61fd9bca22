"""After a page was kept: what on it may point at a person is shown to its writer alone, who may mask it.

It never stands in the way: the page is kept as it was written, and nothing of the offer is stored but the
words that somebody wishes never to be flagged again. It is imperfect (docs/content.md, "Words that could tell
who somebody is").
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from itertools import islice
from uuid import UUID

from bot.domain.journal import Entry, Page
from bot.guards.crisis.meanings import Label, Meaning
from bot.guards.crisis.reading import read
from bot.guards.identifiers.detail import is_dense
from bot.services.cards import journal as journal_cards
from bot.services.cards import let_be as let_be_cards
from bot.services.cards import masking as cards
from bot.services.desk import Turn
from bot.services.journal.entries import read_entry, write_entry
from bot.services.journal.places import Places, places_on
from bot.services.support import let_be
from bot.surface.audience import OnlyYou, Reading
from bot.surface.card import Block, Card
from bot.surface.outcome import Act, Outcome, Show, answer

_log = logging.getLogger(__name__)

_ID = re.compile(r"[0-9a-f]{32}")
_CALM = frozenset({Label.NEUTRAL, Label.IDIOM_NONE})
_ASKS_NOTHING = frozenset({Label.SELF_RISK_HIGH, Label.SELF_RISK_LOW, Label.HARM_TO_OTHERS})
"""What a page looks like whose writer is asked nothing."""


def offered(turn: Turn, entry: UUID, page: Page, meaning: Meaning) -> tuple[Act, ...]:
    """Return what the writer of a page that was kept just now may do about it; mostly nothing.

    `meaning` is what the guard for danger says of it. Whatever goes wrong here, the page is kept.
    """
    return _kept_anyway(lambda: _offered(turn, entry, page, meaning))


def offered_for(turn: Turn, entry: UUID, said: str) -> tuple[Act, ...]:
    """Return the same for an entry that was kept of a flow, which ends now; nothing where nothing was kept.

    `said` is what its writer answered, without our questions: it alone is asked whether it means danger. What
    was typed last may stand on no page, and counts all the same.
    """

    def work() -> tuple[Act, ...]:
        kept = turn.unit.journal.get(entry)
        if kept is None:
            return ()
        page = read_entry(turn.desk, turn.person, kept)
        return _offered(turn, entry, page, read(said))

    return _kept_anyway(work)


def show(turn: Turn) -> Outcome:
    """Show what is found on the page that was chosen, with what may be done about it."""
    entry = turn.own(turn.unit.journal.get(UUID(hex=turn.choice))) if _is_id(turn.choice) else None
    if entry is None:
        return answer(journal_cards.no_entry())
    places = _places(turn, read_entry(turn.desk, turn.person, entry))
    if not places.count:
        return answer(cards.nothing_left())
    return _read(turn, _card(turn, entry, places))


def mask(turn: Turn) -> Outcome:
    """Mask all that was found on the version of a page that was shown; of another version, offer anew."""
    entry = turn.own(turn.unit.journal.get(turn.subject))
    if entry is None:
        return answer(journal_cards.no_entry())
    page = read_entry(turn.desk, turn.person, entry)
    places = _places(turn, page)
    if turn.ref.arg != str(entry.version):
        return _anew(turn, entry, places)
    if not places.count:
        return answer(cards.nothing_left())
    after = places.masked()
    write_entry(turn.desk, turn.unit, turn.person, entry.id, after, before=entry)
    asks = _may_ask(entry) and read(after.words).label in _CALM and is_dense(after.words)
    return answer(cards.masked(turn.mint, entry.id, asks=asks))


def keep(_turn: Turn) -> Outcome:
    """Take the no: nothing changes."""
    return answer(cards.stays())


def fine(_turn: Turn) -> Outcome:
    """Take the answer to the one question."""
    return answer(cards.fine())


def never(turn: Turn) -> Outcome:
    """Let words of a page be from now on, asking which if there are several; offer what is left."""
    entry = turn.own(turn.unit.journal.get(turn.subject))
    if entry is None:
        return answer(journal_cards.no_entry())
    page = read_entry(turn.desk, turn.person, entry)
    version, _, place = turn.ref.arg.partition(".")
    if version != str(entry.version):
        return _anew(turn, entry, _places(turn, page))
    place = place or turn.choice.removeprefix("p")
    words = places_on(page).names.get(int(place)) if place.isdecimal() else None
    if words is None:
        return _which(turn, entry, _places(turn, page))
    held = let_be.add(turn, words)
    if held is None:
        return answer(cards.list_is_full(let_be.WORDS_MAX))
    undo = let_be_cards.undo(turn.mint, held.id, held.version, held.place_of(words))
    left = _places(turn, page)
    if not left.count:
        return answer(cards.never_alone(undo))
    return _read(turn, _card(turn, entry, left, cards.never(undo)))


def _is_id(name: str) -> bool:
    return bool(_ID.fullmatch(name))


def _kept_anyway(work: Callable[[], tuple[Act, ...]]) -> tuple[Act, ...]:
    try:
        return work()
    except Exception as problem:  # noqa: BLE001 - an offer is no reason to lose a page
        _log.warning("a page was kept, and nothing could be offered: %s", type(problem).__name__)
        return ()


def _offered(turn: Turn, entry_id: UUID, page: Page, meaning: Meaning) -> tuple[Act, ...]:
    if meaning.label in _ASKS_NOTHING:
        return ()
    places = places_on(page)
    held = let_be.let_be_of(turn.desk, turn.unit, turn.person) if places.count else None
    if held is not None:
        places = places_on(page, held.compared)
    entry = turn.unit.journal.get(entry_id)
    if entry is None:
        return ()
    if places.count:
        return (_shown(turn, _card(turn, entry, places)),)
    if _may_ask(entry) and meaning.label in _CALM and is_dense(page.words):
        return (Show(card=cards.once(turn.mint, entry.id), audience=OnlyYou()),)
    return ()


def _anew(turn: Turn, entry: Entry, places: Places) -> Outcome:
    """Answer an offer for a page as it was: nothing is masked that was not shown."""
    if not places.count:
        return answer(cards.nothing_left())
    return _read(turn, _card(turn, entry, places, (cards.has_changed(),)))


def _which(turn: Turn, entry: Entry, places: Places) -> Outcome:
    names = tuple(places.names.items())
    if not names:
        return answer(cards.nothing_left())
    return _read(turn, cards.which_never(turn.mint, entry.id, entry.version, names))


def _card(turn: Turn, entry: Entry, places: Places, above: Sequence[Block] = ()) -> Card:
    some = cards.Offered(
        entry=entry.id,
        version=entry.version,
        count=places.count,
        is_soft=places.is_soft,
        lines=tuple(islice(places.lines(), cards.LINES_MAX)),
        names=tuple(places.names.items()),
    )
    return cards.offer(turn.mint, some, above)


def _places(turn: Turn, page: Page) -> Places:
    """Return what is found on a page without the words that its writer lets be."""
    held = let_be.let_be_of(turn.desk, turn.unit, turn.person)
    return places_on(page, held.compared if held else ())


def _may_ask(entry: Entry) -> bool:
    """Whether the one question may come: of a page as it was first kept, or was masked right after."""
    return entry.version == 1


def _read(turn: Turn, card: Card) -> Outcome:
    return Outcome(first=_shown(turn, card))


def _shown(turn: Turn, card: Card) -> Show:
    """Return an act that shows own words to who acted, where no message remains."""
    return Show(card=card, audience=Reading(to=turn.event.account, handle=turn.event.handle))
