"""What a person reads on the loopback Discord is what Discord's client would show them."""

from __future__ import annotations

import pytest

from tests.sim.discord.markdown import shown
from tests.sim.discord.words import links, modal_words, texts_of
from tests.sim.discord_app import button, field, modal, row, select, words


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("\\*mine\\* \\_x\\_ \\~\\~y\\~\\~ \\|\\|z\\|\\| \\`q\\`", "*mine* _x_ ~~y~~ ||z|| `q`"),
        (
            "**bold** *slanted* __under__ ~~gone~~ ||hidden|| ***both***",
            "bold slanted under gone hidden both",
        ),
        ("## Title\n-# small\n> said\n- one", "Title\nsmall\nsaid\n• one"),
        ("\\## no title\n\\- no list\n1\\. one", "## no title\n- no list\n1. one"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("`\\*` and ```py\n**as it is**\n```", "\\* and **as it is**\n"),
        ("\\\\ and \\\\*slanted*", "\\ and \\slanted"),
        ("[here](https://example.org/a) <https://example.org/b>", "here https://example.org/b"),
        ("\\<@1\\> <@1> <#2>", "<@1> @… @…"),
        ("a \\a", "a \\a"),
    ],
)
def test_text_is_shown_as_a_client_shows_it(sent: str, read: str) -> None:
    """Escapes give the sign itself, forms vanish, and what only looks like a form stays."""
    assert shown(sent) == read


def test_words_of_a_layout_are_read_in_order() -> None:
    """Texts, buttons, options; what a button leads to is a link."""
    inside = {"type": 17, "components": [words("**One**"), row(button("p1", "Yes"), select("m1", "low"))]}
    link = {"type": 2, "style": 5, "label": "Read", "url": "https://example.org/"}
    section = {"type": 9, "components": [words("Two")], "accessory": link}
    assert list(texts_of("", [inside, section])) == ["One", "Yes", "Low", "Two", "Read"]
    assert list(links([inside, section])) == ["https://example.org/"]


def test_words_of_a_modal_hold_what_stands_in_its_fields() -> None:
    """Its title, its labels, and what it opens with."""
    assert modal_words(modal(field("kept", "What stays", value="a *kind* end"))) == (
        "Title\nWhat stays\na *kind* end"
    )
