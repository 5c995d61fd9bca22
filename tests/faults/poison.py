"""Payloads that no platform sends: recorded ones with anything in place of anything, and noise (F10)."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientSession
from hypothesis import strategies as st

from bot.services.router import Router
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome, Replace, Show
from tests.json_types import Json, ReadJson
from tests.sim.discord import DiscordSim
from tests.sim.discord_surface import on_discord
from tests.sim.slack import SlackSim
from tests.unit.slack.ears import on_the_web, signed
from tests.unit.small_house import SmallHouse, small_house

REPLAY = Path(__file__).parents[1] / "replay"
JUNK: tuple[object, ...] = (
    None, True, False, 0, -1, 2**63, 1e308, "", " ", "\x00", "\u202e", "\ud7ff\ue000", "<@U1>", "%s{0}",
    "9" * 400,
    "x" * 8_000, [], {}, [None], {"": None}, [[[[[[]]]]]], {"type": {"type": {"type": "x"}}}, ["x"] * 200,
    "1:checkin.energy:AAAA:1", "../../etc/passwd", "=1+1", "0001-01-01T00:00:00Z",
)  # fmt: skip
"""What stands in the place of what was there."""
noise = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
"""Any JSON at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poison:
    """One payload; `name` is what it pretends to be."""

    name: str
    payload: Json = field(repr=False)


def recorded(platform: str) -> list[Poison]:
    """Return every payload that was recorded of a platform."""
    return [
        Poison(name=case.get("name", path.stem), payload=case["payload"])
        for path in sorted((REPLAY / platform).glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))
    ]


def poisons(platform: str, *, names: Callable[[str], str] = str) -> st.SearchStrategy[Poison]:
    """Draw recorded payloads with up to four places spoilt, and now and then one that is mere noise."""
    cases = recorded(platform)

    def spoilt(case: Poison, seed: int, times: int, other: ReadJson) -> Poison:
        if times == 0:
            payload = other if isinstance(other, dict) else {"type": case.payload.get("type"), "data": other}
            return Poison(name=case.name, payload=payload)
        random, payload = Random(seed), fresh(case.payload, seed)  # noqa: S311 - drawn again, it is the same
        for _ in range(times):
            _spoil(payload, random, other)
        return Poison(name=case.name, payload=json.loads(names(json.dumps(payload))))

    return st.builds(
        spoilt, st.sampled_from(cases), st.integers(0, 2**32), st.sampled_from([0, 1, 1, 1, 2, 2, 4]), noise
    )


def fresh(payload: Json, number: int) -> Json:
    """Return a payload that nothing with this id came before: what comes twice is not heard twice."""
    new = deepcopy(payload)
    ids = {
        "event_id": f"Ev{number}", "trigger_id": f"{number}.{number}.ab", "token": f"token{number}",
        "id": str(1_300_000_000_000_000_000 + number),
    }  # fmt: skip
    new |= {key: value for key, value in ids.items() if isinstance(new.get(key), str)}
    event = new.get("event")
    if isinstance(event, dict) and "ts" in event:
        event["ts"] = f"17676{number % 100_000:05}.{number % 1_000_000:06}"
        event |= {"client_msg_id": f"6f1b8c1e-{number}"} if "client_msg_id" in event else {}
    return new


def _spoil(payload: Json, random: Random, other: object) -> None:
    """Put anything in the place of something, however deep, or take it away."""
    here: Any = payload  # Any: it goes down through whatever is there
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = random.choice(keys)
        inner = here[key]
        if isinstance(inner, dict | list) and inner and random.random() < 0.75:
            here = inner
            continue
        if isinstance(here, dict) and random.random() < 0.25:
            del here[key]
        else:
            here[key] = deepcopy(other if random.random() < 0.2 else random.choice(JUNK))
        return


