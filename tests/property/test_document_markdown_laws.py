"""Laws of a document as Markdown, read by a parser that knows nothing of ours: what went in comes out."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.domain.document_markdown import as_markdown
from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows
from tests.property.drawn_documents import documents, lines, tables, texts

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def alone(part: Part) -> str:
    """Return a document of one part, without its title."""
    return as_markdown(Document(title="t", parts=(part,))).removeprefix("# t\n").removeprefix("\n")


def said(token: Token) -> str:
    """Return what a reader sees of a piece of text, and fail where some of it became a form."""
    assert token.children is not None
    seen = ""
    for each in token.children:
        match each.type:
            case "text" | "text_special":
                seen += each.content
            case "softbreak":
                seen += "\n"
            case "html_inline":
                assert each.content == "<br>"
                seen += "\n"
            case other:
                raise AssertionError(other)
    return seen


def outside(tokens: list[Token]) -> Iterator[Token]:
    """Yield what stands outside of quotations, which nothing can leave."""
    depth = 0
    for token in tokens:
        depth -= token.type == "blockquote_close"
        if not depth:
            yield token
        depth += token.type == "blockquote_open"


def folded(text: str) -> str:
    """Return a text as lines without the spaces around them, the empty ones left out at both ends."""
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


@given(documents)
def test_every_heading_is_one_of_the_document(document: Document) -> None:
    """Title and headings stand in their order and depth, and no text in it makes another, a rule or code."""
    tokens = list(outside(READER.parse(as_markdown(document))))
    found = [
        (token.tag, said(tokens[at + 1])) for at, token in enumerate(tokens) if token.type == "heading_open"
    ]
    wanted = [("h1", document.title)]
    wanted += [(f"h{each.level + 1}", each.text) for each in document.parts if isinstance(each, Heading)]
    assert found == [(tag, " ".join(text.split())) for tag, text in wanted]
    assert sum(token.type == "hr" for token in tokens) == bool(document.foot.strip())
    assert {"fence", "code_block", "html_block", "ordered_list_open"}.isdisjoint(
        token.type for token in tokens
    )


@given(texts)
@example("one\u2028# two")
@example("[t]: https://example.org\n\n# not ours\n<!-- and on")
def test_own_words_are_quoted_line_for_line(text: str) -> None:
    """Each line is theirs, unchanged, in one quotation that ends before what follows."""
    page = as_markdown(Document(title="t", parts=(Prose(text=text, own=True), Heading(text="[t]"))))
    quoted = [line for line in page.split("\n") if line.startswith(">")]
    assert [line.removeprefix(">").removeprefix(" ") for line in quoted] == (
        [line.rstrip() for line in text.splitlines()] if text.strip() else []
    )
    tokens = list(outside(READER.parse(page)))
    assert sum(token.type == "blockquote_open" for token in tokens) == bool(text.strip())
    assert [said(token) for token in tokens if token.type == "inline"] == ["t", "[t]"]


@given(texts)
def test_prose_of_ours_is_paragraphs_alone(text: str) -> None:
    """Lines and blank lines stay, and nothing else comes of them."""
    tokens = READER.parse(alone(Prose(text=text)))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    whole = "\n".join(said(token) for token in tokens if token.type == "inline")
    assert whole.split() == text.split()


@given(lines)
def test_an_aside_is_one_quiet_line(text: str) -> None:
    """It is set in italics whole, or is not there."""
    inline = [token for token in READER.parse(alone(Aside(text=text))) if token.type == "inline"]
    assert len(inline) == bool(text)
    for token in inline:
        assert token.children is not None
        first, *between, last = token.children
        assert (first.type, last.type) == ("em_open", "em_close")
        assert "".join(each.content for each in between) == text


@given(tables())
def test_a_table_keeps_its_cells(table: Rows) -> None:
    """As many rows and columns as were given, each cell with its own text."""
    tokens = READER.parse(alone(table))
    cells = [said(tokens[at + 1]) for at, token in enumerate(tokens) if token.type in {"th_open", "td_open"}]
    assert cells == [folded(cell) for row in (table.head, *table.rows) for cell in row]
    assert sum(token.type == "tr_open" for token in tokens) == 1 + len(table.rows)
    assert "tr_close" in tokens[-2].type or "tbody" in tokens[-2].type or "thead" in tokens[-2].type


@given(st.lists(st.tuples(lines, texts), min_size=1, max_size=3))
def test_facts_stand_under_their_names(pairs: list[tuple[str, str]]) -> None:
    """Each is one item of one list; a value of several lines is a quotation in it."""
    tokens = list(outside(READER.parse(alone(Pairs(pairs=tuple(pairs))))))
    assert sum(token.type == "bullet_list_open" for token in tokens) == 1
    assert sum(token.type == "list_item_open" for token in tokens) == len(pairs)
    several = sum(len(value.strip().splitlines()) > 1 for _, value in pairs)
    assert sum(token.type == "blockquote_open" for token in tokens) == several


def test_a_document_reads_well_as_it_stands() -> None:
    """Somebody may read the file without any program that knows Markdown."""
    document = Document(
        title="Reflective account",
        parts=(
            Aside(text="Evidence, not accreditation."),
            Pairs(pairs=(("Made on", "Monday 5 January 2026"), ("Note", "one\ntwo"))),
            Heading(text="What I took from it"),
            Prose(text="I asked *later*.\n\n- twice", own=True),
            Rows(head=("Day", "Agreed"), rows=(("5 January", "a | b\nc"),)),
        ),
        foot="Written by me.",
    )
    assert as_markdown(document) == (
        "# Reflective account\n\n"
        "*Evidence, not accreditation.*\n\n"
        "- **Made on:** Monday 5 January 2026\n- **Note:**\n\n  > one\n  > two\n\n"
        "## What I took from it\n\n"
        "> I asked *later*.\n>\n> - twice\n\n"
        "| Day | Agreed |\n| --- | --- |\n| 5 January | a \\| b<br>c |\n\n"
        "---\n\n*Written by me.*\n"
    )
