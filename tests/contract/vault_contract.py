"""What every vault keeps to.

Subclass `VaultContract` in a test file and give it a fixture `house`: a `VaultHouse` in which each
`open_vault` is a vault as after a restart, over the same keys.
"""

from __future__ import annotations

import base64
import dataclasses
import itertools
import os
import traceback
from collections.abc import Callable, Iterator
from typing import Protocol
from uuid import UUID, uuid4

import pytest

from bot.domain.people import PersonId
from bot.errors import KeyGone, ReststopError, Tampered
from bot.ports.keys import KeyStore, tombstone_mark
from bot.ports.vault import SEALED_LEAST, SEALED_MARK, Cell, Sealed, Vault

CANARY = "marigold thimble overcast lanterns quince"

TEXTS = (
    "",
    "a tired evening",
    " leading, trailing \n and inner \t space ",
    "\0 nul \0",
    "naïve café · 疲れた · مرهق · 👩🏽‍⚕️",
    "half an emoji \ud83d",
    "x" * 252,
    "x" * 253,
    "é" * 8_000,
    "long " * 20_000,
)


class VaultHouse(Protocol):
    """Where a vault lives: what a restart does not lose."""

    @property
    def keys(self) -> KeyStore:
        """Return the key store that the vaults work over."""
        ...

    def open_vault(self) -> Vault:
        """Return a vault that remembers nothing but what was stored."""
        ...


def a_person() -> PersonId:
    """Return somebody new."""
    return PersonId(uuid4())


def a_cell(person: PersonId) -> Cell:
    """Return a cell of a row that nothing else has."""
    return Cell(person=person, table="entry", row=uuid4(), column="body")


def member_of(vault: Vault) -> PersonId:
    """Return somebody new who has a key."""
    person = a_person()
    vault.create(person)
    return person


def neighbours(cell: Cell, other: PersonId) -> Iterator[Cell]:
    """Walk the cells that differ from `cell` in one thing."""
    yield dataclasses.replace(cell, person=other)
    yield dataclasses.replace(cell, table="entr")
    yield dataclasses.replace(cell, row=UUID(int=cell.row.int ^ 1))
    yield dataclasses.replace(cell, column="title")
    yield dataclasses.replace(cell, version=cell.version + 1)
    yield dataclasses.replace(cell, table="entryb", column="ody")
    yield dataclasses.replace(cell, column="body1", version=1)


def assert_shows_nothing(shown: str, text: str = CANARY) -> None:
    """Fail when `shown` holds `text`, a telling word of it, or one of its usual disguises."""
    plain = text.encode()
    disguises = {text, text[::-1], plain.hex(), repr(text.encode("utf-16-le"))[2:-1]}
    disguises |= {word for word in text.split() if len(word) >= 7}
    disguises |= {base64.b64encode(plain[skip:])[:-4].decode() for skip in range(3)}
    assert not [each for each in disguises if each.casefold() in shown.casefold()]


def everything_shown_by(problem: BaseException) -> str:
    """Return all that a log could print of an error, and of those that led to it."""
    told = "".join(traceback.format_exception(problem))
    link: BaseException | None = problem
    while link is not None:
        told += repr(link) + repr(link.args) + repr(vars(link))
        link = link.__cause__ or link.__context__
    return told


