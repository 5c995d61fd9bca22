"""Moving house: from a data folder to a server or back, with the ledger of erased people at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from adapters.store.copies import moving
from adapters.store.copies.moving import Compared, MoveTold
from adapters.store.databases import Databases, FolderDatabases
from adapters.store.ledger import Ledger
from bot.app.bootstrap import hold
from bot.app.databases import databases_of
from bot.app.settings import Settings, read_settings
from bot.errors import MoveRefused

SERVER = "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One end of a move: where its databases are, and the ledger that is kept for them."""

    databases: Databases
    ledger: Ledger
    folder: Path | None = None


def place_named(word: str, settings: Settings) -> Place:
    """Return the place that is meant: the databases on a server that are set, or a data folder.

    Raises:
        MoveRefused: no server is set.
        BadSetting: it is half set.
    """
    if word != SERVER:
        folder = Path(word).expanduser().absolute()
        beside = read_settings(data=folder)
        return Place(databases=FolderDatabases(folder), ledger=Ledger(beside.ledger_path), folder=folder)
    databases = databases_of(settings)
    if not databases.is_shared:
        raise MoveRefused(
            "`server` means the two databases that RESTSTOP_DATABASE_URL and RESTSTOP_KEYS_DATABASE_URL name."
            " They are not set."
        )
    return Place(databases=databases, ledger=Ledger(settings.ledger_path))


def move(old: Place, new: Place, *, move_id: UUID, told: MoveTold) -> tuple[Compared, ...]:
    """Move everything, or go on with it; raises what `adapters.store.copies.moving.move` names."""
    erased = frozenset(each.mark for place in (old, new) for each in place.ledger.read())
    with _held(old, new):
        return moving.move(old.databases, new.databases, move_id=move_id.hex, erased=erased, told=told)


def undo(old: Place, new: Place | None) -> None:
    """Call off a move that has not ended; raises what `adapters.store.copies.moving.undo` names."""
    with _held(old, *([new] if new else [])):
        moving.undo(old.databases, new.databases if new else None)


@contextmanager
def _held(*places: Place) -> Iterator[None]:
    """Hold the folders among them. One that is not there is made only where something is to come."""
    old, *_ = places
    if old.folder is not None and not old.folder.exists():
        raise MoveRefused(f"There are no data in {old.folder}.")
    folders = sorted({place.folder.resolve() for place in places if place.folder is not None})
    if len(folders) < sum(place.folder is not None for place in places):
        raise MoveRefused("These are the same place.")
    with ExitStack() as held:
        for folder in folders:
            held.enter_context(hold(folder))
        yield
