"""Events that a platform delivers again and again, in any order, up to a day later (F6)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from random import Random
from uuid import UUID

from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.desk import Desk, Mint
from bot.services.doors.addresses import whose
from bot.services.journal.entries import read_entry
from bot.surface.card import Button
from bot.surface.inbound import ActionPressed, CommandInvoked, Facts, FormSubmitted
from bot.surface.outcome import Outcome
from bot.surface.refs import RefCodec
from tests.faults.simulation.grounds import ref_key
from tests.faults.simulation.people import card_of, control_of
from tests.faults.simulation.town import Town

TIMES = 4
"""How often each is delivered: the first ones within minutes, the last a day later."""
AT_ONCE = 50


async def lived(town: Town, events: int, people: int) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Let so many pages be sent, each several times; return what was sent and what is kept, by event."""
    town.calm = True
    await town.open()
    accounts = [Account(surface="slack", workspace="team", user=f"u{number}") for number in range(people)]
    for who in accounts:
        consent = card_of(
            await _heard(town, CommandInvoked(**_facts(who, f"start {who.user}"), text="start"))
        )
        yes = control_of(consent, "consent.yes")
        assert isinstance(yes, Button)
        await _heard(town, ActionPressed(**_facts(who, f"yes {who.user}"), ref=yes.ref))
    refs = RefCodec(ref_key(town.seed))
    sent = [
        FormSubmitted(
            **_facts(who := accounts[number % people], f"page {number}"),
            ref=Mint(refs, who)("entry.save", UUID(int=number + 1, version=4)),
            values={"text": f"page {number}"},
        )
        for number in range(events)
    ]
    random = Random(town.seed)  # noqa: S311 - told again, it is the same
    for copies in (TIMES - 1, 1):
        again = [event for event in sent for _ in range(copies)]
        random.shuffle(again)
        for first in range(0, len(again), AT_ONCE):
            await asyncio.gather(*(_heard(town, event) for event in again[first : first + AT_ONCE]))
        await asyncio.sleep(86_400)
    kept = await town.standing.at_desk(lambda desk, unit: _kept(desk, unit, accounts), writes=False)
    await town.close()
    return {event.event_id: event.values["text"] for event in sent}, kept


async def _heard(town: Town, event: CommandInvoked | ActionPressed | FormSubmitted) -> Outcome:
    return await town.standing.hear(event)


def _kept(desk: Desk, unit: Unit, accounts: list[Account]) -> Mapping[str, str]:
    """Return every page that is kept, by the event that it says it came of; a second one by its own id."""
    kept: dict[str, str] = {}
    for who in accounts:
        person = whose(desk, unit, who, desk.index(who))
        for entry in unit.journal.every(person.id) if person is not None else ():
            assert person is not None
            text = read_entry(desk, person, entry).text
            kept[text if text not in kept else str(entry.id)] = text
    return kept


def _facts(who: Account, event_id: str) -> Facts:
    return Facts(event_id=event_id, account=who, zone="UTC")
