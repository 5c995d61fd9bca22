"""kill -9 at any moment of `keys rotate`: everything opens afterwards, and the next one goes on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from adapters.store.keys import open_keys
from adapters.vault.providers import find_material
from adapters.vault.ring import KeyRing
from bot.app.bootstrap import key_places
from bot.app.cli.sim import story_settings
from bot.domain.people import PersonId
from tests.e2e.shell import command
from tests.e2e.terminal import HELLO, RESTSTOP, environment, visit

KILLS = range(20)
PEOPLE = 1_200


@contextmanager
def ring_of(data: Path) -> Iterator[KeyRing]:
    """Open the keys of a data folder as its key file says now."""
    with closing(open_keys(data, today=lambda: date(2026, 1, 5))) as keystore:
        yield KeyRing(find_material(key_places(story_settings(data)), may_create=False), keystore)


def see_that_all_open(data: Path) -> None:
    """Unwrap everybody's key."""
    with ring_of(data) as ring:
        for number in range(PEOPLE):
            ring.key_of(PersonId(UUID(int=number + 1)))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a house with one entry, and keys of many people."""
    data = tmp_path_factory.mktemp("crowded") / "data"
    visit(data, *HELLO, "write", "one entry", ".")
    with ring_of(data) as ring:
        for number in range(PEOPLE):
            ring.create(PersonId(UUID(int=number + 1)))
    return data


@pytest.mark.parametrize("kill", KILLS)
def test_a_rotation_that_is_killed_leaves_everything_readable(
    crowded: Path, tmp_path: Path, kill: int
) -> None:
    """However far it came."""
    data = tmp_path / "data"
    shutil.copytree(crowded, data)
    shutil.copy2(crowded.with_name("data.key"), data.with_name("data.key"))
    before = data.with_name("data.key").read_bytes()
    arguments = [*RESTSTOP, "keys", "rotate"]
    pipe = subprocess.PIPE
    with subprocess.Popen(arguments, cwd=tmp_path, env=environment(data), stderr=pipe) as process:
        assert process.stderr is not None
        batches = kill % 4
        for _ in range(batches):
            process.stderr.readline()  # one for each batch that was committed
        while not batches and data.with_name("data.key").read_bytes() == before:
            assert process.poll() is None  # until the new key file has taken its place
        process.kill()
    see_that_all_open(data)
    assert command(data, "keys", "rotate").returncode == 0
    see_that_all_open(data)
    assert "one entry" in visit(data, "journal last")
