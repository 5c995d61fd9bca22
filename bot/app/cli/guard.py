"""`reststop guard`: what a guard makes of texts, one JSON line in and one out. Nothing is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import click

from bot.guards import crisis


@click.group()
def guard() -> None:
    """Ask a guard about texts."""


@guard.command(name="crisis")
def crisis_lines() -> None:
    """Read {"id","text"} lines; write {"id","label"} lines, each at once. Exits 1 if a line was bad."""
    _answer_lines(lambda text: {"label": str(crisis.read(text).label)})


def _answer_lines(judge: Callable[[str], dict[str, object]]) -> None:
    """Answer line by line. A bad line is named by its number and never quoted."""
    bad = False
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        match _read(raw):
            case {"id": known, "text": str(text)}:
                sys.stdout.write(json.dumps({"id": known, **judge(text)}) + "\n")
                sys.stdout.flush()
            case _:
                click.echo(f'line {number}: not one JSON object with "id" and "text"', err=True)
                bad = True
    if bad:
        raise SystemExit(1)


def _read(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None
