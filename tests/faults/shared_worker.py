"""One worker of several on a server, as a process of its own: `python -m tests.faults.shared_worker NAME`.

Its platform is a file that all of them share: a line for each letter that was accepted, and by whom.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.engine.distributed import DistributedEngine
from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.house import House
from bot.app.settings import read_settings
from bot.app.system import SystemChance, SystemClock
from bot.domain.people import Account
from bot.ports.chat import Arrival, ChatPort, Letter, NoChannels, Posting, Receipt, Sent
from bot.surface.capabilities import Capabilities

LANE = "chat/team"
STALLED_AFTER = timedelta(seconds=2)
"""After so long without a sign of life another takes over."""
ANSWERS_IN = 0.05
"""Seconds for which the platform keeps a sender waiting after it has accepted a letter."""


class Noon:
    """The system's clock, put to a noon: what is due is held back by nobody's quiet hours."""

    def __init__(self, ahead: timedelta) -> None:
        """Be `ahead` of the system's."""
        self._system = SystemClock()
        self._ahead = ahead

    def now(self) -> datetime:
        """Return the instant."""
        return self._system.now() + self._ahead

    def elapsed(self) -> float:
        """Return seconds on a clock that never goes backwards."""
        return self._system.elapsed()


def ahead_of(now: datetime) -> timedelta:
    """Return how far the next noon is."""
    noon = datetime.combine(now.date(), datetime.min.time(), UTC) + timedelta(hours=12)
    return noon - now + timedelta(days=now > noon)


class Written(NoChannels):
    """A platform that is a file; it accepts at once, and answers a moment later."""

    capabilities = Capabilities(surface="chat", waits=True, hosted=False)

    def __init__(self, file: Path, name: str) -> None:
        """Write into `file` by `name`."""
        self._file = file
        self._name = name

    async def send(self, letter: Letter) -> Receipt:
        """Accept a letter."""
        with self._file.open("a") as file:
            file.write(f"{self._name} {letter.key.hex()}\n")
        await asyncio.sleep(ANSWERS_IN)
        return Sent()

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn nothing."""
        del accounts

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Look into the file."""
        came = self._file.exists() and letter.key.hex() in self._file.read_text()
        return Arrival.ARRIVED if came else Arrival.NOT_ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Take nothing back."""
        del to, file
        return Sent()


async def opened(ahead: timedelta, chats: dict[str, ChatPort], *, works: bool) -> House:
    """Open a house by the settings of the environment; one that `works` shares the lanes."""
    settings, clock, chance = read_settings(), Noon(ahead), SystemChance()
    address = settings.database_url
    if address is None:
        raise ValueError("no server")
    shared = DistributedEngine(
        clock,
        address.reveal(),
        surfaces=("chat",),
        ticks=True,
        heartbeat=timedelta(milliseconds=500),
        stalled_after=STALLED_AFTER,
    )
    engine = shared if works else EmbeddedEngine(clock)
    return await open_house(settings, clock=clock, chance=lambda _: chance, engine=engine, chats=chats)


async def _work(name: str, ahead: timedelta, file: Path) -> None:
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, told.set)
    house = await opened(ahead, {"chat": Written(file, name)}, works=True)
    await house.start()
    await told.wait()
    await house.stop()


if __name__ == "__main__":
    NAME, SECONDS, FILE = sys.argv[1:]
    asyncio.run(_work(NAME, timedelta(seconds=float(SECONDS)), Path(FILE)))
