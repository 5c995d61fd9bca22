"""Documents drawn for laws: texts full of the signs that some format takes for its own."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows
from bot.surface.text import shown

_SIGNS = [
    *"#>-+*_=|~`<&[]()!\\:.'\"@;,$^{}/%1 \n\t",
    "aā",
    "whānau",
    "Привет",
    "שלום",
    "手",
    "🙂",
    "&amp;",
    "<b>",
]
_HARD = [
    *(
        "# a",
        "\n# a",
        "    a",
        "a\n===",
        "a\n---",
        "1. a",
        "1) a",
        "- a",
        "+ a",
        "> a",
        "```\na",
        "| a |",
        "<!-- a",
    ),
    *(
        "[a]: b",
        "![a](b)",
        "a  \nb",
        "a\\",
        "a #",
        "<a@b.c>",
        "&#35;",
        "~~a~~",
        "---|---",
        "a|b\n-|-",
        ":-:",
        "***",
    ),
]
_signs = st.lists(st.sampled_from(_SIGNS), max_size=12).map("".join)
texts = st.one_of(_signs, st.sampled_from(_HARD), st.text(max_size=30)).map(shown)
"""What may stand in a document: it has been made fit to show."""
lines = texts.map(lambda text: " ".join(text.split()))
"""A text on one line."""


def tables() -> st.SearchStrategy[Rows]:
    """Draw tables of one to five columns."""

    def wide(columns: int) -> st.SearchStrategy[Rows]:
        row = st.lists(texts, min_size=columns, max_size=columns).map(tuple)
        return st.builds(Rows, head=row, rows=st.lists(row, max_size=4).map(tuple))

    return st.integers(1, 5).flatmap(wide)


parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(Heading, text=texts, level=st.sampled_from([1, 2])),
    st.builds(Prose, text=texts, own=st.booleans()),
    st.builds(Aside, text=texts),
    st.builds(Pairs, pairs=st.lists(st.tuples(texts, texts), max_size=3).map(tuple)),
    tables(),
)
documents = st.builds(Document, title=texts, parts=st.lists(parts, max_size=5).map(tuple), foot=texts)
