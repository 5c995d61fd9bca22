"""The heartbeat beats on the event loop, and ends."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

from adapters.engine.heartbeat import Heartbeat

BEAT = timedelta(milliseconds=5)
PATIENCE = 10.0


async def test_heartbeat_beats_on_the_event_loop_again_and_again() -> None:
    """Every beat comes in the loop's own thread, where an asyncio event may be set."""
    threads: list[int] = []
    thrice = asyncio.Event()

    def beat() -> None:
        threads.append(threading.get_ident())
        if len(threads) >= 3:
            thrice.set()

    heart = Heartbeat(every=BEAT, beat=beat)
    await heart.start()
    await asyncio.wait_for(thrice.wait(), PATIENCE)
    await heart.stop()
    assert set(threads) == {threading.get_ident()}


async def test_heartbeat_leaves_nothing_on_the_loop() -> None:
    """After `stop` no task remains, and a second call does nothing."""
    heart = Heartbeat(every=BEAT, beat=lambda: None)
    await heart.start()
    await heart.stop()
    await heart.stop()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_heartbeat_that_was_stopped_early_never_begins() -> None:
    """An end that comes while the start is still on its way holds."""
    beats: list[int] = []
    heart = Heartbeat(every=BEAT, beat=lambda: beats.append(1))
    starting = asyncio.create_task(heart.start())
    await asyncio.sleep(0)
    await heart.stop()
    await asyncio.wait_for(starting, PATIENCE)
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert beats == []
