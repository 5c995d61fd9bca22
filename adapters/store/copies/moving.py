"""Carrying a house from one pair of databases into another, so that it can be cut off anywhere.

    1. The old place is shut, and says that it is going.
    2. The new place, which is empty, says that they are coming.
    3. Keys, then rows, batch by batch in the order of their keys: what is there says how far it came.
    4. Both sides are summed. The old place says that they are gone, and then the new one says nothing more.

Nobody opens a place that says something, so at no moment are there two houses, or half of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, Engine, Table, select

from adapters.store import carrying, move_notes
from adapters.store.carrying import TABLES, Sum
from adapters.store.copies import sides
from adapters.store.copies.sides import Engines
from adapters.store.databases import Databases
from adapters.store.key_tables import keys
from adapters.store.migrate import Database
from adapters.store.move_notes import MoveNote
from bot.domain.people import PersonId
from bot.errors import MoveRefused, SchemaBehind
from bot.ports.keys import tombstone_mark

_STAYS: Final = frozenset({move_notes.NAME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One table at both ends."""

    database: Database
    table: str
    old: Sum
    new: Sum

    @property
    def is_same(self) -> bool:
        """Whether every row is there as it was."""
        return self.old == self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTold:
    """What hears how far it is: how many rows there are and how many came before, then of each batch."""

    begins: Callable[[int, int], None]
    carried: Callable[[str, int], None]


def move(
    source: Databases, target: Databases, *, move_id: str, erased: frozenset[bytes], told: MoveTold
) -> tuple[Compared, ...]:
    """Move everything, or go on with it; return how both ends compare. Equal, it is done.

    A folder among the two is held by the caller. `erased` are the marks of who may be nowhere any more.

    Raises:
        Moved: the old place was moved to somewhere else.
        MoveRefused: these two cannot be the ends of a move, with what to do.
        FolderInUse: others are in databases on a server.
        SchemaBehind, SchemaAhead: the old place is of another release.
        NotSaved: one was not available; the same call goes on.
    """
    if set(source.names.values()) & set(target.names.values()):
        raise MoveRefused("These are the same place.")
    if source.missing():
        raise MoveRefused(f"There are no data in {source.names['main']}.")
    if source.is_behind():
        raise SchemaBehind
    note = _note_of(source)
    if note is None:
        note = _begun(source, target, move_id, erased)
    elif note.other != target.names["main"] or note.state == "coming":
        raise note.refusal()
    there = None if target.missing() else _note_of(target)
    if note.state == "gone" and there is None:
        raise MoveRefused("These data were moved there before. Nothing is left to do.")
    if target.missing() or target.is_behind():
        target.upgrade()
    with sides.opened(source) as old, sides.opened(target) as new:
        _announce(new, replace(note, state="coming", other=source.names["main"]))
        told.begins(*_counts(old, new))
        _carry(old, new, told)
        compared = tuple(_compare(old, new))
        if all(each.is_same for each in compared):
            _hand_over(old, new, replace(note, state="gone"))
    return compared


def undo(source: Databases, target: Databases | None) -> None:
    """Call a move off that has not ended: the new place is emptied, and then the old one may be used again.

    Without a `target` the new place stays as it is, and refuses to be used.

    Raises:
        MoveRefused: there is no such move, or it has ended.
        NotSaved: one was not available; the same call goes on.
    """
    note = _note_of(source)
    there = None if target is None or target.missing() else _note_of(target)
    if note is not None and note.state == "coming":
        raise MoveRefused(f"These data are being moved into here, from {note.other}. Call it off from there.")
    if note is None and there is None:
        if not sides.is_shut(source):
            raise MoveRefused("No move was begun there.")
        sides.open_again(source)  # cut off before it was noted
        return
    if there is not None and there.state != "coming":
        raise there.refusal()
    if note is not None and there is not None and note.id != there.id:
        raise MoveRefused("These are ends of two moves.")
    if note is not None and note.state == "gone" and there is None:
        raise note.refusal()
    if target is not None and there is not None:
        _clear(target)
    with sides.opened(source) as old, old["main"].begin() as connection:
        move_notes.remove(connection)
    sides.open_again(source)


def clear_cut_off(target: Databases, *, of: Databases) -> None:
    """Empty a new place that an earlier move from `of` was cut off in; another place is left as it is.

    Raises:
        NotSaved: it was not available.
    """
    there = None if target.missing() else _note_of(target)
    if there is not None and there.state == "coming" and there.other == of.names["main"]:
        _clear(target)


