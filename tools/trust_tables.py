"""Makes docs/trust/data-classes.md from the tables and the class that each column declares."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Enum, Table

from adapters.store import key_tables, tables
from adapters.store.columns import DataClass, SealedBytes
from tools import trust_words

_STORE = "tests/unit/store/test_store_tables.py"
_KEYS = "tests/unit/keys/test_vault_opening.py"
_HELD = "tests/architecture/test_held.py"
_PEOPLE = "tests/contract/store_contract_people.py::PeopleContract"
_VAULT = "tests/contract/vault_contract.py::VaultContract"
SHOWN_BY = {
    "sealed": f"{_STORE}::test_database_itself_refuses_what_is_not_sealed",
    "keyed hash": f"{_VAULT}::test_vault_finds_again_by_blind_index",
    "wrapped": f"{_KEYS}::test_wrapped_keys_hold_no_plain_key_and_never_repeat",
    "plain": "tests/e2e/test_canary.py::test_nothing_that_was_written_lies_in_clear",
}
"""How a value stands there, and the test that would fail if it stood otherwise."""

HEAD = f"""\
# Data classes

Every table and every column of the two databases, read from the code (`adapters/store/tables.py` and
`adapters/store/key_tables.py`) by `make trust`.

## What holds for all of them

- A column that declares no class is found. [{_STORE}::test_column_declares_its_class]
- What somebody wrote, chose or marked (S3) goes only where nothing but sealed bytes can go. [{_STORE}::\
test_column_of_own_words_is_sealed]
- The database itself refuses what is not sealed there, from any program. [{_STORE}::\
test_database_itself_refuses_what_is_not_sealed]
- A sealed value tells its size in steps, not its length. [{_VAULT}::test_vault_sizes_tell_no_lengths]
- Free text in the clear stands only in columns that were listed for it. [{_STORE}::\
test_columns_of_plain_text_are_known]
- Every personal column is told by `export`, or left out for a reason that is written down. [{_HELD}::\
test_every_personal_column_goes_along]
- Every personal table is named by an eraser, and its rows go with their person. [{_HELD}::\
test_every_personal_table_is_erased] [{_STORE}::test_tables_of_a_person_go_with_them]
- What stands in this page is what stands in the code. [tests/architecture/test_trust.py::\
test_a_made_page_is_as_it_would_be_made]

## The classes

| Class | Name | What it is | Who can read it | Shown by |
| --- | --- | --- | --- | --- |
| S0 | public | Says nothing about anybody. | whoever has the database | \
[{_STORE}::test_column_declares_its_class] |
| S1 | operational | Plain, so that things come on time: that somebody wrote, and on which day. | whoever \
has the database | [{SHOWN_BY["plain"]}] |
| S2 | address | Names an account: a keyed hash, or sealed. | whoever has the database and the key file | \
[{_STORE}::test_column_of_own_words_is_sealed] |
| S3 | own words and numbers | Sealed under the key of its person, or of its organisation. | that person, or \
its admins; whoever has the databases and the key file | [{_VAULT}::test_vault_refuses_every_exchange] |
"""

FOOT = """
## Not tested, and why

- What a column *may tell* is a judgement, written by hand in `tools/trust_words.py`. A test sees that each
  column has a sentence, and that the tests beside it exist; none can see that a sentence says all of it.
- The key store has a file of its own, so that copies of it can be kept for a shorter time. Whether they are
  is up to whoever runs the server.
"""


def page() -> str:
    """Return the page as it should be.

    Raises:
        KeyError: a table or column has no sentence in tools/trust_words.py.
    """
    main, keys = tables.metadata.tables.values(), key_tables.metadata.tables.values()
    return "".join(
        (
            HEAD,
            "\n## The main database, `reststop.db`\n",
            *map(_table, main),
            "\n## The key store, `keys.db`\n",
            *map(_table, keys),
            FOOT,
        )
    )


def said_of(column: Column[Any]) -> str:  # Any: what a column holds is its own matter
    """Return what a column may tell.

    Raises:
        KeyError: nothing is written of it.
    """
    own = trust_words.COLUMNS.get(str(column))
    return trust_words.OFTEN[column.name] if own is None else own


def _table(table: Table) -> str:
    rows = "".join(_rows(table))
    return f"""
### `{table.name}`

{trust_words.TABLES[table.name]}

| Column | Class | Stands there | What it may tell | Shown by |
| --- | --- | --- | --- | --- |
{rows}"""


def _rows(table: Table) -> Iterator[str]:
    for column in table.columns:
        how, holds = stored(column), DataClass(column.info["holds"]).name
        tells = said_of(column) + _words(column)
        yield f"| `{column.name}` | {holds} | {how} | {tells} | [{SHOWN_BY[how]}] |\n"


def _words(column: Column[Any]) -> str:  # Any: the same
    if not isinstance(column.type, Enum):
        return ""
    return f" One of {', '.join(f'`{word}`' for word in column.type.enums)}."


def stored(column: Column[Any]) -> str:  # Any: the same
    """Return how a value stands in a column: one of `SHOWN_BY`."""
    if isinstance(column.type, SealedBytes):
        return "sealed"
    if column.info["holds"] is DataClass.S2:
        return "wrapped" if column.name == "wrapped" else "keyed hash"
    return "plain"
