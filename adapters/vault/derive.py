"""One key for each purpose from one secret, by HKDF and a label."""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from adapters.vault.material import KEY_BYTES


def derived(secret: bytes, label: str) -> bytes:
    """Return the key that `label` names. `secret` is random: of a password nothing is derived here."""
    info = b"reststop/" + label.encode() + b"/1"
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret)
