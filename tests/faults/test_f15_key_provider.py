"""F15: AWS KMS is down, slow, wrong, or says no. In short: `tests/unit/keys/test_key_provider_gone.py`.

No AWS is asked: a KMS on this machine answers in every way in which one fails.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.vault import material
from adapters.vault.kms import Kms
from tests.e2e.terminal import HELLO, reststop, visit
from tests.faults.report import Table
from tests.sim.kms_here import ASKS_AS, DOWN, OTHER, REFUSALS, REGION, KmsHere, Minutes, kms_here
from tests.unit.keys.gone_stories import STORIES
from tests.unit.keys.keyed_world import keyed_world

TROUBLES = (*DOWN, *REFUSALS, OTHER, "InvalidCiphertextException", "IncorrectKeyException")
REFUSED_WITHIN = 10.0


@pytest.fixture(scope="module")
def running() -> Iterator[KmsHere]:
    """Give a KMS on this machine."""
    with kms_here() as kms:
        yield kms


@pytest.fixture
def kms(running: KmsHere, monkeypatch: pytest.MonkeyPatch) -> Iterator[KmsHere]:
    """Give it in order, to somebody who may ask it, and leave it so."""
    for name, value in ASKS_AS.items():
        monkeypatch.setenv(name, value)
    yield running
    running.trouble = ""


@pytest.fixture(scope="module")
def home(running: KmsHere, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a house whose key KMS opens, with a page in it, and a plain key beside it that is not its own."""
    data = tmp_path_factory.mktemp("home") / "data"
    visit(data, *HELLO, "write", "one entry", ".", **running.settings)
    data.with_name("data.key").write_text(material.render(material.create()))
    data.with_name("data.key").chmod(0o600)
    return data


def test_f15_a_start_fails_closed(home: Path, kms: KmsHere, table: Table) -> None:
    """For every trouble: exit code 3, in time, nothing written, and the plain key beside it is left alone."""
    before = {
        path: path.read_bytes() for path in home.parent.rglob("*") if path.suffix in {".db", ".key", ".kms"}
    }
    wrong, slowest = list[str](), 0.0
    for trouble in TROUBLES:
        kms.trouble = trouble
        began = time.monotonic()
        done = reststop(home, "run", typed=b"journal last\n", **kms.settings)
        slowest = max(slowest, time.monotonic() - began)
        after = {path: path.read_bytes() for path in before}
        if (done.returncode, done.stdout, after == before) != (3, b"", True) or b"Traceback" in done.stderr:
            wrong.append(trouble)
    kms.trouble = ""
    came_back = "one entry" in visit(home, "journal last", **kms.settings)
    table.record("F15", f"starts let through, {len(TROUBLES)} troubles of KMS", len(wrong), 0, not wrong)
    is_quick = slowest <= REFUSED_WITHIN
    table.record("F15", "slowest refusal, s", slowest, f"<= {REFUSED_WITHIN:g}", is_quick)
    assert (wrong, came_back, is_quick) == ([], True, True)


async def test_f15_a_house_that_runs_goes_on(tmp_path: Path, kms: KmsHere, table: Table) -> None:
    """Reminders, pages and "not saved", for every trouble; no key is ever written in the open."""
    told, wrong = 0, list[str]()
    for trouble in TROUBLES:
        for story in STORIES:
            name = f"{trouble}-{story.__name__}"
            safe = Kms(kms.key_id, region=REGION, url=kms.url, monotonic=Minutes(), within=0.2)

            @contextmanager
            def gone(of: str = trouble) -> Iterator[None]:
                kms.trouble = of
                yield
                kms.trouble = ""

            with keyed_world(tmp_path / name, safe) as house:
                try:
                    await story(house, gone)
                    told += 1
                except AssertionError:
                    wrong.append(name)
                finally:
                    kms.trouble = ""
                plain = [
                    f" {line.split()[-1]}" for line in material.render(house.keys.held()).splitlines()[2:]
                ]
            texts = [path.read_text() for path in (tmp_path / name).rglob("*") if path.is_file()]
            if any(key in text for key in plain for text in texts):
                wrong.append(f"{name}: in the open")
    table.record("F15", f"stories that went wrong, of {told + len(wrong)}", len(wrong), 0, not wrong)
    assert wrong == []
