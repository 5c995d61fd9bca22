"""Walking a flow as a person does: one card after another, each answered by its control."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain.agenda import AgendaKind
from bot.domain.flows import Flow
from bot.domain.sheets import Sheet, SheetKind
from bot.surface.audience import OnlyYou
from bot.surface.card import Button, Card, Control, Reach
from bot.surface.form import Form
from bot.surface.outcome import Outcome, Show
from bot.testing.catalogue import FakeCatalogue
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World

Answer = str | int | None | dict[str, str]
"""An option, a number, a pass, or what is typed into a form."""


async def begin(house: World, word: str) -> Card:
    """Let Ana settle in and begin a flow by its word, or by its id from the list, the long way."""
    await house.settle_in()
    if word in {"rest", "repair"}:
        card = card_of(await house.command(word))
    else:
        card = card_of(await house.pick(card_of(await house.command("practise")), "flow.choose", word))
    return await press(house, card, "flow.long") if "flow.long" in names(card) else card


async def press(house: World, card: Card, name: str) -> Card:
    """Press a button; return what is shown."""
    return shown(await house.press(control(card, name)))


async def open_form(house: World, card: Card) -> Form:
    """Press "Write"."""
    return form_of(await house.press(control(card, "flow.write")))


async def reply(house: World, card: Card, answer: Answer) -> Card:
    """Answer a step; return what is shown next."""
    if answer is None:
        return await press(house, card, "flow.pass")
    if isinstance(answer, dict):
        return shown(await house.submit(await open_form(house, card), **answer))
    return shown(await house.pick(card, "flow.answer", answer))


async def walk(house: World, card: Card, answers: Sequence[Answer]) -> Card:
    """Answer one step after another; return the last card."""
    for answer in answers:
        card = await reply(house, card, answer)
    return card


async def rest(house: World, minutes: int = 3) -> Card:
    """Rest on the bench; return the card that comes by itself."""
    card = await begin(house, "rest")
    await reply(house, card, {1: "one", 3: "three"}[minutes])
    [came] = await house.until(house.clock.now() + timedelta(minutes=minutes))
    return came


def shown(outcome: Outcome) -> Card:
    """Return the card of an outcome, which only its person sees and which no message keeps."""
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, OnlyYou)
    assert outcome.first.card.reach is Reach.SEALED or outcome.first.card.text_id in PLAIN
    return card_of(outcome)


PLAIN = {"flow.closed", "flow.kept", "flow.dropped", "flow.none", "flow.nothing", "flow.choice"}
"""Cards that follow from no answer."""


def names(card: Card) -> list[str]:
    """Return the names of all controls of a card."""
    return [one.name for one in card.controls]


def with_flows(house: World, *flows: Flow) -> None:
    """Let the library have these flows from now on."""
    house.desk = replace(house.desk, catalogue=FakeCatalogue(flows=flows))
    house.router = type(house.router)(house.desk, changed=house.engine.wake)


ROWS = {AgendaKind.DRAFT_ENDS, AgendaKind.FLOW_GOES_ON, AgendaKind.SCENE_ENDS}
"""What a flow puts on the agenda; the day of its plan is not its own any more."""


def rows_of_flows(house: World) -> list[str]:
    """Return the kinds of all rows that a flow leaves behind."""
    kept = [row.kind for row in house.tables.agenda.values() if row.kind in ROWS]
    return [*kept, *("sheet" for _ in open_runs(house)), *("entry" for _ in house.tables.entries)]


def open_runs(house: World) -> list[Sheet]:
    """Return the sheets of flows that are open."""
    return [sheet for sheet in house.tables.sheets.values() if sheet.kind is SheetKind.FLOW]


def button(card: Card, name: str) -> Button:
    """Return a button by its name."""
    found: Control = control(card, name)
    assert isinstance(found, Button)
    return found
