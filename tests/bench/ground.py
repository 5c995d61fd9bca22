"""Where the benches of a platform are run: its loopback here, the app under test in a process of its own."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 60.0
"""Seconds in which an app has to be there."""


class NotAnswered(AssertionError):
    """An app did not answer what it was sent."""


@asynccontextmanager
async def running(home: Path, *arguments: str, **environ: str) -> AsyncIterator[None]:
    """Run a module in a process of its own, with `home` as its home, until the block ends.

    What it said on standard error stands in `home`, in a file that is named for it.
    """
    said = home / f"{arguments[0]}.said"
    with said.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *arguments,
            cwd=home,
            env={"HOME": str(home), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), **environ},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=stderr,
        )
    try:
        yield
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def reststop(home: Path, *roles: str, **environ: str) -> AbstractAsyncContextManager[None]:
    """Run the product on the data folder `home`/data, until the block ends."""
    said = {
        "RESTSTOP_DATA": str(home / "data"),
        "RESTSTOP_OPERATOR_NAME": "a bench",
        "RESTSTOP_OPERATOR_CONTACT": "nobody",
    }
    return running(home, "bot.app.cli", "run", "--roles", ",".join(roles), **said, **environ)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


async def listens(port: int) -> None:
    """Return when something listens on a port of this machine.

    Raises:
        TimeoutError: nothing did.
    """
    async with asyncio.timeout(STARTS_WITHIN):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                return
