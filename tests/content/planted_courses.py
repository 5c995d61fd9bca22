"""A course of the library with faults planted in it, as a file that lies outside any library."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from adapters.content.loader import Report, examine
from bot.app.library import library_folder
from tests.content.planted_faults import Planted

FOLDER = library_folder() / "courses"


@cache
def whole_library() -> Report:
    """The library as it ships."""
    return examine(library_folder())


def planted(folder: Path, *faults: Planted) -> Path:
    """A file with faults, outside any library."""
    text = (FOLDER / faults[0].file).read_text("utf-8")
    for fault in faults:
        assert fault.old in text, f"{fault.file} has changed: the fault cannot be planted"
        text = text.replace(fault.old, fault.new, 1)
    file = folder / "mine.yaml"
    file.write_text(text, "utf-8")
    return file
