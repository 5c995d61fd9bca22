"""`reststop backup` and `reststop restore`: a copy of the data, and the way back to it."""

from __future__ import annotations

import json
from contextlib import closing, suppress
from pathlib import Path

import click

from adapters.store.copies import backup as backups
from adapters.store.copies import server_backup
from adapters.store.databases import ServerDatabases
from adapters.store.ledger import Ledger
from bot.app.bootstrap import key_places
from bot.app.databases import databases_of, upgrade
from bot.app.recovery.restoring import restore as put_back
from bot.app.settings import Settings, read_settings
from bot.app.system import SystemClock
from bot.errors import BadInput, KeyProblem, NotSaved


@click.command()
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where backups are gathered; beside the data folder, named like it, unless given.",
)
def backup(*, to: Path | None) -> None:
    """Copy both databases into a new folder. Reststop may run meanwhile."""
    settings = read_settings()
    target = (to or settings.data.with_name(f"{settings.data.name}-backups")).expanduser().resolve()
    if target.is_relative_to(settings.data.resolve()):
        raise BadInput("A backup inside of the data folder would be lost with it. Name another place.")
    clock = SystemClock()
    databases = databases_of(settings)
    if isinstance(databases, ServerDatabases):
        made = server_backup.make(databases, target, now=clock.now(), told=_tell)
    else:
        made = backups.make(settings.data, target, now=clock.now(), told=_tell)
    _note(settings, target)
    until = clock.now().date() + backups.KEYS_KEPT
    click.echo(str(made))
    click.echo(
        f"The copy of the key store in it may be kept until {until}: who was erased could still be opened "
        "with it. The rest may stay for as long as you like.",
        err=True,
    )
    places = key_places(settings)
    apart = [path for path in (places.written, places.recovery, settings.ledger_path) if path.exists()]
    if apart:
        click.echo(f"Not in it, and to be copied to another place: {', '.join(map(str, apart))}.", err=True)


@click.command()
@click.argument("source", metavar="FROM", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--keys",
    "keys_from",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A newer copy of the key store to use instead of the one in FROM.",
)
@click.option("--replace", "replaces", is_flag=True, help="Move the data folder that is there aside.")
def restore(*, source: Path, keys_from: Path | None, replaces: bool) -> None:
    """Put a backup in the place of the data folder.

    Or into two empty databases on a server, where these are set. Who was erased since stays erased.
    """
    settings = read_settings()
    done = put_back(settings, source, keys_from=keys_from, replaces=replaces, clock=SystemClock(), told=_tell)
    upgrade(settings)  # on a server, jobs have tables of their own
    click.echo(f"The data are as they were on {done.made_at:%Y-%m-%d} at {done.made_at:%H:%M} UTC.")
    if done.erased:
        click.echo(f"Erased again: {done.erased}.")
    if done.aside:
        click.echo(f"What was there before is at {done.aside}. Delete it when all is well.")


def _note(settings: Settings, to: Path) -> None:
    """Note for the doctor when and where, and bring the ledger up to date; the backup stands either way."""
    databases = databases_of(settings)
    with suppress(NotSaved, OSError, KeyProblem):
        if databases.is_behind():
            return
        today = SystemClock().now().date()
        with closing(databases.open_keys(today=lambda: today)) as keystore:
            said = {"day": today.isoformat(), "to": str(to)}
            keystore.set_note(backups.NOTE, json.dumps(said).encode())
            Ledger(settings.ledger_path).catch_up(keystore.tombstones())


def _tell(name: str, done: int, of: int) -> None:
    if of:
        click.echo(f"{name}: {done * 100 // of} %", err=True)
