"""A long text in several inputs, for platforms where one holds less than a field may; nothing is ever cut.

An input's id is `field|part|gap`. `part` counts the inputs of a field from 0, and `gap` keeps the line breaks
and spaces between a part and the one before, so that what was not touched comes back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.surface.form import Field, TextField
from bot.surface.parts import Piece, pieces, units

MORE = "More, if you need it"
_GOES_ON = ("{label} ({part})", "({part})")
"""The label of a next input, and one for where that has no room."""
_SPARE = 500
"""With less room than that, a text that may become longer is offered a further input."""
_SIGNS = {"\n": "n", " ": "s"}
_OF_SIGNS = {code: sign for sign, code in _SIGNS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input of a text: what stands in it, and up to how many units may."""

    id: str
    label: str
    value: str = field(repr=False)
    most: int
    is_first: bool


def inputs_of(
    text: TextField, *, holds: int, label_holds: int, has_room: bool, is_tight: bool = False
) -> Iterator[Input]:
    """Walk the inputs of a text: as many as it fills, and one more where it is nearly more than one holds.

    `holds` is how many units fit into one input, `label_holds` into a label. `has_room` says whether the form
    takes more inputs than it has fields, `is_tight` that each is to hold as much as it can.
    """
    parts = list(pieces(text.value, holds, is_tight=is_tight))
    if has_room and units(text.value) > holds - _SPARE and len(parts) * holds < text.limit:
        parts.append(Piece("", "\n"))
    most = holds if len(parts) > 1 else min(holds, max(text.limit, units(text.value)))
    for place, piece in enumerate(parts):
        yield Input(
            id=input_id(text, place, piece.before),
            label=_label(text, place, label_holds) if piece.text or not place else MORE,
            value=piece.text,
            most=most,
            is_first=not place,
        )


def input_id(of: Field, part: int = 0, gap: str = "") -> str:
    """Return the id of an input of a field."""
    return f"{of.name}|{part}|{''.join(_SIGNS[sign] for sign in gap)}"


def field_of(input_id: str) -> str:
    """Return the name of the field that an input belongs to."""
    return _opened(input_id)[0]


def values_of(typed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what stands in each field by its name, of what stands in each input by its id, in any order."""
    parts: dict[str, list[tuple[int, Piece]]] = {}
    for each, value in typed:
        name, part, gap = _opened(each)
        parts.setdefault(name, []).append((part, Piece(value, gap)))
    return {
        name: _joined(piece for _, piece in sorted(of_one, key=lambda part: part[0]))
        for name, of_one in parts.items()
    }


def _label(text: TextField, part: int, holds: int) -> str:
    if not part:
        return text.label
    long, short = (words.format(label=text.label, part=part + 1) for words in _GOES_ON)
    return long if units(long) <= holds else short


def _opened(input_id: str) -> tuple[str, int, str]:
    """Return the field, the part and the gap that an id names.

    One that is none of ours is a field by itself: what stands there was written all the same.
    """
    name, part, gap = ([*input_id.rsplit("|", 2), "", ""])[:3]
    if not (part.isdecimal() and part.isascii() and set(gap) <= _OF_SIGNS.keys()):
        return input_id, 0, ""
    return name, int(part), "".join(_OF_SIGNS[code] for code in gap)


def _joined(parts: Iterator[Piece]) -> str:
    """Return parts as one text; beside an empty part there is no gap."""
    joined = ""
    for piece in parts:
        joined += f"{piece.before if joined and piece.text else ''}{piece.text}"
    return joined
