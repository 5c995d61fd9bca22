"""Playing a story on `reststop sim`, in this process or in one of its own, by the names of its controls."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol, TypedDict, TypeVar, Unpack

from adapters.sim.text import read_instant
from bot.app.cli.sim import record_line, story_settings
from bot.app.cli.sim_lines import Record, Simulation
from bot.app.settings import Settings
from bot.testing.faults import ArmedCrash
from tests.json_types import Json

START = "2026-01-05T08:00:00Z"
Shown = Json
"""One record of what somebody saw, as JSON reads it: keys as documented, values of many kinds."""


class Simulated(Protocol):
    """Something that takes the lines of a story."""

    def take(self, line: bytes) -> list[bytes]:
        """Take one line, and return the lines that it wrote, its `done` last."""
        ...

    def close(self) -> None:
        """End the story."""
        ...

    def id_of(self, who: str) -> str:
        """Return what the platform calls somebody."""
        ...


S = TypeVar("S", bound=Simulated)

GROUNDS: dict[Path, Mapping[str, object]] = {}
"""What is set besides for the stories in a folder, where they are put on before other databases."""


def settings_on(data: Path) -> Settings:
    """Return the settings of a story in a folder, for who looks at its house from beside."""
    return story_settings(data).model_copy(update=GROUNDS.get(data))


class Told(TypedDict, total=False):
    """How a story is told, where it is not as usual.

    `start` is its first instant; `crash` is planned by the test itself; `operator_set` are settings by name,
    as whoever runs the server might have set them.
    """

    start: str
    seed: int
    crash: ArmedCrash | None
    operator_set: Mapping[str, object] | None


class Staging(Protocol):
    """How a story in this process is put on: before which people, on what."""

    def __call__(self, data: Path, **told: Unpack[Told]) -> Simulated:
        """Begin a story on the data folder `data`."""
        ...


class InProcess:
    """The simulation on an event loop of this process: fast, and a failure shows where it was."""

    def __init__(
        self,
        data: Path,
        *,
        start: str = START,
        seed: int = 0,
        crash: ArmedCrash | None = None,
        operator_set: Mapping[str, object] | None = None,
    ) -> None:
        """Begin as `Staging` says."""
        self._written: list[bytes] = []
        self._number = 0
        self._runner = asyncio.Runner()
        self._simulation = Simulation(
            start=read_instant(start),
            seed=seed,
            settings=settings_on(data).model_copy(update=operator_set),
            out=self._write,
            crash=crash,
        )

    def take(self, line: bytes) -> list[bytes]:
        """Take one line on the loop."""
        self._number += 1
        self._written.clear()
        self._runner.run(self._simulation.take(self._number, line))
        return list(self._written)

    def close(self) -> None:
        """End the house and the loop."""
        self._runner.run(self._simulation.end())
        self._runner.close()

    def id_of(self, who: str) -> str:
        """Return their name, which is their id here."""
        return who

    def _write(self, record: Record) -> None:
        self._written.append(record_line(record))


class OwnProcess:
    """The command itself, spoken with over pipes, as others do."""

    def __init__(self, *options: str) -> None:
        """Start `reststop sim` with `options`."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from bot.app.cli import main; main()", "sim", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def take(self, line: bytes) -> list[bytes]:
        """Write one line, and read until it is done."""
        if self._process.stdin is None or self._process.stdout is None:
            raise BrokenPipeError
        self._process.stdin.write(line + b"\n")
        self._process.stdin.flush()
        written: list[bytes] = []
        for record in self._process.stdout:
            written.append(record)
            if "done" in json.loads(record):
                return written
        raise EOFError("the simulation ended inside a line")

    def close(self) -> None:
        """Let the input end, and see that the command ended well."""
        self._process.communicate()
        assert self._process.returncode == 0

    def id_of(self, who: str) -> str:
        """Return their name, which is their id here."""
        return who


class Refused(AssertionError):
    """A line was refused where the story did not expect it."""


