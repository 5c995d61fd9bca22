"""A3: 1,000,000 seals over 100 users have 0 repeated nonces; 4 forked workers likewise.

The whole million is of `make faults`; `make test` seals a fiftieth of it.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from adapters.vault import material
from adapters.vault.vault import SealingVault, open_vault
from bot.domain.people import PersonId
from bot.ports.vault import Cell
from bot.testing.keys import MemoryKeyStore

HELD_BY = ("tests/contract/vault_contract.py::VaultContract::test_vault_never_seals_alike",)
SEALS = 1_000_000
IN_SHORT = 20_000
WORKERS = 4
NONCE_AT = slice(5, 17)
"""Behind the mark, the suite and the generation (docs/decisions, adapters/vault/envelope.py)."""
PEOPLE = tuple(PersonId(UUID(int=number)) for number in range(1, 101))


def test_a3_no_nonce_comes_twice_in_short() -> None:
    """In one process, and in four that were forked from it."""
    assert repeats(IN_SHORT) == 0
    assert repeats_of_forked(IN_SHORT) == 0


def test_a3_no_nonce_comes_twice_in_a_million() -> None:
    """Over 100 people, in one process."""
    assert repeats(SEALS) == 0


def test_a3_no_nonce_comes_twice_in_a_million_of_four_forked_workers() -> None:
    """A vault that was opened and used before the fork, as a server would have it."""
    assert repeats_of_forked(SEALS) == 0


def repeats(seals: int) -> int:
    """Return how many of so many nonces had been there before."""
    return seals - len(set(nonces(opened(), seals)))


def repeats_of_forked(seals: int) -> int:
    """Return how many nonces of four workers together had been there before, the parent's own among them."""
    vault, each = opened(), seals // WORKERS
    before = set(nonces(vault, len(PEOPLE)))
    fork = multiprocessing.get_context("fork")
    read, write = zip(*(fork.Pipe(duplex=False) for _ in range(WORKERS)), strict=True)

    def work(end: int) -> None:
        write[end].send_bytes(b"".join(nonces(vault, each)))

    workers = [fork.Process(target=work, args=(end,)) for end in range(WORKERS)]
    for worker in workers:
        worker.start()
    drawn = [end.recv_bytes() for end in read]
    for worker in workers:
        worker.join()
    size = len(next(iter(before)))
    found = {made[at : at + size] for made in drawn for at in range(0, len(made), size)} | before
    return len(before) + each * WORKERS - len(found)


def opened() -> SealingVault:
    """Return a vault in which all have a key."""
    vault = open_vault(material.create(), MemoryKeyStore(today=lambda: date(2026, 3, 2)), "here")
    for person in PEOPLE:
        vault.create(person)
    return vault


def nonces(vault: SealingVault, seals: int) -> Iterator[bytes]:
    """Seal so often, for one after the other, and give each nonce with the key it was used under."""
    cells = [Cell(person=each, table="entries", row=UUID(int=7), column="sealed") for each in PEOPLE]
    for number in range(seals):
        yield bytes(vault.seal(cells[number % len(cells)], "x"))[NONCE_AT]