def _clear(target: Databases) -> None:
    with sides.opened(target) as new:
        sides.empty(new["keys"], "keys")
        sides.empty(new["main"], "main")


def _begun(source: Databases, target: Databases, move_id: str, erased: frozenset[bytes]) -> MoveNote:
    """See that everything is as it has to be, shut the old place and let it say so."""
    _refuse_taken(target)
    with sides.opened(source) as old, old["keys"].connect() as connection:
        held = connection.scalars(select(keys.c.person)).all()
    if any(tombstone_mark(PersonId(person)) in erased for person in held):
        raise MoveRefused(
            "Keys are there of whom the ledger says that they were erased. `reststop db forget` lets them be"
            " forgotten again."
        )
    sides.shut(source)
    note = MoveNote(id=move_id, state="going", other=target.names["main"])
    with sides.opened(source) as old, old["main"].begin() as connection:
        move_notes.write(connection, note)
    return note


def _refuse_taken(target: Databases) -> None:
    missing = target.missing()
    if len(missing) == len(target.names):
        return
    if missing:
        raise MoveRefused(f"The new place is not empty: {_listed(target, set(target.names) - missing)}.")
    if target.is_behind():
        raise MoveRefused(f"{target.names['main']} is of an earlier Reststop, and so it is not empty.")
    there = _note_of(target)
    if there is not None:
        raise MoveRefused(f"{target.names['main']} is an end of another move. {there.refusal().sentence}")
    with sides.opened(target) as new:
        if _rows(new):
            raise MoveRefused(f"{target.names['main']} is not empty. Name a place that is.")


def _announce(new: Engines, note: MoveNote) -> None:
    """Let the new place say that they are coming, unless it does; it holds nothing before that."""
    with new["main"].begin() as connection:
        there = move_notes.read(connection)
        if there is None:
            if carrying.rows_of(connection, "main"):
                raise MoveRefused("Something was written to the new place. Name one that is empty.")
            move_notes.write(connection, note)
        elif (there.id, there.state) != (note.id, note.state):
            raise MoveRefused("The new place is an end of another move.")


def _carry(old: Engines, new: Engines, told: MoveTold) -> None:
    for database in TABLES:
        for table in TABLES[database]:
            with new[database].connect() as connection:
                after = carrying.last(connection, table)
                is_named = after is None and carrying.count(connection, table, without=_STAYS) > 0
            if is_named:  # a table of notes, which comes in one batch
                continue
            with old[database].connect() as reading:
                for page in carrying.pages(reading, table, after=after, without=_STAYS):
                    with new[database].begin() as writing:
                        carrying.put(writing, table, page)
                        if database == "main":
                            _note_how_far(writing, table.name, len(page))
                    told.carried(table.name, len(page))
            with new[database].begin() as writing:
                carrying.count_on(writing, table)


def _note_how_far(new: Connection, table: str, more: int) -> None:
    there = move_notes.read(new)
    if there is not None:
        move_notes.write(new, replace(there, done=table, rows=there.rows + more))


def _compare(old: Engines, new: Engines) -> Iterator[Compared]:
    for database in TABLES:
        for table in TABLES[database]:
            yield Compared(
                database=database,
                table=table.name,
                old=_sum_in(old[database], table),
                new=_sum_in(new[database], table),
            )


def _sum_in(engine: Engine, table: Table) -> Sum:
    """Sum one table in a transaction of its own: a server ends one that is silent while others are summed."""
    with engine.connect() as connection:
        return carrying.sum_of(connection, table, without=_STAYS)


def _hand_over(old: Engines, new: Engines, note: MoveNote) -> None:
    """The old place first: from here on it is used no more, whatever happens before the new one is."""
    with old["main"].begin() as connection:
        move_notes.write(connection, note)
    with new["main"].begin() as connection:
        move_notes.remove(connection)


def _counts(old: Engines, new: Engines) -> tuple[int, int]:
    return _rows(old), _rows(new)


def _rows(engines: Engines) -> int:
    found = 0
    for database, engine in engines.items():
        with engine.connect() as connection:
            found += carrying.rows_of(connection, database, without=_STAYS)
    return found


def _note_of(databases: Databases) -> MoveNote | None:
    with sides.opened(databases) as engines, engines["main"].connect() as connection:
        return move_notes.read(connection)


def _listed(databases: Databases, names: set[Database]) -> str:
    return ", ".join(databases.names[name] for name in sorted(names))
