"""What was found, as lines to read: the sentence around each place, as it stands and masked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.guards.identifiers.found import Found
from bot.guards.identifiers.masking import masked

LINE_MAX = 240
"""Characters of a text on one line; a longer sentence is shown around its places."""
PLACE_MAX = 100
"""Characters of one place that are shown: an address of a page may be long."""

_BEFORE = 80
"""Characters that are shown before the first place of a sentence that is too long."""
_ENDS = re.compile(
    "[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]+[\"')\\]\u201d\u2019\u00bb]*\\s+|\\s*\n\\s*"
)
_GAP = re.compile(r"\s+")
_SEAM = "\0"
"""No text that is kept holds one (`bot.surface.text.kept`), and no label does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence, or a part of one, with `places` in it: each between guillemets, and masked."""

    text: str = field(repr=False)
    masked: str = field(repr=False)
    places: int


def in_pieces(parts: Sequence[tuple[str, Sequence[Found]]]) -> list[list[str]]:
    """Return each text in pieces: what stays, a label, what stays, and so on, beginning and ending with it.

    Labels are those of `masked` over all the texts, one below the other: the same words have the same label.
    """
    gaps = [list(_gaps(text, found)) for text, found in parts]
    labels = iter(_labels(parts))
    return [[gap[0], *(piece for between in gap[1:] for piece in (next(labels), between))] for gap in gaps]


def _gaps(text: str, found: Sequence[Found]) -> Iterator[str]:
    """Walk what stands before, between and behind the places."""
    at = 0
    for place in found:
        yield text[at : place.start]
        at = place.end
    yield text[at:]


def _labels(parts: Sequence[tuple[str, Sequence[Found]]]) -> Iterator[str]:
    """Walk the labels of all places. A seam behind each place shows in the masked text where a label ends."""
    marked: list[str] = []
    places: list[Found] = []
    before: list[int] = []
    length = gap = 0
    for text, found in parts:
        at = 0
        for place in found:
            stays, words = text[at : place.start].replace(_SEAM, " "), text[place.start : place.end]
            start = length + len(stays)
            places.append(replace(place, start=start, end=start + len(words)))
            marked += [stays, words.replace(_SEAM, " "), _SEAM]
            before.append(gap + len(stays))
            length, gap, at = start + len(words) + 1, 0, place.end
        rest = text[at:].replace(_SEAM, " ") + "\n"
        marked.append(rest)
        length += len(rest)
        gap += len(rest)
    pieces = masked("".join(marked), places).split(_SEAM)
    return (piece[length:] for piece, length in zip(pieces, before, strict=False))


def lines(text: str, found: Sequence[Found], labels: Sequence[str]) -> Iterator[Line]:
    """Walk the lines of `text` that hold a place. `found` is in order and apart, a label for each."""
    ends = _sentence_ends(text, found)
    at = done = 0
    while done < len(found):
        first = found[done]
        begins = ends[index - 1] if (index := bisect_right(ends, first.start)) else 0
        stops = ends[bisect_left(ends, first.end)]
        start = max(begins, at)
        if stops - start > LINE_MAX:
            start = _start(text, start, first)
        inside = [place for place in found[done : done + LINE_MAX] if place.end <= stops]
        held = [first, *(place for place in inside[1:] if place.end <= start + LINE_MAX)]
        at = _end(text, start, stops, held, inside)
        leads, trails = "\u2026" * (start > begins), "\u2026" * (at < stops)
        shown = [f"\u00ab{_short(text[place.start : place.end])}\u00bb" for place in held]
        yield Line(
            text=leads + _joined(text, start, at, held, shown) + trails,
            masked=leads + _joined(text, start, at, held, labels[done:]) + trails,
            places=len(held),
        )
        done += len(held)


def _sentence_ends(text: str, found: Sequence[Found]) -> list[int]:
    """Return where sentences end, in order, the end of the text last; none ends inside of a place."""
    starts = [place.start for place in found]
    ends: list[int] = []
    for match in _ENDS.finditer(text):
        before = bisect_left(starts, match.end()) - 1
        if before < 0 or found[before].end <= match.start():
            ends.append(match.end())
    return [*ends, len(text)]


def _start(text: str, start: int, first: Found) -> int:
    """Return where a line begins whose sentence is too long: between two words, not far before the place."""
    if first.start - start <= _BEFORE:
        return start
    gap = _GAP.search(text, first.start - _BEFORE, first.start)
    return gap.end() if gap else first.start


def _end(text: str, start: int, stops: int, held: Sequence[Found], inside: Sequence[Found]) -> int:
    """Return where a line ends: with its sentence, else between two words after its last place."""
    after, limit = held[-1].end, start + LINE_MAX
    if len(inside) > len(held):
        limit = min(limit, inside[len(held)].start)
    elif stops <= limit:
        return stops
    gaps = list(_GAP.finditer(text, after, max(limit, after)))
    return gaps[-1].start() if gaps else after


def _joined(text: str, start: int, end: int, held: Sequence[Found], instead: Sequence[str]) -> str:
    parts: list[str] = []
    at = start
    for place, words in zip(held, instead, strict=False):
        parts += [text[at : place.start], words]
        at = place.end
    return _GAP.sub(" ", "".join([*parts, text[at:end]])).strip()


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= PLACE_MAX else f"{words[:PLACE_MAX].rstrip()}\u2026"
