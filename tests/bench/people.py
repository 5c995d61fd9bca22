"""People who said yes: thousands at once in a data folder, without a word from any of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time
from pathlib import Path

from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.system import SystemChance
from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Person, PersonId, QuietHours, Standing
from bot.domain.recurrence import daily, parse_at
from bot.ports.chat import ChatPort
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.doors.addresses import Address, door_for, keep_conversation
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock

NEVER = datetime(2100, 1, 1, 9, tzinfo=UTC)
"""When a check-in comes that is not to disturb a bench."""


@asynccontextmanager
async def house_in(
    folder: Path, clock: ManualClock, operator_set: Mapping[str, object] | None = None
) -> AsyncIterator[House]:
    """Open a data folder as the product does, with nobody to talk to. Its key file stands beside it.

    `operator_set` are settings by name, as whoever runs the server might have set them.
    """
    chance, chats = SystemChance(), dict[str, ChatPort]()
    house = await open_house(
        story_settings(folder).model_copy(update=operator_set),
        clock=clock,
        chance=lambda _starts: chance,
        engine=SteppingEngine(clock),
        chats=chats,
    )
    try:
        yield house
    finally:
        await house.stop()


async def settle_in(house: House, addresses: Sequence[Address], due: datetime) -> None:
    """Let somebody live at each address who has a check-in that is due at `due`.

    Each has a key and a sealed address, as who said yes has.
    """
    desk = house._desk  # noqa: SLF001 - there is no way in for thousands at once
    pairs = [(PersonId(desk.chance.new_id()), address) for address in addresses]
    for person, _ in pairs:
        desk.vault.create(person)
    await desk.store.run(lambda unit: _put(desk, unit, pairs, due))


def _put(desk: Desk, unit: Unit, pairs: Sequence[tuple[PersonId, Address]], due: datetime) -> None:
    rule = str(daily(parse_at(f"{due:%H:%M}")))
    for each, address in pairs:
        never = QuietHours(start=time(), end=time())
        person = Person(id=each, zone="UTC", standing=Standing.ACTIVE, quiet=never)
        door = door_for(desk, each, address.account)
        unit.people.add(person, door)
        keep_conversation(desk, unit, door, address.conversation)
        unit.agenda.put(
            AgendaRow(
                id=desk.chance.new_id(),
                kind=AgendaKind.CHECKIN,
                owner=each,
                rule=rule,
                zone="UTC",
                due_at=due,
                slot_on=due.date(),
                slot=f"{due:%H:%M}",
                lane=address.account.lane,
            )
        )
