"""A vault opens only where key and key store belong together, and keeps people's keys well."""

from __future__ import annotations

import dataclasses
import hmac
from collections.abc import Iterator
from datetime import date
from threading import Barrier, Thread
from uuid import uuid4

import pytest

from adapters.vault import material
from adapters.vault.framing import framed
from adapters.vault.material import Material
from adapters.vault.ring import CACHED_KEYS, KEPT_WHERE_SHARED, KeyRing
from adapters.vault.vault import FINGERPRINT, SealingVault, is_untouched, open_vault
from bot.domain.people import PersonId
from bot.errors import KeyGone, KeyWrong, NotSaved, Tampered
from bot.ports.keys import Tombstone, WrappedKey
from bot.ports.vault import Cell
from bot.testing.keys import KeyShelf, MemoryKeyStore

TENANT = "here"


def a_store(shelf: KeyShelf | None = None) -> MemoryKeyStore:
    """Return a key store in memory."""
    return MemoryKeyStore(today=lambda: date(2026, 3, 2), shelf=shelf)


def a_person() -> PersonId:
    """Return somebody new."""
    return PersonId(uuid4())


def a_cell(person: PersonId) -> Cell:
    """Return a cell of a new row."""
    return Cell(person=person, table="entry", row=uuid4(), column="body")


def with_new_kek(before: Material) -> Material:
    """Return the key material after a rotation: one more key, now the current one."""
    return dataclasses.replace(before, keks=before.keks + material.create().keks)


def stored(keys: MemoryKeyStore, person: PersonId) -> WrappedKey:
    """Return the key of somebody who has one."""
    key = keys.get(person)
    assert key is not None
    return key


def test_opening_binds_an_untouched_key_store() -> None:
    """The first opening leaves a fingerprint in which no key material can be seen."""
    keys, key = a_store(), material.create()
    assert is_untouched(keys)
    open_vault(key, keys, TENANT)
    note = keys.note(FINGERPRINT)
    assert note is not None
    assert not is_untouched(keys)
    assert len(note) == 32
    assert note not in (key.root, key.keks[0].key)
    open_vault(key, keys, TENANT)
    assert keys.note(FINGERPRINT) == note


def test_opening_refuses_another_key_and_changes_nothing() -> None:
    """With the wrong root the vault stays shut, even before anyone has a key."""
    shelf, key = KeyShelf(), material.create()
    vault, person = open_vault(key, a_store(shelf), TENANT), a_person()
    for _ in range(2):
        before = (dict(shelf.keys), dict(shelf.notes))
        with pytest.raises(KeyWrong):
            open_vault(material.create(), a_store(shelf), TENANT)
        assert (shelf.keys, shelf.notes) == before
        vault.create(person)


def test_opening_refuses_another_tenant() -> None:
    """Under another tenant's name every row would be closed, so it is said at the start."""
    keys, key = a_store(), material.create()
    open_vault(key, keys, TENANT)
    with pytest.raises(KeyWrong):
        open_vault(key, keys, "elsewhere")


def test_opening_refuses_keys_without_a_fingerprint() -> None:
    """A key store with people, or with the mark of one, but no note was not left so by a vault."""
    key, person = material.create(), a_person()
    for shredded in (False, True):
        shelf = KeyShelf()
        vault = open_vault(key, a_store(shelf), TENANT)
        vault.create(person)
        if shredded:
            vault.shred(person)
        shelf.notes.clear()
        with pytest.raises(KeyWrong):
            open_vault(key, a_store(shelf), TENANT)
        assert shelf.notes == {}


def test_opening_refuses_a_file_that_lacks_a_needed_kek() -> None:
    """A key-encryption key that a stored key still needs may not go, and is named."""
    keys, before = a_store(), material.create()
    after = with_new_kek(before)
    open_vault(before, keys, TENANT).create(a_person())
    without = dataclasses.replace(after, keks=after.keks[1:])
    with pytest.raises(KeyWrong, match=before.keks[0].id):
        open_vault(without, keys, TENANT)


def test_opening_allows_a_file_without_an_unused_kek() -> None:
    """Once nobody's key needs an old key-encryption key, its line may be taken away."""
    keys, before = a_store(), material.create()
    after = with_new_kek(before)
    vault, early, late = open_vault(before, keys, TENANT), a_person(), a_person()
    vault.create(early)
    rotated = open_vault(after, keys, TENANT)
    rotated.create(late)
    assert [stored(keys, each).kek_id for each in (early, late)] == [k.id for k in after.keks]
    cell = a_cell(early)
    sealed = vault.seal(cell, "before")
    assert rotated.open(cell, sealed) == "before"
    rotated.shred(early)
    open_vault(dataclasses.replace(after, keks=after.keks[1:]), keys, TENANT)


