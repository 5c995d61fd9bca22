"""Lines in and out: through a pipe, or typed at a terminal that is left as it is."""

from __future__ import annotations

import asyncio
import io
import shutil
import signal
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Protocol, TextIO

from adapters.console.errors import let_go, translate_errors
from adapters.console.limits import WIDEST, line_width
from adapters.console.talk import CANCEL, DOT, Look, Signal, Talk
from adapters.console.text import PROMPT
from adapters.console.tones import Group, spaced
from bot.errors import ScreenGone
from bot.surface.text import kept


class Source(Protocol):
    """Where lines come from."""

    def readline(self) -> bytes:
        """Return the next line with its end; nothing when there is none."""
        ...


def open_talk(
    stdin: TextIO, stdout: TextIO, *, words: Collection[str] = (), look: Look = Look.COLOURED
) -> Talk:
    """Return how to talk over these streams: with a keyboard if both are a terminal, else line by line."""
    is_typed = stdin.isatty() and stdout.isatty()
    if is_typed and look is not Look.LINES:
        from adapters.console.keyboard import TypedTalk  # noqa: PLC0415 - a pipe never loads prompt_toolkit

        return TypedTalk(words=words, plain=look is Look.PLAIN)
    if isinstance(stdout, io.TextIOWrapper):
        stdout.reconfigure(errors="replace")
    # Without Python's buffer: a thread that waits in a read would hold its lock and abort the exit.
    return LineTalk(io.FileIO(stdin.fileno(), closefd=False), stdout, is_typed=is_typed)


class LineTalk:
    """Plain lines. A daemon thread reads, and only when a line is wanted: a script plays in order.

    Where they are typed, the terminal itself shows and edits the line, Ctrl-C comes as a signal, and
    Ctrl-D leaves what is open now, no more.
    """

    edits = False
    draws = False

    def __init__(self, source: Source, out: TextIO, *, is_typed: bool = False) -> None:
        """Read from `source` as UTF-8, write to `out`."""
        self._source = source
        self._out = out
        self._is_typed = is_typed
        self._wanted = threading.Semaphore(0)
        self._lines: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._is_reading = False
        self._is_over = False
        self._is_ended = False
        self._is_at_prompt = False
        self._is_apart = False

    @property
    def width(self) -> int:
        """As wide as reads well, and as the terminal is now."""
        return line_width(shutil.get_terminal_size().columns) if self._is_typed else WIDEST

    @contextmanager
    def session(self) -> Iterator[None]:
        """Read for as long as the session runs."""
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop,), name="console-input", daemon=True).start()
        if self._is_typed:
            loop.add_signal_handler(signal.SIGINT, self._lines.put_nowait, None)
        try:
            yield
        finally:
            self._is_over = True
            self._wanted.release()
            if self._is_typed:
                loop.remove_signal_handler(signal.SIGINT)

    def show(self, groups: Sequence[Group]) -> None:
        """Write the groups. After a typed line the first one follows directly, else after a blank line."""
        if not groups:
            return
        was_at_prompt = self._end_prompt()
        lines = spaced(groups, is_apart=self._is_apart and not was_at_prompt)
        self._write("".join(f"{line.text}\n" for line in lines))
        self._is_apart = False
        if was_at_prompt:
            self._prompt()

    async def command(self) -> str | Signal:
        """Return the next line."""
        self._prompt()
        return await self._next()

    async def field(self, standing: str = "") -> str | Signal:
        """Return the next line; typed, Ctrl-D leaves the form as Ctrl-C does."""
        del standing  # a line here cannot be edited
        return self._in_form(await self.command())

    async def text(self, standing: str) -> str | Signal:
        """Return the lines up to the dot or the end; nothing typed is an empty text."""
        del standing  # a text here cannot be edited
        self._prompt()
        lines: list[str] = []
        while True:
            line = await self._next()
            if line is Signal.END and lines:
                return "\n".join(lines)
            if isinstance(line, Signal):
                return self._in_form(line)
            if line.strip() == CANCEL:
                return Signal.STOP
            if line.strip() == DOT:
                return "\n".join(lines)
            lines.append(line)

    def _in_form(self, line: str | Signal) -> str | Signal:
        return Signal.STOP if line is Signal.END and self._is_typed else line

    async def _next(self) -> str | Signal:
        if self._is_ended:
            return Signal.END
        if not self._is_reading:  # else a line that was wanted before Ctrl-C is still to come
            self._is_reading = True
            self._wanted.release()
        raw = await self._lines.get()
        had_prompt = self._end_prompt(is_echoed=self._is_typed and bool(raw))
        if raw is None:
            self._write("" if had_prompt else "\n")  # what was typed so far stands there, with a ^C
            return Signal.STOP
        self._is_reading = False
        self._is_ended = not raw and not self._is_typed
        line = kept(raw.decode("utf-8", errors="replace"))
        return line.removesuffix("\n") if raw else Signal.END

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._wanted.acquire() and not self._is_over:
            try:
                raw = self._source.readline()
            except OSError:
                raw = b""
            with suppress(RuntimeError):  # the session ended meanwhile and took its loop along
                loop.call_soon_threadsafe(self._hand_over(raw))

    def _hand_over(self, raw: bytes) -> Callable[[], None]:
        """Return what hands a line over: asyncio in debug prints the arguments of a slow callback."""
        return lambda: self._lines.put_nowait(raw)

    def _prompt(self) -> None:
        if self._is_ended:
            return
        self._write(PROMPT)
        self._is_at_prompt = True

    def _end_prompt(self, *, is_echoed: bool = False) -> bool:
        """End the line that the prompt stands on, unless a terminal did: what is piped in is not echoed."""
        was, self._is_at_prompt = self._is_at_prompt, False
        if was:
            self._write("" if is_echoed else "\n")
            self._is_apart = True
        return was

    def _write(self, written: str) -> None:
        try:
            with translate_errors():
                self._out.write(written)
                self._out.flush()
        except ScreenGone:
            let_go(self._out)
            raise
