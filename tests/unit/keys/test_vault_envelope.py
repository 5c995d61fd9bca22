"""The form of a sealed value, byte by byte."""

from __future__ import annotations

import struct
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.vault.envelope import BUCKETS, SUITE, bucket, open_sealed, seal_text
from adapters.vault.framing import framed
from bot.domain.people import PersonId
from bot.errors import Tampered
from bot.ports.vault import Cell, Sealed

KEY = AESGCM(bytes(range(32)))
CELL = Cell(person=PersonId(UUID(int=7)), table="entry", row=UUID(int=9), column="body")


def sealed_text(text: str, *, generation: int = 1, tenant: str = "here") -> Sealed:
    """Seal `text` in the one cell of this file."""
    return seal_text(KEY, generation=generation, tenant=tenant, cell=CELL, text=text)


def opened(blob: bytes, *, generation: int = 1, tenant: str = "here") -> str:
    """Open `blob` in the one cell of this file."""
    return open_sealed(KEY, generation=generation, tenant=tenant, cell=CELL, blob=blob)


def test_envelope_has_the_form_that_is_written_down() -> None:
    """Mark, suite, generation and nonce stand in front, and the text lies padded behind them."""
    sealed = sealed_text("tea", generation=258)
    assert sealed[:5] == b"RS" + bytes([SUITE]) + b"\x01\x02"
    bound_to = framed(
        "RS1",
        "here",
        "00000000000000000000000000000007",
        "entry",
        "00000000000000000000000000000009",
        "body",
        "1",
        "258",
    )
    assert KEY.decrypt(sealed[5:17], sealed[17:], bound_to) == b"\0\0\0\x03tea".ljust(256, b"\0")


@pytest.mark.parametrize(
    ("size", "padded"),
    [(0, 256), (256, 256), (257, 512), (1_025, 2_048), (8_192, 8_192), (8_193, 16_384)],
)
def test_envelope_pads_to_buckets(size: int, padded: int) -> None:
    """Up to 8 kB a size falls in a bucket of twice the one before; above, in multiples of 8 kB."""
    assert bucket(size) == padded


@pytest.mark.parametrize("padded", [*BUCKETS, 3 * BUCKETS[-1]])
def test_envelope_fills_a_bucket_to_the_last_byte(padded: int) -> None:
    """Four bytes of length and the text share a bucket; one byte more takes the next."""
    around = 5 + 12 + 16
    full = "x" * (padded - 4)
    assert len(sealed_text(full)) == padded + around
    assert len(sealed_text(full + "x")) > padded + around
    assert opened(sealed_text(full)) == full


def test_envelope_never_repeats_a_nonce() -> None:
    """A nonce used twice under one key would open both texts: 100,000 seals, none alike."""
    nonces = {sealed_text("")[5:17] for _ in range(100_000)}
    assert len(nonces) == 100_000


def test_envelope_belongs_to_a_tenant() -> None:
    """The same ids under another tenant's name are another cell."""
    sealed = sealed_text("ours", tenant="ours")
    with pytest.raises(Tampered):
        opened(sealed, tenant="theirs")


@pytest.mark.parametrize("generation", [0, 2, 256, 65_535])
def test_envelope_belongs_to_a_key_generation(generation: int) -> None:
    """A value asks for the generation of its key, and the header cannot be made to ask for another."""
    sealed = sealed_text("first", generation=1)
    with pytest.raises(Tampered):
        opened(sealed, generation=generation)
    relabelled = sealed[:3] + struct.pack(">H", generation) + sealed[5:]
    with pytest.raises(Tampered):
        opened(relabelled, generation=generation)


@pytest.mark.parametrize("suite", [0, 2, 255])
def test_envelope_refuses_another_suite(suite: int) -> None:
    """A way of sealing that is not known is not tried."""
    sealed = sealed_text("text")
    with pytest.raises(Tampered):
        opened(sealed[:2] + bytes([suite]) + sealed[3:])


def test_framing_has_one_reading() -> None:
    """Parts that would be one when joined plainly are told apart, and their number counts."""
    alike = [("a|bc",), ("a", "bc"), ("ab", "c"), ("abc",), ("abc", ""), ("", "abc"), (), ("",)]
    assert len({framed(*parts) for parts in alike}) == len(alike)
