"""What a start costs with a hundred thousand people beside a thousand: in time, and in memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.crowd import make_crowd, make_keys
from tests.bench.harness import Figure, paired

FEW, MANY = 1_000, 100_000
SLOWER, LARGER = 1.1, 1.02
_ROOT = Path(__file__).resolve().parents[2]
_ROUNDS = 7


def figures() -> Iterator[Figure]:
    """Start and stop the terminal on both folders in turn; nobody there is due."""
    with tempfile.TemporaryDirectory() as home:
        few, many = (_folder(Path(home) / str(people), people) for people in (FEW, MANY))
        rounds = [(_start(many), _start(few)) for _ in range(_ROUNDS + 1)][1:]
        why = f"a start with {MANY:,} people beside one with {FEW:,}"
        times = [(mine[0], floor[0]) for mine, floor in rounds]
        yield paired("crowd_start_time", times, n=MANY, unit="ms", target=SLOWER, why=why)
        sizes = [(mine[1], floor[1]) for mine, floor in rounds]
        yield paired("crowd_start_memory", sizes, n=MANY, unit="MB", target=LARGER, why=f"memory of {why}")


def _folder(home: Path, people: int) -> Path:
    """Return a data folder that the product has begun itself, and that was filled afterwards."""
    home.mkdir()
    _start(home)
    data = home / "data"
    make_crowd(data, people, due=False)
    make_keys(data, people)
    return home


def _start(home: Path) -> tuple[float, float]:
    """Start, read the end of input and stop; return milliseconds and the most memory in MB."""
    environ = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(_ROOT),
        "RESTSTOP_ZONE": "UTC",
        "RESTSTOP_DATA": str(home / "data"),
    }
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.app.cli", "run"],
        cwd=home,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ChildProcessError(process.returncode)
    return (time.perf_counter() - began) * 1e3, used.ru_maxrss / 1024
