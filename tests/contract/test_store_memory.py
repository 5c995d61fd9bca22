"""The store in memory keeps the contract of the port, and can be in trouble when a test wants it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.errors import NotSaved
from bot.ports.store import Store
from bot.testing.faults import ArmedCrash
from bot.testing.store import MemoryStore, StoreShelf, Trouble
from bot.testing.time import ManualClock
from tests.contract.store_contract import StoreContract
from tests.contract.store_contract_units import UnitsContract, note, noting
from tests.contract.store_samples import NOW, OpenStore


def opening(clock: ManualClock, crash: ArmedCrash, *, at_once: bool) -> Iterator[OpenStore]:
    """Open stores on one shelf, and close them in the end."""
    shelf, opened = StoreShelf(), list[MemoryStore]()

    def open_one() -> MemoryStore:
        opened.append(MemoryStore(clock=clock, crash_points=crash, shelf=shelf, at_once=at_once))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


class TestMemoryStore(StoreContract):
    """The contract over one shelf."""

    @pytest.fixture
    def open_store(self, clock: ManualClock, crash: ArmedCrash) -> Iterator[OpenStore]:
        """Open stores on one shelf."""
        yield from opening(clock, crash, at_once=False)


class TestMemoryStoreAtOnce(UnitsContract):
    """What a unit of work is does not need a thread."""

    @pytest.fixture
    def clock(self) -> ManualClock:
        """Give the store and the test the same time."""
        return ManualClock(NOW)

    @pytest.fixture
    def crash(self) -> ArmedCrash:
        """Let a test end the house at a crash point."""
        return ArmedCrash()

    @pytest.fixture
    def open_store(self, clock: ManualClock, crash: ArmedCrash) -> Iterator[OpenStore]:
        """Open stores on one shelf."""
        yield from opening(clock, crash, at_once=True)

    @pytest.fixture
    def store(self, open_store: OpenStore) -> Store:
        """Open the first store."""
        return open_store()


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("trouble", list(Trouble))
async def test_memory_store_refuses_as_told(trouble: Trouble, *, at_once: bool) -> None:
    """Nothing is saved while it is in trouble, only AWAY keeps readers out, and it ends when told to."""
    store = MemoryStore(clock=ManualClock(NOW), at_once=at_once)
    store.refuse(trouble)
    with pytest.raises(NotSaved):
        await store.run(noting("lost"))
    if trouble is Trouble.AWAY:
        with pytest.raises(NotSaved):
            await note(store)
    else:
        assert await note(store) is None
    store.refuse(None)
    await store.run(noting("kept"))
    assert await note(store) == "kept"
    store.close()
