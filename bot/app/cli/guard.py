"""`reststop guard`: what a guard makes of texts, one JSON line in and one out. Nothing is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.guards.identifiers.found import Found


@click.group()
def guard() -> None:
    """Ask a guard about texts."""


@guard.command(name="crisis")
def crisis_lines() -> None:
    """Read {"id","text"} lines; write {"id","label"} lines, each at once. Exits 1 if a line was bad."""
    from bot.guards.crisis.reading import read  # noqa: PLC0415 - a guard is loaded where it is asked

    _answer_lines(lambda text: {"label": str(read(text).label)})


@guard.command(name="identifiers")
def identifier_lines() -> None:
    """Read {"id","text"} lines; write {"id","spans"} lines, each at once. Exits 1 if a line was bad."""
    from bot.guards.identifiers.finding import find  # noqa: PLC0415 - likewise

    _answer_lines(lambda text: {"spans": [_span(place) for place in find(text)]})


def _span(place: Found) -> dict[str, object]:
    """Return a place as it is printed: code points, the end not part of it."""
    span: dict[str, object] = {"start": place.start, "end": place.end, "category": str(place.category)}
    return span | {"soft": True} if place.is_soft else span


def _answer_lines(judge: Callable[[str], dict[str, object]]) -> None:
    """Answer line by line. A bad line is named by its number and never quoted."""
    bad = False
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        match _line(raw):
            case {"id": known, "text": str(text)}:
                sys.stdout.write(json.dumps({"id": known, **judge(text)}) + "\n")
                sys.stdout.flush()
            case _:
                click.echo(f'line {number}: not one JSON object with "id" and "text"', err=True)
                bad = True
    if bad:
        raise SystemExit(1)


def _line(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None
