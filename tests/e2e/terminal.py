"""The real command in a process of its own, with a pipe at each end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds after which a test gives up on a process: an upper bound, never a wait."""
RESTSTOP = (sys.executable, "-m", "bot.app.cli")
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


def reststop(data: Path, *words: str, typed: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end with `typed` on its input; it stands in its own home, away from any .env."""
    data.parent.mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [*RESTSTOP, *words],
        cwd=data.parent,
        env=environment(data, **more),
        input=typed,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


def visit(data: Path, *lines: str, **more: str) -> str:
    """Sit at the terminal, type lines, and leave; return the whole screen."""
    done = reststop(data, "run", typed="".join(f"{line}\n" for line in lines).encode(), **more)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


class Session:
    """A session whose lines a test types one by one, each when the prompt stands there."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
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
    pipe = subprocess.PIPE
    with (
        (data.parent / "stderr.txt").open("ab") as said,
        subprocess.Popen(
            [*RESTSTOP, "run"],
            cwd=data.parent,
            env=environment(data, **more),
            stdin=pipe,
            stdout=pipe,
            stderr=said,
        ) as process,
    ):
        try:
            yield Session(process)
        finally:
            process.kill()  # nothing happens to one that has ended
