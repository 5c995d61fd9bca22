"""A rotation that is cut off between any two steps: everything can be read, and the next start goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.vault import recovery_file, words
from adapters.vault.rotation import KeyCare
from bot.ports.keys import Rewrapped
from bot.testing.keys import MemoryKeyStore
from tests.knife import Knife
from tests.unit.keys.house import KeyHouse

FORTNIGHT = timedelta(days=14)
SECRET = words.draw()
Plan = Callable[[KeyCare], object]


class CutStore(MemoryKeyStore):
    """A key store with a step before and after each commit of a rotation."""

    knife: Knife

    def set_note(self, name: str, value: bytes) -> None:
        """Write a note, between two steps."""
        self.knife.step()
        super().set_note(name, value)
        self.knife.step()

    def replace(self, changes: Sequence[Rewrapped]) -> int:
        """Replace one key after another, a step before each: batches of one."""
        done = 0
        for change in changes:
            self.knife.step()
            done += super().replace([change])
        return done


@pytest.fixture
def knife(monkeypatch: pytest.MonkeyPatch) -> Iterator[Knife]:
    """Hand out a knife that hangs over every file."""
    knife = Knife()
    knife.over_files(monkeypatch)
    yield knife
    knife.left = None


def rotate(care: KeyCare) -> None:
    """Rotate once."""
    care.rotate()


def rotate_at_once(care: KeyCare) -> None:
    """Rotate, and destroy what was there."""
    care.rotate(at_once=True)


def let_time_pass(care: KeyCare) -> None:
    """Do what is due."""
    care.settle()


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("plan", [rotate, rotate_at_once, let_time_pass], ids=lambda plan: plan.__name__)
def test_a_rotation_that_is_cut_off_leaves_everything_readable(
    tmp_path: Path, knife: Knife, plan: Plan, *, closed: bool
) -> None:
    """Wherever it ends: key file and words open all of it, and what is done again ends as it would have."""
    nth = 0
    while True:
        house = KeyHouse.at(tmp_path / str(nth), closed=closed)
        recovery_file.write_for_words(house.places, SECRET)
        vault, care = house.open()
        house.write(vault, 4)
        care.rotate()
        house.day += FORTNIGHT
        store = CutStore(today=house.today, shelf=house.shelf)
        store.knife = knife
        running, care = house.open(store)
        knife.left = nth
        try:
            plan(care)
        except KeyboardInterrupt:
            see_that_it_stands(house)
            house.see_that_all_can_be_read(running)
        else:
            break
        plan(house.open()[1])
        see_that_it_stands(house)
        assert len(house.held().keks) <= 3
        assert not list(house.places.written.parent.glob("*.new"))
        nth += 1
    assert nth >= 6


def see_that_it_stands(house: KeyHouse) -> None:
    """The key file opens everything, and so does what the words bring back."""
    house.see_that_all_can_be_read()
    typed = " ".join(words.words_of(SECRET))
    brought_back = recovery_file.open_text(house.places.recovery.read_text(), typed)
    needed = house.store().kek_ids()
    assert needed <= {kek.id for kek in brought_back.keks}
    assert brought_back.root == house.held().root