class Story:
    """A story as it unfolds: what was written, byte for byte, and what everyone saw."""

    def __init__(self, simulated: Simulated) -> None:
        """Begin before the first line."""
        self._simulated = simulated
        self.written = b""
        self.shown: list[Shown] = []
        self.at = ""

    def send(self, **line: object) -> list[Shown]:
        """Send one line and return what it caused.

        Raises:
            Refused: the line was not taken; its error record is the argument.
        """
        return self.send_raw(json.dumps(line).encode())

    def send_raw(self, line: bytes) -> list[Shown]:
        """Send one line as it is; else as `send`."""
        written = self._simulated.take(line)
        self.written += b"".join(written)
        *shown, done = (json.loads(record) for record in written)
        self.at = done["at"]
        if shown and "error" in shown[-1]:
            raise Refused(shown[-1])
        self.shown += shown
        return shown

    def command(self, who: str, text: str, **also: object) -> list[Shown]:
        """Let somebody type a command."""
        return self.send(do="command", who=who, text=text, **also)

    def say(self, who: str, text: str, **also: object) -> list[Shown]:
        """Let somebody type words that are no command."""
        return self.send(do="say", who=who, text=text, **also)

    def press(self, who: str, name: str) -> list[Shown]:
        """Let somebody press the button of this name that they saw last."""
        return self.send(do="press", who=who, ref=self.control(who, name)["ref"])

    def choose(self, who: str, name: str, *values: str) -> list[Shown]:
        """Let somebody choose by the names of options."""
        return self.send(do="choose", who=who, ref=self.control(who, name)["ref"], values=values)

    def scale(self, who: str, name: str, value: int | None) -> list[Shown]:
        """Let somebody answer a scale; None is "not now"."""
        return self.send(do="scale", who=who, ref=self.control(who, name)["ref"], value=value)

    def submit(self, who: str, name: str, /, **values: object) -> list[Shown]:
        """Let somebody send the form of this name that opened for them last."""
        return self.send(do="submit", who=who, ref=self.form(who, name)["ref"], values=values)

    def dismiss(self, who: str, name: str) -> list[Shown]:
        """Let somebody close a form."""
        return self.send(do="dismiss", who=who, ref=self.form(who, name)["ref"])

    def clock(self, to: str) -> list[Shown]:
        """Let time pass."""
        return self.send(do="clock", to=to)

    def room(self, where: str, change: str, **also: object) -> list[Shown]:
        """Let a channel close or open again, or somebody leave or join it."""
        return self.send(do="room", where=where, change=change, **also)

    def restart(self) -> list[Shown]:
        """Tear the house down and build it again on the same data."""
        return self.send(do="restart")

    def kill(self, at: str) -> None:
        """Let the next pass of a crash point end the house."""
        self.send(do="kill", at=at)

    def id_of(self, who: str) -> str:
        """Return what the platform calls somebody."""
        return self._simulated.id_of(who)

    def control(self, who: str, name: str) -> Shown:
        """Return the control of this name that somebody saw last.

        Raises:
            LookupError: they never saw one.
        """
        for record in self._seen(who):
            for control in record["controls"] or ():
                if control["name"] == name:
                    return dict(control)
        raise LookupError(f"{who} saw no control {name}")

    def form(self, who: str, name: str) -> Shown:
        """Return the form of this name that opened for somebody last.

        Raises:
            LookupError: none did.
        """
        for record in self._seen(who):
            if record["form"] and record["form"]["name"] == name:
                return dict(record["form"])
        raise LookupError(f"no form {name} opened for {who}")

    def _seen(self, who: str) -> Iterator[Shown]:
        """Return what somebody saw, latest first: what stands in a channel is before everybody."""
        return (record for record in reversed(self.shown) if record["to"] in {who, None})


@contextmanager
def told_by(simulated: S) -> Iterator[tuple[Story, S]]:
    """Play a story with what puts it on at hand, and close that in the end."""
    try:
        yield Story(simulated), simulated
    finally:
        simulated.close()


_staging: ContextVar[Staging] = ContextVar("_staging", default=InProcess)


@contextmanager
def staged(staging: Staging) -> Iterator[None]:
    """Let every story in this process be put on in another way meanwhile: on a platform's own ground."""
    before = _staging.set(staging)
    try:
        yield
    finally:
        _staging.reset(before)


@contextmanager
def story_in_process(data: Path, **told: Unpack[Told]) -> Iterator[Story]:
    """Play a story in this process, on the data folder `data`; in the simulation, unless `staged`."""
    with told_by(_staging.get()(data, **told)) as (story, _):
        yield story


@contextmanager
def story_in_own_process(*options: str) -> Iterator[Story]:
    """Play a story through the command itself."""
    with told_by(OwnProcess(*options)) as (story, _):
        yield story
