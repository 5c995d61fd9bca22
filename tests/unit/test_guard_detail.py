"""Rare detail by rules alone: what would point at one person though no name stands there, and what would not.

The half called `apart` was written before the rules, by the same hand: 15 of 15 are found and 0 of 15 plain
notes are asked about. Of the half called `open`, written after the first rules, 12 of 15 were found and 1 of
15 asked about; then the rules were mended on it, and it is found whole. So the first figures of `open` are
the honest ones, and all of them are of 15 texts each.
"""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.journal import DRAFT_MAX
from bot.guards.identifiers.detail import CLOSE, is_dense

_TEXTS = Path(__file__).parents[1] / "data" / "guards" / "detail.jsonl"
ENTANGLED = [
    "the only a ",
    "first a-",
    "one of two only three ",
    "She is 41, ",
    "red red-",
    "by the by the ",
    "Saint St. ",
    "İ",
    "a",
]
"""What patterns like these could be slow on, again and again."""


def _texts(*, is_told: bool) -> list[str]:
    rows = [json.loads(line) for line in _TEXTS.read_text().splitlines()]
    return [row["text"] for row in rows if row["dense"] is is_told]


def test_dense_detail_is_found() -> None:
    """Every one of the set."""
    assert [text for text in _texts(is_told=True) if not is_dense(text)] == []


def test_a_plain_note_is_never_asked_about() -> None:
    """None of the set, the long ones neither."""
    assert [text for text in _texts(is_told=False) if is_dense(text)] == []


def test_both_halves_hold_as_many_of_both_kinds() -> None:
    """Sixty, and nothing twice."""
    told, plain = _texts(is_told=True), _texts(is_told=False)
    assert (len(set(told)), len(set(plain))) == (30, 30)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("A Finnish widow, 71, with a parrot.", False),
        ("A Finnish widow, 71, with a parrot, from the village.", True),
        ("A Finnish widow, 71, who was on the flight that came down.", True),
        ("The mayor, 71, with a parrot.", True),
        ("A shepherd and organist, 71, with a parrot.", False),
        ("He is 41. He is 42, aged 43, and a Finnish, Welsh, Greek man.", False),
    ],
)
def test_four_kinds_are_dense_and_three_with_a_rare_one(text: str, is_told: bool) -> None:  # noqa: FBT001 - a case
    """Kinds are counted, never how often one comes."""
    assert is_dense(text) is is_told


@pytest.mark.parametrize(
    "text",
    [
        "I am a Finnish mayor, 71, with a parrot, from the village.",
        "Long day. I'm the only Sikh harpist in the county, 44, and my client knows it.",
        "i was born on the island, 44, a baptist, and the organ in the church was out of tune",
    ],
)
def test_what_the_writer_says_of_themselves_is_not_asked_about(text: str) -> None:
    """It is their own to tell."""
    assert not is_dense(text)


def test_details_of_several_people_far_apart_are_not_added_up() -> None:
    """A long page about a whole day; the same details in one paragraph are dense."""
    parts = ["She is 71.", "He is Finnish.", "A man with a parrot.", "They come from the village."]
    assert is_dense(" ".join(parts))
    assert not is_dense(f" {'So it went. ' * (CLOSE // 10)}".join(parts))


@pytest.mark.parametrize("again", ENTANGLED)
def test_no_text_takes_long(again: str) -> None:
    """Eight times the length takes at most twelve times as long, by the processor's own clock."""
    text = again * (DRAFT_MAX // len(again))
    is_dense(text)
    short, long = (_least(text[:length]) for length in (1_000, 8_000))
    assert long <= max(12 * short, 0.02)


def _least(text: str) -> float:
    times = []
    for _ in range(5):
        begun = process_time()
        is_dense(text)
        times.append(process_time() - begun)
    return min(times)


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    """Whatever stands in it."""
    assert is_dense(text) in {True, False}
