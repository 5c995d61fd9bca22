"""Makes docs/trust/acceptance.md from the tests in tests/acceptance: what each bears, and what shows it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.venvs import ROOT

FOLDER = ROOT / "tests" / "acceptance"
HELD_BY = "HELD_BY"
"""The name under which a file lists tests that stand elsewhere and bear the same number."""
_NUMBER = re.compile(r"test_a(\d\d)_\w+\.py")

HEAD = """\
# Acceptance

Made by `make trust` from `tests/acceptance`: twenty things that a security review asks for, each a file that
bears its number, and the tests elsewhere that hold the rest of it. One of them, with those that are long:

```sh
python -m pytest --part=all tests/acceptance/test_a02_swaps.py
```

What takes longer than `make test` may is of `make faults`, at its whole size.

| Shown | What holds, and by which tests |
| --- | --- |
"""
FOOT = """
## Not tested, and why

- A4: of keyed hashes and wrapped keys a CHECK holds the length and no mark: 32 bytes of words would pass a
  database, though not our code, which makes each hash itself.
- A6: on PostgreSQL the bytes of a destroyed key go from the table files with the daily care, and from the
  write-ahead log when the server uses its files again.
- A15: by chance alone the best of eleven ways to guess 400 posts is past the five points in about one town of
  a hundred. Ten towns are told, each of them within.
- A20: with pictures and PDF, which are extras, the chat lock has 52 packages.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """One number: its sentence, the tests of its own file, and those elsewhere."""

    path: Path
    said: str
    own: Sequence[str]
    held_by: Sequence[str]


def borne() -> Mapping[int, Borne]:
    """Return what bears each number."""
    found = {}
    for path in sorted(FOLDER.glob("test_*.py")):
        if number := _NUMBER.fullmatch(path.name):
            tree = ast.parse(path.read_text("utf-8"))
            said = (ast.get_docstring(tree) or "").partition("\n")[0]
            found[int(number[1])] = Borne(
                path=path, said=said, own=tuple(_tests(tree)), held_by=tuple(_elsewhere(tree))
            )
    return found


def page() -> str:
    """Return the page."""
    return HEAD + "".join(_row(number, each) for number, each in borne().items()) + FOOT


def _row(number: int, each: Borne) -> str:
    file = each.path.relative_to(ROOT).as_posix()
    said = each.said.removeprefix(f"A{number}: ").replace("|", r"\|")
    shown = [f"[{file}::{name}]" for name in each.own]
    shown += [f"[{name}]" for name in each.held_by if "::" in name]
    return f"| A{number} | {said} {' '.join(shown)} |\n"


def _tests(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node.name


def _elsewhere(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and [ast.unparse(each) for each in node.targets] == [HELD_BY]:
            yield from ast.literal_eval(node.value)
