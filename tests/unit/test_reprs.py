"""No value prints what it may carry of somebody's: a traceback, a debugger or a careless log would show it.

The canary lets living values print themselves (`tests/e2e/live.py`), where it looks; here each kind is known
by its fields.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMES = {
    *("chosen", "context", "pairs", "scale", "text", "third_mark", "words"),  # what somebody wrote or chose
    *("channel", "conversation", "response_url", "user"),  # whose it is
    *("key", "root", "token"),  # what lets somebody in
}
"""Names of fields that are printed by no value."""
PLAIN = {
    "adapters/content/": {"text", "words"},
    "adapters/sim/": {"text"},
    "bot/app/": {"text", "words"},
    "bot/domain/": {"text", "words"},
    "bot/ports/chat.py": {"key"},
    "bot/ports/keys.py": {"key"},
    "bot/surface/card.py": {"text", "words"},
    "bot/testing/": {"text", "words"},
}
"""Where such a name is that of a sentence of ours, of a keyed hash, or of a value that prints with care."""


def test_no_kind_of_value_prints_what_it_may_carry_of_somebodys() -> None:
    """Payloads, words, choices, addresses, keys: each such field is out of the repr."""
    assert [f"{place}: {name}" for place, name, type_ in printed() if is_loud(place, name, type_)] == []


def is_loud(place: str, name: str, type_: str) -> bool:
    """Whether a field may hold something of somebody's."""
    plain = type_ in {"bool", "Secret"} or any(
        place.startswith(start) and name in names for start, names in PLAIN.items()
    )
    return "Payload" in type_ or (name in NAMES and not plain)


def printed() -> Iterator[tuple[str, str, str]]:
    """Walk every field that a dataclass of ours prints: its place, its name, how its type is written."""
    for file in (path for folder in ("bot", "adapters") for path in (ROOT / folder).rglob("*.py")):
        text = file.read_text("utf-8")
        if "@dataclass" in text:
            for kind in (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)):
                place = f"{file.relative_to(ROOT)} {kind.name}"
                made = "".join(ast.unparse(one) for one in kind.decorator_list)
                if "dataclass" in made and "repr=False" not in made:
                    yield from ((place, name, type_) for name, type_ in fields_of(kind))


def fields_of(kind: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Walk the fields of a class that are not kept out of its repr."""
    for line in kind.body:
        if isinstance(line, ast.AnnAssign) and "repr=False" not in ast.unparse(line.value or line.target):
            yield ast.unparse(line.target), ast.unparse(line.annotation)
