"""What the databases say of a move: the old place that it is going or gone, the new one that it is coming."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final, Literal

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.dialects.postgresql import insert

from adapters.store.failures import translate_errors
from adapters.store.tables import notes
from bot.errors import Moved

NAME: Final = "move"
"""The note's name, in the main database. It stays where it is."""

_INSERT = insert(notes)
_PUT = _INSERT.on_conflict_do_update(index_elements=["name"], set_={"value": _INSERT.excluded.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveNote:
    """One end of a move."""

    id: str
    """The same at both ends."""
    state: Literal["going", "gone", "coming"]
    other: str
    """What the other end is called, without a password."""
    done: str = ""
    """At the new place: the table that is being filled."""
    rows: int = 0
    """And how many rows are there, of all tables of the main database."""

    def refusal(self) -> Moved:
        """Return why nothing works here."""
        match self.state:
            case "gone":
                return Moved(
                    f"These data were moved to {self.other}. The way back is another move, from there into a"
                    " new place."
                )
            case "going":
                return Moved(
                    f"These data are being moved to {self.other}. The same `reststop db move` goes on with"
                    " it, and --undo calls it off."
                )
            case "coming":
                return Moved(
                    f"The move from {self.other} into here has not ended. The same `reststop db move` goes on"
                    " with it."
                )


def read(connection: Connection) -> MoveNote | None:
    """Return the note, if there is one."""
    found = connection.scalar(select(notes.c.value).where(notes.c.name == NAME))
    return None if found is None else MoveNote(**json.loads(found))


def write(connection: Connection, note: MoveNote) -> None:
    """Write the note; an earlier one is replaced."""
    connection.execute(_PUT, {"name": NAME, "value": json.dumps(asdict(note))})


def remove(connection: Connection) -> None:
    """Take the note away."""
    connection.execute(delete(notes).where(notes.c.name == NAME))


def refuse_moved(engine: Engine) -> None:
    """See that this main database, which is up to date, is no end of a move. `engine` is let go.

    Raises:
        Moved: it is one.
        NotSaved: it is not available.
    """
    try:
        with translate_errors(), engine.connect() as connection:
            note = read(connection)
    finally:
        engine.dispose()
    if note is not None:
        raise note.refusal()
