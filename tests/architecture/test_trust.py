"""The trust packet says nothing that no test shows; what of it a program makes is as it would be made."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import MetaData, Table, Text

from adapters.store import key_tables, tables
from adapters.store.columns import DataClass, column
from tools.make_trust import PAGES, TRUST
from tools.trust_tables import said_of
from tools.trust_words import COLUMNS, TABLES

ROOT = Path(__file__).resolve().parents[2]
CLAIMING = sorted(path for path in TRUST.glob("*.md") if path.name != "README.md")
NO_CLAIMS = ("Not tested, and why", "Not verified", "For you to fill", "Steps")
"""Sections, by how their headings begin: what is not shown, or what somebody is to do."""

_ID = re.compile(r"\[(tests/[\w/]+\.py(?:::\w+)+)\]")
_SHOWN = re.compile(r"(?:\[tests/[\w/]+\.py(?:::\w+)+\]\s*)+$")
_HEADING = re.compile(r"(#+) (.+)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.) ")


def claims(text: str) -> Iterator[str]:
    """Every item of a list and every row of a table, but for their headings and sections without claims."""
    quiet_below, item, previous = 0, "", ""
    for line in [*text.splitlines(), ""]:
        heading = _HEADING.match(line)
        is_item, is_row = bool(_ITEM.match(line)), line.startswith("|")
        if item and (heading or is_item or is_row or not line.strip()):
            yield item
            item = ""
        if heading:
            depth = len(heading[1])
            if not quiet_below or depth <= quiet_below:
                quiet_below = depth if heading[2].startswith(NO_CLAIMS) else 0
        elif quiet_below:
            continue
        elif is_row:
            is_body = previous.startswith("|") and not set(line) <= set("|-: ")
            if is_body:
                yield line.strip().rstrip("|").strip()
        elif is_item:
            item = line.strip()
        elif item:
            item = f"{item} {line.strip()}"
        previous = line


def unshown(text: str) -> list[str]:
    """The claims of a page that name no test at their end."""
    return [claim for claim in claims(text) if not _SHOWN.search(claim)]


@cache
def those_in(file: str) -> frozenset[str]:
    """Every test of a file, with the class that it stands in; none, where there is no such file."""
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    return frozenset(_tests(ast.parse(path.read_text("utf-8")), ()))


def _tests(place: ast.AST, above: tuple[str, ...]) -> Iterator[str]:
    for each in ast.iter_child_nodes(place):
        if isinstance(each, ast.ClassDef):
            yield from _tests(each, (*above, each.name))
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name.startswith("test_"):
            yield "::".join((*above, each.name))


def unknown(text: str) -> list[str]:
    """The tests that a page names and that are not there."""
    named = (found.partition("::") for found in _ID.findall(text))
    return [f"{file}::{test}" for file, _, test in named if test not in those_in(file)]


def made(path: Path) -> str:
    """The text that would be written to a path, without what depends on the machine where it is made.

    A package that only some machines install is known by its hash alone, and its licence only there.
    """
    return comparable(path, PAGES[path]())


def comparable(path: Path, text: str) -> str:
    """A text without the licences of packages that only some machines install."""
    if path.suffix != ".json":
        return text
    said = json.loads(text)
    for each in said["components"]:
        if "properties" in each:
            each.pop("licenses", None)
    return json.dumps(said)


@pytest.mark.parametrize("path", CLAIMING, ids=lambda path: path.name)
def test_every_claim_names_a_test(path: Path) -> None:
    """Each item and each row ends with one, but for sections that say that they claim nothing."""
    assert unshown(path.read_text("utf-8")) == []


def test_the_packet_lists_all_of_itself() -> None:
    """Nothing lies in it that its first page does not name."""
    listed = re.findall(r"\]\(([\w.-]+)\)", (TRUST / "README.md").read_text("utf-8"))
    assert {path.name for path in TRUST.iterdir()} == {"README.md", *listed}


@pytest.mark.parametrize("path", CLAIMING, ids=lambda path: path.name)
def test_every_named_test_is_there(path: Path) -> None:
    """In the file that is named, under the class that is named: read, not run."""
    assert unknown(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_made_page_is_as_it_would_be_made(path: Path) -> None:
    """Whoever changes a table, a scope or a lock runs `make trust`."""
    assert comparable(path, path.read_text("utf-8")) == made(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Nobody reads it.\n", ["- Nobody reads it."]),
        ("1. Nobody reads it.\n", ["1. Nobody reads it."]),
        ("- Nobody\n  reads it. [tests/a.py::test_b]\n", []),
        (
            "- Nobody reads it. [tests/a.py::test_b] Ever.\n",
            ["- Nobody reads it. [tests/a.py::test_b] Ever."],
        ),
        ("| a | b |\n| --- | --- |\n| who | [tests/a.py::C::test_b] [tests/a.py::test_c] |\n", []),
        ("| a | b |\n| --- | --- |\n| who | nobody |\n", ["| who | nobody"]),
        (
            "## Not tested, and why\n\n- It may.\n\n### More\n\n- It may.\n\n## All\n\n- It is.\n",
            ["- It is."],
        ),
    ],
)
def test_a_claim_without_a_test_is_found(text: str, found: list[str]) -> None:
    """However it is written: the test above could fail."""
    assert unshown(text) == found


@pytest.mark.parametrize(
    "name",
    [
        "tests/architecture/test_trust.py::test_that_is_not_there",
        "tests/architecture/test_nowhere.py::test_every_claim_names_a_test",
        "tests/contract/vault_contract.py::test_vault_returns_the_same_text",
    ],
)
def test_a_test_that_is_not_there_is_found(name: str) -> None:
    """No such test, no such file, or one that stands in a class that was not named."""
    assert unknown(f"- It holds. [{name}]") == [name]


def test_a_word_is_wanted_of_each_column() -> None:
    """A column of which nobody said anything holds the page up; of one that is gone no word is left."""
    strange = Table("dreams", MetaData(), column("weather", Text, DataClass.S1))
    with pytest.raises(KeyError, match="weather"):
        said_of(strange.c.weather)
    known = [*tables.metadata.tables.values(), *key_tables.metadata.tables.values()]
    assert set(TABLES) == {table.name for table in known}
    assert set(COLUMNS) - {str(each) for table in known for each in table.columns} == set()
