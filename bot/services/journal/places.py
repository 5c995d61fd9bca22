"""What on a page may point at a person: found in both of its parts, counted, named, and masked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from bot.domain.journal import Page
from bot.guards.identifiers.finding import as_let_be, find, may_be_let_be
from bot.guards.identifiers.found import Found
from bot.guards.identifiers.lines import Line, in_pieces, lines
from bot.services.support.let_be import LONGEST

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of one page, in its text and in its scene.

    A place is known by a number, which says nothing of its words: where it begins, the scene after the text.
    """

    page: Page = field(repr=False)
    in_text: Sequence[Found]
    in_scene: Sequence[Found]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.in_text) + len(self.in_scene)

    @property
    def is_soft(self) -> bool:
        """Whether all of them are most likely colleagues' names."""
        return all(place.is_soft for place in chain(self.in_text, self.in_scene))

    @property
    def names(self) -> Mapping[int, str]:
        """The words that may be let be, each once, by the number of the first place where they stand."""
        known: dict[str, int] = {}
        found: dict[int, str] = {}
        for number, words, place in self._numbered():
            if may_be_let_be(place) and len(words) <= LONGEST:
                first = known.setdefault(as_let_be(words), number)
                found.setdefault(first, words)
        return found

    def lines(self) -> Iterator[Line]:
        """Walk the lines that hold a place, those of the text first."""
        text, scene = self._pieces()
        yield from lines(self.page.text, self.in_text, text[1::2])
        yield from lines(self.page.scene, self.in_scene, scene[1::2])

    def masked(self) -> Page:
        """Return the page with all of them masked; everything else on it stays."""
        text, scene = ("".join(pieces) for pieces in self._pieces())
        return replace(self.page, text=text, scene=scene)

    def _pieces(self) -> Sequence[Sequence[str]]:
        return in_pieces([(self.page.text, self.in_text), (self.page.scene, self.in_scene)])

    def _numbered(self) -> Iterator[tuple[int, str, Found]]:
        parts = ((0, self.page.text, self.in_text), (len(self.page.text) + 1, self.page.scene, self.in_scene))
        for begins, text, found in parts:
            for place in found:
                yield begins + place.start, " ".join(text[place.start : place.end].split()), place


def places_on(page: Page, let_be: Collection[str] = ()) -> Places:
    """Return the places of a page, without the words to let be (as `as_let_be` writes them).

    Nor is the day one on which an account for a portfolio says that its session was: it stands by itself on a
    line, as our form wrote it there.
    """
    in_text = find(page.text, let_be)
    if page.is_account:
        in_text = tuple(place for place in in_text if not _is_day_of(page.text, place))
    return Places(page=page, in_text=in_text, in_scene=find(page.scene, let_be))


def _is_day_of(text: str, place: Found) -> bool:
    line = text[text.rfind("\n", 0, place.start) + 1 :].split("\n", 1)[0]
    return line == text[place.start : place.end] and bool(_DAY.fullmatch(line))
