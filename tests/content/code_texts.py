"""The texts that stand in code, gathered so that the voice of the library can be asked of them too."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from adapters.content.voice import Finding, Voice, lint

_QUOTED = re.compile(r"`[^`\n]*`")
"""What a text only quotes: a command, a setting, a sign."""
_TAG = re.compile(r"<[!/]?[a-z][^<>]*>")
"""Of a page that is served."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class CodeText:
    """A text that stands in a module."""

    line: int
    text: str


def texts_in_code(source: str) -> list[CodeText]:
    """Every string of two or more words in a module, in order, paragraph by paragraph; no docstrings.

    A placeholder, in an f-string or for `format`, counts as one word, and so does what stands in backticks.
    Patterns and what holds no space are no texts.

    Raises:
        SyntaxError: if the source is not Python.
    """
    tree = ast.parse(source)
    collector = _Collector()
    collector.visit(tree)
    paragraphs = (
        CodeText(line, paragraph.strip())
        for line, text in collector.found
        for paragraph in _plain(text).splitlines()
    )
    return [found for found in paragraphs if " " in found.text and len(_WORD.findall(found.text)) > 1]


def _plain(text: str) -> str:
    return _TAG.sub("\n", _QUOTED.sub("word", re.sub(r"\{[^{}]*\}", "word", text)))


def lint_code(source: str, voice: Voice) -> list[tuple[CodeText, Finding]]:
    """Check every text in a module against the voice."""
    return [(text, found) for text in texts_in_code(source) for found in lint(text.text, voice)]


class _Collector(ast.NodeVisitor):
    """Walks a module and keeps its strings; a string that is a statement of its own is a docstring."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        if not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Pass over what is handed to `re`: a pattern is read by nobody."""
        if not (
            isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
        ):
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.found.append((node.lineno, node.value))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces: Sequence[ast.expr] = node.values
        text = "".join(str(piece.value) if isinstance(piece, ast.Constant) else "word" for piece in pieces)
        self.found.append((node.lineno, text))
        for piece in pieces:
            if isinstance(piece, ast.FormattedValue):
                self.visit(piece.value)
