"""What stories have in common: somebody who has arrived, and that each platform could show what they see."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from math import inf
from pathlib import Path

import pytest

from tests.content.known_files import know_files
from tests.e2e.canary_watch import Watch, watching
from tests.e2e.fitting import A_FEW, platforms_beside
from tests.e2e.terminal import HELLO, visit
from tests.made_once import make_once
from tests.parts import choice


@pytest.fixture(scope="session")
def _home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play the first minute and one entry, once."""
    home = tmp_path_factory.mktemp("home")
    visit(home / "data", *HELLO, "write", "one entry", ".")
    return home


@pytest.fixture
def data(_home: Path, tmp_path: Path) -> Path:
    """The data folder of somebody who agreed to an hour and wrote "one entry", with its key beside it."""
    shutil.copytree(_home / "data", tmp_path / "data")
    shutil.copy2(_home / "data.key", tmp_path / "data.key")
    return tmp_path / "data"


@pytest.fixture
def watch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Watch]:
    """Look wherever somebody else could: see `tests/e2e/canary_watch.py`."""
    with watching(tmp_path, monkeypatch, capfdbinary) as watch:
        yield watch


@pytest.fixture(autouse=True)
def _fits_platforms(monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> Iterator[None]:
    """Whatever a story in this process shows, each platform takes."""
    is_short = pytestconfig.getoption(choice.OPTION) == "short"
    with platforms_beside(monkeypatch, of_each=A_FEW if is_short else inf) as found:
        yield
    assert found == []


@pytest.fixture(autouse=True)
def _made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each house begins with, and what a doctor says of the library, is made once for all stories."""
    make_once(monkeypatch)
    know_files(monkeypatch)
