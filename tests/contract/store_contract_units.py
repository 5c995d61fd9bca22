"""What a unit of work is: whole or not at all, in time or not at all, and never in the loop's way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from bot.errors import NotSaved, StoreFault
from bot.ports.store import Store, Unit
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.contract.store_samples import OpenStore, a_door, a_person, arrive

PATIENCE = 30.0
"""Seconds after which a gate that nobody opens gives up: only a broken store comes so far."""


def noting(value: str) -> Callable[[Unit], None]:
    """Return a unit that writes the note `n`."""
    return lambda unit: unit.notes.put("n", value)


async def note(store: Store) -> str | None:
    """Return what the note `n` says."""
    return await store.run(lambda unit: unit.notes.get("n"), writes=False)


class Gate:
    """A unit that waits inside its transaction until the test lets it go on."""

    def __init__(self) -> None:
        """Begin closed."""
        self._entered, self._opened = threading.Event(), threading.Event()

    def hold(self, unit: Unit) -> bool:
        """Write the note, wait, and say whether somebody opened the gate."""
        unit.notes.put("n", "held")
        self._entered.set()
        return self._opened.wait(PATIENCE)

    async def entered(self) -> None:
        """Let the loop run until the unit waits."""
        assert await asyncio.to_thread(self._entered.wait, PATIENCE)

    def open(self) -> None:
        """Let the unit go on."""
        self._opened.set()


class UnitsContract:
    """The promises of `Store.run` and `Store.close`."""

    async def test_unit_keeps_what_it_wrote_and_returns_its_result(self, store: Store) -> None:
        """What a unit wrote is read by the next, and the caller has what the work returned."""

        def work(unit: Unit) -> str:
            unit.notes.put("n", "1")
            return "result"

        assert await store.run(work) == "result"
        assert await note(store) == "1"

    async def test_unit_sees_its_own_writes(self, store: Store) -> None:
        """A unit reads what it wrote, before anybody else can."""

        def work(unit: Unit) -> str | None:
            unit.notes.put("n", "mine")
            return unit.notes.get("n")

        assert await store.run(work) == "mine"

    async def test_unit_that_fails_keeps_nothing(self, store: Store) -> None:
        """The work's own exception comes through as it is, and none of its writes stay."""
        await store.run(noting("before"))

        def work(unit: Unit) -> None:
            unit.notes.put("n", "during")
            raise LookupError("of the work's own")

        with pytest.raises(LookupError, match="of the work's own"):
            await store.run(work)
        assert await note(store) == "before"

    async def test_unit_that_breaks_a_rule_is_loud_and_keeps_nothing(self, store: Store) -> None:
        """A broken constraint is a bug: no `NotSaved`, and what came before it in the unit goes too."""
        person = await arrive(store)

        def work(unit: Unit) -> None:
            unit.notes.put("n", "during")
            unit.people.add(person, a_door(person.id))

        with pytest.raises(StoreFault):
            await store.run(work)
        assert await note(store) is None

    async def test_unit_that_only_reads_keeps_nothing(self, store: Store) -> None:
        """With `writes` False a unit sees its own writes, and they are gone when it ends."""

        def work(unit: Unit) -> str | None:
            unit.notes.put("n", "lost")
            return unit.notes.get("n")

        assert await store.run(work, writes=False) == "lost"
        assert await note(store) is None

    async def test_unit_in_time_is_kept(self, store: Store, clock: ManualClock) -> None:
        """Up to its limit a unit may take as long as it takes."""

        def work(unit: Unit) -> None:
            unit.notes.put("n", "kept")
            clock.spend(2.0)

        await store.run(work, within=2.0)
        assert await note(store) == "kept"

    async def test_unit_past_its_limit_is_not_saved(self, store: Store, clock: ManualClock) -> None:
        """The limit is checked just before COMMIT: a late unit leaves nothing behind."""

        def work(unit: Unit) -> None:
            unit.notes.put("n", "late")
            clock.spend(2.001)

        with pytest.raises(NotSaved):
            await store.run(work, within=2.0)
        assert await note(store) is None
        await store.run(noting("again"), within=2.0)
        assert await note(store) == "again"

    async def test_unit_that_reads_has_a_limit_too(self, store: Store, clock: ManualClock) -> None:
        """Who set a limit does not get an answer that comes after it."""
        with pytest.raises(NotSaved):
            await store.run(lambda _: clock.spend(1.5), writes=False, within=1.0)

    async def test_units_that_write_run_one_after_another(self, store: Store) -> None:
        """Read, add one, write: of many at once not one is lost."""

        def count(unit: Unit) -> None:
            unit.notes.put("n", str(int(unit.notes.get("n") or "0") + 1))

        await asyncio.gather(*(store.run(count) for _ in range(50)))
        assert await note(store) == "50"

    async def test_what_cannot_be_undone_is_done_once(self, store: Store) -> None:
        """A unit that asked to be alone is not run again after that, whomever it would have met."""
        done: list[int] = []

        def read(unit: Unit) -> tuple[int, int]:
            return int(unit.notes.get("n") or "0"), int(unit.notes.get("m") or "0")

        def destroy(unit: Unit) -> None:
            n, m = read(unit)
            unit.be_alone()
            done.append(n + m)
            unit.notes.put("n", str(n + 1))

        def meet(unit: Unit) -> None:
            _, m = read(unit)
            unit.notes.put("m", str(m + 1))

        await asyncio.gather(*(store.run(work) for _ in range(10) for work in (meet, destroy)))
        assert await store.run(read, writes=False) == (10, 10)
        assert len(done) == len({*done}) == 10

    async def test_unit_killed_before_commit_is_lost(
        self, store: Store, open_store: OpenStore, crash: ArmedCrash
    ) -> None:
        """A house that ends just before COMMIT has written nothing."""
        crash.arm("before_commit")
        with pytest.raises(Killed):
            await store.run(noting("lost"))
        store.close()
        assert await note(open_store()) is None

    async def test_unit_killed_after_commit_is_kept(
        self, store: Store, open_store: OpenStore, crash: ArmedCrash
    ) -> None:
        """A house that ends just after COMMIT has written everything, though nobody was told."""
        crash.arm("after_commit")
        with pytest.raises(Killed):
            await store.run(noting("kept"))
        store.close()
        assert await note(open_store()) == "kept"

    async def test_unit_that_reads_passes_no_crash_point(self, store: Store, crash: ArmedCrash) -> None:
        """Where nothing is committed there is nothing to crash around."""
        crash.arm("before_commit")
        crash.arm("after_commit")
        assert await note(store) is None

    async def test_store_loses_nothing_when_it_is_opened_again(
        self, store: Store, open_store: OpenStore
    ) -> None:
        """What was written is there for the next store on the same folder."""
        person = a_person()
        await store.run(lambda unit: unit.people.add(person, a_door(person.id)))
        store.close()
        again = open_store()
        assert await again.run(lambda unit: unit.people.get(person.id), writes=False) == person

    async def test_closed_store_saves_nothing(self, store: Store) -> None:
        """After closing, a call says "not saved"; closing again is no error."""
        store.close()
        store.close()
        with pytest.raises(NotSaved):
            await store.run(noting("late"))