@dataclass(kw_only=True)
class Ground:
    """A platform with a house behind it, into which anything is sent."""

    send: Callable[[Poison], Awaitable[None]]
    answers: Callable[[], Awaitable[bool]]
    """Whether somebody else is answered."""
    house: SmallHouse
    sent: int = 0
    broken: int = 0
    heard: int = 0
    refused: int = 0
    """How many were not taken, so that the platform tells them again: Slack does so three times at most."""

    sessions: object = 1
    """How many were begun: an event that nobody understands ends none."""

    async def take(self, poison: Sequence[Poison]) -> None:
        """Take some, and then see that somebody else is answered."""
        for each in poison:
            async with asyncio.timeout(20):
                await self.send(each)
            self.sent += 1
        async with asyncio.timeout(30):
            assert await self.answers()

    async def hear(self, event: InboundEvent) -> Outcome:
        """Hear, and count what broke."""
        self.heard += 1
        outcome = await self.house.hear(event)
        acts = (outcome.first, *outcome.then)
        self.broken += sum(isinstance(act, Show | Replace) and act.card.text_id == "broken" for act in acts)
        return outcome


@asynccontextmanager
async def before_slack() -> AsyncIterator[Ground]:
    """A house before a loopback Slack, by HTTP, signed as Slack signs."""
    with small_house() as house:
        async with SlackSim() as slack, ClientSession() as client:
            ana, ben = slack.workspace().user("ana"), slack.workspace().user("ben")
            ground = Ground(send=_unsent, answers=_unasked, house=house)
            _open(house, "slack", slack.workspace().id)

            async with on_the_web(slack, ground.hear) as url:

                async def send(poison: Poison) -> None:
                    text = json.dumps(poison.payload)
                    text = text.replace("T0HARBOUR", slack.workspace().id).replace("U0ANA", ana.id)
                    is_json, body = poison.name == "events", text
                    if poison.name == "commands":
                        flat = json.loads(text)
                        body = urlencode({key: str(value) for key, value in flat.items()}, errors="replace")
                    elif not is_json:
                        body = urlencode({"payload": text})
                    headers = signed(body.encode())
                    if not is_json:
                        headers["Content-Type"] = "application/x-www-form-urlencoded"
                    async with client.post(
                        f"{url}/slack/events", data=body.encode(), headers=headers
                    ) as answer:
                        await answer.read()
                        ground.refused += answer.status >= 500

                async def answers() -> bool:
                    await ben.command("/reststop help")
                    return "write" in ben.screen_text()

                ground.send, ground.answers = send, answers
                yield ground


@asynccontextmanager
async def before_discord() -> AsyncIterator[Ground]:
    """A house before a loopback Discord, by its gateway and discord.py."""
    with small_house() as house:
        async with DiscordSim() as sim:
            ana, ben = sim.user("ana"), sim.user("ben")
            ground = Ground(send=_unsent, answers=_unasked, house=house)
            _open(house, "discord", sim.application_id)
            async with on_discord(sim, ground.hear) as under_test:
                ids = {"1207000000000000001": sim.application_id, "1207000000000000031": ana.id}

                async def send(poison: Poison) -> None:
                    await sim.connected(1)
                    text = json.dumps(poison.payload)
                    for known, here in ids.items():
                        text = text.replace(known, here)
                    for session in sim.gateway.sessions.values():
                        session.dispatch(poison.name, json.loads(text))
                    await sim.gateway.read()
                    await under_test.surface.settled()

                async def answers() -> bool:
                    await sim.connected(1)
                    await ben.command("help")
                    ground.sessions = (await under_test.gateway.health())["clients"]
                    return "write" in ben.screen_text()

                ground.send, ground.answers = send, answers
                yield ground


def _open(house: SmallHouse, surface: str, workspace: str) -> None:
    """Let people come from a platform; nothing leaves by itself meanwhile."""
    del workspace
    house.open_to({surface: house.chat})
    house.router = Router(house.desk, changed=lambda: None)


async def _unsent(poison: Poison) -> None:
    del poison


async def _unasked() -> bool:
    return False


class Errors(logging.Handler):
    """Keeps what was logged as an error, by where and of which kind."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(logging.ERROR)
        self.lines: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Count it."""
        self.lines[f"{record.name}: {record.getMessage()[:160]}"] += 1
