"""What a person reads on the loopback Discord is what Discord's client would show them."""

from __future__ import annotations

import pytest

from tests.sim.discord.markup import shown
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
        ("## Title\n-# small\n> said\n- one", "Title\nsmall\nsaid\n- one"),
        ("\\## no title\n\\- no list\n1\\. one", "## no title\n- no list\n1. one"),
        ("12:30, a/b and 1 * 2", "12:30, a/b and 1 * 2"),
        ("`\\*` and ```py\n**as it is**\n```", "\\* and **as it is**\n"),
        ("\\\\ and \\\\*slanted*", "\\ and \\slanted"),
        ("[here](https://example.org/a) <https://example.org/b>", "here https://example.org/b"),
        ("\\<@1\\> <@2> <t:3:F>", "<@1> <@2> <t:3:F>"),
        ("a \\a", "a \\a"),
    ],
)
def test_text_is_shown_as_a_client_shows_it(sent: str, read: str) -> None:
    """Escapes give the sign itself, forms vanish, and what only looks like a form stays."""
    assert shown(sent).words == read


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
