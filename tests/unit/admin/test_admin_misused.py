"""What no admin's client sends, and any can: their controls used as another kind, with anything in it."""

from __future__ import annotations

import logging

import pytest

from bot.surface.inbound import ActionPressed, OptionChosen
from bot.surface.outcome import Outcome
from tests.unit.small_house import ANA, card_of
from tests.unit.test_controls_misused import Refs, misused, refs_of
from tests.unit.world import world


async def test_no_control_of_an_admin_breaks_anything(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever stands in a form or a choice: it is taken, or refused in words, and nothing fails."""
    caplog.set_level(logging.WARNING)
    with world() as house:
        house.organisation, house.managers = "chat/team", {ANA: True}
        met: Refs = {}

        def note(outcome: Outcome) -> None:
            met.update({ref.split(":")[1]: (ref, fields) for ref, fields in refs_of(outcome)})

        note(await house.command("admin"))
        for _ in range(2):
            for ref, _fields in list(met.values()):
                note(await house.hear(ActionPressed(**house.facts(ANA), ref=ref)))
                for value in ("NZ", "week", "day", "trainer"):
                    note(await house.hear(OptionChosen(**house.facts(ANA), ref=ref, values=(value,))))
        assert len(met) > 25
        for ref, fields in met.values():
            for event in misused(house, ref, fields):
                assert isinstance(await house.hear(event), Outcome)
                assert caplog.messages == [], (ref, type(event))
        assert card_of(await house.command("admin")).text_id == "admin.menu"
