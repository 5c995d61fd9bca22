"""Rotation: a new key takes over while everything stays readable, and the old one goes in its time."""

from __future__ import annotations

import copy
import dataclasses
import stat
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from adapters.vault import material, recovery_file, words
from adapters.vault.providers import Origin
from adapters.vault.rotation import KeyCare
from bot.domain.people import PersonId
from bot.errors import KeyElsewhere, KeyGone, KeyMissing
from bot.ports.keys import WrappedKey
from bot.ports.vault import Secret
from bot.testing.keys import KeyShelf, MemoryKeyStore
from tests.unit.keys.house import FIRST, KeyHouse, is_opened_by

FORTNIGHT = timedelta(days=14)


@pytest.fixture(params=["open", "closed"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> KeyHouse:
    """Give each test an installation of its own: with an open key file, and with one that a safe closed."""
    return KeyHouse.at(tmp_path, closed=request.param == "closed")


def kek_ids(house: KeyHouse) -> list[str]:
    """Return the names of the keys in the key file, the current one last."""
    return [kek.id for kek in house.held().keks]


def test_a_rotation_moves_every_key_and_changes_nothing_sealed(house: KeyHouse) -> None:
    """A running vault reads on, a new one reads, and what was sealed has not changed by a bit."""
    vault, care = house.open()
    house.write(vault, 30)
    before, [old] = dict(house.sealed), kek_ids(house)
    standing = care.rotate()
    assert house.sealed == before
    assert house.store().kek_ids() == {standing.current}
    assert (kek_ids(house), standing.since) == ([old, standing.current], FIRST)
    assert standing.goes_on == {old: FIRST + FORTNIGHT}
    assert stat.S_IMODE(house.places.written.stat().st_mode) == 0o600
    house.see_that_all_can_be_read(vault)
    house.see_that_all_can_be_read()


def test_another_process_follows_a_rotation(house: KeyHouse) -> None:
    """A house that runs reads what `keys rotate` moved, and wraps new keys under the new one."""
    running, _ = house.open()
    house.write(running, 5)
    ring_is_cold, _ = house.open()
    standing = house.open()[1].rotate()
    house.see_that_all_can_be_read(ring_is_cold)
    house.write(running, 1)
    assert house.store().kek_ids() == {standing.current}
    house.see_that_all_can_be_read()


def test_an_old_key_goes_after_a_fortnight_and_not_before(house: KeyHouse) -> None:
    """With the first look after that day, and with it every older copy of the key store."""
    vault, care = house.open()
    house.write(vault, 3)
    [old] = kek_ids(house)
    new = care.rotate().current
    house.day = FIRST + FORTNIGHT - timedelta(days=1)
    care.settle()
    assert kek_ids(house) == [old, new]
    house.day += timedelta(days=1)
    assert dict(care.settle().goes_on) == {}
    assert kek_ids(house) == [new]
    house.see_that_all_can_be_read(vault)
    house.see_that_all_can_be_read()


def test_a_key_that_is_still_needed_stays(house: KeyHouse) -> None:
    """Somebody's key that cannot be unwrapped holds its KEK, and holds nobody else up."""
    vault, care = house.open()
    one, *_ = house.write(vault, 3)
    stored, day = house.shelf.keys[one]
    house.shelf.keys[one] = (
        dataclasses.replace(stored, wrapped=stored.wrapped[:-1] + bytes([stored.wrapped[-1] ^ 1])),
        day,
    )
    house.forget(one)
    [old] = kek_ids(house)
    standing = care.rotate()
    house.day += 2 * FORTNIGHT
    assert care.settle().awaiting == {old} == standing.awaiting
    assert kek_ids(house) == [old, standing.current]
    house.see_that_all_can_be_read()


def test_after_a_rotation_the_erased_are_gone_from_old_copies_too(house: KeyHouse) -> None:
    """An older copy of the key store and everything that is left of the keys open nothing of theirs."""
    vault, care = house.open()
    erased, *_ = house.write(vault, 3)
    old_copy: KeyShelf = copy.deepcopy(house.shelf)
    vault.shred(erased)
    [(cell, sealed)] = house.forget(erased).items()
    assert is_opened_by(house.held(), copy.deepcopy(old_copy), cell, sealed)
    care.rotate()
    house.day += FORTNIGHT
    care.settle()
    assert not is_opened_by(house.held(), old_copy, cell, sealed)
    with pytest.raises(KeyGone):
        vault.open(cell, sealed)


def test_at_once_leaves_only_the_new_key(house: KeyHouse) -> None:
    """The drill for a key file that somebody may have seen."""
    vault, care = house.open()
    house.write(vault, 3)
    care.rotate()
    standing = care.rotate(at_once=True)
    assert kek_ids(house) == [standing.current]
    house.see_that_all_can_be_read()


def test_a_key_that_stands_in_no_file_is_not_rotated(house: KeyHouse) -> None:
    """It is said where to put new lines; once they are there, a start moves the keys under the last."""
    lines = material.render(house.held())
    house.places.written.unlink()
    house.places = dataclasses.replace(house.places, value=Secret(lines), closed=None)
    vault, care = house.open()
    house.write(vault, 3)
    with pytest.raises(KeyElsewhere, match="RESTSTOP_KEY"):
        care.rotate()
    assert not house.places.file.exists()
    added = material.with_new_kek(house.held())
    house.places = dataclasses.replace(house.places, value=Secret(material.render(added)))
    standing = house.open()[1].settle()
    assert (standing.origin, standing.current) == (Origin.VALUE, added.keks[-1].id)
    assert house.store().kek_ids() == {standing.current}
    house.day += FORTNIGHT
    assert house.open()[1].settle().due(house.day) == {added.keks[0].id}
    house.see_that_all_can_be_read()


def test_a_house_rotates_by_itself_when_it_was_asked_to(house: KeyHouse) -> None:
    """So many days after the last time; unset, never."""
    house.write(house.open()[0], 2)
    first = house.open()[1].settle().current
    house.day += timedelta(days=400)
    assert house.open()[1].settle().current == first
    house.every = timedelta(days=14)
    second = house.open()[1].settle().current
    assert second != first
    house.day += timedelta(days=13)
    assert house.open()[1].settle().current == second
    house.day += timedelta(days=1)
    third = house.open()[1].settle()
    assert kek_ids(house) == [second, third.current]
    assert third.goes_on == {second: house.day + FORTNIGHT}
    house.see_that_all_can_be_read()


def test_recovery_words_stay_valid_over_rotations(house: KeyHouse) -> None:
    """The recovery file always holds what the key file does, and is sealed to the same words."""
    secret = words.draw()
    typed = " ".join(words.words_of(secret))
    recovery_file.write_for_words(house.places, secret)
    _, care = house.open()
    for _ in range(3):
        care.rotate()
        assert recovery_file.open_text(house.places.recovery.read_text(), typed) == house.held()
    house.day += FORTNIGHT
    care.settle()
    assert len(kek_ids(house)) == 1
    assert recovery_file.open_text(house.places.recovery.read_text(), typed) == house.held()


def test_a_broken_recovery_file_holds_up_no_rotation(house: KeyHouse) -> None:
    """It is left for the doctor to name, and nothing is sealed to a key that somebody else put there."""
    house.places.recovery.write_text("nonsense")
    house.places.recovery.chmod(0o600)
    house.open()[1].rotate()
    assert house.places.recovery.read_text() == "nonsense"


def test_a_key_file_that_cannot_be_written_stays(house: KeyHouse) -> None:
    """With the reason, and nothing half done."""
    vault, care = house.open()
    house.write(vault, 2)
    before = house.places.written.read_text()
    blocked = house.places.written.with_name(f"{house.places.written.name}.new")
    blocked.mkdir()
    with pytest.raises(KeyMissing):
        care.rotate()
    assert house.places.written.read_text() == before
    house.see_that_all_can_be_read()


class MeanwhileStore(MemoryKeyStore):
    """A key store on which another process rotates, once, just after it was looked at."""

    meanwhile: list[KeyCare]

    def kek_ids(self) -> frozenset[str]:
        """Let the other process go first."""
        self._let_it()
        return super().kek_ids()

    def get(self, person: PersonId) -> WrappedKey | None:
        """Let the other process go on with what was read."""
        found = super().get(person)
        self._let_it()
        return found

    def _let_it(self) -> None:
        if self.meanwhile:
            self.meanwhile.pop().rotate(at_once=True)


def test_a_rotation_between_two_looks_is_noticed(house: KeyHouse) -> None:
    """Neither a start nor a read takes keys that have moved for keys that are lost."""
    house.write(house.open()[0], 2)
    store = MeanwhileStore(today=house.today, shelf=house.shelf)
    store.meanwhile = [house.open()[1]]
    vault, _ = house.open(store)
    store.meanwhile = [house.open()[1]]
    house.see_that_all_can_be_read(vault)
    assert store.meanwhile == []


def test_reading_goes_on_while_keys_move(house: KeyHouse) -> None:
    """Threads that read cold and warm keys never meet one that is closed, over ten rotations."""
    vault, care = house.open()
    house.write(vault, 50)
    over, wrong = Event(), list[Exception]()

    def read() -> None:
        while not over.is_set():
            try:
                house.see_that_all_can_be_read(house.open()[0])
            except Exception as problem:  # noqa: BLE001 - whatever it is, the test is to name it
                wrong.append(problem)

    readers = [Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(10):
        care.rotate()
    over.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    house.see_that_all_can_be_read(vault)
