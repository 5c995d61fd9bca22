"""Where somebody is written to, told once by their platform: kept sealed, and back with each letter."""

from __future__ import annotations

from bot.domain.people import Account
from bot.ports.chat import Arrival, Letter, MaybeSent, Posting, Sent
from bot.services.doors.addresses import address_of
from bot.surface.inbound import PersonChanged
from bot.surface.outcome import QUIET
from tests.unit.small_house import ANA, BEN, on
from tests.unit.world import FIRST_SLOT, World, spelled_out, world

CHANNEL = "C-canary-811"
OTHER = "C-canary-812"


async def tells(house: World, conversation: str, who: Account = ANA, zone: str | None = None) -> None:
    """Let a platform tell where somebody is written to."""
    event_id = house.facts(who)["event_id"]
    event = PersonChanged(event_id=event_id, account=who, zone=zone, conversation=conversation)
    assert await house.hear(event) == QUIET


async def kept(house: World, who: Account = ANA) -> str:
    """Return what is kept of it."""
    door = await house.store.run(lambda unit: unit.people.door_at(house.desk.index(who)))
    return address_of(house.desk, door).conversation if door else ""


class Asked:
    """What a surface is asked about a letter in doubt."""

    def __init__(self, house: World) -> None:
        """Listen at the house's chat."""
        self.letters: list[Letter] = []
        self._answer = house.chat.was_sent
        house.chat.was_sent = self.was_sent  # type: ignore[method-assign]  # listens, and answers as before

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Write the letter down, and answer."""
        assert isinstance(letter, Letter)
        self.letters.append(letter)
        return await self._answer(letter)


async def test_it_comes_back_with_each_letter() -> None:
    """Told once, by the platform; until then there is none."""
    with world() as house:
        await house.settle_in()
        await house.until(FIRST_SLOT)
        await tells(house, CHANNEL)
        await house.until(on(7, 12))
        assert [letter.conversation for letter in house.chat.letters] == ["", CHANNEL, CHANNEL]


async def test_a_receipt_may_tell_it() -> None:
    """A surface that opened one for a letter says so, and the next letter goes there."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [Sent(conversation=CHANNEL), Sent(), Sent(conversation=OTHER)]
        await house.until(on(8, 12))
        assert [letter.conversation for letter in house.chat.letters] == ["", CHANNEL, CHANNEL, OTHER]
        assert await kept(house) == OTHER


async def test_a_letter_in_doubt_is_asked_about_where_it_went() -> None:
    """The surface gets the same conversation as when it sent."""
    with world() as house:
        await house.settle_in()
        await tells(house, CHANNEL)
        asked = Asked(house)
        house.chat.receipts = [MaybeSent()]
        await house.until(on(5, 10))
        assert [letter.conversation for letter in asked.letters] == [CHANNEL]


async def test_of_strangers_nothing_is_kept() -> None:
    """No row, not even of the telling."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        await tells(house, CHANNEL, BEN)
        assert house.tables is before


async def test_nothing_is_written_where_it_is_no_news() -> None:
    """A surface may tell it with every press; an empty one tells nothing."""
    with world() as house:
        await house.settle_in()
        await tells(house, CHANNEL)
        before = house.tables
        await tells(house, CHANNEL)
        await tells(house, "")
        assert house.tables is before
        await tells(house, OTHER)
        assert await kept(house) == OTHER


async def test_it_stands_nowhere_in_the_clear() -> None:
    """Neither in a row nor in what one prints."""
    with world() as house:
        await house.settle_in()
        await tells(house, CHANNEL)
        stored = [*house.tables.doors.values(), *house.tables.agenda.values(), *house.tables.inbox]
        assert CHANNEL not in spelled_out(*stored, house.outbox)
        [door] = house.tables.doors.values()
        assert CHANNEL not in repr(address_of(house.desk, door))


async def test_a_zone_is_asked_about_all_the_same() -> None:
    """Both may be told at once."""
    with world() as house:
        await house.settle_in()
        await tells(house, CHANNEL, zone="Asia/Tokyo")
        await house.until(on(6, 0))
        assert "zone.move" in {one.name for letter in house.chat.letters for one in letter.card.controls}
        assert await kept(house) == CHANNEL


async def test_who_has_stopped_keeps_their_door_as_it_is_known() -> None:
    """When they begin again, letters know the way."""
    with world() as house:
        await house.settle_in()
        await house.command("stop")
        await tells(house, CHANNEL)
        assert await kept(house) == CHANNEL
