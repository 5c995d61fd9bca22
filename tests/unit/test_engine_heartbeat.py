"""The heartbeat beats on the event loop, and ends."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

from adapters.engine.heartbeat import Heartbeat

PATIENCE = 10.0


class Listener:
    """Counts beats, and notes in which threads they came."""

    def __init__(self) -> None:
        """Listen to a heart that was not started yet."""
        self.heart = Heartbeat(every=timedelta(milliseconds=5), beat=self._beat)
        self.threads: list[int] = []
        self.thrice = asyncio.Event()

    def _beat(self) -> None:
        self.threads.append(threading.get_ident())
        if len(self.threads) == 3:
            self.thrice.set()


async def three_beats() -> Listener:
    """Let another heart beat three times: one that began before would have beaten twice meanwhile."""
    listener = Listener()
    await listener.heart.start()
    await asyncio.wait_for(listener.thrice.wait(), PATIENCE)
    listener.heart.stop()
    return listener


async def test_heartbeat_beats_on_the_event_loop_again_and_again() -> None:
    """Every beat comes in the loop's own thread, where an asyncio event may be set."""
    listener = await three_beats()
    assert set(listener.threads) == {threading.get_ident()}


async def test_heartbeat_ends() -> None:
    """After `stop` no beat comes, and a second call does nothing."""
    listener = await three_beats()
    listener.heart.stop()
    await asyncio.sleep(0)
    beats = len(listener.threads)
    await three_beats()
    assert len(listener.threads) == beats


async def test_heartbeat_that_was_stopped_early_never_begins() -> None:
    """An end that comes while the start is still on its way holds."""
    listener = Listener()
    starting = asyncio.create_task(listener.heart.start())
    await asyncio.sleep(0)
    listener.heart.stop()
    await asyncio.wait_for(starting, PATIENCE)
    await three_beats()
    assert listener.threads == []
