"""Being a person on a loopback platform by hand: lines go in, and what the screen shows comes out."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable

from tests.sim.common.answers import AppFault, NotPossible

Take = Callable[[str], Awaitable[str]]
"""Does what a line says, and returns what the screen shows then."""


def say(text: str, end: str = "\n") -> None:
    """Write to the terminal at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


async def converse(take: Take) -> None:
    """Do what the lines of standard input say, until "quit" or its end."""
    while True:
        say("> ", end="")
        line = await asyncio.to_thread(sys.stdin.readline)
        if not line or line.strip() == "quit":
            return
        say(await take(line))


async def attempt(take: Take, line: str) -> str:
    """Do what a line says; return what the screen shows then, or why it could not be done."""
    try:
        return await take(line.strip())
    except (NotPossible, AppFault, LookupError, ValueError) as error:
        return f"That does not work: {error}"
