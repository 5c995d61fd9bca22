"""`reststop db`: look after the databases."""

from __future__ import annotations

from pathlib import Path

import click

from adapters.store.ledger import Ledger
from adapters.vault.providers import find_material
from bot.app import databases
from bot.app.bootstrap import alone, key_places, occupy
from bot.app.cli.db_move import move
from bot.app.databases import databases_of, refuse_without_data
from bot.app.recovery.forgetting import make_forget
from bot.app.settings import read_settings
from bot.app.system import SystemClock


@click.group()
def db() -> None:
    """Look after the databases."""


db.add_command(move)


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


@db.command()
def forget() -> None:
    """Erase again whom the ledger names, in databases that a server's own backup brought back."""
    settings = read_settings()
    refuse_without_data(settings)
    material = find_material(key_places(settings), may_create=False)
    with alone(settings):
        databases.upgrade(settings)
        erased = make_forget(databases_of(settings), Ledger(settings.ledger_path), material, SystemClock())
    click.echo(f"Erased again: {erased}.")
