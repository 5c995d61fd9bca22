"""Lines break by columns: wide scripts take two, marks take none, and nothing is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from adapters.console.columns import broken, columns
from adapters.console.limits import NARROWEST, WIDEST


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("tank", 4),
        ("日本語", 6),
        ("한국어", 6),
        ("naïve", 5),
        ("e\u0301", 1),
        ("🙂", 2),
        ("👩\u200d⚕", 3),
    ],
)
def test_a_text_is_as_wide_as_it_stands(text: str, width: int) -> None:
    """Whatever the script."""
    assert columns(text) == width


@pytest.mark.parametrize(
    "script",
    [(0x20, 0x7F), (0xA1, 0xAD), (0x300, 0x400), (0x410, 0x450), (0x5D0, 0x5EB), (0x3041, 0x3097),
     (0x30A1, 0x3100), (0x4E00, 0x5000), (0xAC00, 0xAD00), (0x1F600, 0x1F640)],
)  # fmt: skip
def test_what_is_drawn_and_what_is_typed_agree(script: tuple[int, int]) -> None:
    """The lines above the prompt are as wide as the keyboard takes them for."""
    signs = [chr(point) for point in range(*script) if chr(point).isprintable()]
    assert [sign for sign in signs if columns(sign) != get_cwidth(sign)] == []


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("", []),
        ("   ", []),
        ("one two three", ["one two", "three"]),
        ("  kept before", ["  kept", "before"]),
        ("an-unbreakable-address and on", ["an-unbreakable-address", "and on"]),
        ("今日は長い一日でした", ["今日は長", "い一日で", "した"]),
        ("今日は長。い一日", ["今日は", "長。い一", "日"]),
        ("今日は「長い」", ["今日は", "「長い」"]),
        ("Tag 日本語 und", ["Tag 日本", "語 und"]),
    ],
)
def test_a_line_breaks_where_its_script_allows(line: str, rows: list[str]) -> None:
    """Between words; between signs of a script without spaces, never before a closing one."""
    assert broken(line, 8) == rows


@given(line=st.text(st.characters(exclude_categories=["C"]), max_size=200), width=st.integers(8, WIDEST))
def test_no_sign_is_lost(line: str, width: int) -> None:
    """What stands in the rows is what stood in the line, but for the spaces at their ends."""
    assert "".join(broken(line, width)).replace(" ", "") == line.replace(" ", "")


@given(
    words=st.lists(st.text("abc日本語한글é", min_size=1, max_size=10), max_size=20),
    width=st.integers(NARROWEST, WIDEST),
)
def test_every_row_fits(words: list[str], width: int) -> None:
    """No row of words that fit is wider than the line."""
    assert [row for row in broken(" ".join(words), width) if columns(row) > width] == []
