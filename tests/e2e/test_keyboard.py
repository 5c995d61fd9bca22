"""At a real terminal, with a real keyboard: the first minute, and three ways to leave."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.keyboard import CTRL_C, CTRL_D, ENTER, keyboard


def test_the_first_minute_at_a_keyboard(tmp_path: Path) -> None:
    """From the first card to reading back, with a text of two lines."""
    with keyboard(tmp_path / "data") as person:
        person.see("[1] Yes   [2] No   [3] Read more   [h] Help now")
        person.type("1", ENTER)
        person.see("How much is in the tank?")
        person.type("3", ENTER)
        person.see("How in touch with others")
        person.type("n", ENTER)
        person.see("[1] OK")
        person.type("1", ENTER)
        person.see("at 12:30, then.")
        person.type("write", ENTER)
        person.see("with only . ends it.")
        person.type("Slow morning,", ENTER, "kind ending.", ENTER, ".", ENTER)
        person.see("Saved privately.")
        person.type("journal last", ENTER)
        person.see("kind ending.")
        person.type("quit", ENTER)
        assert person.ended() == 0


def test_ctrl_c_leaves_a_form_and_then_the_house(data: Path) -> None:
    """Once leaves the form, once more asks whether that was meant, and a third time leaves."""
    with keyboard(data) as person:
        person.see("Next check-in")
        person.type("write", ENTER)
        person.see("with only . ends it.")
        person.type("never mind", CTRL_C)
        person.see("never mind")
        person.type(CTRL_C)
        person.see("Ctrl-C once more")
        person.type(CTRL_C)
        assert person.ended() == 0
    assert [path.name for path in data.glob("*-wal")] == []


def test_a_window_that_is_closed_ends_it_in_order(data: Path) -> None:
    """Both databases are closed in one file each, and the folder is free."""
    with keyboard(data) as person:
        person.see("Next check-in")
        person.close()
    assert [path.name for path in data.glob("*-wal")] == []
    assert (data / "in-use-by").read_text() == ""


def test_a_short_line_is_edited_where_it_stands(data: Path) -> None:
    """What was kept is there to be changed, and the rest stays with Enter."""
    with keyboard(data) as person:
        person.see("Next check-in")
        for added in ("Ana, lunch", ", 555 0100"):
            person.type("people", ENTER)
            person.see("Add" if added.startswith("Ana") else "Change")
            person.type("1", ENTER)
            person.see("how you reach them")
            person.type(added, ENTER)
            person.see("Another, if you like")
            person.type(ENTER)
            person.see("And another")
            person.type(ENTER)
            person.see("Kept")
        person.type("people", ENTER)
        assert "Ana, lunch, 555 0100" in person.see("My people")


def test_a_screen_reader_reads_line_after_line(data: Path) -> None:
    """Not one control code; Ctrl-C and Ctrl-D leave a form, and no more than that."""
    with keyboard(data, RESTSTOP_PLAIN="1") as person:
        person.see("Next check-in")
        person.type("write", ENTER)
        person.see("with only . ends it.")
        person.type("half a line", CTRL_C)
        person.see("^C")
        person.type("write", ENTER)
        person.see("with only . ends it.")
        person.type(CTRL_D)
        person.type("write", ENTER)
        person.see("with only . ends it.")
        person.type("Slow morning,", ENTER, "kind ending.", ENTER, ".", ENTER)
        person.see("Saved privately.")
        person.type("journal last", ENTER)
        assert "      kind ending." in person.see("Slow morning,")
        person.type(CTRL_C)
        person.see("Ctrl-C once more")
        person.type("quit", ENTER)
        assert person.ended() == 0
    assert b"\x1b" not in person.drawn
    assert b"\x08" not in person.drawn
