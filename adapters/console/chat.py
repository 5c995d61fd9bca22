"""Lines in and out: through a pipe, or with a person at a keyboard."""

# ruff: noqa: PLC0415 - a pipe never loads prompt_toolkit: it is imported where a keyboard is opened

from __future__ import annotations

import asyncio
import io
import re
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TextIO

from adapters.console.errors import let_go, translate_errors
from adapters.console.limits import WIDEST, line_width
from adapters.console.render import Group, Line
from adapters.console.text import PROMPT
from bot.errors import ScreenGone
from bot.surface.text import kept

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import History
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.styles import Style

_KEYS = re.compile(r"(?<!\S)(\[(?:\d{1,2}|[a-z])\])(?= )")
"""A key before its label, as the terminal draws it: `[1] yes`."""
CANCEL = "/cancel"
DOT = "."


class Signal(Enum):
    """What may come in place of a line."""

    END = auto()
    """The input ended: nothing comes any more."""
    STOP = auto()
    """Ctrl-C, or `/cancel` in a long text."""


class Talk(Protocol):
    """How lines come and go. What is typed comes back as `kept` leaves it."""

    @property
    def edits(self) -> bool:
        """Whether a text that stands can be edited in its place."""
        ...

    @property
    def width(self) -> int:
        """How wide to draw now, in columns."""
        ...

    def session(self) -> AbstractContextManager[None]:
        """Hold input and output for as long as the session runs."""
        ...

    def show(self, groups: Sequence[Group]) -> None:
        """Show groups of lines with a blank line between them.

        Raises:
            ScreenGone: nobody reads any more.
        """
        ...

    async def command(self) -> str | Signal:
        """Return the next line at the prompt."""
        ...

    async def field(self) -> str | Signal:
        """Return the next line of a form. It is never remembered."""
        ...

    async def text(self, standing: str) -> str | Signal:
        """Return some lines, which a line with only a dot ends; `standing` is there to be edited."""
        ...


class Source(Protocol):
    """Where a pipe's lines come from."""

    def readline(self) -> bytes:
        """Return the next line with its end; nothing when there is none."""
        ...


def open_talk(stdin: TextIO, stdout: TextIO, *, words: Collection[str] = (), plain: bool = False) -> Talk:
    """Return how to talk over these streams: with a keyboard if both are a terminal, else as a pipe."""
    if stdin.isatty() and stdout.isatty():
        return TypedTalk(words=words, plain=plain)
    if isinstance(stdout, io.TextIOWrapper):
        stdout.reconfigure(errors="replace")
    # Without Python's buffer: a thread that waits in a read would hold its lock and abort the exit.
    return PipedTalk(io.FileIO(stdin.fileno(), closefd=False), stdout)


class Paper:
    """Prints lines with their tones: in gentle colours, or plain where colour is not wanted."""

    def __init__(self, out: TextIO, *, plain: bool) -> None:
        """Print on `out`; `plain` uses neither colour nor weight."""
        self._out = out
        self._plain = plain

    def show(self, groups: Sequence[Group], *, is_apart: bool) -> None:
        """Print groups with a blank line before each; none before the first if it stands apart."""
        if groups:
            self._print([piece for line in spaced(groups, is_apart=is_apart) for piece in toned(line)])

    def aside(self, words: str) -> None:
        """Print something that nobody said."""
        self._print([("", "\n"), ("class:aside", f"  \u00b7 {words} \u00b7"), ("", "\n")])

    def write(self, words: str) -> None:
        """Print as it is."""
        self._print([("", words)])

    def _print(self, pieces: Sequence[tuple[str, str]]) -> None:
        if self._plain:
            with translate_errors():
                self._out.write("".join(text for _, text in pieces))
                self._out.flush()
            return
        from prompt_toolkit import print_formatted_text
        from prompt_toolkit.formatted_text import FormattedText

        with translate_errors():
            print_formatted_text(
                FormattedText(pieces), style=style(plain=False), file=self._out, end="", flush=True
            )


class PipedTalk:
    """Plain lines. A daemon thread reads, and only when a line is wanted: a script plays in order."""

    edits = False
    width = WIDEST

    def __init__(self, source: Source, out: TextIO) -> None:
        """Read from `source` as UTF-8, write to `out`."""
        self._source = source
        self._out = out
        self._wanted = threading.Semaphore(0)
        self._lines: asyncio.Queue[bytes] = asyncio.Queue()
        self._is_over = False
        self._is_ended = False
        self._is_at_prompt = False
        self._is_apart = False

    @contextmanager
    def session(self) -> Iterator[None]:
        """Read for as long as the session runs."""
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop,), name="console-input", daemon=True).start()
        try:
            yield
        finally:
            self._is_over = True
            self._wanted.release()

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

    async def field(self) -> str | Signal:
        """Return the next line."""
        return await self.command()

    async def text(self, standing: str) -> str | Signal:
        """Return the lines up to the dot or the end; nothing typed is an empty text."""
        del standing  # a pipe cannot edit
        self._prompt()
        lines: list[str] = []
        while True:
            line = await self._next()
            if isinstance(line, Signal):
                return "\n".join(lines) if lines else line
            if line.strip() == CANCEL:
                return Signal.STOP
            if line.strip() == DOT:
                return "\n".join(lines)
            lines.append(line)

    async def _next(self) -> str | Signal:
        if self._is_ended:
            return Signal.END
        self._wanted.release()
        raw = await self._lines.get()
        self._end_prompt()
        self._is_ended = not raw
        line = kept(raw.decode("utf-8", errors="replace"))
        return line.removesuffix("\n") if raw else Signal.END

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._wanted.acquire() and not self._is_over:
            try:
                raw = self._source.readline()
            except OSError:
                raw = b""
            with suppress(RuntimeError):  # the session ended meanwhile and took its loop along
                loop.call_soon_threadsafe(self._lines.put_nowait, raw)

    def _prompt(self) -> None:
        if self._is_ended:
            return
        self._write(PROMPT)
        self._is_at_prompt = True

    def _end_prompt(self) -> bool:
        """End the line that the prompt stands on: what is piped in is not echoed."""
        was, self._is_at_prompt = self._is_at_prompt, False
        if was:
            self._write("\n")
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


