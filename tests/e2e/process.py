"""`reststop run` in a process of its own, before loopback platforms in this one."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.forked import DEVNULL, PIPE
from tests.e2e.terminal import PATIENCE, Process, start

NAMED = {"RESTSTOP_OPERATOR_NAME": "Ward 7", "RESTSTOP_OPERATOR_CONTACT": "extension 12"}


@dataclass
class Running:
    """A process, and what it said on standard error so far."""

    process: Process
    stderr: asyncio.StreamReader
    said: list[str] = field(default_factory=list)

    async def says(self, pattern: str) -> re.Match[str]:
        """Return the first match in a line that comes.

        Raises:
            EOFError: it ended without such a line.
        """
        async with asyncio.timeout(PATIENCE):
            while raw := await self.stderr.readline():
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
        async with asyncio.timeout(PATIENCE):
            self.said.append((await self.stderr.read()).decode())
            return await asyncio.to_thread(self.process.wait, PATIENCE)


@asynccontextmanager
async def running(data: Path, *words: str, **more: str) -> AsyncIterator[Running]:
    """Run `reststop run` until the block ends, at the latest."""
    process = start(data, "run", *words, more=NAMED | more, ends=(DEVNULL, DEVNULL, PIPE))
    stderr = asyncio.StreamReader()
    with process:
        try:
            loop = asyncio.get_running_loop()
            line, _ = await loop.connect_read_pipe(
                lambda: asyncio.StreamReaderProtocol(stderr), process.stderr
            )
            with closing(line):
                yield Running(process, stderr)
        finally:
            process.kill()


def found_in(home: Path, *secrets: str) -> list[str]:
    """Return the files below a folder that hold one of these in the clear."""
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    return [str(path) for path in files if any(secret.encode() in path.read_bytes() for secret in secrets)]
