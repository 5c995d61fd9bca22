"""Sealing to a public key, with HPKE (RFC 9180): X25519, HKDF-SHA256, AES-256-GCM."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def public_of(private: bytes) -> bytes:
    """Return the public key of the private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal_to(public: bytes, plain: bytes, *, info: bytes) -> bytes:
    """Close `plain` so that the private key of `public` opens it, with the same `info`."""
    return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public), info=info)


def open_with(private: bytes, sealed: bytes, *, info: bytes) -> bytes:
    """Return what was sealed; raises cryptography's `InvalidTag`."""
    return _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=info)
