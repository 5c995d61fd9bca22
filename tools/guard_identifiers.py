"""Counts what the guard for identifiers finds and misses in labelled notes.

A marked place is found where what the guard found covers two of its letters or digits, or its only one;
those of words like "Mr" do not count. What the guard found is right where 30 in 100 of its letters lie in
marked places. For what kind of thing it was taken changes neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.guards.identifiers.finding import find
from bot.guards.identifiers.found import Category, Found
from tools.guard_figures import Figure, f1, score, share
from tools.guard_rows import Mark, Note

ENOUGH = 2
RIGHT_FROM = 0.3
_NOT_COUNTED = """
mr mrs ms miss dr prof coach uncle auntie nurse sister baby little the client pt ref aged from on nights
intake nan old year yo flat
"""
NOT_COUNTED = frozenset(_NOT_COUNTED.split())
"""Words beside a name or a number that tell nobody who it is."""
NEAR = frozenset({"US", "UK", "any"})
"""Regions that are not "outside the US and UK"; "any" is a note that could stand anywhere."""
WORDS = re.compile(r"[^\W_]+")

_Outcome = tuple[int, int, int, int]
"""How many marks, of these found; how many finds, of these right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A note after the guard: each mark and whether it was found, each find and whether it is right."""

    note: Note
    marks: tuple[tuple[Mark, bool], ...] = field(repr=False)
    finds: tuple[tuple[Found, bool], ...] = field(repr=False)


def look(note: Note) -> Looked:
    """Show a note to the guard and compare."""
    return compare(note, find(note.text))


def compare(note: Note, finds: Sequence[Found]) -> Looked:
    """Compare what was found in a note, in order and apart, with what was marked there."""
    seen = _letters(note.text, finds)
    marked = _letters(note.text, note.marks)
    return Looked(
        note=note,
        marks=tuple((mark, _is_found(note.text, mark, seen)) for mark in note.marks),
        finds=tuple((found, _is_right(_letters(note.text, [found]), marked)) for found in finds),
    )


def figures(looked: Sequence[Looked]) -> dict[str, Figure]:
    """Return every figure of these notes, by its name."""
    clean = [each for each in looked if each.note.is_clean]
    holding = [each for each in looked if any(mark.counts for mark, _ in each.marks)]
    return {
        **_found_and_right("all", looked, set(Category)),
        **_found_and_right("names", looked, {Category.NAME}),
        **_found_and_right("all but names", looked, set(Category) - {Category.NAME}),
        "false alarm on a clean note": share(
            sum(any(not found.is_soft for found, _ in each.finds) for each in clean), len(clean)
        ),
        "false alarm, soft ones too": share(sum(bool(each.finds) for each in clean), len(clean)),
        "notes with everything found": share(
            sum(all(hit for mark, hit in each.marks if mark.counts) for each in holding), len(holding)
        ),
        "found, all lower case": _recall(looked, lambda note, _: note.is_lower),
        "found, mixed case": _recall(looked, lambda note, _: not note.is_lower),
        "found, names from outside the US and UK": _recall(
            looked, lambda note, mark: mark.category is Category.NAME and note.region not in NEAR
        ),
        "found, region outside the US and UK": _recall(looked, lambda note, _: note.region not in NEAR),
        "found, journal": _recall(looked, lambda note, _: note.kind == "journal"),
        "found, words for peers": _recall(looked, lambda note, _: note.kind == "peer"),
        "found, names of colleagues": _shared(
            hit for each in looked for mark, hit in each.marks if mark.is_soft and not mark.is_optional
        ),
        **{
            f"found, region {region}": _recall(
                [each for each in looked if each.note.region == region], lambda _, __: True
            )
            for region in sorted({each.note.region for each in looked})
        },
    }


def by_category(looked: Sequence[Looked]) -> dict[str, dict[str, Figure]]:
    """Return, for each kind of thing that was marked or found, how much was found and how much is right."""
    there = {mark.category for each in looked for mark, _ in each.marks if mark.counts}
    there |= {found.category for each in looked for found, _ in each.finds}
    return {
        category.value: _found_and_right("", looked, {category}) for category in Category if category in there
    }


def errors(looked: Iterable[Looked]) -> Iterable[str]:
    """Yield what went wrong, a line each, with its words: only for batches that may be looked at."""
    for each in looked:
        text = each.note.text
        for mark, hit in each.marks:
            if mark.counts and not hit:
                yield f"missed {mark.category}: {text[mark.start : mark.end]!r} in {each.note.name}: {text}"
        for found, is_right in each.finds:
            if not is_right:
                words = text[found.start : found.end]
                yield f"false alarm {found.category}: {words!r} in {each.note.name}: {text}"


def _letters(text: str, places: Iterable[Mark | Found]) -> set[int]:
    """Return where the letters and digits of these places stand."""
    return {at for place in places for at in range(place.start, place.end) if text[at].isalnum()}


def _is_found(text: str, mark: Mark, seen: set[int]) -> bool:
    letters = _letters(text, [mark])
    counted = set[int]()
    for word in WORDS.finditer(text, mark.start, mark.end):
        if word.group().lower() not in NOT_COUNTED:
            counted.update(range(*word.span()))
    counted = counted & letters or letters
    return len(counted & seen) >= min(ENOUGH, len(counted))


def _is_right(letters: set[int], marked: set[int]) -> bool:
    return bool(letters) and len(letters & marked) >= RIGHT_FROM * len(letters)


def _found_and_right(
    of: str, looked: Sequence[Looked], categories: Collection[Category]
) -> dict[str, Figure]:
    outcomes = [_outcome(each, categories) for each in looked]
    marks, hits, finds, right = _sums(Counter(outcomes))
    name = f"{of}: " if of else ""
    return {
        f"{name}F1": score(outcomes, _f1),
        f"{name}found": share(hits, marks),
        f"{name}right": share(right, finds),
    }


def _outcome(each: Looked, categories: Collection[Category]) -> _Outcome:
    marks = [hit for mark, hit in each.marks if mark.counts and mark.category in categories]
    finds = [is_right for found, is_right in each.finds if found.category in categories]
    return len(marks), sum(marks), len(finds), sum(finds)


def _sums(times: Mapping[_Outcome, int]) -> _Outcome:
    first, second, third, fourth = (
        sum(outcome[place] * count for outcome, count in times.items()) for place in range(4)
    )
    return first, second, third, fourth


def _f1(times: Mapping[_Outcome, int]) -> float:
    marks, hits, finds, right = _sums(times)
    return f1(right / finds if finds else 0.0, hits / marks if marks else 0.0)


def _recall(looked: Iterable[Looked], belongs: Callable[[Note, Mark], bool]) -> Figure:
    return _shared(
        hit for each in looked for mark, hit in each.marks if mark.counts and belongs(each.note, mark)
    )


def _shared(hits: Iterable[bool]) -> Figure:
    counted = list(hits)
    return share(sum(counted), len(counted))
