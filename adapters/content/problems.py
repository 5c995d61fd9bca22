"""A problem in the library: where it is, which rule it breaks, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to repair. Ordered by file, then by place."""

    file: str
    """Relative to the library's folder, with forward slashes."""
    path: str
    """The key path inside the file, or `line 7`, or empty for the file as a whole."""
    code: str
    """Stable: documentation and tools may rely on it."""
    message: str
    """A sentence that says what to do."""

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{self.file}: {self.path}: {self.message}" if self.path else f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the library something stands, for problems found there."""

    file: str
    path: str = ""

    def at(self, key: str) -> Place:
        """A place one key further in."""
        return Place(self.file, f"{self.path}.{key}" if self.path else key)

    def item(self, name: str) -> Place:
        """A place one list item further in."""
        return Place(self.file, f"{self.path}[{name}]")

    def problem(self, code: str, message: str) -> Problem:
        """A problem right here."""
        return Problem(self.file, self.path, code, message)
