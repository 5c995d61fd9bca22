"""The tests of the scenarios, as they stand, on a loopback platform: nothing of them is written twice."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

Test = Callable[..., None]

SURFACE = "surface"
ANY_HOSTED = "slack"
"""Of which a test tells that is true of any platform, and is not told of each."""


def told_on(surface: str, module: ModuleType) -> dict[str, Test]:
    """Return the tests of a scenario that can be told of a surface, by names that say which scenario it was.

    One that tells of each surface keeps this one alone, or what it says of any platform. It is played
    wherever `staged` says, so that the module which takes it in has a fixture for that.
    """
    scenario = module.__name__.rpartition("_")[2]
    tests = {name: test for name, test in vars(module).items() if name.startswith("test_")}
    return {
        name.replace("test_", f"test_{scenario}_", 1): _told_on(surface, test)
        for name, test in tests.items()
        if _is_told_on(surface, test)
    }


def _is_told_on(surface: str, test: Test) -> bool:
    """Whether a test tells of this surface or of any platform, and not of another surface alone."""
    return all(_only(surface, mark).args[1:2] != ([],) for mark in getattr(test, "pytestmark", ()))


def _told_on(surface: str, test: Test) -> Test:
    """Return a copy of a test in which only this one is left of the surfaces."""
    copy = types.FunctionType(test.__code__, test.__globals__, test.__name__, test.__defaults__)
    copy.__doc__ = test.__doc__
    copy.__annotations__ = test.__annotations__
    copy.pytestmark = [_only(surface, mark) for mark in getattr(test, "pytestmark", ())]  # type: ignore[attr-defined]
    return copy


def _only(surface: str, mark: pytest.Mark) -> pytest.Mark:
    if mark.name != "parametrize":
        return mark
    names = mark.args[0].split(",") if isinstance(mark.args[0], str) else [*mark.args[0]]
    if SURFACE not in names:
        return mark
    told = {each: [value for value in mark.args[1] if each in _each(value)] for each in (surface, ANY_HOSTED)}
    return pytest.mark.parametrize(mark.args[0], told[surface] or told[ANY_HOSTED], **mark.kwargs).mark


def _each(value: object) -> Iterator[object]:
    yield from value if isinstance(value, tuple) else (value,)
