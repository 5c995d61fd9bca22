"""What every key store keeps to.

Subclass `KeyStoreContract` in a test file and give it a fixture `open_store`: a callable that opens
one more store over the same bytes each time, dated by `calendar.today`, all closed at teardown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from bot.domain.people import PersonId
from bot.errors import KeyExists, KeyGone, StoreFault
from bot.ports.keys import WRAPPED_LEAST, KeyStore, Rewrapped, Tombstone, WrappedKey, tombstone_mark

OpenStore = Callable[[], KeyStore]

MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 7)
NOISE = bytes(range(63))


class Calendar:
    """A day that a test turns by hand."""

    def __init__(self) -> None:
        """Begin in March."""
        self.day = MARCH

    def today(self) -> date:
        """Return the day that it is now."""
        return self.day


def a_person() -> PersonId:
    """Return somebody new."""
    return PersonId(uuid4())


def a_key(person: PersonId, *, kek_id: str = "k1", wrapped: bytes = b"\x00wrapped\xff") -> WrappedKey:
    """Return a wrapped key as a vault would make it, long enough; a store does not look inside."""
    long_enough = wrapped.ljust(WRAPPED_LEAST, b"\xff")
    return WrappedKey(person=person, kek_id=kek_id, generation=1, wrapped=long_enough)


class KeyStoreContract:
    """The promises of `bot.ports.keys.KeyStore`."""

    @pytest.fixture
    def calendar(self) -> Calendar:
        """Give the store and the test the same day."""
        return Calendar()

    def test_keystore_returns_a_key_as_it_was_put(self, open_store: OpenStore) -> None:
        """Every field of a key comes back, the generation up to 65,535 too."""
        keys, person = open_store(), a_person()
        key = WrappedKey(person=person, kek_id="k" * 17, generation=65_535, wrapped=bytes(range(256)))
        keys.put(key)
        assert keys.get(person) == key

    def test_keystore_knows_nobody_at_first(self, open_store: OpenStore) -> None:
        """A new store holds nothing at all."""
        keys = open_store()
        assert keys.get(a_person()) is None
        assert list(keys.people()) == []
        assert list(keys.tombstones()) == []
        assert keys.kek_ids() == frozenset()
        assert keys.note("anything") is None

    def test_keystore_keeps_people_apart(self, open_store: OpenStore) -> None:
        """Each person has their own key, also where two ids are nearly alike."""
        keys = open_store()
        one, other = PersonId(UUID(int=1 << 64)), PersonId(UUID(int=(1 << 64) + 1))
        keys.put(a_key(one, wrapped=b"first"))
        keys.put(a_key(other, wrapped=b"second"))
        assert [keys.get(each) for each in (one, other)] == [
            a_key(one, wrapped=b"first"),
            a_key(other, wrapped=b"second"),
        ]

    def test_keystore_commits_inside_each_write(self, open_store: OpenStore) -> None:
        """What one store wrote, another over the same bytes reads at once."""
        keys, elsewhere, person = open_store(), open_store(), a_person()
        keys.put(a_key(person))
        assert elsewhere.get(person) == a_key(person)
        keys.set_note("check", b"value")
        assert elsewhere.note("check") == b"value"
        keys.remove(person, with_=NOISE)
        assert elsewhere.get(person) is None
        assert [each.mark for each in elsewhere.tombstones()] == [tombstone_mark(person)]

    def test_keystore_keeps_everything_when_closed(self, open_store: OpenStore) -> None:
        """Closing loses nothing, and closing again is no error."""
        keys, kept, gone = open_store(), a_person(), a_person()
        keys.put(a_key(kept))
        keys.put(a_key(gone))
        keys.remove(gone, with_=NOISE)
        keys.set_note("check", b"value")
        keys.close()
        keys.close()
        again = open_store()
        assert again.get(kept) == a_key(kept)
        assert list(again.people()) == [(kept, MARCH)]
        assert list(again.tombstones()) == [Tombstone(mark=tombstone_mark(gone), day=MARCH)]
        assert again.note("check") == b"value"

    def test_keystore_refuses_a_second_key(self, open_store: OpenStore) -> None:
        """A key is never overwritten: what it sealed could not be opened again."""
        keys, elsewhere, person = open_store(), open_store(), a_person()
        keys.put(a_key(person, wrapped=b"first"))
        for store in (keys, elsewhere):
            with pytest.raises(KeyExists):
                store.put(a_key(person, wrapped=b"second"))
        assert keys.get(person) == a_key(person, wrapped=b"first")

    def test_keystore_works_on_after_a_refusal(self, open_store: OpenStore) -> None:
        """A refused write leaves no transaction open behind it."""
        keys, elsewhere, person, newcomer = open_store(), open_store(), a_person(), a_person()
        keys.put(a_key(person))
        with pytest.raises(KeyExists):
            keys.put(a_key(person))
        elsewhere.put(a_key(newcomer))
        assert keys.get(newcomer) == a_key(newcomer)

    def test_keystore_leaves_a_tombstone_where_a_key_was(
        self, open_store: OpenStore, calendar: Calendar
    ) -> None:
        """Removing dates a mark from which the person's id cannot be read, and takes the key."""
        keys, person, other = open_store(), a_person(), a_person()
        keys.put(a_key(person))
        keys.put(a_key(other))
        calendar.day = APRIL
        keys.remove(person, with_=NOISE)
        assert keys.get(person) is None
        assert list(keys.people()) == [(other, MARCH)]
        assert list(keys.tombstones()) == [Tombstone(mark=tombstone_mark(person), day=APRIL)]
        assert person.bytes not in tombstone_mark(person)

    def test_keystore_refuses_what_is_too_short_to_be_a_key(self, open_store: OpenStore) -> None:
        """Nothing of it is written, and it is not quoted."""
        keys, person = open_store(), a_person()
        short = replace(a_key(person), wrapped=b"words".ljust(WRAPPED_LEAST - 1))
        with pytest.raises(StoreFault) as refused:
            keys.put(short)
        assert "words" not in str(refused.value)
        assert keys.get(person) is None
        keys.put(a_key(person))
        with pytest.raises(StoreFault):
            keys.replace([Rewrapped(expected=a_key(person), key=short)])
        assert keys.get(person) == a_key(person)

    def test_keystore_accepts_noise_of_any_size(self, open_store: OpenStore) -> None:
        """The bytes to overwrite with need not be as many as the key has; a shortest one's will do."""
        keys = open_store()
        for noise in (bytes(WRAPPED_LEAST), bytes(500)):
            person = a_person()
            keys.put(a_key(person))
            keys.remove(person, with_=noise)
            assert keys.get(person) is None

    def test_keystore_removes_once(self, open_store: OpenStore, calendar: Calendar) -> None:
        """Removing again changes nothing, not even the day."""
        keys, person = open_store(), a_person()
        keys.put(a_key(person))
        keys.remove(person, with_=NOISE)
        calendar.day = APRIL
        keys.remove(person, with_=NOISE)
        assert list(keys.tombstones()) == [Tombstone(mark=tombstone_mark(person), day=MARCH)]

    def test_keystore_sets_no_tombstone_for_a_stranger(self, open_store: OpenStore) -> None:
        """Where no key was, nothing is destroyed and nothing noted."""
        keys = open_store()
        keys.remove(a_person(), with_=NOISE)
        assert list(keys.tombstones()) == []

    def test_keystore_refuses_a_key_after_a_tombstone(self, open_store: OpenStore) -> None:
        """Nobody who was erased comes back under the same id."""
        keys, elsewhere, person = open_store(), open_store(), a_person()
        keys.put(a_key(person))
        keys.remove(person, with_=NOISE)
        for store in (keys, elsewhere):
            with pytest.raises(KeyGone):
                store.put(a_key(person))
            assert store.get(person) is None

    def test_keystore_dates_each_key(self, open_store: OpenStore, calendar: Calendar) -> None:
        """Everyone is walked with the day that their key was made."""
        keys, early, late = open_store(), a_person(), a_person()
        keys.put(a_key(early))
        calendar.day = APRIL
        keys.put(a_key(late))
        assert dict(keys.people()) == {early: MARCH, late: APRIL}
        assert keys.count() == 2

    def test_keystore_may_change_while_it_is_walked(self, open_store: OpenStore) -> None:
        """Walking shows what was there at its start, and removing on the way disturbs nothing."""
        keys = open_store()
        everyone = {a_person() for _ in range(50)}
        for person in everyone:
            keys.put(a_key(person))
        walked = set()
        for person, _ in keys.people():
            keys.remove(person, with_=NOISE)
            walked.add(person)
        assert walked == everyone
        assert {each.mark for each in keys.tombstones()} == {tombstone_mark(p) for p in everyone}

    def test_keystore_names_the_keks_in_use(self, open_store: OpenStore) -> None:
        """A KEK is in use as long as one stored key was wrapped under it."""
        keys, one, two, three = open_store(), a_person(), a_person(), a_person()
        keys.put(a_key(one, kek_id="old"))
        keys.put(a_key(two, kek_id="new"))
        keys.put(a_key(three, kek_id="new"))
        assert keys.kek_ids() == {"old", "new"}
        keys.remove(one, with_=NOISE)
        assert keys.kek_ids() == {"new"}

    def test_keystore_writes_a_note_once(self, open_store: OpenStore) -> None:
        """Whoever comes second gets what the first one wrote."""
        keys, elsewhere = open_store(), open_store()
        assert keys.note_once("check", b"first") == b"first"
        assert elsewhere.note_once("check", b"second") == b"first"
        assert keys.note("check") == b"first"

    def test_keystore_replaces_a_note(self, open_store: OpenStore) -> None:
        """A note holds any bytes, the last written ones, under its own name."""
        keys = open_store()
        keys.set_note("check", b"\x00\xff" * 16)
        keys.set_note("other", b"")
        keys.set_note("check", b"newer")
        assert (keys.note("check"), keys.note("other"), keys.note("none")) == (b"newer", b"", None)

    def test_keystore_walks_what_stands_under_other_keks(self, open_store: OpenStore) -> None:
        """In the order of people, so many at a time, and from where the last walk ended."""
        keys = open_store()
        people = [PersonId(UUID(int=number)) for number in range(1, 7)]
        for number, person in enumerate(reversed(people)):
            keys.put(a_key(person, kek_id="new" if number == 2 else f"old{number % 2}"))
        waiting = [person for person in people if person != people[3]]
        assert [key.person for key in keys.wrapped_under_other("new", 9)] == waiting
        assert [key.person for key in keys.wrapped_under_other("new", 2)] == waiting[:2]
        assert [key.person for key in keys.wrapped_under_other("new", 2, after=waiting[1])] == waiting[2:4]
        assert list(keys.wrapped_under_other("new", 9, after=waiting[-1])) == []
        assert keys.wrapped_under_other("new", 1)[0] == keys.get(waiting[0])

    def test_keystore_replaces_keys_and_keeps_their_days(
        self, open_store: OpenStore, calendar: Calendar
    ) -> None:
        """Another wrapping of the same key is no newer key."""
        keys, elsewhere, one, other = open_store(), open_store(), a_person(), a_person()
        keys.put(a_key(one, wrapped=b"one"))
        keys.put(a_key(other, wrapped=b"other"))
        calendar.day = APRIL
        assert keys.replace([changed(a_key(one, wrapped=b"one"))]) == 1
        assert elsewhere.get(one) == changed(a_key(one, wrapped=b"one")).key
        assert elsewhere.get(other) == a_key(other, wrapped=b"other")
        assert dict(keys.people()) == {one: MARCH, other: MARCH}
        assert keys.kek_ids() == {"k1", "k2"}
        assert keys.replace([]) == 0

    def test_keystore_replaces_only_what_was_expected(self, open_store: OpenStore) -> None:
        """What somebody else changed or destroyed meanwhile stays so; the rest of the batch is written."""
        keys = open_store()
        gone, moved, strange, good = people = [a_person() for _ in range(4)]
        for person in people:
            keys.put(a_key(person, wrapped=person.bytes))
        batch = [changed(a_key(person, wrapped=person.bytes)) for person in people]
        keys.remove(gone, with_=NOISE)
        keys.replace([changed(a_key(moved, wrapped=moved.bytes), kek_id="k3")])
        batch[2] = changed(a_key(strange, wrapped=b"never read"))
        assert keys.replace(batch) == 1
        assert keys.get(gone) is None
        assert keys.get(moved) == changed(a_key(moved, wrapped=moved.bytes), kek_id="k3").key
        assert keys.get(strange) == a_key(strange, wrapped=strange.bytes)
        assert keys.get(good) == changed(a_key(good, wrapped=good.bytes)).key

    def test_keystore_destroys_again_what_a_ledger_names(
        self, open_store: OpenStore, calendar: Calendar
    ) -> None:
        """In a restored copy: the key goes, the day of the ledger stays, and nobody else is touched."""
        keys, elsewhere, erased, kept, stranger = (
            open_store(),
            open_store(),
            a_person(),
            a_person(),
            a_person(),
        )
        keys.put(a_key(erased))
        keys.put(a_key(kept))
        ledger = [Tombstone(mark=tombstone_mark(person), day=MARCH) for person in (erased, stranger)]
        calendar.day = APRIL
        assert keys.replay(ledger, with_=NOISE) == {erased}
        assert keys.replay(iter(ledger), with_=NOISE) == frozenset()
        assert keys.replay([], with_=NOISE) == frozenset()
        assert dict(elsewhere.people()) == {kept: MARCH}
        assert sorted(elsewhere.tombstones(), key=lambda each: each.mark) == sorted(
            ledger, key=lambda each: each.mark
        )
        for person in (erased, stranger):
            with pytest.raises(KeyGone):
                elsewhere.put(a_key(person))

    def test_keystore_buries_rows_that_have_no_key(self, open_store: OpenStore, calendar: Calendar) -> None:
        """Each gets a tombstone of its day, once; keys stay."""
        keys, elsewhere, person, rows = open_store(), open_store(), a_person(), [uuid4(), uuid4()]
        keys.put(a_key(person))
        keys.bury([])
        keys.bury(rows)
        calendar.day = APRIL
        keys.bury(rows[:1])
        assert {(each.mark, each.day) for each in elsewhere.tombstones()} == {
            (tombstone_mark(row), MARCH) for row in rows
        }
        assert dict(elsewhere.people()) == {person: MARCH}

    def test_keystore_keeps_the_day_of_an_earlier_tombstone(
        self, open_store: OpenStore, calendar: Calendar
    ) -> None:
        """Replaying what is known already changes nothing."""
        keys, person = open_store(), a_person()
        keys.put(a_key(person))
        keys.remove(person, with_=NOISE)
        calendar.day = APRIL
        keys.replay([Tombstone(mark=tombstone_mark(person), day=APRIL)], with_=NOISE)
        assert list(keys.tombstones()) == [Tombstone(mark=tombstone_mark(person), day=MARCH)]


def changed(key: WrappedKey, *, kek_id: str = "k2") -> Rewrapped:
    """Return the change of a key to another wrapping of it."""
    return Rewrapped(expected=key, key=replace(key, kek_id=kek_id, wrapped=b"anew " + key.wrapped))
