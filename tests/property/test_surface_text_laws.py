"""Laws of text: what is shown cannot trick a screen, what is kept can be written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.surface.text import is_shown_clean, kept, shown

anything = st.text(alphabet=st.characters(exclude_categories=[])) | st.text(
    alphabet="a\u00e9\u0301\u200c\u200d\u202e\x01\n"
)


@given(anything)
def test_what_is_shown_is_clean_and_stays_as_it_is(text: str) -> None:
    """Cleaning once is enough, and what it leaves may stand on any card."""
    once = shown(text)
    assert is_shown_clean(once)
    assert shown(once) == once


@given(anything)
def test_what_is_kept_can_be_written_and_read_again(text: str) -> None:
    """Stored text is UTF-8, with one kind of line end."""
    stored = kept(text)
    assert stored.encode().decode() == stored
    assert "\r" not in stored


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_ordinary_words_are_kept_to_the_letter(text: str) -> None:
    """Nothing that people write on purpose is taken away."""
    assert kept(text) == text
