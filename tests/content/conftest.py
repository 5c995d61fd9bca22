"""A private copy of the real library, in which a test may plant a fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.content.loader import Report, examine
from bot.app.library import library_folder
from tests.content.known_files import know_files

Plant = Callable[[str, str, str], Report]


@pytest.fixture(autouse=True)
def _known_files(monkeypatch: pytest.MonkeyPatch) -> None:
    know_files(monkeypatch)


@pytest.fixture(name="copy")
def _copy(tmp_path: Path) -> Path:
    """A copy of the library that ships."""
    folder = tmp_path / "prompts"
    shutil.copytree(library_folder(), folder)
    return folder


@pytest.fixture(name="plant")
def _plant(copy: Path) -> Plant:
    """Replace one text in one file of the copy, and look the whole copy over."""

    def plant(name: str, old: str, new: str) -> Report:
        file = copy / name
        text = file.read_text("utf-8")
        assert old in text, f"{name} has changed: the fault cannot be planted"
        file.write_text(text.replace(old, new, 1), "utf-8")
        return examine(copy)

    return plant
