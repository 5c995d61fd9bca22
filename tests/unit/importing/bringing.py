"""Ways for Ana to bring a file along in a test, to let it in, and to live some days before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.sheets import SheetKind
from bot.ports.store import Unit
from bot.services.desk import Turn
from bot.services.doors.addresses import whose
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.services.sealing import Body
from bot.services.sheets import write_sheet
from bot.services.support import let_be
from bot.services.takeout.takeout import as_json, document
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.inbound import CommandInvoked, FileBrought
from bot.surface.outcome import Outcome, Show
from bot.surface.refs import ActionRef
from tests.json_types import Json
from tests.unit.plans.house import january, keep
from tests.unit.small_house import ANA, card_of, control, form_of
from tests.unit.supervision.test_supervision_list import listed
from tests.unit.world import World


async def bring(house: World, body: bytes | str, name: str = "notes.md") -> Card:
    """Let Ana bring a file; return the card that she gets."""
    raw = body.encode() if isinstance(body, str) else body
    return card_of(await house.hear(FileBrought(**house.facts(ANA), name=name, body=raw)))


async def bring_in(
    house: World, body: bytes | str, name: str = "notes.md", *, way: str = "import.take"
) -> Card:
    """Let her bring a file and say that it comes in; return what is said then."""
    return card_of(await house.press(control(await bring(house, body, name), way)))


def read(outcome: Outcome) -> Card:
    """Return a card that was there for Ana alone."""
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    assert outcome.first.audience.to == ANA
    return outcome.first.card


async def export(house: World) -> bytes:
    """Return Ana's file for programs, as it is now."""
    ana = await house.person()
    made = await house.store.run(
        lambda unit: document(house.desk, unit, ana, house.clock.now()), writes=False
    )
    return as_json(made)


async def told(house: World) -> Json:
    """Return the same, read."""
    made: Json = json.loads(await export(house))
    return made


async def erase(house: World) -> None:
    """Let Ana go all the way."""
    offer = card_of(await house.command("erase"))
    sure = card_of(await house.press(control(offer, "erase.ask")))
    assert card_of(await house.press(control(sure, "erase.confirm"))).text_id == "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that Ana does, with some words and a small number."""

    what: str
    words: str
    number: int


async def live(house: World, deeds: Sequence[Deed]) -> None:
    """Let Ana do some things, through the front door wherever there is one."""
    for deed in deeds:
        await _DOES[deed.what](house, deed)


async def _write(house: World, deed: Deed) -> None:
    await house.submit(form_of(await house.command("write")), text=deed.words)


async def _scene(house: World, deed: Deed) -> None:
    form = form_of(await house.command("write"))
    await house.submit(form, text=deed.words if deed.number % 2 else "", scene=deed.words)


async def _tag(house: World, deed: Deed) -> None:
    page = card_of(await house.command("journal last"))
    if page.text_id != "journal.last":
        return
    if deed.number % 2:
        await house.press(control(page, "entry.supervise"))
        return
    opened = await house.press(control(page, "entry.tags"))
    if isinstance(opened.first, Show):
        opened = await house.press(control(opened.first.card, "entry.retag"))
    await house.submit(form_of(opened), tags=f"tag {deed.number}, {deed.words[:20]}")


async def _say(house: World, deed: Deed) -> None:
    await house.say(f"some words, {deed.words}")


async def _mark(house: World, deed: Deed) -> None:
    card = card_of(await house.command("checkin"))
    name = ("checkin.energy", "checkin.connection")[deed.number % 2]
    if any(one.name == name for one in card.controls):
        await house.pick(card, name, deed.number)


async def _skip(house: World, _deed: Deed) -> None:
    card = card_of(await house.command("checkin"))
    if any(one.name == "checkin.skip" for one in card.controls):
        await house.press(control(card, "checkin.skip"))


async def _answer(house: World, deed: Deed) -> None:
    card = card_of(await house.command("checkin"))
    if any(one.name == "checkin.write" for one in card.controls):
        await house.submit(form_of(await house.press(control(card, "checkin.write"))), text=deed.words)


async def _rough(house: World, _deed: Deed) -> None:
    await house.command("rough")


async def _plan(house: World, deed: Deed) -> None:
    back_on = january(5) + timedelta(days=40 + deed.number) if deed.number % 2 else None
    await keep(house, deed.words, back_on=back_on)


async def _people(house: World, deed: Deed) -> None:
    shown = await house.command("people")
    await house.submit(form_of(await house.press(control(card_of(shown), "people.change"))), one=deed.words)


async def _wish(house: World, deed: Deed) -> None:
    ana = await house.person()

    def work(unit: Unit) -> None:
        wishes = wishes_of(house.desk, unit, ana)
        keep_wishes(house.desk, unit, ana, replace(wishes, scene_days=deed.number, skips_holidays=True))

    await house.store.run(work)


async def _let_be(house: World, deed: Deed) -> None:
    event = CommandInvoked(**house.facts(ANA), text="invented")
    index = house.desk.index(ANA)

    def work(unit: Unit) -> None:
        turn = Turn(
            desk=house.desk,
            unit=unit,
            event=event,
            now=house.clock.now(),
            index=index,
            visitor=whose(house.desk, unit, ANA, index),
            ref=ActionRef(action="none"),
        )
        let_be.add(turn, deed.words[:20])

    await house.store.run(work)


async def _session(house: World, deed: Deed) -> None:
    form = form_of(await house.press(control(await listed(house), "session.add")))
    await house.submit(form, minutes=str(10 * deed.number), agreed=f"agreed: {deed.words}")


async def _supervision(house: World, deed: Deed) -> None:
    form = form_of(await house.press(control(await listed(house), "supervision.when")))
    await house.submit(form, on=f"in {deed.number} weeks", weeks=str(deed.number % 3))


async def _portfolio(house: World, _deed: Deed) -> None:
    page = card_of(await house.command("journal last"))
    if any(one.name == "entry.portfolio" for one in page.controls):
        await house.press(control(page, "entry.portfolio"))


async def _look(house: World, deed: Deed) -> None:
    ana, on = await house.person(), house.clock.now().date().isoformat()
    body: Body = {"on": on, "worth": "partly", "effort": deed.number}
    sheet = house.desk.chance.new_id()
    await house.store.run(
        lambda unit: write_sheet(house.desk, unit, ana, sheet=sheet, kind=SheetKind.LOOK, body=body)
    )


async def _days(house: World, deed: Deed) -> None:
    await house.until_answering(house.clock.now() + timedelta(days=deed.number))


_DOES = {
    "write": _write,
    "scene": _scene,
    "tag": _tag,
    "say": _say,
    "mark": _mark,
    "skip": _skip,
    "answer": _answer,
    "rough": _rough,
    "plan": _plan,
    "people": _people,
    "wish": _wish,
    "let_be": _let_be,
    "session": _session,
    "supervision": _supervision,
    "portfolio": _portfolio,
    "look": _look,
    "days": _days,
}
DEEDS = tuple(_DOES)
"""Everything that Ana may do."""
