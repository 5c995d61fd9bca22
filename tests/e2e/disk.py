"""What a thief could look at: every row of every table, every byte of every file."""

from __future__ import annotations

import base64
import json
import sqlite3
import urllib.parse
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from bot.testing.chance import SeededChance

Rows = dict[str, set[tuple[object, ...]]]

_LONG = 8
"""Letters from which a single word tells something."""
_ZLIB_HEADS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_INFLATED_AT_MOST = 1_000_000
_WORDS = 5
_SYLLABLES = 4
_CONSONANTS, _VOWELS, _ACCENTED = "bdfglmnprstvz", "aeiou", "äéîøū"


def sentence(seed: str) -> str:
    """Return five invented words that stand nowhere else, one of them not in plain ASCII."""
    chance = SeededChance(f"canary/{seed}")

    def drawn(letters: str) -> str:
        return letters[chance.below(len(letters))]

    def word(vowels: str) -> str:
        return "".join(drawn(_CONSONANTS) + drawn(vowels) for _ in range(_SYLLABLES))

    words = [word(_VOWELS) for _ in range(_WORDS - 1)]
    words.insert(1 + chance.below(_WORDS - 1), word(_ACCENTED))
    return " ".join(words)


def rows(data: Path) -> Rows:
    """Return every row of both databases by table."""
    found: Rows = {}
    for file in ("reststop.db", "keys.db"):
        with closing(sqlite3.connect(data / file)) as database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                found[f"{file}:{name}"] = set(database.execute(f"SELECT * FROM {name}").fetchall())  # noqa: S608 - our own tables
    return found


@cache
def disguises(text: str) -> dict[str, bytes]:
    """Return a text as it might lie on a disk: in several encodings, backwards, and word by word."""
    raw = text.encode()
    found = {
        "utf-8": raw,
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "url": urllib.parse.quote(text).encode(),
        "form": urllib.parse.quote_plus(text).encode(),
        "json": json.dumps(text)[1:-1].encode(),
        "reversed": text[::-1].encode(),
        "bytes reversed": raw[::-1],
    }
    for offset in range(3):
        # Three ways in which base64 of a longer text may hold this one; the ends depend on neighbours.
        found[f"base64+{offset}"] = base64.b64encode(b"\0" * offset + raw)[4:-4]
    for word in text.replace("-", " ").split():
        if len(word) >= _LONG:
            found[f"word {word}"] = word.encode()
            found[f"wide word {word}"] = word.encode("utf-16-le")
    return found


def found_in(content: bytes, text: str) -> list[str]:
    """Return the disguises in which a text can be read in `content`, packed or not."""
    contents = (content, *_inflated(content))
    return [name for name, disguise in disguises(text).items() if any(disguise in one for one in contents)]


def hits(folder: Path, text: str) -> list[str]:
    """Return where a text can be read in a folder: file and disguise."""
    return [
        f"{path.relative_to(folder)}: {name}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for name in found_in(path.read_bytes(), text)
    ]


def _inflated(content: bytes) -> Iterator[bytes]:
    """Return what unpacks from each place that looks like the beginning of something packed."""
    view = memoryview(content)
    for head in _ZLIB_HEADS:
        place = content.find(head)
        while place >= 0:
            with suppress(zlib.error):  # it only looked so
                yield zlib.decompressobj().decompress(view[place:], _INFLATED_AT_MOST)
            place = content.find(head, place + 1)
