"""The real command in a process of its own, with a pipe at each end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tests.e2e.forked import PIPE, Forked, fork

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds after which a test gives up on a process: an upper bound, never a wait."""
RESTSTOP = (sys.executable, "-m", "bot.app.cli")
"""What a person's own start is."""
Process = Forked | subprocess.Popen[bytes]
PROMPT = "> "
HELLO = ("yes", "3", "n", "ok")
"""What it takes to arrive: a yes, one mark, and OK to the hour."""


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return a bare environment for a data folder in a home of its own."""
    return {
        "HOME": str(data.parent),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "RESTSTOP_DATA": str(data),
        "RESTSTOP_ZONE": "Pacific/Auckland",
        **more,
    }


def start(
    data: Path,
    *words: str,
    more: Mapping[str, str] | None = None,
    ends: tuple[int, int, int] = (PIPE, PIPE, PIPE),
    in_window: bool = False,
) -> Process:
    """Start a command in its own home, away from any .env.

    It is forked from a process that has imported all of it (`tests/e2e/forked.py`), unless `more` says
    something to Python itself.
    """
    data.parent.mkdir(parents=True, exist_ok=True)
    environ = environment(data, **more or {})
    if not any(name.startswith("PYTHON") for name in more or {}):
        return fork(words, folder=data.parent, environ=environ, ends=ends, in_window=in_window)
    stdin, stdout, stderr = ends
    return subprocess.Popen(
        [*RESTSTOP, *words], cwd=data.parent, env=environ, stdin=stdin, stdout=stdout, stderr=stderr
    )


def reststop(data: Path, *words: str, typed: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end with `typed` on its input; see `start`."""
    with start(data, *words, more=more) as process, ThreadPoolExecutor(2) as reading:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        said, complained = reading.submit(process.stdout.read), reading.submit(process.stderr.read)
        with suppress(BrokenPipeError):
            process.stdin.write(typed)
            process.stdin.close()
        try:
            code = process.wait(PATIENCE)
        finally:
            process.kill()
    return subprocess.CompletedProcess(words, code, said.result(), complained.result())


def visit(data: Path, *lines: str, **more: str) -> str:
    """Sit at the terminal, type lines, and leave; return the whole screen."""
    done = reststop(data, "run", typed="".join(f"{line}\n" for line in lines).encode(), **more)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


class Session:
    """A session whose lines a test types one by one, each when the prompt stands there."""

    def __init__(self, process: Process) -> None:
        """Talk with `process`, from its first prompt on."""
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._keyboard: IO[bytes] = process.stdin
        self._screen: IO[bytes] = process.stdout
        self._until_prompt()

    @property
    def pid(self) -> int:
        """The id of its process."""
        return self._process.pid

    def enter(self, *lines: str) -> str:
        """Type lines in one go; return what the screen showed up to the next prompt."""
        self._keyboard.write("".join(f"{line}\n" for line in lines).encode())
        self._keyboard.flush()
        return self._until_prompt()

    def leave(self) -> int:
        """Let the input end; return the exit code."""
        self._keyboard.close()
        self._screen.read()
        return self._process.wait(PATIENCE)

    def told(self, how: signal.Signals) -> int:
        """Send a signal; return the exit code."""
        self._process.send_signal(how)
        self._screen.read()
        return self._process.wait(PATIENCE)

    def _until_prompt(self) -> str:
        """Read until a line begins with the prompt and nothing else.

        Raises:
            EOFError: the session ended before.
        """
        seen = bytearray()
        while not seen.endswith(b"\n> ") and seen != b"> ":
            byte = self._screen.read(1)
            if not byte:
                raise EOFError(seen.decode())
            seen += byte
        return seen.decode().removesuffix(PROMPT)


@contextmanager
def session(data: Path, **more: str) -> Iterator[Session]:
    """Hold a session; what it says on standard error goes to `stderr.txt` beside the data folder."""
    data.parent.mkdir(parents=True, exist_ok=True)
    with (data.parent / "stderr.txt").open("ab") as said:
        process = start(data, "run", more=more, ends=(PIPE, PIPE, said.fileno()))
    with process:
        try:
            yield Session(process)
        finally:
            process.kill()  # nothing happens to one that has ended
