"""What holds for masks, whatever was written and whatever was found."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.guards.identifiers.finding import find
from bot.guards.identifiers.found import Category, Found, disjoint
from bot.guards.identifiers.masking import masked

_WORDS = {
    Category.NAME: [
        "Maria",
        "Maria Lopez",
        "Mrs Lopez",
        "lopez",
        "O\u2019Shea",
        "the Petersons",
        "\u0141ukasz",
        "May",
    ],
    Category.INITIALS: ["K.D.", "RB", "r. b."],
    Category.DATE: ["12 May", "3/2", "01/27/2026", "2025-11-02", "12.03.2024", "99/99/9999"],
    Category.AGE_90_PLUS: ["97yo", "aged 92"],
    Category.PHONE: ["07700 900377"],
    Category.EMAIL: ["m.castellano@example.com"],
    Category.ORG: ["Corbin Hardware", "Eastlake Middle School", "St Bride's Church"],
    Category.PLATE: ["BD63 KWO"],
    Category.OTHER: ["4471X"],
}
_BETWEEN = st.sampled_from(
    [
        " rang, then ",
        ". ",
        "\n",
        " and ",
        " (client ",
        "?? ",
        " \U0001f600 ",
        " said: \u201c",
        " the ",
        "'s sum, ",
    ]
)
_PLACE = st.sampled_from([(category, words) for category, every in _WORDS.items() for words in every])


@st.composite
def _noted(draw: st.DrawFn) -> tuple[str, tuple[Found, ...]]:
    """Return a note and the places in it, as if everything had been found."""
    text = draw(_BETWEEN)
    found = []
    for category, words in draw(st.lists(_PLACE, max_size=8)):
        found.append(
            Found(start=len(text), end=len(text) + len(words), category=category, is_soft=draw(st.booleans()))
        )
        text += words + draw(_BETWEEN)
    return text, tuple(found)


def _outside(text: str, found: tuple[Found, ...]) -> list[str]:
    ends = [0, *(place.end for place in found)]
    starts = [*(place.start for place in found), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def _labels(text: str, found: tuple[Found, ...]) -> list[str]:
    """Return what stands in each place of the masked text; fails where other text was touched."""
    pattern = "(.+?)".join(re.escape(piece) for piece in _outside(text, found))
    match = re.fullmatch(pattern, masked(text, found), re.DOTALL)
    assert match is not None
    return list(match.groups())


@given(_noted())
def test_text_beside_the_places_stays_as_it_was(noted: tuple[str, tuple[Found, ...]]) -> None:
    """Gaps, marks, line breaks and all other words."""
    assert len(_labels(*noted)) == len(noted[1])


@given(_noted())
def test_no_word_that_was_found_remains(noted: tuple[str, tuple[Found, ...]]) -> None:
    """Not even within another mask: a month is not said where it is somebody's name too."""
    text, found = noted
    after = masked(text, found)
    for place in found:
        words = text[place.start : place.end]
        assert not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", after)


@given(_noted())
def test_the_same_words_have_the_same_mask(noted: tuple[str, tuple[Found, ...]]) -> None:
    """Capitals aside: a mask has one where a sentence begins."""
    text, found = noted
    seen: dict[tuple[Category, str], str] = {}
    for place, label in zip(found, _labels(text, found), strict=True):
        words = (place.category, text[place.start : place.end].casefold())
        assert seen.setdefault(words, label.casefold()) == label.casefold()


@given(_noted())
def test_the_guard_finds_nothing_in_its_own_masks(noted: tuple[str, tuple[Found, ...]]) -> None:
    """So masking twice changes nothing more."""
    after = masked(*noted)
    assert find(after) == ()
    assert masked(after, find(after)) == after


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8), st.data()
)
def test_any_places_in_any_text_can_be_masked(
    text: str, edges: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Any Unicode, any cut, also in the middle of a word or a mark."""
    every = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in edges]
    found = disjoint(
        Found(
            start=start,
            end=end,
            category=data.draw(st.sampled_from(Category)),
            is_soft=data.draw(st.booleans()),
        )
        for start, end in every
        if start < end
    )
    after = masked(text, found)
    assert masked(text, found) == after
    assert all(piece in after for piece in _outside(text, found))
