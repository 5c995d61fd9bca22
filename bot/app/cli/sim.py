"""`reststop sim`: the real core on a virtual clock, spoken with in JSON lines."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import click

from adapters.sim.text import read_instant
from bot.app.cli.sim_lines import Record, Simulation
from bot.app.settings import Settings
from bot.errors import BadInput


def _instant(context: click.Context, option: click.Parameter, text: str) -> datetime:
    try:
        return read_instant(text)
    except BadInput as problem:
        raise click.BadParameter(problem.sentence, context, option) from problem


@click.command()
@click.option(
    "--start",
    default="2026-01-05T08:00:00Z",
    show_default=True,
    metavar="ISO",
    callback=_instant,
    help="When the story begins.",
)
@click.option("--seed", default=0, show_default=True, metavar="N", help="Same seed, same story.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="A data folder to keep; without one, a folder that is removed at the end.",
)
def sim(start: datetime, seed: int, data: Path | None) -> None:
    """Play a story: one JSON object a line in, what it caused out."""
    with _folder(data) as folder:
        asyncio.run(_play(start, seed, story_settings(folder)))


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        yield data
        return
    with tempfile.TemporaryDirectory(prefix="reststop-sim-") as folder:
        yield Path(folder) / "data"


def story_settings(folder: Path) -> Settings:
    """Return a story's settings. Each is given, so that the machine's environment has no part in it."""
    return _unset().model_copy(update={"data": folder.resolve()})


@cache
def _unset() -> Settings:
    unset = {name: field.default for name, field in Settings.model_fields.items()}
    return Settings(**unset | {"data": Path(), "prompts": ()})


def record_line(record: Record) -> bytes:
    """Return a record as it is written: one JSON object in UTF-8 on a line."""
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


async def _play(start: datetime, seed: int, settings: Settings) -> None:
    lines, records = sys.stdin.buffer, sys.stdout.buffer

    def write(record: Record) -> None:
        records.write(record_line(record))

    simulation = Simulation(start=start, seed=seed, settings=settings, out=write)
    try:
        for number, raw in enumerate(lines, start=1):
            if raw.strip():
                await simulation.take(number, raw)
                records.flush()
    finally:
        await simulation.end()
