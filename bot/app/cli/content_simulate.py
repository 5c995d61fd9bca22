"""`reststop content simulate`: a year of check-ins by the real rotation, and what comes back in it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import click

from adapters.content.loader import load
from bot.app.cli.content_folders import in_folders
from bot.app.library import Folders
from bot.app.rotation.figures import Figure, figures
from bot.app.rotation.simulated_year import (
    LOW_PERCENT,
    MONDAY,
    SPELL,
    Setting,
    fingerprint,
    not_pushed,
    years,
)
from bot.domain.stock import Stock

_MOST_DAYS, _MOST_PEOPLE = 3_660, 2_000


@click.command()
@click.option("--days", default=365, show_default=True, type=click.IntRange(28, _MOST_DAYS))
@click.option("--people", default=200, show_default=True, type=click.IntRange(1, _MOST_PEOPLE))
@click.option("--seed", default=1, show_default=True, metavar="N", help="Same seed, same years.")
@in_folders
@click.option("--every-day", is_flag=True, help="Seven check-ins a week in place of five.")
@click.option("--signed", is_flag=True, help="As where an organisation signed all of it; else none of it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def simulate(
    *, days: int, people: int, seed: int, folders: Folders, every_day: bool, signed: bool, as_json: bool
) -> None:
    """Play years of check-ins and say what comes back, and how soon. Exits 1 if an aim is missed."""
    setting = Setting(days=days, people=people, seed=seed, is_every_day=every_day, is_signed=signed)
    stock = load(folders.library, folders.packs).stock()
    told = years(stock, setting)
    with click.progressbar(told, length=people, label="Simulating", file=sys.stderr) as bar:
        found = figures(bar)
    click.echo(_as_json(stock, setting, found) if as_json else as_lines(stock, setting, found))
    if any(figure.ok is False for figure in found):
        raise SystemExit(1)


def _as_json(stock: Stock, setting: Setting, found: Sequence[Figure]) -> str:
    return json.dumps(
        {
            "prompts": len(stock.prompts),
            "pushed": _pushed(stock, setting),
            "library": fingerprint(stock),
            "days": setting.days,
            "people": setting.people,
            "seed": setting.seed,
            "every_day": setting.is_every_day,
            "signed": setting.is_signed,
            "figures": [
                {
                    "name": one.name,
                    "found": one.found,
                    "at_least": one.at_least,
                    "at_most": one.at_most,
                    "ok": one.ok,
                }
                for one in found
            ],
        }
    )


def as_lines(stock: Stock, setting: Setting, found: Sequence[Figure]) -> str:
    """Return what stands on the screen: what was simulated, and a line for each figure."""
    rhythm = "every day" if setting.is_every_day else "weekdays"
    pushed, told_apart = _pushed(stock, setting), fingerprint(stock)
    signed = "all signed" if setting.is_signed else "nothing signed"
    return "\n".join(
        (
            f"{setting.people} people, {setting.days} days from {MONDAY}, {rhythm}, seed {setting.seed}.",
            f"{len(stock.prompts)} prompts, {pushed} of them pushed ({signed}), library {told_apart}.",
            f"{LOW_PERCENT} % low days, and {SPELL} low days in a row for every second person.",
            "",
            *(_line(one) for one in found),
        )
    )


def _pushed(stock: Stock, setting: Setting) -> int:
    return len(stock.all - not_pushed(stock, is_signed=setting.is_signed))


def _line(figure: Figure) -> str:
    verdict = {True: "ok", False: "misses", None: ""}[figure.ok]
    return f"{figure.says:<52}{figure.shown:>8}  {figure.aim:<12}{verdict}".rstrip()
