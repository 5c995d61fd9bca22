"""As a process of its own (see guard_process): how late a loop comes back while a guard reads in a thread."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable
from importlib import import_module

_STEP = 0.001
_LEAST = 0.02


async def _gap(work: Awaitable[object]) -> tuple[float, float]:
    """Return the longest wait in ms beside `work`, and how long it took in seconds."""
    worst = 0.0
    task = asyncio.ensure_future(work)
    began = time.perf_counter()
    while not task.done():
        before = time.perf_counter()
        await asyncio.sleep(_STEP)
        worst = max(worst, time.perf_counter() - before - _STEP)
    await task
    return worst * 1e3, time.perf_counter() - began


async def _tell(module: str, name: str, page: str) -> None:
    """Print the first use and a long page, each beside an idle loop that runs as long."""
    guard = getattr(import_module(module), name)
    await asyncio.to_thread(len, page)
    told = []
    for text in ("Maria cancelled again on 12 May.", page):
        busy, took = await _gap(asyncio.to_thread(guard, text))
        idle, _ = await _gap(asyncio.sleep(max(took, _LEAST)))
        told.append((busy, idle))
    print(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(_tell(sys.argv[1], sys.argv[2], sys.stdin.read()))
