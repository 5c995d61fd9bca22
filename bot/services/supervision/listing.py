"""What is to be taken to supervision: the pages that their writer marked, to read and to take along."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid5

from bot.domain.document_markdown import as_markdown
from bot.domain.documents import Aside, Document, Heading, Prose
from bot.domain.journal import SUPERVISION, Entry, Page
from bot.services.cards import supervision as cards
from bot.services.cards import takeout as copies
from bot.services.cards.days import day_in_full
from bot.services.desk import Turn
from bot.services.journal.entries import open_pages, write_entry
from bot.services.journal.reading import first_line, listed, reading
from bot.services.journal.tags import unsupervised
from bot.services.supervision.meeting import meeting_of
from bot.surface.outcome import Attach, File, Outcome, answer, made_after

WHOLE_AT_ONCE = 5
"""Pages that stand in full on one card."""
SIGNS_AT_ONCE = 12_000
"""So many signs may they have together."""


def show(turn: Turn) -> Outcome:
    """Show the list and the next day, where no message remains."""
    return _list(turn, after=None)


def further(turn: Turn) -> Outcome:
    """Go on after the page that was listed last."""
    return _list(turn, after=turn.subject)


def take_along(turn: Turn) -> Outcome:
    """Show what is marked in full, to be copied by its writer, as much at a time as any screen holds."""
    pages = _marked(turn)
    if not pages:
        return answer(cards.nothing_marked())
    begins = next((at + 1 for at, (entry, _) in enumerate(pages) if entry.id == turn.ref.subject), 0)
    begins = begins if begins < len(pages) else 0  # the rest came off the list since
    some = _fitting(pages[begins:])
    ends = begins + len(some)
    part = cards.Part(
        pages=[(day_in_full(entry.day), page) for entry, page in some],
        first=begins + 1,
        total=len(pages),
        after=some[-1][0].id if ends < len(pages) else None,
    )
    return reading(turn, cards.in_full(turn.mint, part))


def ask_file(turn: Turn) -> Outcome:
    """Say where a copy of a file stays; at a terminal it is made at once, for it stays with its owner."""
    if not _marked(turn):
        return answer(cards.nothing_marked())
    return answer(cards.ask_file(turn.mint)) if turn.capabilities.hosted else make_file(turn)


def make_file(turn: Turn) -> Outcome:
    """Make the list into a file for its writer, and hand it over."""
    pages, hosted = _marked(turn), turn.capabilities.hosted
    if not pages:
        return answer(cards.nothing_marked())
    name = f"reststop-supervision-{turn.today.isoformat()}.md"
    copy, made = turn.desk.chance.new_id() if hosted else None, copies.of_a_list(turn.mint, hosted=hosted)

    def make() -> Outcome:
        body = as_markdown(_document(pages)).encode()
        return answer(made, Attach(file=File(name=name, type="text/markdown", body=body), id=copy))

    return made_after(make)


def clear(turn: Turn) -> Outcome:
    """Take off the list what stood on it when it was asked, and nothing of another list; the pages stay."""
    marked = _marked(turn)
    if marked and _known_by(turn.subject, marked) != turn.ref.arg:
        return answer(cards.changed())
    for entry, page in marked:
        write_entry(turn.desk, turn.unit, turn.person, entry.id, unsupervised(page), before=entry)
    return answer(cards.cleared())


def leave(_turn: Turn) -> Outcome:
    """Let them stand on the list."""
    return answer(cards.left())


def shown_to(turn: Turn, session: UUID) -> str:
    """Return what a control carries to know the list by, for a session; empty where no page is on it."""
    marked = _marked(turn)
    return _known_by(session, marked) if marked else ""


def _known_by(session: UUID, pages: Sequence[tuple[Entry, Page]]) -> str:
    """Return what tells this list from another; it says nothing of the pages."""
    return uuid5(session, ".".join(entry.id.hex for entry, _ in pages)).hex[:16]


def _fitting(pages: Sequence[tuple[Entry, Page]]) -> Sequence[tuple[Entry, Page]]:
    """Return the first of some pages that stand together on one card: one at least, however long."""
    signs, fits = 0, 0
    for _, page in pages[:WHOLE_AT_ONCE]:
        signs += len(page.words) + len(page.question)
        if fits and signs > SIGNS_AT_ONCE:
            break
        fits += 1
    return pages[:fits]


def _marked(turn: Turn) -> list[tuple[Entry, Page]]:
    """Open the pages on the list, the first written first."""
    pages = open_pages(turn.desk, turn.person, turn.unit.journal.every(turn.person.id))
    return [(entry, page) for entry, page in pages if SUPERVISION in page.tags]


def _list(turn: Turn, after: UUID | None) -> Outcome:
    def more(entry: Entry, _page: Page) -> str:
        return turn.mint("supervision.more", entry.id)

    meeting = meeting_of(turn.desk, turn.unit, turn.person, turn.today)
    some = listed(turn, _marked(turn), after, first_line, more)
    return reading(turn, cards.listed(turn.mint, meeting, some, turn.today))


def _document(pages: list[tuple[Entry, Page]]) -> Document:
    parts: list[Heading | Aside | Prose] = []
    for entry, page in pages:
        parts.append(Heading(text=day_in_full(entry.day)))
        if page.question:
            parts.append(Aside(text=page.question))
        if page.text:  # a scene goes by itself, and is in no file
            parts.append(Prose(text=page.text, own=True))
    return Document(title="For supervision", parts=tuple(parts))
