"""What a picture of one mark costs: its time, and the longest wait of the event loop meanwhile."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

from adapters.figures.figures import MatplotlibFigures
from bot.ports.figures import Frame
from tests.bench.harness import Figure, compare, paired
from tests.bench.loop_gap import GOAL_MS, gaps
from tests.contract.figures_samples import WEEKS

_ROUNDS = 7
_LEAST = 0.05
_LIBRARY = "import matplotlib.figure, matplotlib.backends.backend_agg, matplotlib.patheffects"


def figures() -> Iterator[Figure]:
    """Draw eight weeks as the router does, in a thread; the floor is a process that imports matplotlib."""
    drawing = MatplotlibFigures()

    def draw(frame: Frame) -> None:
        drawing.draw([WEEKS], frame)

    with tempfile.TemporaryDirectory() as folder:
        around = {"MPLCONFIGDIR": folder, "MPL_IGNORE_SYSTEM_FONTS": "1"}

        def load() -> None:
            subprocess.run([sys.executable, "-c", _LIBRARY], cwd=folder, env=around, check=True)

        yield compare(
            "picture",
            lambda: draw(Frame.LIGHT),
            load,
            n=1,
            rounds=_ROUNDS,
            why="a page of one mark, its process and all, beside a process that imports matplotlib",
        )
    yield _gap("picture_gap", lambda: draw(Frame.LIGHT))
    yield _gap("picture_cells_gap", lambda: draw(Frame.CELLS))


def _gap(bench: str, work: Callable[[], None]) -> Figure:
    """Compare the longest wait of a loop beside `work` in a thread with that of an idle one as long."""
    pairs: list[tuple[float, float]] = []
    with asyncio.Runner() as runner:
        runner.run(asyncio.to_thread(time.perf_counter))
        for _ in range(_ROUNDS):
            busy, took = runner.run(gaps(lambda: asyncio.to_thread(work)))
            idle, _ = runner.run(gaps(lambda took=took: asyncio.sleep(max(took, _LEAST))))  # type: ignore[misc]  # bound now
            pairs.append((max(busy), max(idle)))
    why = f"longest wait of a loop while a page is drawn, and idle as long; the goal is {GOAL_MS:.0f} ms"
    figure = paired(bench, pairs, n=1, unit="ms", why=why)
    return figure.judged(ok=figure.figure <= GOAL_MS)
