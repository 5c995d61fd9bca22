"""A core that takes note of a file before a platform has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from bot.surface.outcome import Attach

S = TypeVar("S")


class Notes(Generic[S]):
    """A core that takes note of files, or does not."""

    def __init__(self, look: Callable[[], S], *, takes: bool = True) -> None:
        """Begin with none; `looks` is what `look` saw of the platform when each was noted."""
        self.files: list[str] = []
        self.looks: list[S] = []
        self._look = look
        self._takes = takes

    async def note(self, _attach: Attach, file: str) -> bool:
        """Take note of a file."""
        self.files.append(file)
        self.looks.append(self._look())
        return self._takes
