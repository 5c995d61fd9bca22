"""A9: wrong, missing or rotated-away KEK: no start, exit code 3, nothing written, nothing in plain.

As a process of its own it is told elsewhere, of files, settings, systemd and KMS; here the house refuses.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.vault import material
from bot.errors import ReststopError
from tests.e2e.erasing import inside
from tests.e2e.sim_driver import story_in_process

HELD_BY = (
    "tests/e2e/test_keys_lost.py::test_a9_a_missing_key_is_never_replaced",
    "tests/e2e/test_keys_lost.py::test_a9_another_key_is_recognised",
    "tests/e2e/test_keys_lost.py::test_a9_a_key_that_was_rotated_away_opens_nothing",
    "tests/e2e/test_keys_lost.py::test_a_lost_key_store_is_not_started_over",
    "tests/e2e/test_keys_kms.py",
    "tests/unit/keys/test_key_provider_gone.py",
    "tests/faults/test_f15_key_provider.py",
)


def _wrong(key: Path) -> None:
    key.write_text(material.render(material.create()))


def _without_its_last(key: Path) -> None:
    old = material.parse(key.read_text())
    key.write_text(material.render(material.without(material.with_new_kek(old), {old.keks[0].id})))


def test_a9_no_key_no_start(tmp_path: Path) -> None:
    """Exit code 3, both databases as they were, and no key is made; with the key back it opens."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        story.command("ana", "start")
        story.press("ana", "consent.yes")
    key = data.with_name("data.key")
    own, before = key.read_bytes(), _databases(data)
    spoils: tuple[Callable[[Path], object], ...] = (_wrong, _without_its_last, Path.unlink)
    for spoil in spoils:
        spoil(key)
        spoilt = key.read_bytes() if key.exists() else None
        with pytest.raises(ReststopError) as refused, story_in_process(data) as story:
            story.command("ana", "journal last")
        assert refused.value.exit_code == 3
        assert _databases(data) == before
        assert (key.read_bytes() if key.exists() else None) == spoilt
        key.write_bytes(own)
        key.chmod(0o600)
    with inside(data) as house:
        assert len(house.people()) == 1


def _databases(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in data.iterdir() if path.suffix == ".db"}
