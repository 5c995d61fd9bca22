"""The tables of the key store: a file of its own, with a history of its own."""

from __future__ import annotations

from sqlalchemy import Integer, LargeBinary, MetaData, Table, Text

from adapters.store.columns import DataClass, Day, Id, WrappedBytes, column, wrapped_only
from adapters.store.tables import NAMES

S0, S1, S2 = DataClass.S0, DataClass.S1, DataClass.S2

metadata = MetaData(naming_convention=NAMES)

keys = Table(
    "keys",
    metadata,
    column("person", Id, S1, key=True),
    column("kek_id", Text, S1),
    column("generation", Integer, S1),
    column("wrapped", WrappedBytes, S2),
    column("made_on", Day, S1),
    *wrapped_only("wrapped"),
)

tombstones = Table(
    "tombstones",
    metadata,
    column("mark", LargeBinary(32), S1, key=True),
    column("day", Day, S1),
    # Kept in the order of the marks: a row's place tells nothing of who went when.
    sqlite_with_rowid=False,
)

key_notes = Table(
    "key_notes",
    metadata,
    column("name", Text, S0, key=True),
    column("value", LargeBinary, S1),
)
