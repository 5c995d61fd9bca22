"""Opens the figures of a house: those of matplotlib where it is installed, else none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from adapters.figures import cells
from adapters.figures.passing import packed, parted
from bot.domain.charts import Chart
from bot.errors import NotDrawn
from bot.ports.figures import Figures, Frame, NoFigures

LONGEST = 60.0
"""Seconds that a drawing may take. Most take one or two."""


def open_figures() -> Figures:
    """Return what draws here. matplotlib is an extra, and is never loaded into this process."""
    return MatplotlibFigures() if find_spec("matplotlib") else NoFigures()


class MatplotlibFigures:
    """Draws pages in a process of their own (decision 0016), for one person after the other.

    The process is given charts and nothing else: no setting, no key, no file of this house; and it leaves
    nothing on disk.
    """

    draws = True

    def __init__(self, *, python: str = sys.executable, longest: float = LONGEST) -> None:
        """Start processes with `python`, and wait `longest` seconds for each."""
        self._python = python
        self._longest = longest
        self._turn = Lock()

    def draw(self, charts: Sequence[Chart], frame: Frame) -> tuple[bytes, ...]:
        """Return a PNG of each.

        Raises:
            NotDrawn: the process could not start, was ended, or took too long.
        """
        if frame is Frame.CELLS:
            return tuple(cells.draw(chart) for chart in charts)
        try:
            with self._turn, TemporaryDirectory(prefix="reststop-") as folder:
                return parted(self._run(packed(charts, frame), folder))
        except (OSError, subprocess.SubprocessError) as fault:
            raise NotDrawn from fault

    def _run(self, given: bytes, folder: str) -> bytes:
        done = subprocess.run(  # noqa: S603 - our own module, in an interpreter of ours
            [self._python, "-P", "-m", "adapters.figures.process"],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_surroundings(folder),
            timeout=self._longest,
            check=True,
        )
        return done.stdout


def _surroundings(folder: str) -> dict[str, str]:
    """Return all that the process finds around it: our modules, and a folder for a list of fonts."""
    places = (str(Path(place or ".").resolve()) for place in sys.path)
    return {
        "PYTHONPATH": os.pathsep.join(places),
        "MPLCONFIGDIR": folder,
        "MPLBACKEND": "agg",
        "MPL_IGNORE_SYSTEM_FONTS": "1",
    }
