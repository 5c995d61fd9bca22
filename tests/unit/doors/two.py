"""A world with glass walls and three surfaces: the chat of the small house, a second one, and a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.people import Account
from bot.ports.store import Door
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, Fields
from bot.surface.outcome import Outcome
from tests.unit.small_house import ANA, ScriptedChat, card_of, control, ref_of
from tests.unit.world import World, world

DISCORD = Account(surface="discord", workspace="app", user="77")
TERMINAL = Account(surface="console", workspace="local", user="me")


class Doors:
    """The surfaces of a house, and what people with several accounts do there."""

    def __init__(self, house: World) -> None:
        """Open the house to two more surfaces."""
        self.house = house
        self.discord = ScriptedChat(Capabilities(surface="discord", waits=False, hosted=True))
        self.terminal = ScriptedChat(Capabilities(surface="console", waits=True, hosted=False))
        self.chats = {"chat": house.chat, "discord": self.discord, "console": self.terminal}
        house.open_to(self.chats)

    @property
    def came(self) -> list[tuple[str, str]]:
        """Every letter that was shown, by surface and text id, each surface's in order."""
        return [(name, letter.card.text_id) for name, chat in self.chats.items() for letter in chat.letters]

    async def code(self, who: Account = ANA) -> str:
        """Let somebody make a code, and read it."""
        return code_on(card_of(await self.house.command("link", who)))

    async def bring(self, code: str, who: Account = DISCORD) -> Card:
        """Let an account bring a code; return what it reads."""
        return card_of(await self.house.command(f"link {code}", who))

    async def link(self, there: Account = DISCORD, here: Account = ANA) -> Outcome:
        """Let somebody link one more account."""
        card = await self.bring(await self.code(here), there)
        return await self.house.press(control(card, "link.yes"), there)

    async def unlink(self, gone: Account, at: Account = ANA) -> Outcome:
        """Let somebody take a door away, from any of their accounts."""
        card = card_of(await self.house.command("unlink", at))
        door = await self.door(gone)
        assert door is not None
        wanted = self.house.desk.mint(at)("unlink.ask", door.id)
        [press] = [one for one in card.controls if ref_of(one) == wanted]
        sure = card_of(await self.house.press(press, at))
        return await self.house.press(control(sure, "unlink.yes"), at)

    async def prefer(self, account: Account, at: Account = ANA) -> Outcome:
        """Let somebody have check-ins come by another account."""
        card = card_of(await self.house.command("settings", at))
        door = await self.door(account)
        assert door is not None
        wanted = self.house.desk.mint(at)("settings.door", door.id)
        [press] = [one for one in card.controls if ref_of(one) == wanted]
        return await self.house.press(press, at)

    async def door(self, account: Account) -> Door | None:
        """Return the door of an account."""
        return await self.house.store.run(lambda unit: unit.people.door_at(self.house.desk.index(account)))

    async def preferred(self, who: Account = ANA) -> str:
        """Return the lane by which letters of somebody leave."""
        person = (await self.house.person(who)).id
        door = await self.house.store.run(lambda unit: unit.people.door(person))
        assert door is not None
        return door.lane


def code_on(card: Card) -> str:
    """Read the code that stands on a card."""
    [pairs] = [block.pairs for block in card.blocks if isinstance(block, Fields)]
    return dict(pairs)["Code"]


@contextmanager
def two_doors() -> Iterator[Doors]:
    """Open a world with three surfaces, in which nobody has come yet."""
    with world() as house:
        yield Doors(house)
