"""A knife: what is under way ends at its nth step, as `kill -9` would end it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_rename, _fsync = Path.rename, os.fsync


class Knife:
    """Ends everything at the nth step: before or after whatever is put under it."""

    def __init__(self) -> None:
        """Cut nothing yet."""
        self.left: int | None = None

    def step(self) -> None:
        """Pass one step, or end here."""
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.left = None
                raise KeyboardInterrupt

    def over_files(self, patch: pytest.MonkeyPatch) -> None:
        """Hang over each file that is put in place or made to last: before and after."""

        def rename(path: Path, to: Path) -> Path:
            self.step()
            done = _rename(path, to)
            self.step()
            return done

        def fsync(opened: int) -> None:
            self.step()
            _fsync(opened)
            self.step()

        patch.setattr(Path, "rename", rename)
        patch.setattr(os, "fsync", fsync)
