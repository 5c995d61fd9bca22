"""A key file that a service has closed: who holds it can do nothing with it but ask there.

    of <which installation>
    keks <id> ...
    key <base64>
    sealed <base64>

The lines of a key file are sealed with AES-256-GCM under a data key, which the service drew and closed
under a key of its own; it never sees the lines. The data key is bound to the purpose and to the
installation, by a name that follows from the root: so its records say who asked, and a rule there can
allow one installation's alone.
"""

from __future__ import annotations

import base64
import hmac
import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.vault import key_file, material
from adapters.vault.derive import derived
from adapters.vault.framing import framed
from adapters.vault.material import Material
from adapters.vault.safe import Safe, SafePlace
from bot.errors import KeyBroken

_NONCE = 12
_HEADING = """\
# The keys of one Reststop, closed by a key elsewhere: whoever may use that one opens this file, nobody else.
# It is written anew with each new key: keep a fresh copy of it in a safe place, apart from the data.
"""
_CHANGED = "The closed key file was changed, and so it is not used."


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """What a closed key file says."""

    of: str
    kek_ids: tuple[str, ...]
    key: bytes = field(repr=False)
    """The data key, as only the service opens it."""
    sealed: bytes = field(repr=False)

    @property
    def bound_to(self) -> dict[str, str]:
        """What the data key is bound to; the service's records show it."""
        return {"reststop:purpose": "key file", "reststop:installation": self.of}


def read(place: SafePlace, data: Path) -> Material | None:
    """Return the key material in the closed file, or None where there is none.

    Raises:
        KeyProblem: it is unsafe where it stands, was changed, or the service did not open it.
    """
    text = key_file.read(place.file, data)
    return None if text is None else open_text(text, place.safe)


def close(keys: Material, safe: Safe) -> str:
    """Return the text of a closed key file; raises `KeyUnreachable` or `KeyRefused`."""
    bare = Closed(of=installation_of(keys), kek_ids=_ids(keys), key=b"", sealed=b"")
    drawn = safe.new_key(bare.bound_to)
    nonce = os.urandom(_NONCE)
    around = _around(bare.of, bare.kek_ids, drawn.closed)
    sealed = nonce + AESGCM(drawn.plain).encrypt(nonce, material.render(keys).encode(), around)
    return _render(Closed(of=bare.of, kek_ids=bare.kek_ids, key=drawn.closed, sealed=sealed))


def open_text(text: str, safe: Safe) -> Material:
    """Return the key material in the `text` of a closed key file.

    Raises:
        KeyBroken: it differs in any way from what `close` writes.
        KeyProblem: the service did not open it.
    """
    closed = parse(text)
    key = safe.open(closed.key, closed.bound_to)
    around = _around(closed.of, closed.kek_ids, closed.key)
    try:
        plain = AESGCM(key).decrypt(closed.sealed[:_NONCE], closed.sealed[_NONCE:], around)
    except (InvalidTag, ValueError):  # ValueError: cut short, within the nonce
        safe.forget()  # if it was the answer that was wrong, the next one may be right
        raise KeyBroken(_CHANGED) from None
    keys = material.parse(plain.decode())
    if closed.of != installation_of(keys) or closed.kek_ids != _ids(keys):
        raise KeyBroken(_CHANGED)
    return keys


def parse(text: str) -> Closed:
    """Read the text of a closed key file; raises `KeyBroken`."""
    lines = {line.partition(" ")[0]: line.partition(" ")[2] for line in text.splitlines()}
    try:
        found = Closed(
            of=lines["of"],
            kek_ids=tuple(lines["keks"].split()),
            key=base64.b64decode(lines["key"], validate=True),
            sealed=base64.b64decode(lines["sealed"], validate=True),
        )
    except (KeyError, ValueError):
        raise KeyBroken("That is no closed key file, or it was changed.") from None
    if _render(found) != text:
        raise KeyBroken(_CHANGED)
    return found


def installation_of(keys: Material) -> str:
    """Return the name by which a service knows an installation; it tells nothing about its keys."""
    return "i" + hmac.digest(derived(keys.root, "installation"), b"name", "sha256").hex()[:16]


def _render(closed: Closed) -> str:
    lines = {
        "of": closed.of,
        "keks": " ".join(closed.kek_ids),
        "key": base64.b64encode(closed.key).decode("ascii"),
        "sealed": base64.b64encode(closed.sealed).decode("ascii"),
    }
    return _HEADING + "".join(f"{name} {value}\n" for name, value in lines.items())


def _ids(keys: Material) -> tuple[str, ...]:
    return tuple(kek.id for kek in keys.keks)


def _around(of: str, kek_ids: tuple[str, ...], key: bytes) -> bytes:
    return framed("reststop/closed/1", of, key.hex(), *kek_ids)
