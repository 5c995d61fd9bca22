"""What holds for a guard whatever is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.guards.crisis import Label, read

_PIECES = st.sampled_from(
    ["I want to die", "my client", "he said", "\u201cI\u201d", "killing me", ".", "\n", "not", "~", "\ud7ff"]
)


@given(st.one_of(st.text(max_size=400), st.lists(_PIECES, max_size=30).map(" ".join)))
def test_every_text_has_one_meaning_and_none_raises(text: str) -> None:
    """Any Unicode, any length: the same text always means the same."""
    assert read(text) == read(text)
    assert read(text).label in Label


@given(st.text(alphabet="abc \n", max_size=60))
def test_capitals_and_spaces_do_not_matter(text: str) -> None:
    """Who writes in capitals, or with wide gaps, is read alike."""
    danger = f"{text}. I want to die."
    assert read(danger.upper()) == read(danger.replace(" ", "  ")) == read(danger)
