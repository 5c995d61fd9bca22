"""The store in memory keeps the contract of the port, and can be in trouble when a test wants it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.errors import NotSaved
from bot.testing.faults import ArmedCrash
from bot.testing.store import MemoryStore, StoreShelf, Trouble
from bot.testing.time import ManualClock
from tests.contract.store_contract import StoreContract
from tests.contract.store_contract_units import note, noting
from tests.contract.store_samples import NOW, OpenStore


class TestMemoryStore(StoreContract):
    """The contract over one shelf."""

    @pytest.fixture
    def open_store(self, clock: ManualClock, crash: ArmedCrash) -> Iterator[OpenStore]:
        """Open stores on one shelf."""
        shelf, opened = StoreShelf(), list[MemoryStore]()

        def open_one() -> MemoryStore:
            opened.append(MemoryStore(clock=clock, crash_points=crash, shelf=shelf))
            return opened[-1]

        yield open_one
        for each in opened:
            each.close()


@pytest.mark.parametrize("trouble", list(Trouble))
async def test_memory_store_refuses_as_told(trouble: Trouble) -> None:
    """Nothing is saved while it is in trouble, only AWAY keeps readers out, and it ends when told to."""
    store = MemoryStore(clock=ManualClock(NOW))
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
