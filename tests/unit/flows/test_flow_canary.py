"""What is written in a flow is read in the journal, and found nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.vault import material
from adapters.vault.vault import open_vault
from bot.surface.outcome import Outcome
from bot.testing.keys import MemoryKeyStore
from bot.testing.store import Trouble
from tests.unit.flows.walks import begin, open_form, open_runs, press, reply, walk
from tests.unit.small_house import card_of
from tests.unit.world import World, open_acts, spelled_out, world

CANARY = "the heron stood in the shallow end again"


@contextmanager
def sealing_world() -> Iterator[World]:
    """A world over the real vault: what it stores can be looked through byte by byte."""
    with world() as house:
        keys = MemoryKeyStore(today=lambda: house.clock.now().date())
        house.desk = replace(house.desk, vault=open_vault(material.create(), keys, "here"))
        house.router = type(house.router)(house.desk, changed=house.engine.wake)
        yield house


async def _everything(house: World) -> list[Outcome]:
    """Write the canary at every place of a flow that takes words; return every answer to it."""
    heard: list[Outcome] = []
    card = await walk(house, await begin(house, "repair"), ["mine", "no", "mast", 4])
    for values in ({}, {"by": "2026-01-04"}, {}, {"by": "friday"}):
        form = await open_form(house, card)
        typed = {field.name: CANARY for field in form.fields if field.name == "text"} | values
        house.store.refuse(Trouble.FULL)
        heard.append(await house.submit(form, **typed))
        house.store.refuse(None)
        heard += [await house.submit(form, **typed), await house.submit(form, **typed)]
        card = card_of(heard[-1])
        heard.append(await house.command("rest"))
        heard += [await house.press(one) for one in card_of(heard[-1]).controls if one.name == "flow.on"]
    return heard


async def test_the_canary_is_only_ever_read(caplog: pytest.LogCaptureFixture) -> None:
    """No answer's repr holds it, no letter does, and no log at any level."""
    caplog.set_level(logging.DEBUG)
    with sealing_world() as house:
        heard = await _everything(house)
        read = await house.command("journal last")
        await house.until(house.clock.now() + timedelta(days=3))
        letters = house.chat.letters
    assert "heron" not in "".join(open_acts(outcome) for outcome in heard)
    assert spelled_out(read.first).count(CANARY) == 3
    assert "heron" not in open_acts(read)
    assert "heron" not in spelled_out(*letters)
    assert "heron" not in caplog.text


async def test_the_canary_is_in_no_stored_byte() -> None:
    """Not in a sheet while a flow runs, not in the entry after it, not in a name of either."""
    with sealing_world() as house:
        card = await walk(house, await begin(house, "repair"), ["mine", "no", "mast", 4])
        card = await reply(house, card, {"text": CANARY})
        tables = house.tables
        [sheet] = open_runs(house)
        assert b"heron" not in sheet.sealed
        assert b"repair" not in sheet.sealed
        assert "heron" not in repr(tables)
        await press(house, await press(house, card, "flow.stop"), "flow.keep")
        [entry] = house.tables.entries.values()
        assert b"heron" not in entry.sealed
        assert "heron" not in repr(house.tables)


async def test_the_canary_is_in_no_error(caplog: pytest.LogCaptureFixture) -> None:
    """A handler that breaks with the words in its hands names its type and place, no more."""
    caplog.set_level(logging.DEBUG)
    with world() as house:
        card = await walk(house, await begin(house, "repair"), ["mine", "no", "mast", 4])
        form = await open_form(house, card)
        house.vault.breaks = True
        outcome = await house.submit(form, text=CANARY)
        house.vault.breaks = False
        assert "ValueError" in caplog.text
        assert "heron" not in caplog.text + open_acts(outcome)
        assert (await reply(house, card, {"text": CANARY})).text == "Since when does it leak?"
