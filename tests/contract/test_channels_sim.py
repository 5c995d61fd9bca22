"""The channels of the simulated platforms keep the contract of channels; a terminal has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest

from adapters.sim.app import SimWorld
from adapters.sim.inbound import TURNS, Line
from adapters.sim.render import Below, Output
from bot.domain.people import Account, Place
from bot.ports.chat import Arrival, Change, ChatPort, Closed, Posting, Why
from bot.surface.outcome import Hear
from bot.testing.time import ManualClock
from tests.contract.channel_contract import OPENING, SHARE, ChannelContract
from tests.contract.channel_stage import OpenChannel
from tests.contract.test_surface_sim import texts_in

ROOM = "#team"


class SimChannel:
    """Two people of a story in a room, whose every act is a line as `reststop sim` reads it."""

    def __init__(self, hear: Hear, surface: str) -> None:
        """Begin with an empty room."""
        self._hear = hear
        self._shown: list[Output] = []
        clock = ManualClock(datetime(2026, 1, 5, 8, tzinfo=UTC))
        self._world = SimWorld(clock=clock, out=self._shown.append, zone="UTC")
        self._surface = surface
        self._lines = 0
        self.chat: ChatPort = self._world.chats[surface]
        self.place = Place(surface=surface, workspace="sim", channel=ROOM)
        self.place_name = "team"
        self.people = (self._world.account("ana", surface), self._world.account("ben", surface))
        self.closings = tuple(Why)

    async def arrive(self) -> None:
        """Be there at once."""

    def called(self, who: Account) -> str:
        """Return their name."""
        return who.user

    def mention(self, who: Account) -> str:
        """Return their name: nobody is called in a record."""
        return f"@{who.user}"

    async def command(self, who: Account, text: str) -> None:
        """Type a command in the room."""
        await self._send(who, "command", text=text, where=ROOM)

    async def talk(self, who: Account, text: str) -> None:
        """Type words in the room."""
        await self._send(who, "say", text=text, where=ROOM)

    async def press(self, who: Account, name: str) -> None:
        """Press a button."""
        await self._send(who, "press", ref=self._ref(who, name))

    async def choose(self, who: Account, name: str, *options: str) -> None:
        """Choose options."""
        await self._send(who, "choose", ref=self._ref(who, name), values=list(options))

    async def fill(self, who: Account, values: Mapping[str, str]) -> None:
        """Send the form that opened for them."""
        forms = (output.form for output in reversed(self._shown) if output.to == who.user and output.form)
        await self._send(who, "submit", ref=next(forms).ref, values=dict(values))

    def stands(self) -> Sequence[str]:
        """Return the texts of what stands in the room."""
        return [_read(output) for output in self._standing()]

    def below(self, message: str) -> Sequence[str]:
        """Return the texts of what stands below a card."""
        above = message.partition(".")[0]
        below = [output for output in self._standing() if isinstance(output, Below)]
        return [_read(output) for output in below if output.under == above]

    def alone(self, who: Account) -> str:
        """Return every text in every record to them."""
        return "\n".join(_read(output) for output in self._shown if output.to == who.user)

    def calls(self) -> Sequence[str]:
        """Return nothing: a record is text."""
        return ()

    async def close(self, why: Why) -> None:
        """Close the room."""
        self._change(why)

    async def open_again(self) -> None:
        """Open it."""
        self._change("open")

    def _change(self, change: str) -> None:
        Line({"where": ROOM, "surface": self._surface, "change": change}).change_of_room(self._world)()

    def _standing(self) -> list[Output]:
        latest = {output.id: output for output in self._shown if output.seen_by == "channel"}
        return [output for output in latest.values() if output.kind != "retract"]

    def _ref(self, who: Account, name: str) -> str:
        seen = [output for output in reversed(self._shown) if output.to in {None, who.user}]
        controls = (control for output in seen for control in output.controls or ())
        return next(control.ref for control in controls if control.name == name)

    async def _send(self, who: Account, do: str, **keys: object) -> None:
        self._lines += 1
        line = Line({"who": who.user, "surface": who.surface, **keys})
        turn = TURNS[do](line, self._world, f"{self._lines}@0")
        if turn.event is not None:
            self._world.tell(turn, await self._hear(turn.event))


def _read(output: Output) -> str:
    return "\n".join(texts_in(output))


class TestSimSlackChannels(ChannelContract):
    """The simulated Slack."""

    @pytest.fixture
    def open_channel(self) -> OpenChannel:
        """Open rooms in simulated workspaces; they hold nothing that must be let go."""
        return lambda hear: SimChannel(hear, "slack")


class TestSimDiscordChannels(ChannelContract):
    """The simulated Discord."""

    @pytest.fixture
    def open_channel(self) -> OpenChannel:
        """Open rooms on simulated servers."""
        return lambda hear: SimChannel(hear, "discord")


async def test_a_terminal_has_no_channels() -> None:
    """Nothing is posted there, nothing changes, and what somebody does in a room is in none."""
    shown: list[Output] = []
    world = SimWorld(clock=ManualClock(datetime(2026, 1, 5, 8, tzinfo=UTC)), out=shown.append)
    chat, place = world.chats["console"], Place(surface="console", workspace="sim", channel=ROOM)
    sent = Posting(key=b"k", to=place, card=OPENING)
    assert await chat.post(sent) == Closed(why=Why.NOT_THERE)
    assert await chat.change(Change(to=place, message="m", card=SHARE)) == Closed(why=Why.NOT_THERE)
    assert await chat.was_sent(sent) is Arrival.NOT_ARRIVED
    turn = TURNS["command"](Line({"who": "ana", "text": "help", "where": ROOM}), world, "1@0")
    assert turn.event is not None
    assert (turn.event.place, turn.event.place_name, shown) == (None, "", [])


async def test_where_reststop_was_taken_away_it_is_in_no_channel() -> None:
    """Until it is added again."""
    world = SimWorld(clock=ManualClock(datetime(2026, 1, 5, 8, tzinfo=UTC)), out=lambda _: None)
    place = Place(surface="slack", workspace="sim", channel=ROOM)
    world.removed("slack")
    assert await world.chats["slack"].post(Posting(key=b"k", to=place, card=OPENING)) == Closed(
        why=Why.NOT_THERE
    )
