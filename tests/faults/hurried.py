"""An event loop on which waiting takes no time: where nothing can happen, its clock jumps to what is next.

Real sockets, real libraries and the real engine run on it; what takes ten minutes takes as long as its work.
Work itself takes no time on it: only waits do, so that a figure is that of pacing and not of this machine.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypeVar

from bot.testing.time import ManualClock

T = TypeVar("T")

_GRACE = 0.002
"""Seconds of this machine in which what was sent to another socket of this process is there."""
Ready = list[tuple[selectors.SelectorKey, int]]


class HurriedLoop(asyncio.SelectorEventLoop):
    """The loop. `hurry` sets the clock that goes along with it."""

    def __init__(self) -> None:
        """Begin at no time."""
        self._eager = _Eager(self._jump)
        super().__init__(self._eager)
        self._passed = 0.0
        self._moved: Callable[[timedelta], None] = lambda _: None

    def time(self) -> float:
        """Return the seconds that were waited for."""
        return self._passed

    def hurry(self, moved: Callable[[timedelta], None]) -> None:
        """Let `moved` hear how much time goes by, whenever it does."""
        self._moved = moved

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Let the clock stand still while something works that the loop cannot see."""
        self._eager.busy += 1
        try:
            yield
        finally:
            self._eager.busy -= 1

    def run_in_executor(
        self, executor: Executor | None, func: Callable[..., T], *args: object
    ) -> asyncio.Future[T]:
        """Do work on a thread; the clock stands still meanwhile."""
        self._eager.busy += 1
        future: asyncio.Future[T] = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._done)
        return future

    def _done(self, _future: asyncio.Future[Any]) -> None:  # Any: whatever the work returns
        self._eager.busy -= 1

    def _jump(self, seconds: float) -> None:
        self._passed += seconds
        self._moved(timedelta(seconds=seconds))


class _Eager(selectors.DefaultSelector):
    """Waits for sockets only; a wait for time is over at once."""

    def __init__(self, jump: Callable[[float], None]) -> None:
        """Tell `jump` of each wait that was not waited for."""
        super().__init__()
        self._jump = jump
        self.busy = 0
        """How many threads work."""

    def select(self, timeout: float | None = None) -> Ready:
        """Return what can be read and written; nothing, and later, where there is nothing for so long."""
        ready = super().select(0)
        if ready or (timeout is not None and timeout <= 0):
            return ready
        if timeout is None or self.busy:
            return super().select(timeout)
        ready = super().select(_GRACE)
        if not ready:
            self._jump(timeout)
        return ready


def hurried(main: Callable[[HurriedLoop], Coroutine[object, None, T]]) -> T:
    """Run `main` on such a loop."""
    loops = list[HurriedLoop]()

    def make() -> HurriedLoop:
        loops.append(HurriedLoop())
        return loops[-1]

    with asyncio.Runner(loop_factory=make) as runner:
        runner.get_loop()
        return runner.run(main(loops[0]))


def goes_along(clock: ManualClock, *then: Callable[[], None]) -> Callable[[timedelta], None]:
    """Return what moves a clock with a loop, and then lets happen what is due by it."""

    def moved(by: timedelta) -> None:
        clock.move_to(clock.now() + by)
        for each in then:
            each()

    return moved
