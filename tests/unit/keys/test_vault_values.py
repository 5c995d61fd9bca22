"""What the vault's ports hand around shows nothing of what it holds."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from uuid import UUID

import pytest

from bot.domain.people import PersonId
from bot.ports.keys import WrappedKey, tombstone_mark
from bot.ports.vault import SEALED_LEAST, SEALED_MARK, Sealed, Secret

TOKEN = "xoxb-not-a-real-token"  # a made-up value to look for
SOMEBODY = PersonId(UUID("7d1c7a1e-54a5-4d6c-9a51-0d6f6b9f8a11"))


@pytest.mark.parametrize("plain", ["plain text", 64, None, bytearray(64), memoryview(bytes(64))])
def test_sealed_refuses_what_is_not_bytes(plain: object) -> None:
    """Text never passes for a sealed value, nor a number that would become zeros."""
    with pytest.raises(TypeError):
        Sealed(plain)  # type: ignore[arg-type]  # the refusal is what is tried here


@pytest.mark.parametrize("blob", [b"", SEALED_MARK, b"a long enough run of plain words " * 3])
def test_sealed_refuses_bytes_that_no_vault_made(blob: bytes) -> None:
    """Encoded text lacks the mark or the length, and the refusal does not quote it."""
    with pytest.raises(ValueError, match=r"^these bytes were not sealed by a vault$"):
        Sealed(blob)


def test_sealed_shows_its_size_alone() -> None:
    """Every way of printing a sealed value gives the same few characters."""
    sealed = Sealed(SEALED_MARK.ljust(SEALED_LEAST, b"x"))
    assert {repr(sealed), str(sealed), f"{sealed}", f"{sealed!r}"} == {"<Sealed 48 B>"}


def test_sealed_is_stored_as_bytes() -> None:
    """A database takes a sealed value as it takes bytes."""
    sealed = Sealed(SEALED_MARK.ljust(SEALED_LEAST, b"x"))
    with closing(sqlite3.connect(":memory:")) as database:
        assert database.execute("SELECT ?, length(?)", (sealed, sealed)).fetchone() == (
            bytes(sealed),
            SEALED_LEAST,
        )


def test_secret_shows_itself_only_when_asked() -> None:
    """No repr, string or format of a secret, or of what holds it, gives it away."""
    secret = Secret(TOKEN)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret:>40}", f"{secret!r}", f"{[secret]}"]
    assert set(shown) == {"***", "[***]"}
    assert secret.reveal() == TOKEN
    with pytest.raises(TypeError, match=r"^Object of type Secret is not JSON serializable$"):
        json.dumps(secret)


def test_secrets_compare_by_value() -> None:
    """Two secrets with one value are one; a secret is never equal to its text."""
    assert Secret(TOKEN) == Secret(TOKEN)
    assert Secret(TOKEN) != Secret(TOKEN + "x")
    assert Secret(TOKEN) != TOKEN
    assert Secret("\udcff") == Secret("\udcff")
    assert len({Secret(TOKEN), Secret(TOKEN), Secret("other")}) == 2
    assert (bool(Secret("")), bool(Secret(TOKEN))) == (False, True)


def test_wrapped_key_shows_no_key() -> None:
    """A wrapped key in a log line tells whose it is and no more."""
    key = WrappedKey(person=SOMEBODY, kek_id="k1", generation=1, wrapped=b"wrapped bytes")
    assert "wrapped bytes" not in repr(key)


def test_tombstone_mark_never_changes() -> None:
    """A ledger that was written years ago still names the same people."""
    mark = "cf199f3a10a919e32aa4b479676ab40b890f4f22a42320d605a2d73ff05a9f66"
    assert tombstone_mark(SOMEBODY).hex() == mark