class VaultContract:
    """The promises of `bot.ports.vault.Vault`."""

    @pytest.fixture
    def vault(self, house: VaultHouse) -> Vault:
        """Give most tests one vault."""
        return house.open_vault()

    @pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
    def test_vault_returns_the_same_text(self, vault: Vault, text: str) -> None:
        """What is opened is what was sealed, to the last character."""
        cell = a_cell(member_of(vault))
        assert vault.open(cell, vault.seal(cell, text)) == text

    def test_vault_opens_what_an_earlier_one_sealed(self, house: VaultHouse) -> None:
        """A restart closes nothing for good; plain bytes from a database open too."""
        before = house.open_vault()
        cell = a_cell(member_of(before))
        stored = bytes(before.seal(cell, "still here"))
        assert house.open_vault().open(cell, stored) == "still here"

    def test_vault_marks_what_is_sealed(self, vault: Vault) -> None:
        """A sealed value can be told from plain text by its type, mark and size."""
        sealed = vault.seal(a_cell(member_of(vault)), "")
        assert isinstance(sealed, Sealed)
        assert sealed.startswith(SEALED_MARK)
        assert len(sealed) >= SEALED_LEAST

    def test_vault_commits_the_key_first(self, house: VaultHouse) -> None:
        """Once `create` returns the key is stored, before anything is sealed with it."""
        person = a_person()
        house.open_vault().create(person)
        assert house.keys.get(person) is not None
        assert house.open_vault().knows(person)

    def test_vault_creates_one_key_a_person(self, house: VaultHouse) -> None:
        """Creating again keeps the key, also when two vaults had not seen each other's."""
        one, other, person = house.open_vault(), house.open_vault(), a_person()
        one.create(person)
        other.create(person)
        one.create(person)
        cell = a_cell(person)
        assert other.open(cell, one.seal(cell, "kept")) == "kept"
        assert [each for each, _ in house.keys.people()] == [person]

    def test_vault_seals_nothing_for_a_stranger(self, vault: Vault) -> None:
        """Without a key there is neither sealing nor opening, and none is made on the way."""
        stranger = a_person()
        sealed = vault.seal(a_cell(member_of(vault)), "somebody else's")
        with pytest.raises(KeyGone):
            vault.seal(a_cell(stranger), "text")
        with pytest.raises(KeyGone):
            vault.open(a_cell(stranger), sealed)
        assert not vault.knows(stranger)

    def test_vault_never_seals_alike(self, vault: Vault) -> None:
        """One text sealed many times for one cell gives as many values, and all open."""
        cell = a_cell(member_of(vault))
        sealed = [vault.seal(cell, "the same") for _ in range(200)]
        assert len(set(sealed)) == 200
        assert {vault.open(cell, each) for each in sealed} == {"the same"}

    def test_vault_refuses_a_neighbouring_cell(self, vault: Vault) -> None:
        """A value belongs to its person, table, row, column and version, each of them."""
        person, other = member_of(vault), member_of(vault)
        cell = a_cell(person)
        sealed = vault.seal(cell, "here and nowhere else")
        for neighbour in neighbours(cell, other):
            with pytest.raises(Tampered):
                vault.open(neighbour, sealed)
        assert vault.open(cell, sealed) == "here and nowhere else"

    def test_vault_refuses_every_exchange(self, vault: Vault) -> None:
        """Of all values in all cells, only the one sealed for a cell opens there."""
        people, row = [member_of(vault) for _ in range(5)], uuid4()
        cells = [
            Cell(person=person, table=table, row=row, column=column, version=version)
            for person in people
            for table in ("entry", "answer")
            for column in ("body", "mark")
            for version in (1, 2)
        ]
        sealed = {cell: vault.seal(cell, "one text for all") for cell in cells}
        for cell, origin in itertools.permutations(cells, 2):
            with pytest.raises(Tampered):
                vault.open(cell, sealed[origin])

    def test_vault_refuses_every_flipped_bit(self, vault: Vault) -> None:
        """No single bit of a sealed value can change unnoticed, the header's neither."""
        cell = a_cell(member_of(vault))
        sealed = vault.seal(cell, "not a bit")
        for place in range(len(sealed) * 8):
            flipped = bytearray(sealed)
            flipped[place // 8] ^= 1 << place % 8
            with pytest.raises(Tampered):
                vault.open(cell, bytes(flipped))

    def test_vault_refuses_what_was_cut_or_added_to(self, vault: Vault) -> None:
        """Neither a beginning, nor an end, nor more than was sealed opens."""
        cell = a_cell(member_of(vault))
        sealed = bytes(vault.seal(cell, "whole or not at all"))
        shorter = [sealed[:size] for size in range(len(sealed))]
        rests = [sealed[size:] for size in range(1, len(sealed))]
        longer = [sealed + b"\0", sealed + sealed, b"\0" + sealed]
        for blob in shorter + rests + longer:
            with pytest.raises(Tampered):
                vault.open(cell, blob)

    def test_vault_refuses_random_bytes(self, vault: Vault) -> None:
        """Noise does not open, whatever its size and with the mark in front."""
        cell = a_cell(member_of(vault))
        for size in (0, 1, 5, 16, 48, 256, 289, 2_000):
            for head in (b"", SEALED_MARK, SEALED_MARK + b"\x01\x00\x01"):
                with pytest.raises(Tampered):
                    vault.open(cell, head + os.urandom(size))

    def test_vault_sizes_tell_no_lengths(self, vault: Vault) -> None:
        """A word and a short paragraph are sealed to one size."""
        cell = a_cell(member_of(vault))
        assert len({len(vault.seal(cell, "y" * size)) for size in (0, 1, 20, 150, 252)}) == 1
        assert len({len(vault.seal(cell, "y" * size)) for size in (1_100, 1_500, 2_044)}) == 1

    def test_vault_closes_a_shredded_persons_rows(self, house: VaultHouse) -> None:
        """After `shred` nothing of the person opens or is sealed, here and in a new vault."""
        vault = house.open_vault()
        person, other = member_of(vault), member_of(vault)
        cell, others = a_cell(person), a_cell(other)
        sealed, others_sealed = vault.seal(cell, "gone"), vault.seal(others, "stays")
        vault.shred(person)
        for each in (vault, house.open_vault()):
            with pytest.raises(KeyGone):
                each.open(cell, sealed)
            with pytest.raises(KeyGone):
                each.seal(cell, "again")
            assert not each.knows(person)
            assert each.open(others, others_sealed) == "stays"
        assert [each.mark for each in house.keys.tombstones()] == [tombstone_mark(person)]

    def test_vault_makes_no_new_key_after_shredding(self, house: VaultHouse) -> None:
        """A destroyed key is never replaced: the old rows stay `KeyGone` for good."""
        vault = house.open_vault()
        person = member_of(vault)
        vault.shred(person)
        for each in (vault, house.open_vault()):
            with pytest.raises(KeyGone):
                each.create(person)
        assert house.keys.get(person) is None

    def test_vault_shreds_once(self, house: VaultHouse) -> None:
        """Shredding again, or a stranger, does nothing."""
        vault = house.open_vault()
        person = member_of(vault)
        for each in (person, person, a_person()):
            vault.shred(each)
        assert len(list(house.keys.tombstones())) == 1

    def test_vault_buries_rows_and_keeps_their_key(self, house: VaultHouse) -> None:
        """A mark stays of each; what is sealed under that key opens as before."""
        vault = house.open_vault()
        cell = a_cell(member_of(vault))
        sealed = vault.seal(cell, CANARY)
        vault.bury([cell.row])
        assert [each.mark for each in house.keys.tombstones()] == [tombstone_mark(cell.row)]
        assert house.open_vault().open(cell, sealed) == CANARY

    def test_vault_finds_again_by_blind_index(self, house: VaultHouse) -> None:
        """The same parts give the same 32 bytes after a restart; any others give others."""
        vault = house.open_vault()
        index = vault.blind("slack", "T1", "U1")
        assert len(index) == 32
        assert house.open_vault().blind("slack", "T1", "U1") == index
        others = [("slack", "T1", "U2"), ("slack", "U1", "T1"), ("slack", "T1"), ("slack", "T1U1")]
        assert index not in {vault.blind(*parts) for parts in others}
        assert vault.blind("a|b", "c") != vault.blind("a", "b|c")
        assert vault.blind("ab", "c") != vault.blind("a", "bc")
        assert vault.blind("a", "") != vault.blind("a")

    def test_vault_keeps_hashes_of_different_purposes_apart(self, house: VaultHouse) -> None:
        """A digest is stable, differs by label, and never equals a blind index of the same words."""
        vault = house.open_vault()
        digest = vault.digest("inbox", "evt")
        assert len(digest) == 32
        assert house.open_vault().digest("inbox", "evt") == digest
        assert len({
            digest,
            vault.digest("delivery", "evt"),
            vault.digest("inboxe", "vt"),
            vault.digest("inbox", "evt", ""),
            vault.blind("inbox", "evt"),
            vault.blind("digest", "inbox", "evt"),
            vault.state_key("inbox"),
        }) == 7  # fmt: skip

    def test_vault_gives_each_label_a_state_key(self, house: VaultHouse) -> None:
        """What left the house before a restart is still known as ours after it."""
        vault = house.open_vault()
        assert len(vault.state_key("refs")) == 32
        assert house.open_vault().state_key("refs") == vault.state_key("refs")
        assert vault.state_key("refs") != vault.state_key("other")

    def test_vault_errors_show_nothing(self, vault: Vault) -> None:
        """No error, and nothing that led to it, holds a word of the text."""
        person, shredded = member_of(vault), member_of(vault)
        cell, gone = a_cell(person), a_cell(shredded)
        sealed, gone_sealed = vault.seal(cell, CANARY), vault.seal(gone, CANARY)
        vault.shred(shredded)
        attempts: list[tuple[type[ReststopError], Callable[[], object]]] = [
            (Tampered, lambda: vault.open(a_cell(person), sealed)),
            (Tampered, lambda: vault.open(cell, sealed[:-1] + bytes([sealed[-1] ^ 1]))),
            (Tampered, lambda: vault.open(cell, CANARY.encode() * 20)),
            (KeyGone, lambda: vault.open(gone, gone_sealed)),
            (KeyGone, lambda: vault.seal(gone, CANARY)),
        ]
        for kind, attempt in attempts:
            with pytest.raises(ReststopError) as caught:
                attempt()
            assert type(caught.value) is kind
            assert caught.value.sentence == kind().sentence
            assert_shows_nothing(everything_shown_by(caught.value))

    def test_vault_values_show_nothing(self, vault: Vault) -> None:
        """Neither the vault nor what it hands out prints a word of the text."""
        sealed = vault.seal(a_cell(member_of(vault)), CANARY)
        assert repr(sealed) == str(sealed) == f"{sealed}" == f"<Sealed {len(sealed)} B>"
        assert_shows_nothing(repr(vault) + repr(vars(vault)) + bytes(sealed).decode("latin-1"))
