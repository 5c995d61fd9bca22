"""A document to take along: its parts in order, before it becomes Markdown, PDF or a table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `level` 1 is a part of the document, 2 a part of that."""

    text: str = field(repr=False)
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Paragraphs, with a blank line between. `own` are somebody's own words, and are set apart as theirs."""

    text: str = field(repr=False)
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A quiet line: what a document is and what it is not."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Short facts, each with its name."""

    pairs: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A table: a line of names, and rows with as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


Part = Heading | Prose | Aside | Pairs | Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A titled document; `foot` stands on each page of it."""

    title: str
    parts: tuple[Part, ...] = field(repr=False)
    foot: str = ""
