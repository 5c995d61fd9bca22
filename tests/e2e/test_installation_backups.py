"""Tokens of workspaces live with people's keys: through a backup, a rotation, and an ending that is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.ports.vault import Secret
from bot.services.hosting.installations import SealedInstallations
from bot.testing.chance import SeededChance
from tests.e2e.erasing import inside
from tests.e2e.shell import command
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_backup_and_restore import back_up

STAYS, GOES = Secret("of a workspace that stays"), Secret("of a workspace that goes")


@contextmanager
def installations(data: Path) -> Iterator[SealedInstallations]:
    """Open those of a data folder."""
    with inside(data) as house:
        yield SealedInstallations(store=house.store, vault=house.vault, chance=SeededChance("tokens"))


def begin(data: Path) -> None:
    """Make a house with somebody in it, and two workspaces."""
    with story_in_process(data) as story:
        story.command("ana", "start")
        story.press("ana", "consent.yes")
    with installations(data) as held:
        asyncio.run(held.save("slack", "T1", STAYS))
        asyncio.run(held.save("slack", "T2", GOES))


def found(data: Path) -> list[Secret | None]:
    """Return what is held for the two, after a start has tidied."""
    with story_in_process(data):
        pass
    with installations(data) as held:
        return [asyncio.run(held.find("slack", workspace)) for workspace in ("T1", "T2")]


def test_a_backup_brings_a_token_back_unless_it_was_ended(tmp_path: Path) -> None:
    """Who removed Reststop from their workspace does not find it there again; they are no erased person."""
    data = tmp_path / "data"
    begin(data)
    made = back_up(data)
    with installations(data) as held:
        asyncio.run(held.end("slack", "T2"))
    done = command(data, "restore", str(made), "--replace")
    assert (done.returncode, b"Erased" in done.stdout) == (0, False), done.stderr
    with inside(data) as house:
        assert asyncio.run(house.store.run(lambda unit: unit.installations.count())) == 1
    assert found(data) == [STAYS, None]


def test_tokens_move_to_a_new_key(tmp_path: Path) -> None:
    """A rotation that destroys the older key at once loses none."""
    data = tmp_path / "data"
    begin(data)
    before = data.with_name("data.key").read_bytes()
    done = command(data, "keys", "rotate", "--now")
    assert done.returncode == 0, done.stderr
    assert data.with_name("data.key").read_bytes() != before
    assert found(data) == [STAYS, GOES]
