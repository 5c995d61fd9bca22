"""A year of a house's memory: what its process holds at the end of each month, while people live with it.

The product stands on a data folder in a process of its own, on a clock that is moved; nothing is faked but
the platform, which takes each letter and forgets it. Everybody has a check-in on each day. A third answers it
with a mark and a written page, a third passes it by, and a third says nothing, is asked after five days
whether to pause, and goes on with the first of each month. Somebody looks back, or reads their last page, now
and then.

By itself it is a whole year for thirty people: all that comes with days and months is in it, and what grows
with the number of people is not. `SOAK=1000 make bench ONLY=soak` is a year for a thousand, which takes
hours; `SOAK_DAYS=90` is a shorter one.

Memory is that which the system says is in use (`VmRSS`), and the growth is from the end of the second month
to the end: before that, caches fill. `soak_own` is the same without what SQLite says it holds, which is
mostly pages of the files: up to 32 MB for each of a store's three connections, as files grow.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.domain.people import Account
from bot.ports.chat import Arrival, Letter, NoChannels, Posting, Receipt, Sent
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Buttons, Card, Scale
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    Facts,
    FormSubmitted,
    InboundEvent,
    ScaleAnswered,
)
from bot.surface.outcome import Open, Outcome
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.bench.harness import Figure
from tests.bench.people import settle_in
from tests.bench.quiet_chat import SURFACE
from tests.bench.server_house import addresses, house_on

MOST = 0.05
"""Growth from the end of the second month to the end."""
_PEOPLE, _DAYS, _LANES = 30, 365, 3
_MONTH = 30
_DUE = datetime(2026, 1, 5, 9, tzinfo=UTC)
_PAGE = "The evening round was long, and then it was quiet for a while. " * 6


def figures() -> Iterator[Figure]:
    """Let a year go by, and compare its end with its second month."""
    people = int(os.environ.get("SOAK", _PEOPLE))
    days = int(os.environ.get("SOAK_DAYS", _DAYS))
    months = list[tuple[float, float]]()
    with tempfile.TemporaryDirectory() as folder:
        year = [sys.executable, "-m", __name__, folder, str(people), str(days)]
        with subprocess.Popen(year, stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout or ():
                noted = json.loads(line)
                months.append((noted["mb"], noted["sqlite_mb"]))
                print(f"soak: {line.strip()}", file=sys.stderr)
        if process.returncode:
            raise RuntimeError("the year did not end well")
    told = f"after {days} days of {people} people, beside that after two months; the ratio is the growth"
    yield _figure("soak", [held for held, _ in months], people * days, f"memory {told}")
    own = [held - of_sqlite for held, of_sqlite in months]
    yield _figure("soak_own", own, people * days, f"memory without SQLite's {told}")


def _figure(bench: str, months: Sequence[float], n: int, why: str) -> Figure:
    since = months[1:] or months
    growth = months[-1] / since[0] - 1
    return Figure(
        bench=bench,
        n=n,
        rounds=len(months),
        unit="MB",
        figure=round(months[-1], 3),
        floor=round(since[0], 3),
        ratio=round(growth, 4),
        spread=(round(min(since), 3), round(max(since), 3)),
        target=MOST,
        ok=growth <= MOST,
        why=why,
    )


class _Forgetful(NoChannels):
    """A platform that takes everything, and holds no more of it than what came last to each."""

    capabilities = Capabilities(surface=SURFACE, waits=False, hosted=True)

    def __init__(self) -> None:
        """Begin with nothing."""
        self.letters = 0
        self.last: dict[Account, Card] = {}

    async def send(self, letter: Letter) -> Receipt:
        """Take a letter."""
        self.letters += 1
        self.last[letter.to] = letter.card
        return Sent()

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Learn nothing."""

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Know nothing: here nothing is in doubt."""
        del letter
        return Arrival.UNKNOWABLE

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Say that it is gone."""
        del to, file
        return Sent()


class _Town:
    """People who live with a house, each in their own way."""

    def __init__(self, house: House, chat: _Forgetful, people: Sequence[Account]) -> None:
        """Let `people` live in it."""
        self._house = house
        self._chat = chat
        self._people = people
        self._events = count(1)

    async def live(self, day: int) -> None:
        """Let everybody do what they do on a day."""
        came, self._chat.last = self._chat.last, {}
        for number, who in enumerate(self._people):
            card = came.get(who)
            if number % 3 == 0 and card is not None:
                await self._answer(who, card)
            elif number % 3 == 1 and card is not None:
                await self._press(who, card, "checkin.skip")
            if number % 3 == 2 and day % _MONTH == 0:
                await self._say(who, "resume")
            if (day + number) % 30 == 0:
                await self._say(who, "look back" if number % 2 else "journal last")

    async def _answer(self, who: Account, card: Card) -> None:
        scale = next((each for each in card.blocks if isinstance(each, Scale)), None)
        if scale is not None:
            await self._hear(ScaleAnswered(**self._facts(who), ref=scale.ref, value=scale.low + 1))
        opened = (await self._say(who, "write")).first
        if isinstance(opened, Open):
            values = {each.name: each.value for each in opened.form.fields} | {"text": _PAGE}
            await self._hear(FormSubmitted(**self._facts(who), ref=opened.form.ref, values=values))

    async def _press(self, who: Account, card: Card, name: str) -> None:
        rows = (block.buttons for block in card.blocks if isinstance(block, Buttons))
        buttons = (each for row in rows for each in row if isinstance(each, Button))
        ref = next((each.ref for each in buttons if each.name == name), None)
        if ref is not None:
            await self._hear(ActionPressed(**self._facts(who), ref=ref))

    async def _say(self, who: Account, text: str) -> Outcome:
        return await self._hear(CommandInvoked(**self._facts(who), text=text))

    async def _hear(self, event: InboundEvent) -> Outcome:
        return await self._house.hear(event)

    def _facts(self, who: Account) -> Facts:
        return Facts(event_id=f"e{next(self._events)}", account=who, handle="h")


async def _year(folder: Path, people: int, days: int) -> None:
    clock, chat = ManualClock(_DUE - timedelta(days=1)), _Forgetful()
    engine, places = SteppingEngine(clock), addresses(people, _LANES)
    async with house_on(story_settings(folder / "data"), clock, engine, {SURFACE: chat}) as house:
        await settle_in(house, places, _DUE)
        await house.start()
        town = _Town(house, chat, [place.account for place in places])
        for day in range(days):
            await engine.advance(_DUE + timedelta(days=day))
            await town.live(day)
            if (day + 1) % _MONTH == 0 or day == days - 1:
                gc.collect()
                noted: dict[str, float] = {"day": day + 1, "letters": chat.letters}
                noted |= {"mb": round(_resident(), 2), "sqlite_mb": round(_of_sqlite(), 2)}
                print(json.dumps(noted), flush=True)
        if engine.failures:
            raise AssertionError("a tick or a drain failed")


def _resident() -> float:
    """Return the megabytes of this process that are in memory."""
    status = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


def _of_sqlite() -> float:
    """Return the megabytes that SQLite holds in this process; 0.0 where it cannot be asked."""
    try:
        used = ctypes.CDLL("libsqlite3.so.0").sqlite3_memory_used
    except (OSError, AttributeError):
        return 0.0
    used.restype = ctypes.c_int64
    return int(used()) / 2**20


if __name__ == "__main__":
    asyncio.run(_year(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