def test_rotation_leaves_hashes_as_they_are() -> None:
    """What is found by its hash is still found when only the key-encryption key is new."""
    keys, before = a_store(), material.create()
    vault, rotated = (open_vault(each, keys, TENANT) for each in (before, with_new_kek(before)))
    assert vault.blind("slack", "U1") == rotated.blind("slack", "U1")
    assert vault.digest("inbox", "e1") == rotated.digest("inbox", "e1")
    assert vault.state_key("refs") == rotated.state_key("refs")


def test_other_installations_share_no_hash() -> None:
    """Two installations cannot compare whom they know."""
    one, other = (open_vault(material.create(), a_store(), TENANT) for _ in range(2))
    assert one.blind("slack", "U1") != other.blind("slack", "U1")
    assert one.digest("inbox", "e1") != other.digest("inbox", "e1")
    assert one.state_key("refs") != other.state_key("refs")


def test_wrapped_key_is_bound_to_its_person_and_kek() -> None:
    """A wrapped key under another's name, id, generation, or changed in any bit, opens nothing."""
    key, keys = with_new_kek(material.create()), a_store()
    vault, person, other = open_vault(key, keys, TENANT), a_person(), a_person()
    vault.create(person)
    good = stored(keys, person)
    size = len(good.wrapped)
    wrapped = int.from_bytes(good.wrapped, "big")
    bad = [
        dataclasses.replace(good, person=other),
        dataclasses.replace(good, kek_id=key.keks[0].id),
        dataclasses.replace(good, generation=2),
        dataclasses.replace(good, wrapped=b""),
        *(dataclasses.replace(good, wrapped=good.wrapped[:cut]) for cut in range(size)),
        *(
            dataclasses.replace(good, wrapped=(wrapped ^ 1 << bit).to_bytes(size, "big"))
            for bit in range(size * 8)
        ),
    ]
    for each in bad:
        shelf = KeyShelf(keys={each.person: (each, date(2026, 3, 2))})  # a store refuses the shortest of them
        damaged = a_store(shelf)
        with pytest.raises(Tampered):
            KeyRing(key, damaged).key_of(each.person)


def test_wrapped_key_under_an_absent_kek_is_wrong() -> None:
    """A running vault whose file lost a key says so, rather than calling the row tampered."""
    keys, before, person = a_store(), material.create(), a_person()
    running = open_vault(before, keys, TENANT)
    open_vault(with_new_kek(before), keys, TENANT).create(person)
    with pytest.raises(KeyWrong):
        running.seal(a_cell(person), "text")


def test_wrapped_keys_hold_no_plain_key_and_never_repeat() -> None:
    """Keys are drawn and wrapped afresh: same size, nothing in common but the mark."""
    keys, key = a_store(), material.create()
    vault, people = open_vault(key, keys, TENANT), [a_person() for _ in range(500)]
    for person in people:
        vault.create(person)
    wrapped = [stored(keys, person).wrapped for person in people]
    assert {len(each) for each in wrapped} == {3 + 12 + 32 + 16}
    assert len({each[3:15] for each in wrapped}) == len({each[15:] for each in wrapped}) == 500


@pytest.mark.parametrize("is_same", [True, False])
def test_of_two_first_openings_at_once_one_key_stands(*, is_same: bool) -> None:
    """Two processes that begin together found nothing: one key opens for both, of two only the first."""
    shelf, first = KeyShelf(), material.create()
    second = first if is_same else material.create()

    class Late(MemoryKeyStore):
        """The other process opens after this one saw that nobody had."""

        def tombstones(self) -> Iterator[Tombstone]:
            found = super().tombstones()
            open_vault(first, a_store(shelf), TENANT)
            return found

    late = Late(today=lambda: date(2026, 3, 2), shelf=shelf)
    if is_same:
        open_vault(second, late, TENANT)
    else:
        with pytest.raises(KeyWrong):
            open_vault(second, late, TENANT)
    open_vault(first, a_store(shelf), TENANT)


def test_state_keys_cannot_be_asked_for_another_purpose() -> None:
    """No label makes `state_key` hand out what blind indexes or digests are made with."""
    vault = open_vault(material.create(), a_store(), TENANT)
    message = framed("slack", "U1")
    for label in ("pepper", "digest", "check", "state"):
        made = hmac.digest(vault.state_key(label), message, "sha256")
        assert made not in (vault.blind("slack", "U1"), vault.digest("slack", "U1"))


