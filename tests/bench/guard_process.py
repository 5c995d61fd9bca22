"""What a guard costs as a process of its own, and what its first use and a long page cost a loop."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.harness import ROUNDS, Figure, paired
from tests.bench.loop_gap import GOAL_MS
from tests.property.guard_pages import pages

START_SECONDS = 0.3
MEMORY_MIB = 40.0
_ROOT = Path(__file__).resolve().parents[2]
_COMMAND = ("-m", "bot.app.cli")
_GUARDS = {
    "identifiers": ("bot.guards.identifiers.finding", "find"),
    "crisis": ("bot.guards.crisis.reading", "read"),
}
_LINE = json.dumps({"id": 1, "text": "Maria cancelled again on 12 May, and I want to hide."})
_HEAVY = ("notes", "names", "digits and dots")
"""Pages of which each is long, for the loop."""
_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""
"""Tells the peak of a process in bytes, last. Small itself, since a child counts what its parent had."""


def start_figures() -> Iterator[Figure]:
    """Compare one line with the shell of the command line alone, and that with a bare interpreter.

    Other programs of a machine only add to a time, so the quickest of the starts is what is judged.
    """
    with tempfile.TemporaryDirectory() as home:

        def seconds(*arguments: str) -> float:
            began = time.perf_counter()
            _output(home, _LINE, *arguments)
            return time.perf_counter() - began

        for name in _GUARDS:
            pairs = [(seconds(*_COMMAND, "guard", name), seconds(*_COMMAND, "--help")) for _ in range(ROUNDS)]
            quickest = min(mine for mine, _ in pairs)
            why = f"one line beside --help; the goal is {START_SECONDS} s for the quickest, not a ratio"
            figure = paired(f"guard_{name}_start", pairs, n=1, unit="s", why=why)
            yield figure.judged(ok=quickest <= START_SECONDS)
        bare = [(seconds(*_COMMAND, "--help"), seconds("-c", "pass")) for _ in range(ROUNDS)]
        why = "--help beside an interpreter that does nothing: what each guard stands on"
        yield paired("guard_shell_start", bare, n=1, unit="s", why=why)


def memory_figures() -> Iterator[Figure]:
    """Compare the peak of a process that reads long pages of every kind with that of the shell alone."""
    every = [text for both in pages().values() for text in both]
    lines = "\n".join(json.dumps({"id": number, "text": text}) for number, text in enumerate(every))
    with tempfile.TemporaryDirectory() as home:
        for name in _GUARDS:
            pairs = [(_peak(home, lines, "guard", name), _peak(home, lines, "--help")) for _ in range(ROUNDS)]
            figure = paired(
                f"guard_{name}_memory",
                pairs,
                n=len(every),
                unit="MiB",
                why=f"peak over long pages beside --help; the goal is {MEMORY_MIB:.0f} MiB, not a ratio",
            )
            yield figure.judged(ok=figure.figure <= MEMORY_MIB)


def gap_figures() -> Iterator[Figure]:
    """Compare a loop beside a guard in a thread with an idle one: a process's first note, and long pages."""
    with tempfile.TemporaryDirectory() as home:
        for name in _GUARDS:
            told = {kind: [_gaps(home, name, pages()[kind][0]) for _ in range(ROUNDS)] for kind in _HEAVY}
            first = [each[0] for each in told["notes"]]
            yield _gap(f"guard_{name}_first_gap", first, "the first note of a process, when lists are read")
            later = [
                _gap(f"guard_{name}_page_gap", [each[1] for each in rounds], f"8,000 characters of {kind}")
                for kind, rounds in told.items()
            ]
            yield max(later, key=lambda figure: figure.figure)


def _gap(bench: str, pairs: list[tuple[float, float]], beside: str) -> Figure:
    why = f"longest wait of a loop beside {beside}; the goal is {GOAL_MS:.0f} ms, not a ratio"
    figure = paired(bench, pairs, n=1, unit="ms", why=why)
    return figure.judged(ok=figure.figure <= GOAL_MS)


def _peak(home: str, given: str, *arguments: str) -> float:
    """Return the most memory that a command had, in MiB."""
    told = _output(home, given, "-S", "-c", _PEAK, sys.executable, *_COMMAND, *arguments)
    return int(told.splitlines()[-1]) / 2**20


def _gaps(home: str, name: str, page: str) -> list[tuple[float, float]]:
    told = json.loads(_output(home, page, "-m", "tests.bench.guard_gap", *_GUARDS[name]))
    return [(float(busy), float(idle)) for busy, idle in told]


def _output(home: str, given: str, *arguments: str) -> str:
    environ = {"HOME": home, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=home,
        env=environ,
        input=given,
        capture_output=True,
        encoding="utf-8",
        errors="surrogatepass",
        check=True,
    )
    return done.stdout
