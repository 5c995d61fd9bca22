"""Ten thousand people's keys, and somebody who reads, writes, comes and goes while they are wrapped anew."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from threading import Event, Thread
from uuid import UUID, uuid4

from sqlalchemy import create_engine, insert

from adapters.store.key_tables import keys as key_rows
from adapters.vault.material import Material
from adapters.vault.ring import KeyRing
from adapters.vault.vault import SealingVault
from bot.domain.people import PersonId
from bot.errors import NotSaved, ReststopError
from bot.ports.keys import KeyStore
from bot.ports.vault import Cell, Sealed
from bot.testing.keys import KeyShelf, MemoryKeyStore

DAY = date(2026, 1, 5)
_AT_ONCE = 2_000


def crowd(count: int) -> list[PersonId]:
    """Return so many people; whoever asks again gets the same."""
    return [PersonId(UUID(int=number + 1)) for number in range(count)]


def put_keys(address: str, material: Material, people: Iterable[PersonId]) -> None:
    """Put everybody's key into a database at once: making them one by one is not what is looked at."""
    shelf = KeyShelf()
    ring = KeyRing(material, MemoryKeyStore(today=lambda: DAY, shelf=shelf))
    for person in people:
        ring.create(person)
    rows = [{**asdict(key), "made_on": day} for key, day in shelf.keys.values()]
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(insert(key_rows), rows)
    engine.dispose()


def unreadable(keystore: KeyStore, material: Material) -> int:
    """Return how many stored keys the key material of now does not unwrap."""
    found, after, shelf = 0, None, KeyShelf()
    ring = KeyRing(material, MemoryKeyStore(today=lambda: DAY, shelf=shelf))
    while batch := keystore.wrapped_under_other("", _AT_ONCE, after=after):
        after = batch[-1].person
        for key in batch:
            shelf.keys[key.person] = (key, DAY)
            try:
                ring.key_of(key.person)
            except ReststopError:
                found += 1
    return found


@dataclass
class Traffic:
    """What people do meanwhile. Failures are counted by their names; a `NotSaved` is said to a person."""

    vault: SealingVault
    people: list[PersonId]
    seed: int
    sealed: dict[Cell, Sealed] = field(default_factory=dict)
    acts: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        """Let fifty of them have a page each."""
        chance = random.Random(self.seed)  # noqa: S311 - draws who acts, no secret
        for person in chance.sample(self.people, 50):
            self._write(person)

    def act(self, chance: random.Random) -> None:
        """Read a page, or write one, or let somebody come and now and then go again."""
        try:
            match chance.randrange(10):
                case 0:
                    person = PersonId(uuid4())
                    self.vault.create(person)
                    self._write(person)
                    if chance.random() < 1 / 2:
                        self.vault.shred(person)
                        self.sealed = {cell: it for cell, it in self.sealed.items() if cell.person != person}
                        self.acts["erased"] += 1
                case 1 | 2:
                    self._write(chance.choice(self.people))
                case _:
                    cell = chance.choice(list(self.sealed))
                    if self.vault.open(cell, self.sealed[cell]) != str(cell.person):
                        self.failures["another text"] += 1
                    self.acts["read"] += 1
        except NotSaved:
            self.acts["not saved"] += 1
        except ReststopError as problem:
            self.failures[type(problem).__name__] += 1

    @contextmanager
    def flowing(self) -> Iterator[None]:
        """Let it go on in a thread."""
        over = Event()

        def flow() -> None:
            chance = random.Random(self.seed)  # noqa: S311 - draws who acts, no secret
            while not over.is_set():
                self.act(chance)

        thread = Thread(target=flow)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def see_that_all_can_be_read(self, vault: SealingVault) -> None:
        """Open every page in another vault."""
        for cell, sealed in self.sealed.items():
            assert vault.open(cell, sealed) == str(cell.person)

    def _write(self, person: PersonId) -> None:
        cell = Cell(person=person, table="entries", row=uuid4(), column="sealed")
        self.sealed[cell] = self.vault.seal(cell, str(person))
        self.acts["written"] += 1
