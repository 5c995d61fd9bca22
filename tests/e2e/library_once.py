"""The library of this repository, read once for all stories of a process: it is nobody's words.

Whoever tells a story of another folder, or of one that changes, has it read each time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from adapters.content.library import Library
from bot.app.fitting import load_library
from bot.app.library import library_folder

_known = cache(load_library)


def load_once(folder: Path) -> Library:
    """Load a library as `load_library` does; our own is not read again.

    Raises:
        ContentBroken: as of `load_library`.
    """
    return _known(folder) if folder == library_folder() else load_library(folder)


def read_once(patch: pytest.MonkeyPatch) -> None:
    """Let each house that opens in this process meanwhile have our own library as it was read once."""
    patch.setattr("bot.app.bootstrap.load_library", load_once)
