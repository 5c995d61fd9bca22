"""What is built from the tree holds all that the code reads: words of the guards are files beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKED = ("bot", "adapters")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what setuptools would pack, built out of the tree."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [
            *(sys.executable, "-c", "from setuptools import setup; setup()", "-q"),
            *("egg_info", "--egg-base", str(folder), "build_py", "--build-lib", str(folder / "lib")),
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return folder / "lib"


def _files(folder: Path) -> set[str]:
    every = (path for name in PACKED for path in (folder / name).rglob("*"))
    return {
        str(path.relative_to(folder))
        for path in every
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }


def test_every_file_beside_the_code_is_packed(built: Path) -> None:
    """None more and none less; there are some that are no code."""
    assert _files(built) == _files(ROOT)
    assert any(not name.endswith(".py") for name in _files(built))


def test_the_words_of_the_guards_are_read_from_what_was_built(built: Path, tmp_path: Path) -> None:
    """Nothing of the tree is near, and a name that only the list knows is known."""
    code = (
        "from bot.guards.identifiers import finding, lexicon; from bot.guards.crisis import reading;"
        "print(lexicon.__file__); print(lexicon.look_up('wanjiru').given);"
        "finding.find('Wanjiru came.'); print(reading.read('I want to die.').label)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(built), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
    )
    where, given, label = done.stdout.decode().split()
    assert Path(where).is_relative_to(built)
    assert (int(given) > 0, label) == (True, "self_risk_high")
