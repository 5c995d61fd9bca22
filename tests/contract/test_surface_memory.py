"""The surface in memory keeps the contract that it stands in for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.domain.people import Account
from bot.errors import SurfaceError
from bot.ports.chat import Arrival, Later, Letter, Receipt, Sent
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, say
from bot.surface.outcome import Hear
from bot.testing.surface import ME, MemorySurface
from tests.contract.surface_contract import WaitingSurfaceContract
from tests.contract.surface_samples import KIND, ZONE, card, shows
from tests.contract.surface_stage import OpenStage, Script


class MemoryStage:
    """A person before a surface in memory."""

    def __init__(self, hear: Hear) -> None:
        """Begin with nobody there."""
        self.account = ME
        self._hear = hear
        self._surface = MemorySurface(hear=hear, zone=ZONE)
        self._surface.is_open = False
        self._sent = 0

    organisation = "memory/local"
    tells_when_closed = True

    @property
    def capabilities(self) -> Capabilities:
        """What the surface says of itself."""
        return self._surface.capabilities

    @property
    def seen(self) -> str:
        """All that was ever to be read."""
        return self._surface.seen

    async def arrive(self) -> None:
        """Come."""
        self._surface.is_open = True

    async def put_in_charge(self) -> None:
        """Look after the place."""
        self._surface = MemorySurface(hear=self._hear, zone=ZONE, manages=True)

    async def leave(self) -> None:
        """Go."""
        self._surface.is_open = False

    async def command(self, text: str) -> None:
        """Type a command."""
        await self._surface.command(text)

    async def say(self, text: str) -> None:
        """Type words."""
        await self._surface.say(text)

    async def press(self, name: str) -> None:
        """Press a button."""
        await self._surface.press(name)

    async def choose(self, name: str, *options: str) -> None:
        """Choose options."""
        await self._surface.choose(name, *options)

    async def rate(self, name: str, value: int | None) -> None:
        """Answer a scale."""
        await self._surface.rate(name, value)

    async def fill(self, values: Mapping[str, str]) -> None:
        """Send the open form."""
        await self._surface.submit(values)

    async def dismiss(self) -> None:
        """Close the open form."""
        await self._surface.dismiss()

    async def send(self, card: Card, *, to: Account | None = None) -> Receipt:
        """Let the core send a letter."""
        self._sent += 1
        return await self._surface.send(Letter(key=b"key %d" % self._sent, to=to or self.account, card=card))


class TestMemorySurface(WaitingSurfaceContract):
    """The contract over the fake."""

    @pytest.fixture
    def open_stage(self) -> OpenStage:
        """Open screens in memory; they hold nothing that must be let go."""
        return MemoryStage


async def test_a_refusal_is_a_platforms_bad_day() -> None:
    """It is answered once, nothing is shown, and the next letter arrives."""
    surface = MemorySurface(hear=Script().hear)
    surface.refusals.append(Later(wait=timedelta(seconds=30)))
    letter = Letter(key=b"k", to=ME, card=card(say("Here.")))
    assert await surface.send(letter) == Later(wait=timedelta(seconds=30))
    assert await surface.was_sent(letter) is Arrival.NOT_ARRIVED
    assert await surface.send(letter) == Sent()
    assert await surface.was_sent(letter) is Arrival.ARRIVED


async def test_a_letter_that_is_sent_twice_is_shown_once() -> None:
    """Its key is known, as on a platform with idempotency keys."""
    surface = MemorySurface(hear=Script().hear)
    letter = Letter(key=b"k", to=ME, card=card(say("Here.")))
    assert [await surface.send(letter), await surface.send(letter)] == [Sent(), Sent()]
    assert surface.cards == (letter.card,)


async def test_what_is_not_on_the_screen_cannot_be_done() -> None:
    """A test that presses past its story fails loudly."""
    surface = MemorySurface(hear=Script(shows(card(KIND))).hear)
    await surface.command("repair")
    with pytest.raises(SurfaceError):
        await surface.press("kind")
    with pytest.raises(SurfaceError):
        await surface.choose("kind", "nobody")
    with pytest.raises(SurfaceError):
        await surface.submit({})
