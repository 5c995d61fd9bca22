"""Taking a portfolio along: which template, a look at it with what may point at a person, and the files.

They are made once the unit is over and handed to the one who asked. Nothing of them is written down here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from bot.domain.csv_rows import as_csv
from bot.domain.document_markdown import as_markdown
from bot.domain.documents import Document, Heading, Part, Prose, Rows
from bot.ports.documents import Documents
from bot.services.cards import accounts
from bot.services.cards import portfolio_preview as cards
from bot.services.desk import Turn
from bot.services.journal.reading import reading
from bot.services.portfolio.documents import Chapter, chapters, days_of, document, table, to_look_through
from bot.services.portfolio.gathering import Gathered, gathered
from bot.services.portfolio.places import is_number, marked, places_in
from bot.services.portfolio.writing import template_of
from bot.services.support import let_be
from bot.surface.card import Paragraph, aside, own_words
from bot.surface.outcome import Attach, File, Outcome, answer, made_after

MAKES_WITHIN = 30.0
"""Seconds in which all of it is opened and looked through; the files themselves take their own time after."""
ROWS_AT_ONCE = 10
"""Rows of a table on one card."""


def which(turn: Turn) -> Outcome:
    """Show the kinds of document."""
    return answer(accounts.which_to_take(turn.mint, turn.desk.catalogue.templates()))


def preview(turn: Turn) -> Outcome:
    """Show what stands in a document, and each place of it that may point at a person."""
    template = template_of(turn, turn.choice)
    return _preview(turn, gathered(turn, template)) if template else which(turn)


def read(turn: Turn) -> Outcome:
    """Show one chapter of a document, as it will be, with such places marked."""
    number, _, name = turn.ref.arg.partition(".")
    template = template_of(turn, name)
    if template is None:
        return which(turn)
    all_of_it = gathered(turn, template)
    views = [view for chapter in chapters(all_of_it) for view in _views(chapter)]
    if not views:
        return answer(cards.nothing_in_it(turn.mint, template))
    at = min(int(number), len(views) - 1)
    known = _let_be(turn)
    chapter = views[at]
    view = cards.View(
        template=template,
        state=all_of_it.state,
        number=at,
        of=len(views),
        title=chapter.title,
        blocks=tuple(block for part in chapter.parts for block in _shown(part, known)),
        entry=chapter.entry,
    )
    return reading(turn, cards.read(turn.mint, view))


def offer(turn: Turn) -> Outcome:
    """Say what the files are and where copies of them stay; what changed since is shown anew."""
    return _as_seen(turn, _offered)


def make(turn: Turn) -> Outcome:
    """Make the files of what was seen, and hand them over; what changed since is shown anew."""
    return _as_seen(turn, _made)


def not_now(_turn: Turn) -> Outcome:
    """Take a "not now"."""
    return answer(cards.not_now())


def _as_seen(turn: Turn, go_on: Callable[[Turn, Gathered], Outcome]) -> Outcome:
    """Go on with a document that is as it was when its writer looked at it."""
    template = template_of(turn, turn.ref.arg)
    if template is None:
        return which(turn)
    now = gathered(turn, template)
    return go_on(turn, now) if now.state == turn.subject else _preview(turn, now, has_changed=True)


def _offered(turn: Turn, seen: Gathered) -> Outcome:
    hosted, pdf = turn.capabilities.hosted, turn.desk.documents.makes_pdf
    return answer(cards.offer(turn.mint, seen.template, seen.state, hosted=hosted, pdf=pdf))


def _made(turn: Turn, seen: Gathered) -> Outcome:
    """Gather all that is needed; what takes long is made when the unit is over."""
    hosted, new_id = turn.capabilities.hosted, turn.desk.chance.new_id
    name = f"reststop-{seen.template.id.replace('_', '-')}-{turn.today.isoformat()}"
    made = document(seen, turn.today)
    rows = table(seen) if seen.template.is_log else None
    ids = [new_id() if hosted else None for _ in range(3)]
    mint, documents = turn.mint, turn.desk.documents

    def files() -> Outcome:
        every, unwritten = _files(name, made, rows, documents)
        card = cards.made(mint, unwritten=unwritten, hosted=hosted)
        return answer(card, *(Attach(file=file, id=one) for file, one in zip(every, ids, strict=False)))

    return made_after(files)


def _files(name: str, made: Document, rows: Rows | None, documents: Documents) -> tuple[Sequence[File], int]:
    """Return the files, and how many signs the PDF could not write."""
    files = [File(name=f"{name}.md", type="text/markdown", body=as_markdown(made).encode())]
    unwritten = 0
    if documents.makes_pdf:
        pdf = documents.pdf(made)
        unwritten = pdf.unwritten
        files.append(File(name=f"{name}.pdf", type="application/pdf", body=pdf.body))
    if rows is not None:
        files.append(File(name=f"{name}.csv", type="text/csv", body=as_csv(rows)))
    return files, unwritten


def _preview(turn: Turn, all_of_it: Gathered, *, has_changed: bool = False) -> Outcome:
    """Look all of it through once the unit is over: of many pages that takes seconds."""
    if all_of_it.is_empty:
        return answer(cards.nothing_in_it(turn.mint, all_of_it.template))
    known = _let_be(turn)
    return made_after(
        lambda: reading(turn, cards.preview(turn.mint, _inside(all_of_it, known), has_changed=has_changed))
    )


def _inside(all_of_it: Gathered, known: Collection[str]) -> cards.Inside:
    found = places_in(to_look_through(all_of_it), known)
    entries = {each.entry: each.title for each in found.pointing if each.entry}
    return cards.Inside(
        template=all_of_it.template,
        state=all_of_it.state,
        accounts=len(all_of_it.accounts),
        pages=len(all_of_it.pages),
        sessions=len(all_of_it.sessions),
        days=days_of(all_of_it),
        places=found.count,
        is_soft=found.is_soft,
        lines=tuple((each.title, each.line, each.places) for each in found.pointing[: cards.LINES_MAX]),
        entries=tuple(entries.items()),
        scenes=all_of_it.scenes,
        closed=all_of_it.closed,
    )


def _let_be(turn: Turn) -> Collection[str]:
    held = let_be.let_be_of(turn.desk, turn.unit, turn.person)
    return held.compared if held else ()


def _views(chapter: Chapter) -> Sequence[Chapter]:
    """Return a chapter as it is read, a card at a time: a long table has several."""
    tables = [part for part in chapter.parts if isinstance(part, Rows)]
    return [
        replace(chapter, parts=(replace(part, rows=part.rows[at : at + ROWS_AT_ONCE]),))
        for part in tables
        for at in range(0, len(part.rows), ROWS_AT_ONCE)
    ] or [chapter]


def _shown(part: Part, known: Collection[str]) -> Sequence[Paragraph]:
    match part:
        case Prose(text=text):
            return [own_words(marked(text, known))] if text.strip() else []
        case Heading(text=text):
            return [aside(text)]
        case Rows(rows=rows):
            return [own_words(" \u00b7 ".join(_cells(row, known))) for row in rows]
        case _:
            return []


def _cells(row: Sequence[str], known: Collection[str]) -> Iterator[str]:
    return (cell if is_number(cell) else marked(cell, known) for cell in row if cell)
