"""What a start waits for the library: read and checked, a pack beside it drawn; and the check as a process.

Other programs of a machine only add to a time, so the quickest of the rounds is what is judged.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from adapters.content.loader import load
from bot.app.fitting import load_library, misfits
from bot.app.library import Folders, library_folder
from tests.bench.harness import ROUNDS, Figure, paired

LOAD_SECONDS = 0.3
CHECK_SECONDS = 3.0
_ROOT = Path(__file__).resolve().parents[2]


def load_figures() -> Iterator[Figure]:
    """Compare reading and checking with the bare YAML, and what a start with a library of one's own does."""
    own = Path(tempfile.mkdtemp()) / "prompts"
    shutil.copytree(library_folder(), own)
    texts = [file.read_text("utf-8") for file in sorted(library_folder().rglob("*.yaml"))]

    def parse() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    def start() -> None:
        misfits.cache_clear()
        load_library(Folders(own))

    goal = f"the goal is {LOAD_SECONDS} s for the quickest, not a ratio"
    yield _judged(
        "load", lambda: load(library_folder()), parse, LOAD_SECONDS, f"beside its bare YAML; {goal}"
    )
    drawn = "a library in place of ours, with every card drawn for every platform, beside the bare YAML"
    yield paired("load_and_draw", _pairs(start, parse), n=1, unit="s", why=drawn)
    shutil.rmtree(own.parent)


def check_figures() -> Iterator[Figure]:
    """Compare `content check` with the shell of the command line alone."""
    with tempfile.TemporaryDirectory() as home:
        environ = {"HOME": home, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}

        def run(*words: str) -> None:
            command = [sys.executable, "-m", "bot.app.cli", *words]
            subprocess.run(command, cwd=home, env=environ, stdout=subprocess.DEVNULL, check=True)

        why = f"beside --help; the goal is {CHECK_SECONDS:.0f} s for the quickest, not a ratio"
        check, shell = (lambda: run("content", "check")), (lambda: run("--help"))
        yield _judged("content_check", check, shell, CHECK_SECONDS, why)


def _judged(
    bench: str, product: Callable[[], object], floor: Callable[[], object], goal: float, why: str
) -> Figure:
    pairs = _pairs(product, floor)
    figure = paired(bench, pairs, n=1, unit="s", why=why)
    return figure.judged(ok=min(mine for mine, _ in pairs) <= goal)


def _pairs(product: Callable[[], object], floor: Callable[[], object]) -> list[tuple[float, float]]:
    product()
    floor()
    return [(_seconds(product), _seconds(floor)) for _ in range(ROUNDS)]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