class TypedTalk:
    """A person at a keyboard. Lines can be edited; only plain commands are remembered, in memory."""

    edits = True

    def __init__(self, *, words: Collection[str], plain: bool) -> None:
        """Complete `words` with Tab; `plain` uses neither colour nor weight."""
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import WordCompleter
        from prompt_toolkit.history import DummyHistory
        from prompt_toolkit.shortcuts import CompleteStyle

        self._is_apart = False
        self._style = style(plain=plain)
        self._commands: PromptSession[str] = PromptSession(
            PROMPT,
            history=_commands_only(words),
            completer=WordCompleter(sorted(words), ignore_case=True, sentence=True),
            complete_while_typing=False,
            complete_style=CompleteStyle.READLINE_LIKE,
        )
        self._fields: PromptSession[str] = PromptSession(PROMPT, history=DummyHistory())
        self._texts: PromptSession[str] = PromptSession(
            PROMPT, history=DummyHistory(), multiline=True, key_bindings=_text_keys()
        )

    @property
    def width(self) -> int:
        """How wide the terminal is now, within what reads well."""
        return line_width(self._commands.output.get_size().columns)

    @property
    def remembered(self) -> tuple[str, ...]:
        """What the arrow keys bring back, oldest first. It is gone with the session."""
        return tuple(self._commands.history.get_strings())

    @contextmanager
    def session(self) -> Iterator[None]:
        """Let what others print appear above the line that is being typed."""
        from prompt_toolkit.patch_stdout import patch_stdout

        with patch_stdout():
            yield

    def show(self, groups: Sequence[Group]) -> None:
        """Print above the line that is being typed, if one is."""
        from prompt_toolkit import print_formatted_text
        from prompt_toolkit.formatted_text import FormattedText

        if not groups:
            return
        lines = spaced(groups, is_apart=self._is_apart)
        self._is_apart = False
        pieces = FormattedText(piece for line in lines for piece in toned(line))
        with translate_errors():
            print_formatted_text(pieces, style=self._style, output=self._commands.output, end="")

    async def command(self) -> str | Signal:
        """Return the next line; the end is Ctrl-D."""
        return await self._typed(self._commands)

    async def field(self) -> str | Signal:
        """Return the next line; Ctrl-D leaves the form as Ctrl-C does."""
        return await self._in_form(self._fields)

    async def text(self, standing: str) -> str | Signal:
        """Return the edited text; Ctrl-D in an empty one leaves the form."""
        return await self._in_form(self._texts, standing)

    async def _in_form(self, prompt: PromptSession[str], standing: str = "") -> str | Signal:
        typed = await self._typed(prompt, standing)
        return Signal.STOP if typed is Signal.END else typed

    async def _typed(self, prompt: PromptSession[str], standing: str = "") -> str | Signal:
        try:
            typed = await prompt.prompt_async(default=standing, set_exception_handler=False)
        except EOFError:
            return Signal.END
        except KeyboardInterrupt:
            return Signal.STOP
        finally:
            self._is_apart = True
        return kept(typed)


def style(*, plain: bool) -> Style:
    """Return how tones look. Colours are the terminal's own, and weight says the same without them."""
    from prompt_toolkit.styles import Style

    tones = {"title": "bold", "quiet": "dim", "own": "italic", "key": "ansicyan", "aside": "dim"}
    return Style.from_dict({} if plain else tones)


def toned(line: Line) -> list[tuple[str, str]]:
    """Return a line in pieces, each with its tone: keys to press stand out from the words beside them."""
    pieces = _KEYS.split(line.text)  # words and keys, in turn
    tones = (f"class:{line.tone}", "class:key")
    return [*((tones[n % 2], piece) for n, piece in enumerate(pieces) if piece), ("", "\n")]


def spaced(groups: Sequence[Group], *, is_apart: bool) -> list[Line]:
    """Return the lines of `groups`, a blank one before each; none before the first if it stands apart."""
    lines: list[Line] = []
    for group in groups:
        if lines or not is_apart:
            lines.append(Line(""))
        lines += group
    return lines


def _commands_only(words: Collection[str]) -> History:
    """Return a memory for command words alone: answers, searches and words for the notebook are private."""
    from prompt_toolkit.history import InMemoryHistory

    class CommandHistory(InMemoryHistory):
        def append_string(self, string: str) -> None:
            if string.strip().removeprefix("/").casefold() in words:
                super().append_string(string)

    return CommandHistory()


def _text_keys() -> KeyBindings:
    """Return the keys of a long text: Enter on a line with only a dot ends it, on `/cancel` leaves it."""
    from prompt_toolkit.document import Document
    from prompt_toolkit.key_binding import KeyBindings

    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        lines, row = buffer.document.lines, buffer.document.cursor_position_row
        match lines[row].strip():
            case ".":
                buffer.document = Document("\n".join((*lines[:row], *lines[row + 1 :])))
                buffer.validate_and_handle()
            case "/cancel":
                event.app.exit(exception=KeyboardInterrupt)
            case _:
                buffer.newline(copy_margin=False)

    return keys
