"""A person at a keyboard: lines that can be edited, and a memory for plain commands alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import DummyHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.patch_stdout import patch_stdout
from prompt_toolkit.shortcuts import CompleteStyle

from adapters.console.errors import translate_errors
from adapters.console.limits import PICTURE_NARROWEST, line_width
from adapters.console.talk import CANCEL, DOT, Signal
from adapters.console.text import PROMPT
from adapters.console.tones import Group, spaced, style, toned
from bot.surface.text import kept


class TypedTalk:
    """A person at a keyboard. Lines can be edited; only plain commands are remembered, in memory."""

    edits = True

    def __init__(self, *, words: Collection[str], plain: bool) -> None:
        """Complete `words` with Tab; `plain` uses neither colour nor weight, and draws nothing."""
        self._is_plain = plain
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
        return line_width(self._columns)

    @property
    def draws(self) -> bool:
        """In colour, where the terminal is wide enough."""
        return not self._is_plain and self._columns >= PICTURE_NARROWEST

    @property
    def remembered(self) -> tuple[str, ...]:
        """What the arrow keys bring back, oldest first. It is gone with the session."""
        return tuple(self._commands.history.get_strings())

    @contextmanager
    def session(self) -> Iterator[None]:
        """Let what others print appear above the line that is being typed."""
        with patch_stdout():
            yield

    def show(self, groups: Sequence[Group]) -> None:
        """Print above the line that is being typed, if one is."""
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

    async def field(self, standing: str = "") -> str | Signal:
        """Return the next line; Ctrl-D leaves the form as Ctrl-C does."""
        return await self._in_form(self._fields, standing)

    async def text(self, standing: str) -> str | Signal:
        """Return the edited text; Ctrl-D in an empty one leaves the form."""
        return await self._in_form(self._texts, standing)

    @property
    def _columns(self) -> int:
        return self._commands.output.get_size().columns

    async def _in_form(self, prompt: PromptSession[str], standing: str) -> str | Signal:
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


def _commands_only(words: Collection[str]) -> History:
    """Return a memory for command words alone: answers, searches and words for the notebook are private."""

    class CommandHistory(InMemoryHistory):
        def append_string(self, string: str) -> None:
            if string.strip().removeprefix("/").casefold() in words:
                super().append_string(string)

    return CommandHistory()


def _text_keys() -> KeyBindings:
    """Return the keys of a long text: Enter on a line with only a dot ends it, on `/cancel` leaves it."""
    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        lines, row = buffer.document.lines, buffer.document.cursor_position_row
        said = lines[row].strip()
        if said == DOT:
            buffer.document = Document("\n".join((*lines[:row], *lines[row + 1 :])))
            buffer.validate_and_handle()
        elif said == CANCEL:
            event.app.exit(exception=KeyboardInterrupt)
        else:
            buffer.newline(copy_margin=False)

    return keys
