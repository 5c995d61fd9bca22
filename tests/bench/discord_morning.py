"""Nine o'clock in Discord: eight hundred check-ins, beside what the limits allow.

The product runs in a process of its own, by the clock of this machine, before a loopback Discord in this one
that holds to all limits. What is measured is the time from the instant at which all are due to the arrival of
the last. Where conversations are not known yet, each is opened first, and much more slowly: Discord takes the
opening of many for spam, and does not say from how many on. There nothing but refusals and losses is judged.
What Discord would refuse of a message is not looked for here.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from adapters.discord.limits import LETTERS_AT_ONCE, LETTERS_PER_SECOND
from tests.bench.discord_ground import reststop
from tests.bench.discord_people import crowd, enrol
from tests.bench.harness import Figure
from tests.bench.morning import Counting, next_minute, refusals_of, time_of
from tests.sim.discord import DiscordSim
from tests.sim.discord.faults import MESSAGES
from tests.sim.discord.journal import Entry
from tests.sim.discord.limiter import Limits, Quota

_PEOPLE = 800
_STRANGERS = 100
"""Whose conversations are not known."""
_PATIENCE = 240.0
_POST = MESSAGES.replace("*", "{channel}")


def figures() -> Iterator[Figure]:
    """Time a morning with known conversations, and one without; count what was refused or lost."""
    yield from asyncio.run(_known())
    yield from asyncio.run(_unknown())


async def _known() -> list[Figure]:
    limits = Limits()
    took, others = await _morning("discord_morning", _PEOPLE, limits, knows=True)
    every = limits.everything
    allowed = (_PEOPLE - every.most) / every.most * every.seconds
    why = f"{_PEOPLE} check-ins due at once"
    return [
        time_of("discord_morning", took, allowed, n=_PEOPLE, why=f"{why}, beside what Discord takes"),
        time_of(
            "discord_morning_own_pace",
            took,
            (_PEOPLE - LETTERS_AT_ONCE) / LETTERS_PER_SECOND,
            n=_PEOPLE,
            why=f"{why}, beside the pace that is set for letters",
        ),
        *others,
    ]


async def _unknown() -> list[Figure]:
    limits = Limits(opening=Quota(_STRANGERS, 600.0))
    took, others = await _morning("discord_morning_unknown", _STRANGERS, limits, knows=False)
    floor = (_STRANGERS - limits.route.most) / limits.route.most * limits.route.seconds
    why = f"{_STRANGERS} check-ins due at once in conversations to be opened, beside what their route takes"
    return [time_of("discord_morning_unknown", took, floor, n=_STRANGERS, why=why, target=None), *others]


async def _morning(bench: str, people: int, limits: Limits, *, knows: bool) -> tuple[float, list[Figure]]:
    """Return the seconds that all letters took, and what was refused and lost."""
    async with DiscordSim(limits=limits, lints=False) as discord:
        with tempfile.TemporaryDirectory() as folder:
            home, due, users = Path(folder), next_minute(), crowd(discord, people)
            await asyncio.to_thread(enrol, home / "data", discord, users, due, knows=knows)
            async with reststop(discord, home, "discord", "engine"):
                counting = Counting(discord.journal.entries, _is_taken)
                left = (due - datetime.now(UTC)).total_seconds()
                with suppress(TimeoutError):  # what did not come is counted below
                    await discord.until(lambda: counting.has_come(people), patience=left + _PATIENCE)
        refusals = refusals_of(f"{bench}_refused", discord.journal.entries, people)
        return counting.took(due), [refusals, _lost(f"{bench}_lost", discord)]


def _is_taken(entry: Entry) -> bool:
    return entry.route == _POST and entry.status == 200


def _lost(bench: str, discord: DiscordSim) -> Figure:
    """Count who does not have one letter: none, or two."""
    world = discord.core.world
    letters = Counter(channel.user for channel in world.directs.values() for _ in channel.messages)
    wrong = sum(letters[user.id] != 1 for user in world.users.values() if not user.is_bot)
    return Figure(
        bench=bench,
        n=len(world.users) - 1,
        rounds=1,
        unit="people",
        figure=wrong,
        floor=0,
        ratio=wrong,
        spread=(wrong, wrong),
        target=0,
        ok=wrong == 0,
        why="who has no letter, or two",
    )
