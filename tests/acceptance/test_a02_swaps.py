"""A2: 10,000 exchanges of ciphertexts, and all of wrapped keys: 100 % refused; so is each flipped bit.

Sealed values of other people, tables, rows, columns and versions; wrapped keys of other people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from uuid import UUID

import pytest

from adapters.vault import material
from adapters.vault.vault import SealingVault, open_vault
from bot.domain.people import PersonId
from bot.errors import Tampered
from bot.ports.vault import Cell, Sealed
from bot.testing.keys import KeyShelf, MemoryKeyStore

HELD_BY = (
    "tests/contract/vault_contract.py::VaultContract::test_vault_refuses_a_neighbouring_cell",
    "tests/contract/vault_contract.py::VaultContract::test_vault_refuses_every_exchange",
    "tests/property/test_vault_roundtrip.py::test_vault_refuses_any_exchange",
    "tests/property/test_vault_roundtrip.py::test_vault_refuses_any_change",
    "tests/unit/keys/test_vault_envelope.py",
)
SWAPS = 10_000
SEED = 2
PEOPLE = tuple(PersonId(UUID(int=number)) for number in range(1, 21))
TODAY = date(2026, 3, 2)


class House:
    """Vaults over keys that lie open on a shelf."""

    def __init__(self) -> None:
        """Let everybody have a key."""
        self.shelf = KeyShelf()
        self._material = material.create()
        vault = self.vault()
        for person in PEOPLE:
            vault.create(person)

    def vault(self) -> SealingVault:
        """Return a vault that remembers nothing."""
        return open_vault(self._material, MemoryKeyStore(today=lambda: TODAY, shelf=self.shelf), "here")


def cells(seed: int) -> list[Cell]:
    """Return a few hundred cells; many share all but one of person, table, row, column and version."""
    chance = Random(seed)  # noqa: S311 - draws what is exchanged, no secret
    rows = [UUID(int=chance.getrandbits(128)) for _ in range(6)]
    drawn = {
        Cell(
            person=chance.choice(PEOPLE[:4]),
            table=chance.choice(("entries", "drafts")),
            row=chance.choice(rows),
            column=chance.choice(("sealed", "mark")),
            version=chance.randint(1, 3),
        )
        for _ in range(600)
    }
    return sorted(drawn, key=repr)


def test_a2_ten_thousand_exchanges_are_refused() -> None:
    """Each way to lay a value where another one belongs, and each value still opens where it belongs."""
    vault = House().vault()
    chance = Random(SEED)  # noqa: S311 - as above
    sealed = {cell: vault.seal(cell, "one text for all") for cell in cells(SEED)}
    drawn = [chance.sample(list(sealed), 2) for _ in range(SWAPS)]
    opened = [pair for pair in drawn if is_opened(vault, pair[0], sealed[pair[1]])]
    assert opened == [], f"seed {SEED}"
    assert {vault.open(cell, value) for cell, value in sealed.items()} == {"one text for all"}
    for kind in ("person", "table", "row", "column", "version"):
        assert any(differ(*pair) == {kind} for pair in drawn), kind


def test_a2_every_exchange_of_wrapped_keys_is_refused() -> None:
    """Each of 20 people's keys in the place of each other's: neither opens, and nothing is sealed with it."""
    house = House()
    own = dict(house.shelf.keys)
    for one in PEOPLE:
        for other in PEOPLE:
            if one == other:
                continue
            key, day = own[one]
            house.shelf.keys[one] = (replace(key, wrapped=own[other][0].wrapped), day)
            with pytest.raises(Tampered):
                house.vault().seal(Cell(person=one, table="entries", row=UUID(int=1), column="sealed"), "x")
        house.shelf.keys[one] = own[one]


@pytest.mark.parametrize("text", ["", "not a bit", "é" * 200])
def test_a2_every_flipped_bit_of_a_value_is_refused(text: str) -> None:
    """Of the mark, the header, the nonce, the words and the seal."""
    vault = House().vault()
    cell = Cell(person=PEOPLE[0], table="entries", row=UUID(int=1), column="sealed")
    sealed = bytes(vault.seal(cell, text))
    assert [place for place, changed in flips(sealed) if is_opened(vault, cell, changed)] == []


def test_a2_every_flipped_bit_of_a_wrapped_key_is_refused() -> None:
    """And the key as it was opens what it sealed."""
    house, person = House(), PEOPLE[0]
    cell = Cell(person=person, table="entries", row=UUID(int=1), column="sealed")
    sealed = house.vault().seal(cell, "kept")
    key, day = house.shelf.keys[person]
    for _, changed in flips(key.wrapped):
        house.shelf.keys[person] = (replace(key, wrapped=changed), day)
        assert not is_opened(house.vault(), cell, sealed)
    house.shelf.keys[person] = (key, day)
    assert house.vault().open(cell, sealed) == "kept"


def is_opened(vault: SealingVault, cell: Cell, sealed: Sealed | bytes) -> bool:
    """Whether a value opens; anything but a refusal by its own name fails the test."""
    try:
        vault.open(cell, sealed)
    except Tampered:
        return False
    return True


def differ(one: Cell, other: Cell) -> set[str]:
    """Return in what two cells differ."""
    return {name for name in Cell.__slots__ if getattr(one, name) != getattr(other, name)}


def flips(value: bytes) -> Iterator[tuple[int, bytes]]:
    """Walk `value` with each of its bits turned."""
    for place in range(len(value) * 8):
        flipped = bytearray(value)
        flipped[place // 8] ^= 1 << place % 8
        yield place, bytes(flipped)
