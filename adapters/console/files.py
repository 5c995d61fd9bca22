"""Files that are handed over at a terminal: written where the person stands, for their eyes alone."""

from __future__ import annotations

import os
from pathlib import Path

from bot.surface.outcome import File


def keep_file(folder: Path, file: File) -> Path | None:
    """Write a file into `folder` and return where it lies; None where nothing can be written.

    Nothing that lies there already is touched: a second one is numbered.
    """
    stem, suffix = Path(file.name).stem, Path(file.name).suffix
    number = 1
    while True:
        place = folder / (f"{stem}-{number}{suffix}" if number > 1 else file.name)
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            continue
        except OSError:
            return None
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(file.body)
        except OSError:
            place.unlink(missing_ok=True)
            return None
        return place
