"""What a person can press and choose from on a message, and how it is found.

https://docs.discord.com/developers/components/reference
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tests.json_types import Json
from tests.sim.common.answers import NotPossible

BUTTON, SELECT = 2, 3
LINK_STYLE = 5

Wanted = str | Callable[[Json], bool]
"""A control by its custom_id, by the words on it, or by a predicate on its component."""


def controls(components: Sequence[Json]) -> Iterator[Json]:
    """Every button and select, from top to bottom."""
    for component in components:
        if component["type"] in {BUTTON, SELECT}:
            yield component
        below = [*component.get("components", []), component.get("accessory")]
        yield from controls([each for each in below if each])


def label(control: Json) -> str:
    """Return the words by which a person knows a control."""
    return str(control.get("label") or control.get("placeholder") or "")


def find(components: Sequence[Json], wanted: Wanted) -> Json | None:
    """Return the control that is meant: by its custom_id first, then by its words.

    Raises:
        NotPossible: several have these words.
    """
    if callable(wanted):
        return next((each for each in controls(components) if wanted(each)), None)
    for each in controls(components):
        if each.get("custom_id") == wanted:
            return each
    named = [each for each in controls(components) if label(each) == wanted]
    if len(named) > 1:
        raise NotPossible(f"{len(named)} controls say {wanted!r}")
    return named[0] if named else None


def choose(select: Json, wanted: Sequence[str], name: str) -> list[str]:
    """Return the values of options that are named by value or by words.

    Raises:
        NotPossible: there is no such option, or they are too few or too many.
    """
    values = [_value(select, each, name) for each in wanted]
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if select["type"] != SELECT:
        least, most = 0, len(select.get("options", []))
    if values and not least <= len(values) <= most:
        raise NotPossible(f"{name!r} takes {least} to {most} options, not {len(values)}")
    return values


def _value(select: Json, wanted: str, name: str) -> str:
    for key in ("value", "label"):
        for option in select.get("options", []):
            if option[key] == wanted:
                return str(option["value"])
    raise NotPossible(f"{name!r} has no option {wanted!r}")
