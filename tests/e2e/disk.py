"""What a thief of the data folder could look at: every row of every table, every byte of every file."""

from __future__ import annotations

import base64
import sqlite3
import urllib.parse
from contextlib import closing
from pathlib import Path

Rows = dict[str, set[tuple[object, ...]]]


def rows(data: Path) -> Rows:
    """Return every row of both databases by table."""
    found: Rows = {}
    for file in ("reststop.db", "keys.db"):
        with closing(sqlite3.connect(data / file)) as database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                found[f"{file}:{name}"] = set(database.execute(f"SELECT * FROM {name}").fetchall())  # noqa: S608 - our own tables
    return found


def disguises(text: str) -> dict[str, bytes]:
    """Return a text as it might lie on a disk: in several encodings, backwards, and word by word."""
    raw = text.encode()
    found = {
        "utf-8": raw,
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "hex": raw.hex().encode(),
        "url": urllib.parse.quote(text).encode(),
        "reversed": raw[::-1],
    }
    for offset in range(3):
        # Three ways in which base64 of a longer text may hold this one; the ends depend on neighbours.
        found[f"base64+{offset}"] = base64.b64encode(b"\0" * offset + raw)[4:-4]
    for word in text.split():
        if len(word) >= 8:
            found[f"word {word}"] = word.encode()
    return found


def hits(folder: Path, text: str) -> list[str]:
    """Return where a text can be read in a folder: file and disguise."""
    return [
        f"{path.name}: {name}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for name, disguise in disguises(text).items()
        if disguise in path.read_bytes()
    ]
