"""An event loop on virtual time, on which a process can end as by `kill -9`: no step of it comes any more.

Nothing waits for anything real: where nobody has anything to do, time is where somebody has. What would run
on a thread runs at once. So the order of all things follows from what is asked of the loop, and from nothing
else.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, Future
from contextlib import suppress
from contextvars import Context, ContextVar, copy_context
from datetime import UTC, datetime, timedelta
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Process:
    """A process of the simulation: everything that was begun in its name ends when it does."""

    def __init__(self, number: int) -> None:
        """Live, as the one of this number."""
        self.number = number
        self.is_dead = False
        self.ended = asyncio.Event()
        self.tasks: list[asyncio.Task[object]] = []


_whose: ContextVar[Process | None] = ContextVar("process", default=None)
"""In whose name something happens; None is the world outside."""


class AtOnce(Executor):
    """An executor that has no thread: what is submitted has happened."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it now."""
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as fault:  # noqa: BLE001 - it is the caller's, as a thread would hand it on
            done.set_exception(fault)
        return done


class _Waits(selectors.SelectSelector):
    """Lets time pass instead of waiting."""

    passes: Callable[[float | None], None]

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout != 0:
            self.passes(timeout)
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time passes only where nobody has anything to do."""

    def __init__(self) -> None:
        """Begin at zero seconds."""
        waits = _Waits()
        waits.passes = self._passes
        super().__init__(waits)
        self._seconds = 0.0
        self.set_exception_handler(lambda _loop, _context: None)

    def time(self) -> float:
        """Return the virtual seconds since the beginning."""
        return self._seconds

    def call_soon(
        self, callback: Callable[..., object], *args: object, context: Context | None = None
    ) -> asyncio.Handle:
        """Call soon, unless it would be in the name of a process that is no more."""
        handle = super().call_soon(callback, *args, context=context or copy_context())
        if _is_of_the_dead(handle):
            handle.cancel()
        return handle

    call_soon_threadsafe = call_soon
    """There is no other thread."""

    def create_task(  # type: ignore[override]  # the stubs of the base class say less than it takes
        self,
        coro: Any,  # noqa: ANN401 - as the base class has it, whose stubs differ by version
        *,
        name: str | None = None,
        context: Context | None = None,
    ) -> asyncio.Task[Any]:  # Any: what a coroutine returns is its own matter
        """Begin a task in the name of whoever begins it."""
        task: asyncio.Task[Any] = super().create_task(coro, name=name, context=context)  # Any: as above
        process = _whose.get() if context is None else context.get(_whose)
        if process is not None:
            process.tasks = [each for each in process.tasks if not each.done()]
            process.tasks.append(task)
        return task

    def run_in_executor(
        self, executor: Executor | None, func: Callable[..., T], *args: object
    ) -> asyncio.Future[T]:
        """Do it at once."""
        del executor
        return asyncio.wrap_future(AtOnce().submit(func, *args), loop=self)

    def kill(self, process: Process) -> None:
        """End a process: what it would have done next does not happen."""
        process.is_dead = True
        process.ended.set()
        for handle in (*self._ready, *self._scheduled):  # type: ignore[attr-defined]  # asyncio names neither
            if _is_of_the_dead(handle):
                handle.cancel()

    def clear_away(self, process: Process) -> None:
        """Let go of what a dead process held open, as an operating system does. Nothing else comes of it."""
        for task in process.tasks:
            task._log_destroy_pending = False  # type: ignore[attr-defined]  # noqa: SLF001 - it is pending for good
            with suppress(RuntimeError, ValueError, Exception):
                _in_name_of(process).run(task.get_coro().close)
        process.tasks.clear()

    def _passes(self, seconds: float | None) -> None:
        if seconds is None:
            raise RuntimeError("nobody has anything to do, and nobody ever will")
        self._seconds += seconds


class LoopClock:
    """The clock of the house: the loop's seconds, from an instant on."""

    def __init__(self, loop: VirtualLoop, start: datetime) -> None:
        """Show `start` when the loop begins."""
        self._loop, self._start = loop, start.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant."""
        return self._start + timedelta(seconds=self._loop.time())

    def elapsed(self) -> float:
        """Return the seconds since the beginning."""
        return self._loop.time()


def begin(process: Process | None, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:  # Any: unused
    """Begin something in the name of a process, or of the world outside: that goes on whoever dies."""
    return asyncio.get_running_loop().create_task(work, context=_in_name_of(process))


def _in_name_of(process: Process | None) -> Context:
    context = copy_context()
    context.run(_whose.set, process)
    return context


def _is_of_the_dead(handle: asyncio.Handle) -> bool:
    context: Context = handle._context  # type: ignore[attr-defined]  # noqa: SLF001 - the only place that tells
    process = context.get(_whose)
    return process is not None and process.is_dead
