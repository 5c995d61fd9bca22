"""What a process may rely on that shares its work with others.

Subclass `LeasesContract` in a test file and give it fixtures `clock` and `processes`.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.ports.leases import Leases
from bot.testing.time import ManualClock

RUNS = timedelta(seconds=30)


class LeasesContract:
    """The promises of `bot.ports.leases.Leases`, for two processes on one database."""

    async def test_what_one_holds_nobody_else_takes(self, processes: tuple[Leases, Leases]) -> None:
        """Nor does asking for it wear it out."""
        first, second = processes
        assert await first.take("shard 0", "one", runs=RUNS)
        assert not await second.take("shard 0", "two", runs=RUNS)
        assert not await second.take("shard 0", "two", runs=RUNS)
        assert await second.take("shard 1", "two", runs=RUNS)

    async def test_of_two_at_once_one_has_it(self, processes: tuple[Leases, Leases]) -> None:
        """Two processes that start together."""
        first, second = processes
        for number in range(10):
            name = f"shard {number}"
            took = await asyncio.gather(
                first.take(name, "one", runs=RUNS), second.take(name, "two", runs=RUNS)
            )
            assert sorted(took) == [False, True]

    async def test_it_is_over_when_its_time_has_run(
        self, processes: tuple[Leases, Leases], clock: ManualClock
    ) -> None:
        """A process that was killed gives nothing up."""
        first, second = processes
        assert await first.take("shard 0", "one", runs=RUNS)
        clock.move_to(clock.now() + RUNS - timedelta(microseconds=1))
        assert not await second.take("shard 0", "two", runs=RUNS)
        clock.move_to(clock.now() + timedelta(microseconds=1))
        assert await second.take("shard 0", "two", runs=RUNS)
        assert not await first.take("shard 0", "one", runs=RUNS)

    async def test_its_holder_holds_it_anew(
        self, processes: tuple[Leases, Leases], clock: ManualClock
    ) -> None:
        """As often as it likes, from each time on."""
        first, second = processes
        for _ in range(3):
            assert await first.take("shard 0", "one", runs=RUNS)
            clock.move_to(clock.now() + RUNS / 2)
        assert not await second.take("shard 0", "two", runs=RUNS)

    async def test_what_is_given_up_is_free_and_only_by_its_holder(
        self, processes: tuple[Leases, Leases]
    ) -> None:
        """Whoever was late gives up nothing of another's."""
        first, second = processes
        assert await first.take("shard 0", "one", runs=RUNS)
        await second.give_up("shard 0", "two")
        assert not await second.take("shard 0", "two", runs=RUNS)
        await first.give_up("shard 0", "one")
        await first.give_up("shard 0", "one")
        assert await second.take("shard 0", "two", runs=RUNS)
