"""Telemetry: whatever is noted, nobody waits for it, nothing is raised, and no word could be in it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import StrEnum
from typing import get_type_hints

import pytest

from adapters.metrics.registry import Registry
from bot.ports.telemetry import Became, NoTelemetry, Surface, Telemetry, Work, surface_of
from bot.testing.telemetry import ReadTelemetry

MAKERS: dict[str, Callable[[], Telemetry]] = {
    "none": NoTelemetry,
    "read": ReadTelemetry,
    "prometheus": Registry,
}


def note_everything(telemetry: Telemetry) -> None:
    """Make every note that there is, for every surface and with numbers of all sizes."""
    for surface in Surface:
        for what in Became:
            telemetry.became(surface, what)
        for seconds in (0.0, 1e-9, 0.3, 86_400.0 * 365, -1.0):
            telemetry.sent_after(surface, seconds)
            telemetry.asked_to_wait(surface, seconds)
            telemetry.waits_since(surface, seconds)
        telemetry.line_is(surface, up=True)
        telemetry.line_is(surface, up=False)
    for work in Work:
        telemetry.took(work, 0.01)
        telemetry.failed(work)
    telemetry.not_saved()
    telemetry.loop_lagged(0.02)
    telemetry.key_is(days=3)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_every_note_is_taken(make: Callable[[], Telemetry]) -> None:
    """Also a time below nothing, which a clock that was put back makes."""
    note_everything(make())


def test_a_note_has_no_room_for_a_word() -> None:
    """Enums of the port and numbers are all that any of its methods takes: no text, no id."""
    methods = [each for name, each in inspect.getmembers(Telemetry, inspect.isfunction) if name[0] != "_"]
    assert len(methods) == 10
    for method in methods:
        kinds = get_type_hints(method)
        assert kinds.pop("return") is type(None)
        assert all(kind in {bool, int, float} or issubclass(kind, StrEnum) for kind in kinds.values())


def test_a_lane_that_is_nobodys_says_no_more_than_that() -> None:
    """What follows the surface in a lane is a workspace: it goes no further, nor does a strange one."""
    assert surface_of("slack/T0123ABC") is Surface.SLACK
    assert surface_of("discord") is Surface.DISCORD
    assert surface_of("a sentence of somebody's") is Surface.OTHER
    assert surface_of("") is Surface.OTHER
