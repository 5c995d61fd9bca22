"""How lines look: keys stand out, a person's own words are left alone, and plain is plain."""

from __future__ import annotations

import io

from adapters.console.tones import Line, Paper, toned


def test_keys_stand_out() -> None:
    """Numbers of one or two digits and single letters, before their labels."""
    assert toned(Line("  [1] yes  [12] no  [n] not now")) == [
        ("class:plain", "  "), ("class:key", "[1]"), ("class:plain", " yes  "), ("class:key", "[12]"),
        ("class:plain", " no  "), ("class:key", "[n]"), ("class:plain", " not now"), ("", "\n"),
    ]  # fmt: skip


def test_own_words_are_left_alone() -> None:
    """Whoever numbers their thoughts has written no keys."""
    assert toned(Line("      [1] first", "own")) == [("class:own", "      [1] first"), ("", "\n")]


def test_plain_paper_has_no_control_codes() -> None:
    """Words, blank lines between groups, and what nobody said in brackets of its own."""
    seen = io.StringIO()
    paper = Paper(seen, plain=True)
    paper.show([(Line("  Title", "title"), Line("  [1] yes")), (Line("  quiet", "quiet"),)], is_apart=True)
    paper.aside("Tuesday, 12:30")
    paper.end_line()
    assert seen.getvalue() == "  Title\n  [1] yes\n\n  quiet\n\n  (Tuesday, 12:30)\n\n"


def test_colour_changes_no_word() -> None:
    """What is said is said without it."""
    seen = io.StringIO()
    Paper(seen, plain=False).show([(Line("  [1] yes", "title"),)], is_apart=True)
    assert seen.getvalue().replace("\r", "") == "  [1] yes\n"
