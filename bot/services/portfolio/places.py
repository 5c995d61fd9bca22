"""What in a document may point at a person: found in own words, in a table too, and marked for its writer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.documents import Part, Prose, Rows
from bot.guards.identifiers.finding import find
from bot.guards.identifiers.found import Found
from bot.guards.identifiers.lines import in_pieces, lines
from bot.services.portfolio.documents import Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """A line with `places` in it, each between guillemets, and in which chapter, with its number."""

    title: str
    line: str = field(repr=False)
    places: int
    entry: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All places of a document. `is_soft`: most likely all of them are colleagues' names."""

    count: int
    is_soft: bool
    pointing: Sequence[Pointing]


def places_in(chapters: Sequence[Chapter], let_be: Collection[str]) -> Places:
    """Return the places of some chapters, without the words to let be (as `as_let_be` writes them)."""
    every, pointing = list[Found](), list[Pointing]()
    for number, chapter in enumerate(chapters, start=1):
        title = f"{number}. {chapter.title}"
        for text in (text for part in chapter.parts for text in _own(part)):
            found = find(text, let_be)
            labels = in_pieces([(text, found)])[0][1::2]
            every += found
            pointing += (
                Pointing(title=title, line=line.text, places=line.places, entry=chapter.entry)
                for line in lines(text, found, labels)
            )
    is_soft = all(place.is_soft for place in every)
    return Places(count=len(every), is_soft=is_soft, pointing=pointing)


def marked(text: str, let_be: Collection[str]) -> str:
    """Return a text with each place of it between guillemets, and else as it is."""
    parts, at = list[str](), 0
    for place in find(text, let_be):
        parts += [text[at : place.start], f"\u00ab{text[place.start : place.end]}\u00bb"]
        at = place.end
    return "".join([*parts, text[at:]])


def is_number(cell: str) -> bool:
    """Whether a cell is a day of a session or its minutes: a table of them is what was asked for."""
    return cell.replace("-", "").isdecimal()


def _own(part: Part) -> Iterator[str]:
    match part:
        case Prose(text=text, own=True):
            yield text
        case Rows(rows=rows):
            yield from (cell for row in rows for cell in row if not is_number(cell))
        case _:
            return
