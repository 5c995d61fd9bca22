"""Files at a terminal: handed over where the person stands, for their eyes alone; and read where they say."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from adapters.console import text
from bot.surface.inbound import FILE_MAX
from bot.surface.outcome import File
from bot.surface.text import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file as it lies: what it is called, and what is in it."""

    name: str = field(repr=False)
    body: bytes = field(repr=False)


def read_file(folder: Path, said: str) -> ReadFile | str:
    """Read a file whose place was typed, seen from `folder`; else return the sentence that says why not.

    Only a plain file is read, and nothing of it is changed or kept.
    """
    name = shown(said.strip())
    try:
        place = next((each for each in _places(folder, said) if each.exists()), None)
        if place is None:
            return text.NO_SUCH_FILE.format(name=name)
        if place.is_dir():
            return text.A_FOLDER.format(name=name)
        if not place.is_file():
            return text.UNREAD.format(name=name)
        if place.stat().st_size > FILE_MAX:
            return text.TOO_LARGE.format(name=name, megabytes=FILE_MAX // 1024**2)
        return ReadFile(name=shown(place.name), body=place.read_bytes())
    except OSError:
        return text.UNREAD.format(name=name)


def _places(folder: Path, said: str) -> Iterator[Path]:
    """Walk the places that may be meant: as typed, and as a terminal writes what is dropped into it."""
    written = [said.strip()]
    with suppress(ValueError):  # a single quotation mark is part of a name
        written.append(" ".join(shlex.split(said)))
    for each in written:
        try:
            yield folder / Path(each).expanduser()
        except RuntimeError:
            continue  # nobody of that name has a home here


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
