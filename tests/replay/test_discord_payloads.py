"""What Discord sends, in the shapes that it sends, is always the same event at the same place.

The payloads are invented in the shapes of Discord's references. Each goes through discord.py as its gateway
hands it on, then through the session (`client.py`) and the reader (`inbound.py`).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from dataclasses import fields
from pathlib import Path

import discord
import pytest

from adapters.discord.hearing.inbound import Given, Heard, Reader, Said, Wanted, typed_so_far
from adapters.discord.hearing.places import Place
from adapters.discord.line.client import Ear, Part, Turnstile
from adapters.discord.line.strikes import Strikes
from bot.app.system import SystemClock
from bot.domain.people import Account
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS
from bot.surface.inbound import InboundEvent
from tests.json_types import Json

HERE = Path(__file__).parent / "discord"
READY = HERE / "session" / "ready.json"
"""With what each session begins."""
ANA = "1207000000000000031"


class Listening:
    """Reads what a session hands on, and keeps it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._reader = Reader(lambda _: "Pacific/Auckland", COMMANDS)
        self.heard: list[Heard | Wanted | None] = []
        self.typed: list[str] = []
        self.raw: list[Given | Said] = []

    async def take(self, given: Given, interaction: discord.Interaction) -> None:
        """Read an interaction."""
        del interaction
        self.raw.append(given)
        self.typed.append(typed_so_far(given))
        self.heard.append(self._reader.read(given))

    async def said(self, said: Said) -> None:
        """Read what was written."""
        self.raw.append(said)
        self.heard.append(self._reader.said(said))

    async def edited(self, said: Said) -> None:
        """Read what it says now."""
        self.raw.append(said)
        self.heard.append(self._reader.edited(said))

    async def deleted(self, application: str, _channel: str, message: str) -> None:
        """Read that it is gone; Discord does not say whose it was."""
        account = Account(surface="discord", workspace=application, user=ANA)
        self.heard.append(self._reader.deleted(account, message))

    async def joined(self, _server: str) -> None:
        """None of anybody's doing."""

    async def left(self, _server: str) -> None:
        """None of anybody's doing."""

    async def found(self, _servers: Collection[str], _is_heard: Callable[[str], bool]) -> None:
        """None of anybody's doing."""

    async def settled(self) -> None:
        """All is read at once."""


@pytest.fixture
async def session() -> AsyncIterator[tuple[Ear, Listening]]:
    """A session that was never connected, and who listens to it."""
    clock, listening = SystemClock(), Listening()
    part = Part(shard=0, of=1, turnstile=Turnstile(clock, asyncio.sleep))
    ear = Ear(listening, Secret("none"), clock, part, strikes=Strikes(clock))
    async with ear:
        await _dispatched(ear, {"name": "READY", "payload": json.loads(READY.read_text("utf-8"))})
        yield ear, listening


def _cases(*names: str) -> Iterator[tuple[str, Json]]:
    """Every payload of some files, or of all, and its promise."""
    for path in sorted(HERE.glob("*.json")):
        if path.stem in names or not names:
            for case in json.loads(path.read_text("utf-8")):
                yield f"{path.stem}: {case['promise']}", case


def _params(*names: str) -> list[object]:
    return [pytest.param(case, id=promise) for promise, case in _cases(*names)]


@pytest.mark.parametrize("case", _params())
async def test_a_payload_is_what_it_says(session: tuple[Ear, Listening], case: Json) -> None:
    """Exactly this event, with all its fields, and exactly this place; or nothing at all."""
    ear, listening = session
    await _dispatched(ear, case)
    match listening.heard:
        case [] | [None]:
            told: object = (None, None)
        case [Heard() as heard]:
            told = (_told(heard.event), _told(heard.place))
        case [Wanted() as wanted]:
            told = (_told(wanted), None)
        case more:
            raise AssertionError(more)
    assert told == (case["event"], case["place"])


async def test_what_is_typed_so_far_is_found(session: tuple[Ear, Listening]) -> None:
    """The letters of a zone, while choices are to be offered."""
    ear, listening = session
    [typing] = [case for _, case in _cases("commands") if case["payload"]["type"] == 4]
    await _dispatched(ear, typing)
    assert listening.typed == ["berl"]


@pytest.mark.parametrize("case", _params("forms", "messages"))
async def test_no_payload_shows_what_somebody_said(session: tuple[Ear, Listening], case: Json) -> None:
    """What was read prints neither words nor answers, nor who said them, nor where."""
    ear, listening = session
    await _dispatched(ear, case)
    printed = repr([*listening.raw, *listening.heard])
    told = ("kind end", "morning", ANA, "1207000000000000041")
    assert [words for words in told if words in printed] == []


async def _dispatched(ear: Ear, case: Json) -> None:
    """Let discord.py take a payload, and return when its handler is done."""
    before = asyncio.all_tasks()
    ear._connection.parsers[case["name"]](case["payload"])  # noqa: SLF001 - as its gateway does
    handlers = asyncio.all_tasks() - before
    if handlers:
        await asyncio.wait(handlers)


def _told(what: InboundEvent | Place | Wanted) -> Json:
    """Return all fields of an event or a place as JSON has them; of a form's components, none."""
    named = {each.name: _plain(getattr(what, each.name)) for each in fields(what) if each.name != "typed"}
    return {"type": type(what).__name__, **named}


def _plain(value: object) -> object:
    if isinstance(value, Account):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if not isinstance(value, dict) and hasattr(value, "__dataclass_fields__"):
        return _told(value)  # type: ignore[arg-type]  # an event or a place in another
    return json.loads(json.dumps(value))
