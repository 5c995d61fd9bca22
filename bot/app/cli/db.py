"""`reststop db`: look after the databases."""

from __future__ import annotations

from pathlib import Path

import click

from bot.app import databases
from bot.app.bootstrap import occupy
from bot.app.settings import read_settings


@click.group()
def db() -> None:
    """Look after the databases."""


@db.command()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="The data folder; without it the one that RESTSTOP_DATA names. It is made where there is none.",
)
def upgrade(data: Path | None) -> None:
    """Bring the databases up to date. Nothing else may work in a data folder meanwhile."""
    settings = read_settings(data=data)
    with occupy(settings):
        changed = databases.upgrade(settings)
    click.echo("The databases are up to date now." if changed else "Nothing to do.", err=True)
