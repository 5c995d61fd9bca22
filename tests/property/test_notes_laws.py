"""Laws of notes: no word of them is lost, no page is too long, and a day is one that they name."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.notes import notes_in, pieces
from bot.services.cards.days import day_in_full

TODAY = date(2026, 11, 2)
signs = st.text(st.sampled_from("ab #-=:\n0"), max_size=40)
days = st.dates(date(1990, 1, 1), TODAY)
dated = st.one_of(
    st.builds(lambda level, day: f"{'#' * level} {day.isoformat()}", st.integers(1, 6), days),
    st.builds(lambda level, day: f"{'#' * level} {day_in_full(day)}", st.integers(1, 6), days),
    st.builds(lambda day: day.isoformat(), days),
)
headings = st.builds(lambda level, word: f"{'#' * level} {word}", st.integers(1, 6), st.sampled_from("abc"))
lines = st.lists(st.one_of(signs, dated, headings), max_size=12)


@given(signs, st.integers(1, 12))
def test_a_text_in_pieces_is_whole(text: str, most: int) -> None:
    """Each fits, and together they have every sign but the gaps."""
    parts = list(pieces(text, most))
    assert all(0 < len(part) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@given(lines, st.integers(5, 60))
@example(["---", "date: 2026-01-05", "title: a", "---", "b"], 60)
def test_no_word_of_notes_is_lost(written: list[str], most: int) -> None:
    """All but the lines that are nothing but a day, and what underlines those, in the order of writing."""
    text = "\n".join(written)
    notes = notes_in(text, named="notes", today=TODAY, most=most)
    assert all(note.text.strip() and len(note.text) <= most for note in notes)
    left = letters(" ".join(note.text for note in notes))
    assert left == letters(" ".join(line for line in text.split("\n") if not is_day(line)))


def test_a_heading_in_code_is_none() -> None:
    """What stands between fences is kept as it is."""
    text = "## 2026-01-05\n```\n## 2026-01-06\n```\nwords"
    [note] = notes_in(text, named="notes", today=TODAY, most=60)
    assert (note.day, note.text) == (date(2026, 1, 5), "```\n## 2026-01-06\n```\nwords")


@given(lines)
def test_a_day_is_one_that_the_notes_name(written: list[str]) -> None:
    """Never one that is ahead, and none that stands nowhere."""
    text = "\n".join(written)
    for note in notes_in(text, named="notes", today=TODAY, most=60):
        assert note.day is None or (
            note.day <= TODAY and (note.day.isoformat() in text or day_in_full(note.day) in text)
        )


@given(days, st.sampled_from(["{}", "{}:", "**{}**"]))
def test_a_day_is_read_in_each_way_that_it_is_written(day: date, way: str) -> None:
    """As Reststop writes it, as ISO, and as the two ways with a month in words."""
    month = day_in_full(day).split()[2]
    for said in (
        day.isoformat(),
        day_in_full(day),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
    ):
        [note] = notes_in(f"{way.format(said)}\nwords", named="notes", today=TODAY, most=60)
        assert (note.day, note.text) == (day, "words")


def is_day(line: str) -> bool:
    """Whether a line is nothing but a day, in one of the ways of these notes; or front matter that is."""
    bare = line.strip("# ").removeprefix("date: ")
    return bare.split(" ")[0] in DAYS or ISO.fullmatch(bare) is not None


ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def letters(text: str) -> str:
    """The letters and digits of a text: signs may underline a day or stand around it."""
    return "".join(char for char in text if char.isalnum())
