"""What no client of a platform sends, and any can: a control used as another kind, with anything in it."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.surface.inbound import ActionPressed, FormSubmitted, InboundEvent, OptionChosen, ScaleAnswered
from bot.surface.outcome import Open, Outcome, Replace, Show
from tests.unit.small_house import ANA, form_of, on, ref_of
from tests.unit.world import World, world

WORDS = (
    "checkin", "rough", "write", "journal", "journal search heron", "search", "plans", "people", "settings",
    "rest", "repair", "practise", "stop", "link", "unlink", "export", "erase", "help now", "start",
)  # fmt: skip
HOSTILE = (
    "",
    "\0",
    "\ud800",
    "\u0661\u0662",
    "1e9",
    "-1",
    "../../etc/passwd",
    "9999-12-31",
    "25:61",
    "x" * 9_000,
)


Refs = dict[str, tuple[str, tuple[str, ...]]]
"""A ref of each action, by the action, and the fields of a form."""


def refs_of(outcome: Outcome) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Walk the refs that an outcome carries, each with the fields of its form."""
    for act in (outcome.first, *outcome.then):
        match act:
            case Show(card=card) | Replace(card=card):
                yield from ((ref_of(one), ()) for one in card.controls if getattr(one, "ref", ""))
            case Open(form=form):
                yield form.ref, tuple(field.name for field in form.fields)
            case _:
                pass


async def _shown(house: World) -> Refs:
    """Return what somebody meets who looks around, and presses each thing once."""
    met: Refs = {}

    def note(outcome: Outcome) -> None:
        met.update({ref.split(":")[1]: (ref, fields) for ref, fields in refs_of(outcome)})

    for word in WORDS:
        note(await house.command(word))
    note(await house.say("words that wait"))
    for ref, _ in list(met.values()):
        note(await house.hear(ActionPressed(**house.facts(ANA), ref=ref)))
    return met


def misused(house: World, ref: str, fields: tuple[str, ...]) -> Iterator[InboundEvent]:
    """Walk what can be sent with a ref, beside what it is for."""
    yield ActionPressed(**house.facts(ANA), ref=ref)
    yield ScaleAnswered(**house.facts(ANA), ref=ref, value=10**30)
    yield OptionChosen(**house.facts(ANA), ref=ref, values=HOSTILE)
    yield FormSubmitted(**house.facts(ANA), ref=ref, values={})
    for value in HOSTILE if fields else ():
        yield OptionChosen(**house.facts(ANA), ref=ref, values=(value,))
        yield FormSubmitted(**house.facts(ANA), ref=ref, values=dict.fromkeys((*fields, "?"), value))


async def test_no_control_can_be_used_such_that_something_breaks(caplog: pytest.LogCaptureFixture) -> None:
    """The kind of a control stands outside of its ref, and what is chosen or typed is whatever was sent."""
    caplog.set_level(logging.WARNING)
    with world() as house:
        await house.settle_in()
        await house.until(on(5, 9))
        await house.submit(form_of(await house.command("write")), text="a heron")
        met = await _shown(house)
        assert len(met) > 40
        for ref, fields in met.values():
            for event in misused(house, ref, fields):
                assert isinstance(await house.hear(event), Outcome)
                assert caplog.messages == [], (ref, type(event))
