"""One person before a loopback platform, as a stage: what is the same whichever platform it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.domain.people import Account
from bot.ports.chat import ChatPort, Letter, Receipt
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, LinkButton
from bot.surface.form import Form
from bot.surface.inbound import InboundEvent, PersonChanged
from bot.surface.outcome import QUIET, Hear, Open, Outcome, Replace, Show
from tests.e2e.platform_hands import Hands
from tests.sim.common.loopback import Loopback

TODAY = datetime(2026, 1, 5, tzinfo=UTC).date()


class PlatformStage(ABC):
    """Somebody's hands and a surface. What the core said is remembered by name: refs alone are carried."""

    capabilities: Capabilities
    tells_when_closed: bool
    organisation: str
    unheard: type[InboundEvent] = PersonChanged
    """What the platform tells by itself: no part of a story."""

    chat: ChatPort
    """The way out of the surface that stands, from `arrive` on."""

    def __init__(self, hear: Hear, hands: Hands, account: Account, loopback: Loopback) -> None:
        """Let `hands` act on `loopback` by `account`, before a core that answers by `hear`."""
        self.account = account
        self._core = hear
        self._loopback = loopback
        self._hands = hands
        self._refs: dict[str, str] = {}
        self._letters = 0

    @property
    @abstractmethod
    def links(self) -> list[str]:
        """Where the links on their screen lead, and the names of the files there."""

    @abstractmethod
    async def put_in_charge(self) -> None:
        """Make them look after their organisation, before they arrive."""

    @abstractmethod
    async def arrive(self) -> None:
        """Begin, and let the surface know the zone."""

    async def settled(self) -> None:
        """Return when all is answered."""
        await self._loopback.settled()

    @property
    def seen(self) -> str:
        """Every text that their screen ever showed, where its links lead, and the names of their files."""
        return "\n".join([*self._hands.seen, *self.links])

    async def leave(self) -> None:
        """Look away; the platform stays as it is."""
        await self.settled()

    async def command(self, text: str) -> None:
        """Give a command."""
        await self._hands.command(text)
        await self.settled()

    async def say(self, text: str) -> None:
        """Write to the app."""
        await self._hands.say(text, None)
        await self.settled()

    async def press(self, name: str) -> None:
        """Press a button."""
        await self._hands.press(self._refs[name])
        await self.settled()

    async def choose(self, name: str, *options: str) -> None:
        """Choose options."""
        await self._hands.choose(self._refs[name], options)
        await self.settled()

    async def rate(self, name: str, value: int | None) -> None:
        """Answer a scale."""
        await self._hands.scale(self._refs[name], value)
        await self.settled()

    async def fill(self, values: Mapping[str, str]) -> None:
        """Type into the form, and send it; one that was refused and closed is opened again first."""
        await self._hands.submit(self._refs["form"], values, TODAY)
        await self.settled()

    async def dismiss(self) -> None:
        """Close the open form."""
        await self._hands.dismiss(self._refs["form"])
        await self.settled()

    async def send(self, card: Card, *, to: Account | None = None) -> Receipt:
        """Let the core send a letter."""
        self._letters += 1
        self._remember(card)
        return await self.chat.send(Letter(key=self._letters.to_bytes(32), to=to or self.account, card=card))

    async def hear(self, event: InboundEvent) -> Outcome:
        """Let the core hear, and remember what it offers."""
        if isinstance(event, self.unheard):
            return QUIET
        outcome = await self._core(event)
        for act in (outcome.first, *outcome.then):
            if isinstance(act, Show | Replace):
                self._remember(act.card)
            elif isinstance(act, Open):
                self._remember(act.form)
        return outcome

    def _remember(self, drawn: Card | Form) -> None:
        if isinstance(drawn, Form):
            self._refs["form"] = drawn.ref
            return
        for control in drawn.controls:
            if not isinstance(control, LinkButton):
                self._refs[control.name] = control.ref
