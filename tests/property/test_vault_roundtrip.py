"""What holds of a vault for every text, cell and change."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from adapters.vault import material
from adapters.vault.envelope import bucket
from adapters.vault.vault import open_vault
from bot.domain.people import PersonId
from bot.errors import Tampered
from bot.ports.vault import Cell, Vault
from bot.testing.keys import MemoryKeyStore
from bot.testing.vault import MemoryVault
from tests.examples import examples

PEOPLE = [PersonId(UUID(int=number)) for number in range(1, 4)]


def vaults() -> list[Vault]:
    """Return both vaults, with three people in each."""
    keys, fake_keys = (MemoryKeyStore(today=lambda: date(2026, 3, 2)) for _ in range(2))
    both: list[Vault] = [open_vault(material.create(), keys, "test"), MemoryVault(fake_keys)]
    for vault in both:
        for person in PEOPLE:
            vault.create(person)
    return both


SEALING, MEMORY = vaults()
each_vault = pytest.mark.parametrize("vault", [SEALING, MEMORY], ids=["sealing", "memory"])

texts = st.text(st.characters(exclude_categories=())) | st.text().map(lambda text: text * 50)
cells = st.builds(
    Cell,
    person=st.sampled_from(PEOPLE),
    table=st.text(max_size=8),
    row=st.uuids(),
    column=st.text(max_size=8),
    version=st.integers(min_value=1, max_value=10**9),
)


@each_vault
@given(cell=cells, text=texts)
def test_vault_returns_any_text(vault: Vault, cell: Cell, text: str) -> None:
    """Any text at all, lone surrogates too, comes back from any cell."""
    assert vault.open(cell, vault.seal(cell, text)) == text


@each_vault
@given(one=cells, other=cells, text=texts)
def test_vault_refuses_any_exchange(vault: Vault, one: Cell, other: Cell, text: str) -> None:
    """A value opens in no other cell, whoever's and however alike."""
    assume(one != other)
    with pytest.raises(Tampered):
        vault.open(other, vault.seal(one, text))


@each_vault
@given(cell=cells, cut=st.integers(min_value=0, max_value=16))
def test_vault_tells_names_apart(vault: Vault, cell: Cell, cut: int) -> None:
    """Moving letters between the names of table and column makes another cell."""
    joined = cell.table + cell.column
    shifted = dataclasses.replace(cell, table=joined[:cut], column=joined[cut:])
    assume(shifted != cell)
    with pytest.raises(Tampered):
        vault.open(shifted, vault.seal(cell, "text"))


@each_vault
@given(cell=cells, text=texts, data=st.data())
def test_vault_refuses_any_change(vault: Vault, cell: Cell, text: str, data: st.DataObject) -> None:
    """Whatever is put in the place of whatever part of a value, it stays closed."""
    sealed = bytes(vault.seal(cell, text))
    start = data.draw(st.integers(0, len(sealed)))
    end = data.draw(st.integers(start, len(sealed)))
    changed = sealed[:start] + data.draw(st.binary(max_size=64)) + sealed[end:]
    assume(changed != sealed)
    with pytest.raises(Tampered):
        vault.open(cell, changed)


@each_vault
@given(cell=cells, noise=st.binary(max_size=400))
def test_vault_refuses_any_noise(vault: Vault, cell: Cell, noise: bytes) -> None:
    """Bytes that no vault made do not open."""
    with pytest.raises(Tampered):
        vault.open(cell, noise)


@examples(200)
@given(cell=cells, size=st.integers(min_value=0, max_value=40_000))
def test_vault_sizes_tell_only_the_bucket(cell: Cell, size: int) -> None:
    """The size of a sealed value follows from the bucket of its text and nothing else."""
    assert len(SEALING.seal(cell, "x" * size)) == 33 + bucket(4 + size)
    assert len(SEALING.seal(cell, "é" * (size // 2))) == 33 + bucket(4 + size // 2 * 2)


parts = st.lists(st.text(st.characters(exclude_categories=()), max_size=6), max_size=4)


@each_vault
@given(one=parts, other=parts)
def test_vault_hashes_are_equal_only_for_equal_parts(vault: Vault, one: list[str], other: list[str]) -> None:
    """No two lists of parts share a blind index or a digest, however they would join."""
    assert (vault.blind(*one) == vault.blind(*other)) == (one == other)
    assert (vault.digest("d", *one) == vault.digest("d", *other)) == (one == other)
    assert vault.blind(*one) != vault.digest("d", *other)
