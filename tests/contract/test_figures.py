"""matplotlib and the fake keep the promises of figures; a house without them draws nothing."""

from __future__ import annotations

import stat
import struct
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from adapters.figures.figures import MatplotlibFigures, open_figures
from bot.domain.charts import Chart
from bot.errors import NotDrawn
from bot.ports.figures import Frame, NoFigures
from bot.testing.figures import OnePixelFigures
from tests.contract.figures_contract import EVERY, Drawn, FiguresContract
from tests.contract.figures_samples import WEEKS

MOST_BYTES = 120 * 1024


@cache
def _drawn(charts: tuple[Chart, ...], frame: Frame) -> tuple[bytes, ...]:
    return MatplotlibFigures().draw(charts, frame)


@pytest.mark.skipif(find_spec("matplotlib") is None, reason="matplotlib is an extra")
class TestMatplotlibFigures(FiguresContract):
    """The contract, in processes that draw."""

    @pytest.fixture
    def figures(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MatplotlibFigures]:
        """Give figures, and see that they leave nothing on disk: the folder of a process goes with it."""
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        yield MatplotlibFigures()
        assert list(tmp_path.iterdir()) == []

    @pytest.fixture
    def drawn(self) -> Drawn:
        """Give what was drawn once."""
        return lambda charts, frame: _drawn(tuple(charts), frame)

    def test_matplotlib_pages_are_of_one_size(self, drawn: Drawn) -> None:
        """1200 by 675 pixels, and small enough to send; no day and no program is named in them."""
        for png in drawn(EVERY, Frame.LIGHT):
            assert struct.unpack(">II", png[16:24]) == (1200, 675)
            assert len(png) <= MOST_BYTES
            assert [word for word in (b"tEXt", b"tIME", b"iTXt", b"zTXt") if word in png] == []


class TestOnePixelFigures(FiguresContract):
    """The contract, on the fake."""

    @pytest.fixture
    def figures(self) -> OnePixelFigures:
        """Give figures of one pixel."""
        return OnePixelFigures()

    @pytest.fixture
    def drawn(self, figures: OnePixelFigures) -> Drawn:
        """Give what the same ones draw."""
        return figures.draw


def test_no_figures_refuse() -> None:
    """Nothing is offered there; who asks all the same has made a mistake."""
    assert not NoFigures().draws
    with pytest.raises(LookupError):
        NoFigures().draw([WEEKS], Frame.LIGHT)


def test_without_matplotlib_there_are_no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is an extra."""
    monkeypatch.setattr("adapters.figures.figures.find_spec", lambda _name: None)
    assert isinstance(open_figures(), NoFigures)


@pytest.mark.parametrize("ending", ["exit 1", "kill -9 $$", "sleep 60"])
def test_a_process_that_fails_is_said(tmp_path: Path, ending: str) -> None:
    """Where it breaks, is ended from outside or takes too long, and where it cannot start."""
    figures = MatplotlibFigures(python=_script(tmp_path, ending), longest=0.5)
    with pytest.raises(NotDrawn):
        figures.draw([WEEKS], Frame.LIGHT)
    with pytest.raises(NotDrawn):
        MatplotlibFigures(python=str(tmp_path / "none")).draw([WEEKS], Frame.LIGHT)


def test_a_disk_with_no_room_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no folder can be made for a process, the words stand alone too."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(NotDrawn):
        MatplotlibFigures().draw([WEEKS], Frame.LIGHT)


def test_a_process_is_given_charts_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting and no token of this house is around it, and no mark is among its arguments."""
    seen = tmp_path / "seen"
    monkeypatch.setenv("RESTSTOP_CANARY", "canary-in-a-setting")
    script = _script(tmp_path, f'env >{seen}\necho "$@" >>{seen}\ncat >{seen}.given')
    MatplotlibFigures(python=script).draw([WEEKS], Frame.LIGHT)
    told = seen.read_text("utf-8")
    assert "MPLCONFIGDIR=" in told
    assert "adapters.figures.process" in told
    assert "canary" not in told
    assert WEEKS.ask not in told
    assert WEEKS.ask in Path(f"{seen}.given").read_text("utf-8")


def _script(folder: Path, line: str) -> str:
    """Return a program that stands in for Python and does one thing."""
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)
