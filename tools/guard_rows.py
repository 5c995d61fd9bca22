"""Reads the labelled texts that the two guards are measured on (tests/data/guards/README.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from bot.guards.crisis.meanings import Label
from bot.guards.identifiers.found import Category
from tools.venvs import ROOT

FOLDER = ROOT / "tests" / "data" / "guards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place that the writer of a note marked: code points from `start` up to `end`.

    `is_soft`: a colleague's name, counted apart. `is_optional`: neither right nor wrong to find.
    """

    start: int
    end: int
    category: Category
    is_soft: bool
    is_optional: bool

    @property
    def counts(self) -> bool:
        """Whether it counts when it is missed."""
        return not self.is_soft and not self.is_optional


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An invented note, and what in it could tell who somebody is. `is_clean`: nothing does."""

    name: str
    batch: str
    text: str = field(repr=False)
    marks: tuple[Mark, ...] = field(repr=False)
    is_clean: bool
    kind: str
    region: str
    is_lower: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """An invented short text, and what it means. `also_ok`: other answers that are right as well."""

    name: str
    batch: str
    text: str = field(repr=False)
    label: Label
    also_ok: frozenset[Label]
    tag: str


class _Span(TypedDict, total=False):
    start: int
    end: int
    category: str
    soft: bool
    optional: bool


class _Row(TypedDict, total=False):
    id: str
    text: str
    spans: list[_Span]
    clean: bool
    kind: str
    region: str
    lower: bool
    label: str
    also_ok: list[str]
    tag: str


def is_open(batch: str) -> bool:
    """Whether the texts of a batch may be looked at; those of every other batch are counted and no more."""
    return batch.startswith("open_")


def notes(folder: Path = FOLDER) -> tuple[Note, ...]:
    """Return every note of every batch below `folder`."""
    return tuple(_note(batch, row) for batch, row in _rows(folder, "identifiers"))


def sayings(folder: Path = FOLDER) -> tuple[Saying, ...]:
    """Return every short text of every batch below `folder`."""
    return tuple(_saying(batch, row) for batch, row in _rows(folder, "crisis"))


def _rows(folder: Path, guard: str) -> Iterator[tuple[str, _Row]]:
    """Yield each row and its batch, which the name of its file says."""
    for path in sorted(folder.glob(f"{guard}.*.jsonl")):
        batch = path.name.split(".")[1]
        for line in path.read_text("utf-8").split("\n"):
            if line.strip():
                yield batch, json.loads(line)


def _note(batch: str, row: _Row) -> Note:
    return Note(
        name=row["id"],
        batch=batch,
        text=row["text"],
        marks=tuple(map(_mark, row["spans"])),
        is_clean=row["clean"],
        kind=row["kind"],
        region=row["region"],
        is_lower=row["lower"],
    )


def _mark(span: _Span) -> Mark:
    return Mark(
        start=span["start"],
        end=span["end"],
        category=Category(span["category"]),
        is_soft=span.get("soft", False),
        is_optional=span.get("optional", False),
    )


def _saying(batch: str, row: _Row) -> Saying:
    return Saying(
        name=row["id"],
        batch=batch,
        text=row["text"],
        label=Label(row["label"]),
        also_ok=frozenset(map(Label, row.get("also_ok", []))),
        tag=row.get("tag", ""),
    )
