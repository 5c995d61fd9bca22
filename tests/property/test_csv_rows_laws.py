"""Laws of a table as CSV: it is read back as it was, and a spreadsheet works nothing of it out."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.csv_rows import as_csv
from bot.domain.documents import Rows
from tests.property.drawn_documents import tables

BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def read(made: bytes) -> list[list[str]]:
    """Return the cells as another program reads them."""
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), strict=True))


formulas = st.tuples(
    st.sampled_from(["", " ", "\n", "\u200b", "\ufeff", "\u00a0 "]),
    st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"]),
    st.text(max_size=10),
).map("".join)


@given(tables())
def test_cells_come_back_as_they_were(table: Rows) -> None:
    """Line ends, quotes and commas in a cell stay in it; only the apostrophe of a guarded one is ours."""
    back = read(as_csv(table))
    rows = [table.head, *table.rows]
    assert [len(row) for row in back] == [len(row) for row in rows]
    for cell, was in zip((c for row in back for c in row), (c for row in rows for c in row), strict=True):
        assert cell in {was, f"'{was}"}


@given(st.lists(st.one_of(formulas, st.text(max_size=10)), min_size=1, max_size=5))
def test_no_cell_begins_a_formula(cells: list[str]) -> None:
    """Nor after spaces, or signs that nobody sees, nor in wide letters."""
    (row,) = read(as_csv(Rows(head=tuple(cells), rows=())))
    for cell in row:
        assert not cell.lstrip(" \n\u00a0\u200b\ufeff").startswith(
            (*BEGIN_A_FORMULA, *"\uff1d\uff0b\uff0d\uff20")
        )


@given(formulas)
def test_a_formula_is_kept_as_a_text(cell: str) -> None:
    """It is not taken away: behind an apostrophe all of it is there."""
    assert read(as_csv(Rows(head=(cell,), rows=()))) == [[f"'{cell}"]]


@pytest.mark.parametrize(
    "cell", ["", "5", "a = b", "'quoted'", "2026-01-05", "whānau", "\u05e9\u05dc\u05d5\u05dd"]
)
def test_words_and_numbers_stay_as_they_are(cell: str) -> None:
    """What begins no formula gets no apostrophe."""
    assert read(as_csv(Rows(head=(cell,), rows=()))) == [[cell]]


def test_a_file_opens_in_a_spreadsheet_as_written() -> None:
    """Byte for byte: the mark that tells UTF-8, quotes around every cell, line ends of RFC 4180."""
    table = Rows(
        head=("Day", "Agreed"), rows=(("2026-01-05", '=HYPERLINK("https://example.org")'), ("", "a\nb"))
    )
    assert as_csv(table) == (
        b'\xef\xbb\xbf"Day","Agreed"\r\n"2026-01-05","\'=HYPERLINK(""https://example.org"")"\r\n"","a\nb"\r\n'
    )