def test_cached_keys_are_the_ones_used_last() -> None:
    """A key in use is unwrapped once; one that is unused for long is pushed out and read again."""
    ring, idle, busy = KeyRing(material.create(), a_store()), a_person(), a_person()
    ring.create(idle)
    ring.create(busy)
    idle_key, busy_key = ring.key_of(idle), ring.key_of(busy)
    for _ in range(CACHED_KEYS):
        passer_by = a_person()
        ring.create(passer_by)
        ring.key_of(passer_by)
        assert ring.key_of(busy) is busy_key
    assert ring.key_of(idle) is not idle_key


def test_cached_keys_are_few_and_forgotten_on_shredding() -> None:
    """More people than the cache holds all open, and a cached key dies with its person."""
    keys = a_store()
    vault = open_vault(material.create(), keys, TENANT)
    cells = [a_cell(a_person()) for _ in range(CACHED_KEYS + 50)]
    for cell in cells:
        vault.create(cell.person)
    sealed = [vault.seal(cell, str(cell.row)) for cell in cells]
    assert [vault.open(*each) for each in zip(cells, sealed, strict=True)] == [
        str(cell.row) for cell in cells
    ]
    vault.shred(cells[-1].person)
    with pytest.raises(KeyGone):
        vault.open(cells[-1], sealed[-1])


def test_a_key_that_another_process_destroyed_opens_nothing_after_a_minute() -> None:
    """Where two processes share a key store: the one that has the key unwrapped asks again within 60 s."""
    shelf, key, now = KeyShelf(), material.create(), [5.0]

    def a_vault() -> SealingVault:
        return open_vault(key, a_store(shelf), TENANT, keeps_for=KEPT_WHERE_SHARED, elapsed=lambda: now[0])

    here, there, cell = a_vault(), a_vault(), a_cell(a_person())
    here.create(cell.person)
    sealed = there.seal(cell, "kept")
    here.shred(cell.person)
    now[0] += KEPT_WHERE_SHARED - 1
    there.open(cell, sealed)  # in use all the time, and no longer kept for that
    now[0] += 1
    with pytest.raises(KeyGone):
        there.open(cell, sealed)
    with pytest.raises(KeyGone):
        there.seal(cell, "anew")
    with pytest.raises(KeyGone):
        here.open(cell, sealed)


def test_an_unwrapped_key_is_read_again_after_its_time() -> None:
    """What is read then is kept for as long again."""
    now = [0.0]
    ring, person = KeyRing(material.create(), a_store(), keeps_for=60, elapsed=lambda: now[0]), a_person()
    ring.create(person)
    first = ring.key_of(person)
    now[0] = 60.0
    second = ring.key_of(person)
    assert second is not first
    now[0] = 119.0
    assert ring.key_of(person) is second


class BusyKeyStore(MemoryKeyStore):
    """A key store whose disk is in use by a reader: the key goes at once, its last traces later."""

    has_reader = True
    has_traces = True

    def remove(self, person: PersonId, *, with_: bytes) -> None:
        """Remove the key; refuse to call it done while there is a reader."""
        super().remove(person, with_=with_)
        if self.has_reader:
            raise NotSaved
        self.has_traces = False


def test_shredding_again_finishes_what_was_refused() -> None:
    """A shredding that could not wipe the disk says so, and the next one still reaches the store."""
    keys = BusyKeyStore(today=lambda: date(2026, 3, 2))
    vault, cell = open_vault(material.create(), keys, TENANT), a_cell(a_person())
    vault.create(cell.person)
    sealed = vault.seal(cell, "text")
    with pytest.raises(NotSaved):
        vault.shred(cell.person)
    with pytest.raises(KeyGone):
        vault.open(cell, sealed)
    keys.has_reader = False
    vault.shred(cell.person)
    assert not keys.has_traces


def test_vault_serves_many_threads() -> None:
    """Threads that seal, open and shred at once never see each other's text or a key that is gone."""
    vault = open_vault(material.create(), a_store(), TENANT)
    start, wrong = Barrier(8), []
    lost = a_cell(a_person())
    vault.create(lost.person)
    lost_sealed = vault.seal(lost, "lost")

    def work() -> None:
        start.wait()
        for _ in range(200):
            cell = a_cell(a_person())
            vault.create(cell.person)
            if vault.open(cell, vault.seal(cell, str(cell.row))) != str(cell.row):
                wrong.append(cell)
            vault.shred(cell.person if cell.row.int % 2 else lost.person)
        with pytest.raises(KeyGone):
            vault.open(lost, lost_sealed)

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
