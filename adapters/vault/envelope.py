"""The form of a sealed value: `RS`, suite, key generation, nonce, then text and tag under AES-256-GCM.

The text is padded to a bucket first, because its length would tell of mood and time. What it is
bound to (its cell, the tenant, the key generation) is authenticated and not stored.
"""

from __future__ import annotations

import os
import struct
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.vault.framing import framed
from bot.errors import Tampered
from bot.ports.vault import SEALED_MARK, Cell, Sealed

SUITE = 1
"""AES-256-GCM, a random nonce of 96 bits, padding as below. Another way of sealing takes another number."""

BUCKETS = (256, 512, 1024, 2048, 4096, 8192)
"""Sizes in bytes to which length and text are padded; above the last, its multiples."""

_HEADER = struct.Struct(">2sBH")
_LENGTH = struct.Struct(">I")
_NONCE = 12
_TAG = 16
_START = _HEADER.size + _NONCE


def seal_text(key: AESGCM, *, generation: int, tenant: str, cell: Cell, text: str) -> Sealed:
    """Close `text` so that only this key in this cell opens it."""
    nonce = os.urandom(_NONCE)
    closed = key.encrypt(nonce, _padded(text), _bound_to(tenant, cell, generation))
    return Sealed(_header(generation) + nonce + closed)


def open_sealed(key: AESGCM, *, generation: int, tenant: str, cell: Cell, blob: bytes) -> str:
    """Return the text, or raise `Tampered` and say nothing more."""
    if len(blob) < _START + BUCKETS[0] + _TAG or not blob.startswith(_header(generation)):
        raise Tampered
    nonce = blob[_HEADER.size : _START]
    try:
        padded = key.decrypt(nonce, blob[_START:], _bound_to(tenant, cell, generation))
    except InvalidTag:
        raise Tampered from None
    return _unpadded(padded)


@lru_cache
def _header(generation: int) -> bytes:
    return _HEADER.pack(SEALED_MARK, SUITE, generation)


def bucket(size: int) -> int:
    """Return how many bytes `size` bytes take once padded."""
    for each in BUCKETS:
        if size <= each:
            return each
    return -(-size // BUCKETS[-1]) * BUCKETS[-1]


def _bound_to(tenant: str, cell: Cell, generation: int) -> bytes:
    """Return the framed parts of a cell; those that thousands of cells share are framed once."""
    before = _framed_once("RS1", tenant, cell.person.hex, cell.table)
    after = _framed_once(cell.column, str(cell.version), str(generation))
    return before + _ROW_LENGTH + cell.row.hex.encode() + after


_framed_once = lru_cache(maxsize=4096)(framed)
_ROW_LENGTH = (32).to_bytes(4, "big")
"""A row's id has 32 digits: written out here, its frame is that of `framed`."""


def _padded(text: str) -> bytes:
    plain = text.encode("utf-8", "surrogatepass")
    return (_LENGTH.pack(len(plain)) + plain).ljust(bucket(_LENGTH.size + len(plain)), b"\0")


def _unpadded(padded: bytes) -> str:
    (size,) = _LENGTH.unpack_from(padded)
    return padded[_LENGTH.size : _LENGTH.size + size].decode("utf-8", "surrogatepass")
