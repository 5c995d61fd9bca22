"""The ledger of tombstones: a small file apart from the data, by which an older copy of them forgets again.

    <mark, 64 hexadecimal digits> <day>

Lines are only ever added. One that a crash cut short is the last one; the next is written below it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bot.errors import LedgerBroken
from bot.ports.keys import Tombstone

_HEADING = """\
# Whose key was destroyed, as a number that names nobody. A restored copy of the data is made to forget
# them again by this file. Keep it with the copies of the key, not with those of the data.
"""
_MARK_BYTES = 32


class Ledger:
    """One file of tombstones. It is made with the first one."""

    def __init__(self, path: Path) -> None:
        """Stand at `path`, outside of the data folder."""
        self.path = path

    def read(self) -> list[Tombstone]:
        """Return what stands in it; an absent file is an empty one.

        Raises:
            LedgerBroken: a whole line is no tombstone, or the file cannot be read.
        """
        try:
            text = self.path.read_text("ascii")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError):
            raise LedgerBroken(f"The ledger of erased people at {self.path} cannot be read.") from None
        *lines, cut_short = text.split("\n")
        del cut_short  # empty, where the last line is whole
        found = [self._read(n, line) for n, line in enumerate(lines, start=1) if line and line[0] != "#"]
        return [tombstone for tombstone in found if tombstone is not None]

    def append(self, tombstones: Iterable[Tombstone]) -> None:
        """Add lines, and return when they would survive a power cut; raises OSError where it cannot."""
        lines = "".join(f"{each.mark.hex()} {each.day.isoformat()}\n" for each in tombstones)
        if not lines:
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        with os.fdopen(opened, "rb+") as file:
            size = file.seek(0, os.SEEK_END)
            if not size:
                lines = _HEADING + lines
            else:
                file.seek(size - 1)
                if file.read(1) != b"\n":
                    lines = "~\n" + lines  # marks what stands before it as cut short
            file.write(lines.encode("ascii"))
            file.flush()
            os.fsync(opened)

    def catch_up(self, tombstones: Iterable[Tombstone]) -> None:
        """Add those of a key store that are not in it yet; raises OSError or `LedgerBroken`."""
        known = {tombstone.mark for tombstone in self.read()}
        self.append(each for each in tombstones if each.mark not in known)

    def _read(self, number: int, line: str) -> Tombstone | None:
        if line.endswith("~"):
            return None
        mark, _, day = line.partition(" ")
        try:
            tombstone = Tombstone(mark=bytes.fromhex(mark), day=date.fromisoformat(day))
        except ValueError:
            tombstone = None
        if tombstone is None or len(tombstone.mark) != _MARK_BYTES:
            raise LedgerBroken(f"Line {number} of the ledger of erased people at {self.path} cannot be read.")
        return tombstone
