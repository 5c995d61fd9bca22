"""`reststop run` in a process of its own, before loopback platforms in this one."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.terminal import PATIENCE, RESTSTOP, environment

NAMED = {"RESTSTOP_OPERATOR_NAME": "Ward 7", "RESTSTOP_OPERATOR_CONTACT": "extension 12"}


@dataclass
class Running:
    """A process, and what it said on standard error so far."""

    process: asyncio.subprocess.Process
    said: list[str] = field(default_factory=list)

    async def says(self, pattern: str) -> re.Match[str]:
        """Return the first match in a line that comes.

        Raises:
            EOFError: it ended without such a line.
        """
        assert self.process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            while raw := await self.process.stderr.readline():
                self.said.append(raw.decode())
                if found := re.search(pattern, self.said[-1]):
                    return found
        raise EOFError("".join(self.said))

    async def told(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal; return the exit code."""
        self.process.send_signal(how)
        return await self.ended()

    async def ended(self) -> int:
        """Return the exit code, when it has ended and all that it said was read."""
        assert self.process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            self.said.append((await self.process.stderr.read()).decode())
            return await self.process.wait()


@asynccontextmanager
async def running(data: Path, *words: str, **more: str) -> AsyncIterator[Running]:
    """Run `reststop run` until the block ends, at the latest."""
    data.parent.mkdir(parents=True, exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        *RESTSTOP,
        "run",
        *words,
        cwd=data.parent,
        env=environment(data, **NAMED | more),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Running(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def found_in(home: Path, *secrets: str) -> list[str]:
    """Return the files below a folder that hold one of these in the clear."""
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    return [str(path) for path in files if any(secret.encode() in path.read_bytes() for secret in secrets)]
