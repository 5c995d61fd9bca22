"""What holds for both guards whatever is written: some texts of each kind, and more in the long suite."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.guards.board.questions import asks_board
from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read
from bot.guards.identifiers.detail import is_dense
from bot.guards.identifiers.finding import as_let_be, find, may_be_let_be
from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.masking import masked


def try_texts(texts: st.SearchStrategy[str], examples: int) -> Counter[str]:
    """Hold every law for that many texts; return how often something was found, by what it was."""
    met: Counter[str] = Counter()

    @settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(texts)
    def every_law(text: str) -> None:
        met.update(each.category.value for each in _places(text))
        met.update([_meaning(text)])

    every_law()
    return met


def _places(text: str) -> tuple[Found, ...]:
    """Places lie in the text, in order, apart, and hold something; masks touch nothing beside them."""
    places = find(text)
    assert find(text) == places
    edges = [edge for place in places for edge in (place.start, place.end)]
    assert edges == sorted(edges)
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(text[place.start : place.end].strip() for place in places)
    assert {place.category for place in places} <= set(Category)
    _masks(text, places)
    _let_be(text, places)
    assert is_dense(text) is is_dense(text)
    return places


def _masks(text: str, places: tuple[Found, ...]) -> None:
    after = masked(text, places)
    assert masked(text, places) == after
    ends = [0, *(place.end for place in places)]
    starts = [*(place.start for place in places), len(text)]
    at = 0
    for number, (end, start) in enumerate(zip(ends, starts, strict=True)):
        beside = text[end:start]
        at = after.find(beside, at + (number > 0))
        assert at >= 0, "text beside a place was touched, or a place has no mask"
        at += len(beside)
    assert after.startswith(text[: starts[0]])
    assert after.endswith(text[ends[-1] :])


def _let_be(text: str, places: tuple[Found, ...]) -> None:
    """Words that somebody wishes never to be pointed at are not; nothing else is found instead of them."""
    words = {as_let_be(text[place.start : place.end]) for place in places if may_be_let_be(place)}
    left = find(text, words)
    assert set(left) <= set(places)
    assert not any(as_let_be(text[place.start : place.end]) in words for place in left)


def _meaning(text: str) -> str:
    """A text has one meaning; only what is most grave for the writer can come from somebody else."""
    meaning = read(text)
    assert read(text) == meaning
    assert meaning.label in Label
    assert meaning.label is Label.SELF_RISK_HIGH or not meaning.is_being_hurt
    assert asks_board(text) is asks_board(text)
    return meaning.label.value
