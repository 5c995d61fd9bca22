"""`reststop db`: look after the data folder."""

from __future__ import annotations

from pathlib import Path

import click

from adapters.store import folder
from adapters.store.migrate import upgrade as upgrade_folder
from bot.app.settings import read_settings


@click.group()
def db() -> None:
    """Look after the data folder."""


@db.command()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="The data folder; without it the one that RESTSTOP_DATA names. It is made where there is none.",
)
def upgrade(data: Path | None) -> None:
    """Bring the databases of a data folder up to date. Nothing else may work in it meanwhile."""
    place = read_settings(data=data).data
    with folder.hold(place):
        changed = upgrade_folder(place)
    click.echo("The data folder is up to date now." if changed else "Nothing to do.", err=True)
