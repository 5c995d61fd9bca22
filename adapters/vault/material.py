"""What the key file says: one root secret and one or more key-encryption keys, a line each.

    root <base64 of 32 bytes>
    kek <id> <base64 of 32 bytes>

The last `kek` line is the one that new keys are wrapped under; an older one is destroyed by taking
its line away. Empty lines and lines that begin with `#` are for the reader.
"""

from __future__ import annotations

import base64
import hmac
import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.errors import KeyBroken

KEY_BYTES = 32

_HEADING = """\
# The key of one Reststop. Whoever holds this file and the data can read everything in it;
# without this file nobody can. Keep a copy in a safe place, apart from the data.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kek:
    """A key-encryption key. Its id is a check value of the key, so that a mistyped line is noticed."""

    key: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """The name under which wrapped keys ask for it; it tells nothing about the key."""
        return "k" + hmac.digest(self.key, b"reststop/kek-id/1", "sha256").hex()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The secrets of one installation, out of every repr."""

    root: bytes = field(repr=False)
    keks: tuple[Kek, ...]
    """At least one, the current one last."""


def create() -> Material:
    """Draw new key material from the operating system."""
    return Material(root=os.urandom(KEY_BYTES), keks=(Kek(key=os.urandom(KEY_BYTES)),))


def with_new_kek(material: Material) -> Material:
    """Return the material with a newly drawn key-encryption key, the current one from now on."""
    return Material(root=material.root, keks=(*material.keks, Kek(key=os.urandom(KEY_BYTES))))


def without(material: Material, kek_ids: AbstractSet[str]) -> Material:
    """Return the material without some of its older key-encryption keys; the current one stays."""
    *older, current = material.keks
    return Material(root=material.root, keks=(*(kek for kek in older if kek.id not in kek_ids), current))


def render(material: Material) -> str:
    """Return the text of a key file for `material`."""
    lines = [f"root {_encoded(material.root)}"]
    lines += [f"kek {kek.id} {_encoded(kek.key)}" for kek in material.keks]
    return _HEADING + "\n".join(lines) + "\n"


def parse(text: str) -> Material:
    """Read the text of a key file.

    Raises:
        KeyBroken: a line is not as described above. The sentence gives its number, never its words.
    """
    roots: list[bytes] = []
    keks: list[Kek] = []
    for number, words in _lines(text):
        match words:
            case ["root", encoded]:
                roots.append(_decoded(number, encoded))
            case ["kek", name, encoded]:
                keks.append(_named(number, name, Kek(key=_decoded(number, encoded))))
            case _:
                raise KeyBroken(f"Line {number} of the key file is neither a root nor a kek line.")
    if len(roots) != 1 or not keks:
        raise KeyBroken("A key file has one root line and one or more kek lines.")
    if len(set(keks)) != len(keks):
        raise KeyBroken("A kek line stands twice in the key file.")
    return Material(root=roots[0], keks=tuple(keks))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.split()
        if words and not words[0].startswith("#"):
            yield number, words


def _encoded(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _decoded(number: int, encoded: str) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyBroken(f"Line {number} of the key file does not hold a key of 32 bytes in base64.")
    return key


def _named(number: int, name: str, kek: Kek) -> Kek:
    if name != kek.id:
        raise KeyBroken(f"Line {number} of the key file was changed: its id and its key differ.")
    return kek
