"""Commands in processes of their own that need not import Reststop first: see `tests/e2e/fork_server.py`."""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from tests.e2e.fork_server import Order

_ROOT = Path(__file__).resolve().parents[2]
PIPE, DEVNULL = subprocess.PIPE, subprocess.DEVNULL


class Forked:
    """A command that runs: what a `subprocess.Popen` is, as far as the tests need it."""

    def __init__(self, told: IO[bytes], ours: Sequence[IO[bytes] | None]) -> None:
        """Know it by what is told of it, and by our side of its three ends."""
        self._told = told
        self.stdin, self.stdout, self.stderr = ours
        self.pid = int(told.readline())
        self.returncode: int | None = None

    def wait(self, timeout: float) -> int:
        """Return the exit code; of one that a signal ended, the signal with a minus.

        Raises:
            TimeoutExpired: it did not end for so many seconds.
        """
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("reststop", timeout)
            self.returncode = int(self._told.readline())
        return self.returncode

    def send_signal(self, how: signal.Signals) -> None:
        """Send a signal; to one that has ended nothing happens."""
        if self.returncode is None and not select.select([self._told], [], [], 0)[0]:
            os.kill(self.pid, how)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def __enter__(self) -> Self:
        """Hold it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close our ends and wait until it is over, as Popen does."""
        for end in (self.stdin, self.stdout, self.stderr):
            if end is not None:
                with suppress(BrokenPipeError):  # it read not all of what was written to it
                    end.close()
        self.wait(60)
        self._told.close()


def fork(
    words: Sequence[str],
    *,
    folder: Path,
    environ: Mapping[str, str],
    ends: tuple[int, int, int] = (PIPE, PIPE, PIPE),
    in_window: bool = False,
) -> Forked:
    """Start a command. Each of its `ends` is a descriptor, DEVNULL or PIPE, whose other end comes back."""
    theirs, ours, lent = list[int](), list[IO[bytes] | None](), list[int]()
    for number, end in enumerate(ends):
        mine: IO[bytes] | None = None
        its = end
        if end == PIPE:
            reading, writing = os.pipe()
            its, mine = (writing, os.fdopen(reading, "rb")) if number else (reading, os.fdopen(writing, "wb"))
        elif end == DEVNULL:
            its = os.open(os.devnull, os.O_RDWR)
        ours.append(mine)
        theirs.append(its)
        if end < 0:
            lent.append(its)
    hearing, telling = os.pipe()
    order = Order(words=words, folder=str(folder), environ=dict(environ), in_window=in_window)
    socket.send_fds(_server(), [json.dumps(asdict(order)).encode()], [*theirs, telling])
    for each in (*lent, telling):
        os.close(each)
    return Forked(os.fdopen(hearing, "rb", buffering=0), ours)


@cache
def _server() -> socket.socket:
    """Start what forks, once for all tests of this process."""
    ours, its = socket.socketpair()
    with its:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.fork_server", str(its.fileno())],
            cwd=_ROOT,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(_ROOT)},
            stdin=PIPE,
            stdout=PIPE,
            pass_fds=[its.fileno()],
            start_new_session=True,
        )

    def end() -> None:
        ours.close()
        process.communicate()

    atexit.register(end)
    return ours
