"""What Discord knew of the commands, beside what it is told now. Pure: JSON on both sides.

Discord sends back more than it was told (ids, defaults), so that only what people see of a command counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from adapters.discord.text import Json

_SUB_COMMAND, _SUB_GROUP = 1, 2
"""`type` of what stands below a command and is no option of it."""
_SEEN = ("name", "description", "name_localizations", "description_localizations")
_SEEN_OF_OPTION = (*_SEEN, "type", "required", "autocomplete")
_SEEN_OF_ALL = ("integration_types", "contexts")


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The commands by all their words, such as "reststop journal last"."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether Discord knew it all."""
        return not (self.new or self.changed or self.gone)


def news(before: Iterable[Json], now: Iterable[Json]) -> News:
    """Return what is new to Discord in `now`, the commands of an application."""
    known, told = _flat(before), _flat(now)
    return News(
        new=tuple(sorted(told.keys() - known.keys())),
        changed=tuple(sorted(name for name in told.keys() & known.keys() if told[name] != known[name])),
        gone=tuple(sorted(known.keys() - told.keys())),
    )


def _flat(commands: Iterable[Json]) -> dict[str, object]:
    return {name: seen for command in commands for name, seen in _leaves(command, "", _where(command))}


def _leaves(node: Json, path: str, above: object) -> Iterator[tuple[str, object]]:
    """Yield each command that can be used, with what is seen of it and of the groups that it stands in."""
    name = f"{path} {node['name']}".strip()
    below = [each for each in node.get("options") or () if each["type"] in {_SUB_COMMAND, _SUB_GROUP}]
    seen = (above, _picked(node, _SEEN))
    if below:
        for each in below:
            yield from _leaves(each, name, seen)
    else:
        yield name, (seen, [_picked(option, _SEEN_OF_OPTION) for option in node.get("options") or ()])


def _where(command: Json) -> object:
    return [sorted(command.get(name) or ()) for name in _SEEN_OF_ALL]


def _picked(node: Json, names: tuple[str, ...]) -> list[object]:
    """Return values that count; what is false, empty or not there is the same to Discord."""
    return [node.get(name) or None for name in names]
