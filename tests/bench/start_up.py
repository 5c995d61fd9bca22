"""A second start to the first prompt: beside loading the libraries that nothing can do without."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.harness import Figure, compare

_ROOT = Path(__file__).resolve().parents[2]
_LIBRARIES = "import sqlalchemy, pydantic_settings, yaml, click, cryptography.hazmat.primitives.hashes"


def figures() -> Iterator[Figure]:
    """Start, read the end of input, and stop; the floor is an interpreter that imports the libraries."""
    with tempfile.TemporaryDirectory() as home:
        environ = {"HOME": home, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(_ROOT), "RESTSTOP_ZONE": "UTC"}

        def run(*arguments: str) -> None:
            subprocess.run(
                [sys.executable, *arguments],
                cwd=home,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                check=True,
            )

        yield compare(
            "start_up",
            lambda: run("-m", "bot.app.cli", "run"),
            lambda: run("-c", _LIBRARIES),
            n=1,
            why="second start to first prompt, and the end, beside importing the libraries",
        )
