"""Tags: own short words on a page, sealed inside it, and one of them followed through the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from bot.domain.journal import SUPERVISION, TAG_MAX, TAGS_MAX, Entry, Page
from bot.domain.search import folded
from bot.services.cards import journal as journal_cards
from bot.services.cards import reading as cards
from bot.services.desk import Turn
from bot.services.journal.entries import open_pages, read_entry, write_entry
from bot.services.journal.reading import first_line, listed, reading
from bot.services.journal.tag_names import like_somebody
from bot.services.support.let_be import let_be_of
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, answer
from bot.surface.text import kept


def show(turn: Turn) -> Outcome:
    """Show the tags of an entry, or ask for some where there are none."""
    found = _page(turn)
    if found is None:
        return answer(journal_cards.no_entry())
    entry, page = found
    if not page.tags:
        return change(turn)
    return reading(turn, cards.tags(turn.mint, entry.id, page))


def change(turn: Turn) -> Outcome:
    """Open the form with the tags of an entry."""
    found = _page(turn)
    if found is None:
        return answer(journal_cards.no_entry())
    entry, page = found
    return Outcome(first=Open(form=cards.tagging(turn.mint("tags.save", entry.id), page.tags)))


def save(turn: Turn) -> Outcome:
    """Write the tags of an entry; all else on it stays."""
    wanted = _tags_in(kept(turn.typed.get(cards.TAGS, "")))
    if any(len(tag) > TAG_MAX for tag in wanted):
        return Outcome(first=Refuse(errors={cards.TAGS: cards.TAG_TOO_LONG}))
    if len(wanted) > TAGS_MAX:
        return Outcome(first=Refuse(errors={cards.TAGS: cards.TOO_MANY_TAGS}))
    found = _page(turn)
    before = found[1].tags if found else ()
    held = let_be_of(turn.desk, turn.unit, turn.person)
    new = [tag for tag in wanted if tag not in before]
    names = like_somebody(new, held.compared if held else ())
    return _write(turn, lambda _: wanted, cards.retagged(turn.mint, turn.subject, names=len(names)))


def keep(_turn: Turn) -> Outcome:
    """Take the answer that a tag is nobody's name: nothing changes."""
    return answer(cards.tag_stays())


def supervise(turn: Turn) -> Outcome:
    """Put an entry on the list for supervision with one tap, or take it off. It is one tag more, or less."""
    is_on = turn.ref.arg == "on"
    return _write(turn, _with_it if is_on else _without_it, cards.for_supervision(is_on=is_on))


def supervised(page: Page) -> Page:
    """Return a page as one on the list for supervision."""
    return replace(page, tags=_with_it(page.tags))


def unsupervised(page: Page) -> Page:
    """Return a page as one that is not on that list."""
    return replace(page, tags=_without_it(page.tags))


def _with_it(standing: tuple[str, ...]) -> tuple[str, ...]:
    return (*_without_it(standing), SUPERVISION)


def _without_it(standing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tag for tag in standing if tag != SUPERVISION)


def follow(turn: Turn) -> Outcome:
    """Show the pages under a tag of an entry, the first written first."""
    return _under(turn, turn.choice.removeprefix("tag"), after=None)


def follow_on(turn: Turn) -> Outcome:
    """Go on after the page that was listed last. The tag itself never travels: that page carries it."""
    return _under(turn, turn.ref.arg, after=turn.subject)


def _page(turn: Turn) -> tuple[Entry, Page] | None:
    entry = turn.own(turn.unit.journal.get(turn.subject))
    return (entry, read_entry(turn.desk, turn.person, entry)) if entry else None


def _write(turn: Turn, tags: Callable[[tuple[str, ...]], tuple[str, ...]], noted: Card) -> Outcome:
    found = _page(turn)
    if found is None:
        return answer(journal_cards.no_entry())
    entry, page = found
    tagged = replace(page, tags=tags(page.tags))
    write_entry(turn.desk, turn.unit, turn.person, entry.id, tagged, before=entry)
    return answer(noted)


def _tags_in(text: str) -> tuple[str, ...]:
    """Return the tags of a line, each once: capitals and accents make no other tag."""
    tags = (" ".join(part.split()).removeprefix("#") for part in text.split(","))
    return tuple({folded(tag): tag for tag in reversed([tag for tag in tags if tag])}.values())[::-1]


def _under(turn: Turn, place: str, after: UUID | None) -> Outcome:
    found = _page(turn)
    tags = found[1].tags if found else ()
    if not place.isdecimal() or int(place) >= len(tags):
        return answer(journal_cards.no_entry())
    tag = tags[int(place)]
    pages = open_pages(turn.desk, turn.person, turn.unit.journal.every(turn.person.id))
    under = [each for each in pages if _place(each[1], tag) is not None]

    def more(entry: Entry, page: Page) -> str | None:
        return turn.mint("tag.more", entry.id, str(_place(page, tag)))

    some = listed(turn, under, after, first_line, more)
    if some is None:
        return answer(journal_cards.no_entry())
    return reading(turn, cards.tagged(turn.mint, some, turn.today, tag))


def _place(page: Page, tag: str) -> int | None:
    """Return which of a page's tags this one is, however it is written there."""
    meant = folded(tag)
    return next((place for place, each in enumerate(page.tags) if folded(each) == meant), None)
