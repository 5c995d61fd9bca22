"""The real command in a process of its own, with a pipe at each end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds after which a test gives up on a process: an upper bound, never a wait."""


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return a bare environment for a data folder in a home of its own."""
    return {
        "HOME": str(data.parent),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "RESTSTOP_DATA": str(data),
        "RESTSTOP_ZONE": "Pacific/Auckland",
        **more,
    }


def reststop(data: Path, *words: str, typed: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end with `typed` on its input; it stands in its own home, away from any .env."""
    data.parent.mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [sys.executable, "-m", "bot.app.cli", *words],
        cwd=data.parent,
        env=environment(data, **more),
        input=typed,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


def started(data: Path) -> subprocess.Popen[bytes]:
    """Start a session whose lines a test types one by one."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-m", "bot.app.cli", "run"],
        cwd=data.parent,
        env=environment(data),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
    )


def visit(data: Path, *lines: str, **more: str) -> str:
    """Sit at the terminal, type lines, and leave; return the whole screen."""
    done = reststop(data, "run", typed="".join(f"{line}\n" for line in lines).encode(), **more)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


HELLO = ("yes", "3", "n", "ok")
"""What it takes to arrive: a yes, one mark, and OK to the hour."""
