"""The units of a file without what is broken in them, so that all the rest can be looked over at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from adapters.content.course_unit_models import unit_stand_ins

Place = tuple[str | int, ...]
"""Where in the list of units something is broken: the place of the unit, then keys and places in it."""
_EACH_ALONE = {"items", "test"}
"""Lists of which the others are still read where one of them is broken."""


def sound_units(units: Sequence[object], broken: Collection[Place]) -> list[object]:
    """Return units in which each broken question or item is left out, and each broken line stood in for.

    A unit that is no map at all stays, and is refused again.
    """
    return [
        _sound(number, unit, {place[1:] for place in broken if place[:1] == (number,) and place[1:]})
        if isinstance(unit, dict)
        else unit
        for number, unit in enumerate(units)
    ]


def _sound(number: int, unit: dict[str, object], broken: Collection[Place]) -> dict[str, object]:
    known = unit_stand_ins(number)
    found = dict(unit)
    for place in broken:
        key = place[0]
        listed = unit.get(str(key))
        if key in _EACH_ALONE and len(place) > 1 and isinstance(listed, list):
            spared = {other[1] for other in broken if other[0] == key and len(other) > 1}
            found[str(key)] = [each for n, each in enumerate(listed) if n not in spared]
        elif key in known:
            found[str(key)] = known[str(key)]
        else:
            found.pop(str(key), None)
    return found
