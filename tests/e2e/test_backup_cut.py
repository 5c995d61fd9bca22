"""A backup that is killed between any two steps: no half one has a name, and its key store is told of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.store import migrate
from adapters.store.copies import backup
from tests.knife import Knife

NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)


def test_a_backup_that_is_killed_leaves_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one is whole; what was cut off stays nowhere without being named after its days."""
    data, knife, nth = tmp_path / "data", Knife(), 0
    migrate.upgrade(data)
    knife.over_files(monkeypatch)
    discard = backup.discard
    while True:
        to = tmp_path / str(nth)
        knife.left = nth
        monkeypatch.setattr(backup, "discard", lambda _: None)  # who is killed tidies nothing
        try:
            backup.make(data, to, now=NOW, told=told)
        except KeyboardInterrupt:
            monkeypatch.setattr(backup, "discard", discard)
        else:
            break
        whole = backup.make(data, to, now=NOW + timedelta(minutes=1), told=told)
        named = [path for path in to.iterdir() if not path.name.startswith(".")]
        assert whole in named
        assert [len(backup.examine(path, without_keys=False).copies) for path in named] == [2] * len(named)
        overdue = backup.overdue(to, (NOW + timedelta(days=15)).date())
        assert set(overdue) == set(to.rglob("keys-until-*.db"))
        nth += 1
    assert nth >= 8


def told(_name: str, _done: int, _of: int) -> None:
    """Hear how far it is."""
