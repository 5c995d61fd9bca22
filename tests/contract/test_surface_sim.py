"""The simulated surfaces keep the contract of a surface, as far as each one's platform does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from adapters.sim.app import SimWorld
from adapters.sim.inbound import TURNS, Line
from adapters.sim.render import Output
from bot.domain.people import Account
from bot.ports.chat import Letter, Receipt
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card
from bot.surface.outcome import Hear
from bot.testing.time import ManualClock
from tests.contract.surface_contract import HostedSurfaceContract, WaitingSurfaceContract
from tests.contract.surface_samples import TANK, ZONE, card, shows
from tests.contract.surface_stage import OpenStage, Script

WHO = "ana"


class SimStage:
    """A person of a story, whose every act is a line as `reststop sim` reads it."""

    def __init__(self, hear: Hear, surface: str) -> None:
        """Begin with nobody there."""
        self._hear = hear
        self._shown: list[Output] = []
        clock = ManualClock(datetime(2026, 1, 5, 8, tzinfo=UTC))
        self._world = SimWorld(clock=clock, out=self._shown.append, zone=ZONE)
        self._chat = self._world.chats[surface]
        self._lines = 0
        self._letters = 0
        self.account = self._world.account(WHO, surface)
        self.organisation = f"{surface}/sim"

    tells_when_closed = True

    @property
    def capabilities(self) -> Capabilities:
        """What the surface says of itself."""
        return self._chat.capabilities

    @property
    def seen(self) -> str:
        """Every text in every record."""
        return "\n".join(text for output in self._shown for text in texts_in(output))

    async def arrive(self) -> None:
        """Come."""
        self._world.arrives(self.account)

    async def put_in_charge(self) -> None:
        """Be made an admin."""
        self._world.appoint(self.account, is_admin=True)

    async def leave(self) -> None:
        """Go."""
        self._world.direct(self.account, is_open=False)

    async def command(self, text: str) -> None:
        """Type a command."""
        await self._send("command", text=f"/reststop {text}")

    async def say(self, text: str) -> None:
        """Type words."""
        await self._send("say", text=text)

    async def press(self, name: str) -> None:
        """Press a button."""
        await self._send("press", ref=self._ref(name))

    async def choose(self, name: str, *options: str) -> None:
        """Choose options."""
        await self._send("choose", ref=self._ref(name), values=list(options))

    async def rate(self, name: str, value: int | None) -> None:
        """Answer a scale."""
        await self._send("scale", ref=self._ref(name), value=value)

    async def fill(self, values: Mapping[str, str]) -> None:
        """Send the open form."""
        await self._send("submit", ref=self._form_ref(), values=dict(values))

    async def dismiss(self) -> None:
        """Close the open form."""
        await self._send("dismiss", ref=self._form_ref())

    async def send(self, card: Card, *, to: Account | None = None) -> Receipt:
        """Let the core send a letter."""
        self._letters += 1
        key = f"k{self._letters}".encode()
        return await self._chat.send(Letter(key=key, to=to or self.account, card=card))

    async def _send(self, do: str, **keys: object) -> None:
        self._lines += 1
        line = Line({"who": WHO, "surface": self.account.surface, **keys})
        turn = TURNS[do](line, self._world, f"{self._lines}@0")
        assert turn.event is not None
        outcome = await self._hear(turn.event)
        self._world.tell(turn, await self._world.note_files(turn, outcome, self._hear))

    def _ref(self, name: str) -> str:
        controls = (control for output in reversed(self._shown) for control in output.controls or ())
        return next(control.ref for control in controls if control.name == name)

    def _form_ref(self) -> str:
        return next(output.form.ref for output in reversed(self._shown) if output.form)


def texts_in(output: Output) -> Iterator[str]:
    """Return every text within a record."""
    yield from _texts(asdict(output))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list() | tuple():
            for inner in value:
                yield from _texts(inner)
        case _:
            pass


class TestSimConsole(WaitingSurfaceContract):
    """The simulated terminal."""

    @pytest.fixture
    def open_stage(self) -> OpenStage:
        """Open simulated terminals; they hold nothing that must be let go."""
        return lambda hear: SimStage(hear, "console")


class TestSimSlack(HostedSurfaceContract):
    """The simulated Slack."""

    @pytest.fixture
    def open_stage(self) -> OpenStage:
        """Open simulated workspaces."""
        return lambda hear: SimStage(hear, "slack")


class TestSimDiscord(HostedSurfaceContract):
    """The simulated Discord."""

    @pytest.fixture
    def open_stage(self) -> OpenStage:
        """Open simulated servers."""
        return lambda hear: SimStage(hear, "discord")

    async def test_every_event_says_who_and_carries_an_id_of_its_own(self, open_stage: OpenStage) -> None:
        """Discord tells no time zone: the core knows the account alone, and tells two events apart."""
        script = Script(shows(card(TANK)))
        stage = open_stage(script.hear)
        await stage.arrive()
        await stage.command("checkin")
        await stage.rate(TANK.name, 3)
        assert {(event.account, event.zone) for event in script.heard} == {(stage.account, None)}
        assert len({event.event_id for event in script.heard}) == 2
