"""The voice of the texts that stand in code: cards, commands and errors speak as the prompts do."""

from __future__ import annotations

import pytest

from adapters.content.loader import examine
from adapters.content.voice import Voice
from bot.app.library import library_folder
from tests.content.code_texts import CodeText, lint_code, texts_in_code

ROOT = library_folder().parent
SILENT = {
    "adapters/content/alike.py": "a list of small words",
    "adapters/store": "speaks to a database",
    "bot/guards": "the words that are looked for in what people write",
    "bot/testing": "what tests say, wrong things among it",
}
"""Modules whose strings nobody reads as a text, and why."""
SPEAKING = [
    file
    for folder in ("bot", "adapters")
    for file in sorted((ROOT / folder).rglob("*.py"))
    if not any(file.is_relative_to(ROOT / silent) for silent in SILENT)
]


@pytest.fixture(name="voice", scope="module")
def _voice() -> Voice:
    return examine(library_folder()).voice


def test_the_texts_in_code_keep_the_voice(voice: Voice) -> None:
    """Every string of two or more words passes the same check, but for modules that speak to no person."""
    assert len(SPEAKING) > 300
    found = [
        f"{file.relative_to(ROOT)}:{text.line}: {finding.message} ({text.text})"
        for file in SPEAKING
        for text, finding in lint_code(file.read_text("utf-8"), voice)
    ]
    assert found == []


MODULE = '''
"""A docstring that should not count."""

WORD = "single"
PLAIN = "two words"
LONG = (
    "a sentence that goes on "
    "over two lines"
)
LINES = "one line\\n\\nanother line"


class Card:
    """Nor should this one."""

    label: str = "a label"
    """Nor this, below a field."""

    def show(self, name: str, count: int) -> str:
        """Nor this!"""
        plain = f"{name} and {count:>3} others"
        inner = f"{'left or right' if count else 'up or down'}"
        later = "{name} may wait".format(name=name)
        quoted = "write `should not` here"
        found = re.compile("should never|must never")
        return plain + inner + later + quoted + "should_be_a_name" + "and the rest"
'''


def test_every_text_is_collected_and_no_docstring() -> None:
    """Constants, joined lines, paragraphs and templates; a placeholder is one word."""
    assert [text.text for text in texts_in_code(MODULE)] == [
        "two words",
        "a sentence that goes on over two lines",
        "one line",
        "another line",
        "a label",
        "word and word others",
        "left or right",
        "up or down",
        "word may wait",
        "write word here",
        "and the rest",
    ]


def test_a_text_knows_its_line() -> None:
    """A finding leads to the place in the module."""
    assert texts_in_code('\n\nTEXT = "two words"\n') == [CodeText(3, "two words")]


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('TEXT = "You should rest"', ["pressure"]),
        ('TEXT = "You " "must " "rest"', ["pressure"]),
        ('TEXT = f"Well done, {name}!"', ["exclamation", "praise"]),
        ('TEXT = "Should {name} go"', ["pressure"]),
        ('"""You should not see this."""', []),
        ('TEXT = "should"', []),
        ('TEXT = "saved_privately"', []),
        ("", []),
    ],
)
def test_a_text_in_code_is_held_to_the_voice(voice: Voice, source: str, codes: list[str]) -> None:
    """What a prompt may not say, code may not say either."""
    assert [finding.code for _, finding in lint_code(source, voice)] == codes
