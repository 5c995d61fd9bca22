"""The real command at a real terminal: a pseudo-terminal with a person's keys on one end."""

from __future__ import annotations

import os
import pty
import re
import select
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.e2e.terminal import PATIENCE, Process, start

ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"
_WHERE_IS_THE_CURSOR, _HERE = b"\x1b[6n", b"\x1b[1;1R"
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\r\x08]")


class Keyboard:
    """Somebody who types, and reads what was drawn since they last looked. `drawn` is every byte of it."""

    def __init__(self, process: Process, terminal: int) -> None:
        """Sit at `terminal`, where `process` runs."""
        self.drawn = b""
        self._process = process
        self._terminal = terminal

    def type(self, *keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, "".join(keys).encode())

    def see(self, sentence: str) -> str:
        """Look until a sentence was drawn, and the prompt below it; return all that was drawn.

        Raises:
            EOFError: the session ended, or did nothing for too long, before that.
        """
        drawn = b""
        while "\n>" not in (seen := _ESCAPES.sub("", drawn.decode("utf-8", "ignore"))).partition(sentence)[2]:
            read = self._read()
            if not read:
                raise EOFError(seen)
            if _WHERE_IS_THE_CURSOR in read:
                os.write(self._terminal, _HERE)
            drawn += read
        return seen

    def ended(self) -> int:
        """Wait until the session is over; return its exit code."""
        while self._read():
            pass
        return self._process.wait(PATIENCE)

    def close(self) -> None:
        """Close the window, and wait until the session is over."""
        os.close(self._terminal)
        self._terminal = -1
        self._process.wait(PATIENCE)

    def let_go(self) -> None:
        """Let go of the terminal, and of whatever still runs there."""
        self._process.kill()
        if self._terminal >= 0:
            os.close(self._terminal)

    def _read(self) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], PATIENCE)
        read = b""
        with suppress(OSError):  # nobody holds the other end any more
            read = os.read(self._terminal, 4_096) if ready else b""
        self.drawn += read
        return read


@contextmanager
def keyboard(data: Path, *words: str, **more: str) -> Iterator[Keyboard]:
    """Open a terminal window, and a command in it: `reststop run` unless others are given."""
    terminal, inside = pty.openpty()
    process = start(
        data, *(words or ("run",)), more={"TERM": "xterm"} | more, ends=(inside,) * 3, in_window=True
    )
    with process:
        os.close(inside)
        person = Keyboard(process, terminal)
        try:
            yield person
        finally:
            person.let_go()
