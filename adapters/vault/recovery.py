"""The recovery file: the key material once more, sealed so that recovery words open it.

    keks <id> ...
    to <base64 of 32 bytes>
    sealed <base64>
    mark <base64 of 32 bytes>

The words give a private key (X25519, by HKDF), and the file is sealed to its public half with HPKE
(RFC 9180). A rotation writes it anew for the same words without knowing them, and whoever once held an
older key file cannot open a later recovery file with it. `mark` is a keyed hash under the root: a
rotation seals only to a public key that this installation itself has noted.
"""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag

from adapters.vault import material
from adapters.vault.derive import derived
from adapters.vault.framing import framed
from adapters.vault.material import KEY_BYTES, Material
from bot.errors import KeyBroken, WordsWrong

_HEADING = """\
# The keys of one Reststop once more. The recovery words open this file, and nothing else does.
# It is written anew with each new key: keep a fresh copy of it in a safe place, apart from the data.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What a recovery file says."""

    kek_ids: tuple[str, ...]
    """Which keys it holds; a name tells nothing about its key."""
    to: bytes = field(repr=False)
    """The public key that belongs to the words."""
    sealed: bytes = field(repr=False)
    mark: bytes = field(repr=False)

    def holds(self, keys: Material) -> bool:
        """Whether it is this installation's and holds exactly these keys."""
        return self.is_of(keys) and self.kek_ids == _ids(keys)

    def is_of(self, keys: Material) -> bool:
        """Whether this installation made it, so that its public key may be sealed to again."""
        return hmac.compare_digest(self.mark, _mark(keys, self.kek_ids, self.to, self.sealed))


def public_of(secret: bytes) -> bytes:
    """Return the public key for the secret of recovery words."""
    from adapters.vault import public_seal  # noqa: PLC0415 - a start without a rotation never pays for it

    return public_seal.public_of(_private(secret))


def seal(keys: Material, *, to: bytes) -> str:
    """Return the text of a recovery file that the words behind the public key `to` open."""
    from adapters.vault import public_seal  # noqa: PLC0415 - a start without a rotation never pays for it

    sealed = public_seal.seal_to(to, material.render(keys).encode(), info=_info(_ids(keys), to))
    return _render(
        Recovery(kek_ids=_ids(keys), to=to, sealed=sealed, mark=_mark(keys, _ids(keys), to, sealed))
    )


def parse(text: str) -> Recovery:
    """Read the text of a recovery file.

    Raises:
        KeyBroken: it differs in any way from what `seal` writes.
    """
    lines = {line.partition(" ")[0]: line.partition(" ")[2] for line in text.splitlines()}
    try:
        found = Recovery(
            kek_ids=tuple(lines["keks"].split()),
            to=base64.b64decode(lines["to"], validate=True),
            sealed=base64.b64decode(lines["sealed"], validate=True),
            mark=base64.b64decode(lines["mark"], validate=True),
        )
    except (KeyError, ValueError):
        raise KeyBroken("That is no recovery file, or it was changed.") from None
    if _render(found) != text or len(found.to) != KEY_BYTES:
        raise KeyBroken("The recovery file was changed, and so it is not used.")
    return found


def open_with(recovery: Recovery, secret: bytes) -> Material:
    """Return the key material for the secret of recovery words.

    Raises:
        WordsWrong: the file was not sealed to these words.
        KeyBroken: it was, and was changed since.
    """
    from adapters.vault import public_seal  # noqa: PLC0415 - a start without a rotation never pays for it

    if not hmac.compare_digest(public_of(secret), recovery.to):
        raise WordsWrong
    info = _info(recovery.kek_ids, recovery.to)
    try:
        plain = public_seal.open_with(_private(secret), recovery.sealed, info=info)
    except InvalidTag:
        raise KeyBroken("The recovery file was changed, and so it is not used.") from None
    keys = material.parse(plain.decode())
    if not recovery.holds(keys):
        raise KeyBroken("The recovery file was changed, and so it is not used.")
    return keys


def _render(recovery: Recovery) -> str:
    lines = {
        "keks": " ".join(recovery.kek_ids),
        "to": _encoded(recovery.to),
        "sealed": _encoded(recovery.sealed),
        "mark": _encoded(recovery.mark),
    }
    return _HEADING + "".join(f"{name} {value}\n" for name, value in lines.items())


def _encoded(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _ids(keys: Material) -> tuple[str, ...]:
    return tuple(kek.id for kek in keys.keks)


def _private(secret: bytes) -> bytes:
    return derived(secret, "words")


def _info(kek_ids: tuple[str, ...], to: bytes) -> bytes:
    return framed("reststop/recovery/1", to.hex(), *kek_ids)


def _mark(keys: Material, kek_ids: tuple[str, ...], to: bytes, sealed: bytes) -> bytes:
    message = framed(to.hex(), sealed.hex(), *kek_ids)
    return hmac.digest(derived(keys.root, "recovery"), message, "sha256")
