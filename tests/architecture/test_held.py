"""What is held about a person goes along and goes away: no personal column, no kind of sheet is forgotten."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, Table, Text

from adapters.store import key_tables, tables
from adapters.store.columns import DataClass, Id, SealedBytes, column
from bot.domain.sheets import SheetKind
from bot.services.leaving.erasing import ERASERS
from bot.services.takeout.takeout import LEFT_OUT, PARTS, SHEETS, untold

NOBODYS = {
    *("inbox", "installations", "notes", "tombstones", "key_notes"),
    *("organisations", "reviews", "changes", "gatherings"),
}
"""Tables that know nobody: keyed hashes of events, tokens of workspaces, the house's own notes, marks of keys
that are gone; what an organisation set, signed and changed; what a circle is. Who changed something is told
by a role alone."""

OF_ACCOUNTS = {"roles", "members", "posts"}
"""Tables that hang on an account, which may be nobody's here: their eraser finds the rows by a person's doors
(tests/unit/test_erasing.py, tests/unit/circles/test_circles_erasing.py). What was said without a name has no
author, and stays."""


def personal(metadata: MetaData) -> list[Table]:
    """The tables that belong to somebody."""
    return [table for table in metadata.sorted_tables if table.name not in NOBODYS]


def columns(metadata: MetaData) -> set[str]:
    """Every column of a person's that tells something of them."""
    found = (each for table in personal(metadata) for each in table.columns)
    return {str(each) for each in found if each.info["holds"] is not DataClass.S0}


def without_eraser(metadata: MetaData) -> set[str]:
    """The tables of a person's that no eraser names, and those of which rows could stay behind."""
    named = {table for eraser in ERASERS for table in eraser.tables}
    hanging = {
        table.name
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.target_fullname == "people.id" and key.ondelete == "CASCADE"
    }
    return {table.name for table in personal(metadata)} - (named & (hanging | {"people"} | OF_ACCOUNTS))


def planted(*more: Column[object]) -> MetaData:
    """The tables as they are, with a column more on the entries, and a table that nobody thought of."""
    metadata = MetaData(naming_convention=tables.NAMES)
    for table in tables.metadata.sorted_tables:
        table.to_metadata(metadata)
    for each in more:
        metadata.tables["entries"].append_column(each)
    hangs = ForeignKey("people.id", ondelete="CASCADE")
    Table(
        "dreams",
        metadata,
        column("id", Id, DataClass.S1, key=True),
        column("person", Id, DataClass.S1, hangs),
        column("sealed", SealedBytes, DataClass.S3),
    )
    return metadata


def test_every_personal_column_goes_along() -> None:
    """Each is told by a part, or left out for a reason that stands beside it."""
    assert untold(columns(tables.metadata)) == frozenset()


def test_the_registry_names_nothing_that_is_not_there() -> None:
    """A column that is gone leaves no trace in it."""
    named = set[str]().union(*(part.columns for part in PARTS)) | set(LEFT_OUT)
    assert named - columns(tables.metadata) == set()


def test_a_forgotten_column_is_found() -> None:
    """Planted ones are, each by its name: the test above could fail."""
    more = planted(column("weather", Text, DataClass.S1, optional=True))
    assert untold(columns(more)) == {"entries.weather", "dreams.id", "dreams.person", "dreams.sealed"}


def test_every_kind_of_sheet_goes_along() -> None:
    """Each under a name of its own."""
    assert set(SHEETS) == set(SheetKind)
    names = [part.name for part in PARTS]
    assert len(set(names)) == len(names)
    assert set(SHEETS.values()) <= set(names)


def test_every_personal_table_is_erased() -> None:
    """One step names each, and its rows hang on their person's; keys go first, in a file of their own."""
    assert without_eraser(tables.metadata) == set()
    first, *rest = ERASERS
    assert first.tables == {table.name for table in personal(key_tables.metadata)}
    assert sorted(name for eraser in rest for name in eraser.tables) == sorted(
        table.name for table in personal(tables.metadata)
    )


def test_what_hangs_on_accounts_goes_while_the_doors_are_there() -> None:
    """They are found by the doors, so that their step comes before the one that takes those."""
    places = {name: place for place, eraser in enumerate(ERASERS) for name in eraser.tables}
    assert all(places[name] < places["doors"] for name in OF_ACCOUNTS)


def test_a_forgotten_table_is_found() -> None:
    """A planted one has no eraser, and the test above would say so."""
    assert without_eraser(planted()) == {"dreams"}
