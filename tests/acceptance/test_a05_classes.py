"""A5: every column of every table is in the data-class table; each personal one has exporter and eraser.

By enumeration of both databases' metadata; what is exported under no name has its reason written down.
"""

from __future__ import annotations

from adapters.store import key_tables, tables
from adapters.store.columns import DataClass
from bot.services.takeout.takeout import LEFT_OUT, PARTS
from tests.architecture.test_held import columns, without_eraser
from tools.make_trust import TRUST

HELD_BY = (
    "tests/architecture/test_held.py::test_every_personal_column_goes_along",
    "tests/architecture/test_held.py::test_a_forgotten_column_is_found",
    "tests/architecture/test_held.py::test_every_kind_of_sheet_goes_along",
    "tests/architecture/test_held.py::test_every_personal_table_is_erased",
    "tests/architecture/test_held.py::test_a_forgotten_table_is_found",
    "tests/unit/store/test_store_tables.py::test_column_declares_its_class",
    "tests/unit/store/test_store_tables.py::test_tables_of_a_person_go_with_them",
    "tests/architecture/test_trust.py::test_a_made_page_is_as_it_would_be_made",
)
BOTH = (tables.metadata, key_tables.metadata)


def test_a5_every_column_has_a_class_and_a_row_on_the_page() -> None:
    """Of both databases; the page is the one that an organisation reads."""
    page = (TRUST / "data-classes.md").read_text("utf-8")
    for metadata in BOTH:
        for table in metadata.sorted_tables:
            assert f"`{table.name}`" in page
            for column in table.columns:
                assert isinstance(column.info["holds"], DataClass), column
                assert f"`{column.name}`" in page, column


def test_a5_every_personal_column_has_an_exporter_and_its_table_an_eraser() -> None:
    """Or a reason for which it goes along under no name of its own."""
    told = {column for part in PARTS for column in part.columns}
    held = columns(tables.metadata)
    assert held - told - set(LEFT_OUT) == set()
    assert all(LEFT_OUT.values())
    assert without_eraser(tables.metadata) == set()