class UnitsBesideTheLoopContract:
    """The promises of `Store.run` and `Store.close` to who goes on while a unit works."""

    async def test_unit_waiting_for_its_turn_uses_up_its_limit(
        self, store: Store, clock: ManualClock
    ) -> None:
        """The limit counts from the call, not from when the work begins."""
        gate = Gate()
        first = asyncio.ensure_future(store.run(gate.hold))
        await gate.entered()
        second = asyncio.ensure_future(store.run(noting("late"), within=2.0))
        await asyncio.sleep(0)
        clock.spend(3.0)
        gate.open()
        assert await first
        with pytest.raises(NotSaved):
            await second
        assert await note(store) == "held"

    async def test_unit_never_blocks_the_loop(self, store: Store) -> None:
        """While a unit works, the loop runs on: here it is the loop that lets the unit end."""
        gate = Gate()
        running = asyncio.ensure_future(store.run(gate.hold))
        await gate.entered()
        gate.open()
        assert await running

    async def test_unit_that_reads_does_not_wait_for_one_that_writes(self, store: Store) -> None:
        """A reader goes on beside a writer, and sees nothing that is not committed."""
        await store.run(noting("before"))
        gate = Gate()
        writing = asyncio.ensure_future(store.run(gate.hold))
        await gate.entered()
        assert await note(store) == "before"
        gate.open()
        await writing
        assert await note(store) == "held"

    async def test_unit_is_never_abandoned(self, store: Store) -> None:
        """A caller that is cancelled leaves the unit to finish, and it is kept."""
        gate = Gate()
        running = asyncio.ensure_future(store.run(gate.hold))
        await gate.entered()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        gate.open()
        assert await store.run(lambda unit: unit.notes.get("n")) == "held"

    async def test_unit_in_the_queue_is_never_abandoned(self, store: Store) -> None:
        """Also a unit that only waits for its turn is run when its caller has gone."""
        gate = Gate()
        first = asyncio.ensure_future(store.run(gate.hold))
        await gate.entered()
        second = asyncio.ensure_future(store.run(noting("second")))
        await asyncio.sleep(0)
        second.cancel()
        gate.open()
        await first
        async with asyncio.timeout(PATIENCE):
            while await note(store) != "second":
                pass

    async def test_close_finishes_what_runs(self, store: Store, open_store: OpenStore) -> None:
        """Closing waits for the unit that runs and for those that were asked for before."""
        gate = Gate()
        running = asyncio.ensure_future(store.run(gate.hold))
        await gate.entered()
        waiting = asyncio.ensure_future(store.run(noting("waiting")))
        await asyncio.sleep(0)
        closing = asyncio.ensure_future(asyncio.to_thread(store.close))
        gate.open()
        await closing
        assert await running
        await waiting
        assert await note(open_store()) == "waiting"
