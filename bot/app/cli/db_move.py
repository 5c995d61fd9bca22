"""`reststop db move`: from a data folder to a server, and back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

import click

from adapters.store.copies.backup import KEYS_KEPT
from adapters.store.copies.moving import Compared, MoveTold
from bot.app import databases
from bot.app.recovery.moving import SERVER, Place, place_named, undo
from bot.app.recovery.moving import move as carry_over
from bot.app.settings import read_settings
from bot.app.system import SystemChance, SystemClock

_HEADS = ("", "table", "old", "new", "SHA-256 of all rows")
_DIGITS = 16


@click.command()
@click.option("--from", "old", required=True, metavar="PLACE", help="Where the data are.")
@click.option("--to", "new", metavar="PLACE", help="Where they are to be: a new folder, or empty databases.")
@click.option("--undo", "is_undone", is_flag=True, help="Call off a move that has not ended.")
def move(*, old: str, new: str | None, is_undone: bool) -> None:
    """Move everything to another place, sealed as it is. Interrupted, the same command goes on.

    PLACE is a data folder, or `server`: what RESTSTOP_DATABASE_URL and RESTSTOP_KEYS_DATABASE_URL
    name. Nothing else may work with them meanwhile.
    """
    settings = read_settings()
    source = place_named(old, settings)
    if is_undone:
        undo(source, place_named(new, settings) if new else None)
        click.echo(f"Called off. The data are used where they were, in {_called(old, source)}.")
        return
    if new is None:
        raise click.UsageError("Where to? --to names a data folder, or `server`.")
    target = place_named(new, settings)
    with ExitStack() as shown:
        compared = carry_over(source, target, move_id=SystemChance().new_id(), told=_progress(shown))
    click.echo("\n".join(_table(compared)))
    if not all(each.is_same for each in compared):
        click.echo(
            "The two places are not the same, and neither is used. The same command with --undo goes back.",
            err=True,
        )
        sys.exit(1)
    if new == SERVER:
        databases.upgrade(settings)  # jobs have tables of their own there
    _say_what_is_left(_called(old, source), _called(new, target))


def _say_what_is_left(old: str, new: str) -> None:
    until = SystemClock().now().date() + KEYS_KEPT
    click.echo(
        f"Everything is in {new} now, and {old} is used no more. Delete what is there by {until}, the key"
        " store above all: who is erased from now on could still be opened with it. The key file stays where"
        " it is: RESTSTOP_KEY_FILE names it, where it is not beside the data folder that is set.",
        err=True,
    )


def _progress(shown: ExitStack) -> MoveTold:
    """Return what draws a bar on standard error, once it is known how long it is."""
    advance: list[Callable[[int], None]] = []

    def begins(rows: int, before: int) -> None:
        bar = shown.enter_context(click.progressbar(length=rows, label="Moving", file=sys.stderr))
        bar.update(before)
        advance.append(bar.update)

    return MoveTold(begins=begins, carried=lambda _table, more: advance[0](more))


def _table(compared: Iterable[Compared]) -> Iterator[str]:
    rows = [_HEADS] + [
        (
            each.database,
            each.table,
            str(each.old.rows),
            str(each.new.rows),
            f"{each.old.sha256[:_DIGITS]} both" if each.is_same else _differing(each),
        )
        for each in compared
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADS))]
    for row in rows:
        yield "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()


def _differing(each: Compared) -> str:
    return f"{each.old.sha256[:_DIGITS]} and {each.new.sha256[:_DIGITS]}"


def _called(word: str, place: Place) -> str:
    return place.databases.names["main"] if word == SERVER else str(place.folder)
