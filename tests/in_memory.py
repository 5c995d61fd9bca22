"""Where tests write: into memory, on a machine that has a folder for that.

Every commit of a store waits until the disk has it, and stories commit hundreds of times; what a `kill -9`
leaves is the same in memory. Whoever names a folder in TMPDIR gets that one.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - Linux names it so; each run makes a folder of its own in it
_ENOUGH = 1 << 30
"""Bytes that have to be free: a run holds a few at a time, and keeps what failed."""


def write_in_memory() -> None:
    """Let everything that asks for a temporary folder from now on, and each child, get it in memory."""
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    if shutil.disk_usage(_MEMORY).free > _ENOUGH:
        os.environ["TMPDIR"] = str(_MEMORY)
        tempfile.tempdir = None
