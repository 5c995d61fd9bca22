"""A name in a text that waits to be shared is read by its writer alone, and found nowhere else."""

from __future__ import annotations

import logging
from dataclasses import replace
from uuid import UUID

import pytest

from adapters.vault import material
from adapters.vault.vault import open_vault
from bot.services.cards.holding import Waiting
from bot.services.cards.sharing import Seen
from bot.services.sharing.proposals import Agreed, Proposal
from bot.surface.card import LinkButton
from bot.surface.outcome import Open, Outcome, Show
from bot.testing.keys import MemoryKeyStore
from tests.unit.sharing.circle import CHOICE, HOLD, Circle
from tests.unit.sharing.test_sharing_choice import sent
from tests.unit.small_house import ANA, card_of, control, form_of, ref_of
from tests.unit.world import World, open_acts, spelled_out, world

NAME = "Heronsdale"
TEXT = f"Mrs {NAME} rang. My client wants to kill herself."


def _refs(outcome: Outcome) -> list[str]:
    """Return every ref that leaves the house with an outcome."""
    refs: list[str] = []
    for act in (outcome.first, *outcome.then):
        if isinstance(act, Open):
            refs.append(act.form.ref)
        elif isinstance(act, Show):
            refs += [ref_of(one) for one in act.card.controls if not isinstance(one, LinkButton)]
    return refs


async def _story(house: World, circle: Circle) -> list[Outcome]:
    """Go by every way that a text with the name in it can take; return every answer."""
    heard = [await sent(house, TEXT)]
    choice = card_of(heard[0])
    heard.append(await house.choose(control(choice, "danger.about"), "supported"))
    heard.append(await house.press(control(choice, CHOICE.edit)))
    form = form_of(heard[-1])
    circle.is_slow = True
    heard.append(await house.submit(form, text=f"{TEXT} Twice."))
    circle.is_slow = False
    heard.append(await house.press(control(choice, CHOICE.masked)))
    heard.append(await house.press(control(card_of(heard[-1]), CHOICE.as_it_is)))
    held = card_of(heard[-1])
    assert held.text_id == "sharing.held"
    heard.append(await house.choose(control(held, "danger.about"), "other"))
    return heard


async def test_the_name_is_in_no_ref_no_log_and_no_row(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor in what is shown where a message remains; on its writer's own cards it is."""
    caplog.set_level(logging.DEBUG)
    with world() as house:
        keys = MemoryKeyStore(today=lambda: house.clock.now().date())
        house.desk = replace(house.desk, vault=open_vault(material.create(), keys, "here"))
        house.router = type(house.router)(house.desk, changed=house.engine.wake)
        await house.settle_in()
        circle = Circle(monkeypatch)
        heard = await _story(house, circle)
        [draft] = house.tables.drafts.values()
        assert NAME.encode() not in draft.sealed
        assert NAME not in spelled_out(house.tables)
        held = card_of(heard[-1])
        heard.append(await house.press(control(held, HOLD.by_name)))
        assert NAME not in spelled_out(house.tables)
        assert circle.posted == [("name", f"{TEXT} Twice.")]
    refs = " ".join(ref for outcome in heard for ref in _refs(outcome))
    readable = [outcome for outcome in heard if not isinstance(outcome.first, Open)]
    assert NAME in spelled_out(heard[0].first)
    assert NAME not in refs + "".join(map(open_acts, readable)) + caplog.text + repr(heard)


async def test_the_name_is_in_no_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What breaks with the words in its hands names its type and place, no more."""
    caplog.set_level(logging.DEBUG)
    with world() as house:
        Circle(monkeypatch)
        await house.settle_in()
        house.vault.breaks = True
        outcome = await sent(house, TEXT)
        assert "ValueError" in caplog.text
        assert NAME not in caplog.text + open_acts(outcome)


def test_no_value_prints_the_text() -> None:
    """A traceback or a careless log shows none of it."""
    row = UUID(int=1)
    seen = Seen(
        row=row,
        shown="x",
        text=TEXT,
        masked=TEXT,
        places=(),
        is_soft=False,
        is_dense=False,
        is_let_be=True,
    )
    values = (
        Proposal(row=row, text=TEXT, let_be=(NAME,)),
        Agreed(text=TEXT),
        Waiting(row=row, shown="x", text=TEXT),
        seen,
    )
    assert NAME not in repr(values)


async def test_equal_texts_in_two_rows_carry_nothing_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a control carries to know its text again tells nobody that two texts are the same."""
    with world() as house:
        Circle(monkeypatch)
        await house.settle_in()
        cards = [card_of(await sent(house, TEXT)) for _ in range(2)]
        refs = [house.desk.refs.unpack(ref_of(control(card, CHOICE.drop)), ANA) for card in cards]
        assert refs[0].subject != refs[1].subject
        assert refs[0].arg != refs[1].arg
