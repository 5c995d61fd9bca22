"""A chat platform that outlives its bot: what it took is in a pipe before the bot knows that it did."""

from __future__ import annotations

import asyncio
import json
import mmap
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.domain.people import Account
from bot.ports.chat import Arrival, Letter, NoChannels, Posting, Receipt, Sent
from bot.surface.capabilities import Capabilities
from bot.surface.card import LinkButton
from tests.json_types import Json

SURFACE, WORKSPACE = "chat", "team"
LANE = f"{SURFACE}/{WORKSPACE}"
ON_THE_WIRE = 0.001
"""Seconds that a letter takes to the platform, and again as many that its answer takes."""


class Kind(StrEnum):
    """What a platform does about a letter that comes a second time, and what it can be asked."""

    NONCE = "honours a nonce"
    """As Discord: ten at a time, the same key is shown once; it is never known whether one came."""
    CLIENT_ID = "honours client_msg_id"
    """As Slack is said to: one at a time, the same key is shown once; it is never known."""
    HISTORY = "can be asked"
    """As Slack with `im:history`: the same key is shown again, and what came can be seen."""
    NOTHING = "cannot be asked"
    """As Slack without it."""


class SharedClock:
    """A clock that all forks of a process share; `now` is moved by hand, `elapsed` is the machine's."""

    def __init__(self, start: datetime) -> None:
        """Show `start`."""
        self._memory = mmap.mmap(-1, 8)
        self.move_to(start)

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        seconds = int.from_bytes(self._memory[:8], "big")
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)

    def elapsed(self) -> float:
        """Return seconds on a clock that never goes backwards."""
        return time.monotonic()

    def move_to(self, instant: datetime) -> None:
        """Show `instant`; eight bytes are written in one go."""
        self._memory[:8] = int(instant.timestamp()).to_bytes(8, "big")


@dataclass(kw_only=True)
class Known:
    """What stands after the lives so far: the parent keeps it, each fork begins with it.

    `shown` is what people see, a key for each message; `to_answer` who was asked by which ref and did not
    answer; `pending` the events that were sent and not answered.
    """

    kind: Kind
    shown: dict[str, list[tuple[str, datetime]]] = field(default_factory=dict)
    to_answer: dict[str, str] = field(default_factory=dict)
    saved: dict[str, list[int]] = field(default_factory=dict)
    pending: dict[int, Json] = field(default_factory=dict)
    on_the_way: int = 0
    sends: int = 0
    starts: int = 0

    def note(self, record: Json) -> None:
        """Take up what a life wrote."""
        match record["is"]:
            case "up":
                self.starts += 1
            case "sending":
                self.on_the_way += 1
            case "answered":
                self.on_the_way -= 1
            case "letter":
                self._show(record)
            case "event":
                self.pending[record["number"]] = record
            case "skipped":
                self.to_answer.pop(record["ref"], None)
            case "saved":
                self.saved.setdefault(record["who"], []).append(record["number"])
                self.pending.pop(record["number"], None)
            case "not saved":  # and its writer was told so
                self.pending.pop(record["number"], None)
            case other:
                raise ValueError(f"a life said: {other}")

    @property
    def keys(self) -> set[str]:
        """The keys of all that is shown."""
        return {key for messages in self.shown.values() for key, _ in messages}

    def _show(self, record: Json) -> None:
        self.sends += 1
        messages = self.shown.setdefault(record["who"], [])
        is_known = any(key == record["key"] for key, _ in messages)
        if is_known and self.kind in {Kind.NONCE, Kind.CLIENT_ID}:
            return
        messages.append((record["key"], datetime.fromisoformat(record["at"])))
        if record["ref"]:
            self.to_answer[record["ref"]] = record["who"]


class Line:
    """The way to the parent: a record is written whole or not at all."""

    def __init__(self, pipe: int, known: Known) -> None:
        """Write into `pipe`, and know at once what was written."""
        self._pipe = pipe
        self.known = known

    def tell(self, what: str, **more: object) -> None:
        """Write a record; it stands, whatever becomes of this process."""
        record = {"is": what, **more}
        os.write(self._pipe, json.dumps(record).encode() + b"\n")
        self.known.note(record)


class PipedChat(NoChannels):
    """The way out to such a platform."""

    def __init__(self, line: Line, clock: SharedClock) -> None:
        """Deliver over `line`."""
        self._line = line
        self._clock = clock
        at_once = 10 if line.known.kind is Kind.NONCE else 1
        self.capabilities = Capabilities(surface=SURFACE, waits=False, hosted=True, at_once=at_once)

    async def send(self, letter: Letter) -> Receipt:
        """Take a letter: the platform has it as soon as the record is written."""
        self._line.tell("sending")
        await asyncio.sleep(ON_THE_WIRE)
        self._line.tell(
            "letter",
            who=letter.to.user,
            key=letter.key.hex(),
            ref=_skip_of(letter),
            at=self._clock.now().isoformat(),
        )
        await asyncio.sleep(ON_THE_WIRE)
        self._line.tell("answered")
        return Sent()

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Say what this kind of platform says."""
        match self._line.known.kind:
            case Kind.NONCE | Kind.CLIENT_ID:
                return Arrival.NOT_ARRIVED
            case Kind.HISTORY:
                return Arrival.ARRIVED if letter.key.hex() in self._line.known.keys else Arrival.NOT_ARRIVED
            case Kind.NOTHING:
                return Arrival.UNKNOWABLE

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn nothing."""

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Have no files."""
        del to, file
        return Sent()


def account_of(name: str) -> Account:
    """Return how the platform knows somebody."""
    return Account(surface=SURFACE, workspace=WORKSPACE, user=name)


def _skip_of(letter: Letter) -> str:
    for one in letter.card.controls:
        if one.name == "checkin.skip" and not isinstance(one, LinkButton):
            return one.ref
    return ""


def counted(known: Known) -> Mapping[str, int]:
    """Return how often each key is shown."""
    counts: dict[str, int] = {}
    for messages in known.shown.values():
        for key, _ in messages:
            counts[key] = counts.get(key, 0) + 1
    return counts
