"""What is said of a file of the library, found out once for all tests of a process.

Tests plant one fault in one of forty files: the others are the same, and so is what is said of them. A file
with a fault in it is another one, and is looked at anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pytest

from adapters.content import loader, reading, yaml_file

_parsed = lru_cache(maxsize=200)(yaml_file.parse_yaml)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """Equal to what holds the very same thing, and to nothing else."""

    held: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)


_Key = str | _Same | tuple[tuple[str, _Same], ...]


def _key(given: object) -> _Key:
    match given:
        case str():
            return given
        case dict():
            return tuple((name, _Same(each)) for name, each in given.items())
        case _:
            return _Same(given)


def _given(key: _Key) -> object:
    match key:
        case str():
            return key
        case tuple():
            return {name: each.held for name, each in key}
        case _:
            return key.held


def _once(find_out: Callable[..., object]) -> Callable[..., object]:
    """Return what finds the same out of the very same things, and remembers it."""

    @lru_cache(maxsize=200)
    def remembered(*keys: _Key) -> object:
        found = find_out(*map(_given, keys))
        return tuple(found) if isinstance(found, Iterator) else found

    return lambda *given: remembered(*map(_key, given))


_UNDERSTOOD = _once(reading.understood)
_OF_A_FILE = {
    name: _once(getattr(loader, name))
    for name in (
        "check_across",
        "check_flow_file",
        "check_prompts_file",
        "check_readings",
        "check_regions",
        "check_round",
        "check_voice",
        "check_ways",
        "check_zones",
        "flow_of",
        "prompts_of",
    )
}


def know_files(patch: pytest.MonkeyPatch) -> None:
    """Let each file that is looked at meanwhile be looked at once, until it changes."""
    patch.setattr(yaml_file, "parse_yaml", _parsed)
    patch.setattr(reading, "understood", _UNDERSTOOD)
    for name, once in _OF_A_FILE.items():
        patch.setattr(loader, name, once)
