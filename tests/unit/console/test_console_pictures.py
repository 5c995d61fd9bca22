"""Pictures at the console: half blocks where they can be drawn, and their words in any case."""

from __future__ import annotations

import io
import sys

import pytest

from adapters.console.limits import PICTURE_ROWS, WIDEST
from adapters.console.open_card import OpenCard
from adapters.console.pictures import picture
from adapters.console.render import draw
from adapters.console.tones import Group, Paper
from bot.surface.card import Picture
from tests.contract.surface_samples import BLUE, CLEAR, RED, TANK, WEEK, card, png


def lines_of(groups: list[Group]) -> list[str]:
    """Return what is seen, a line of a picture by its signs."""
    return [line.text or "".join(sign for _, sign in line.cells) for group in groups for line in group]


def test_without_colour_its_words_stand_alone() -> None:
    """Nothing is drawn in a pipe, on a plain screen, or for a screen reader."""
    groups, _ = draw(OpenCard(card=card(WEEK, TANK)), WIDEST)
    assert lines_of(groups)[0] == f"  {WEEK.alt}"
    assert [line.tone for line in groups[0]] == ["quiet"]


def test_without_pillow_its_words_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is an extra."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    groups, _ = draw(OpenCard(card=card(WEEK)), WIDEST, pictures=True)
    assert lines_of(groups) == [f"  {WEEK.alt}"]


def test_two_pixels_are_one_sign() -> None:
    """The upper one is the block, the lower one its ground; the words stand below."""
    pytest.importorskip("PIL")
    groups, _ = draw(OpenCard(card=card(WEEK)), WIDEST, pictures=True)
    assert lines_of(groups) == ["  \u2580\u2580", f"  {WEEK.alt}"]
    assert groups[0][0].cells == (
        ("", "  "), ("fg:#ff0000 bg:#0000ff", "\u2580"), ("fg:#0000ff bg:#ff0000", "\u2580"),
    )  # fmt: skip


def test_what_cannot_be_seen_leaves_the_ground_as_it_is() -> None:
    """On a light terminal as on a dark one; an odd last row has nothing below it."""
    pytest.importorskip("PIL")
    drawn = picture(png([[RED, CLEAR, CLEAR], [CLEAR, BLUE, CLEAR], [BLUE, CLEAR, CLEAR]]), WIDEST)
    assert drawn == [
        (("", "  "), ("fg:#ff0000", "\u2580"), ("fg:#0000ff", "\u2584")),
        (("", "  "), ("fg:#0000ff", "\u2580")),
    ]


@pytest.mark.parametrize(("across", "down"), [(400, 20), (20, 400), (400, 400), (1, 1)])
@pytest.mark.parametrize("width", [40, WIDEST])
def test_a_picture_fits_the_line_and_the_screen(across: int, down: int, width: int) -> None:
    """It keeps its shape, and a small one stays small."""
    pytest.importorskip("PIL")
    drawn = picture(png([[RED] * across] * down), width)
    widths = {len("".join(signs for _, signs in cells)) for cells in drawn}
    assert max(widths) <= min(width, across + 2)
    assert 1 <= len(drawn) <= min(PICTURE_ROWS, (down + 1) // 2)


def test_a_broken_picture_is_no_crash() -> None:
    """Whoever reads its words misses nothing."""
    pytest.importorskip("PIL")
    broken = Picture(alt="Your week.", png=WEEK.png[:40])
    groups, _ = draw(OpenCard(card=card(broken)), WIDEST, pictures=True)
    assert lines_of(groups) == ["  Your week."]


def test_paper_takes_a_picture() -> None:
    """In colour and in plain."""
    pytest.importorskip("PIL")
    seen = io.StringIO()
    Paper(seen, plain=False).show(draw(OpenCard(card=card(WEEK)), WIDEST, pictures=True)[0], is_apart=True)
    assert "\u2580" in seen.getvalue()
    assert WEEK.alt in seen.getvalue()
