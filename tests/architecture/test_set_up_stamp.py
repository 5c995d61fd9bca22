"""An environment is used again only when it was finished, and from the very lock that stands here now."""

from pathlib import Path

from tools.make_venv import fingerprint, fits


def test_unfinished_environment_does_not_fit(tmp_path: Path) -> None:
    """The stamp is written last: without it, or with half of it, the set-up starts afresh."""
    lock, stamp = tmp_path / "x.lock", tmp_path / "x.stamp"
    lock.write_text("click==8.5.1\n")
    assert not fits(stamp, lock)
    stamp.write_text(fingerprint(lock)[:20])
    assert not fits(stamp, lock)


def test_finished_environment_fits_until_the_lock_changes(tmp_path: Path) -> None:
    """The same lock is skipped, another is installed."""
    lock, stamp = tmp_path / "x.lock", tmp_path / "x.stamp"
    lock.write_text("click==8.5.1\n")
    stamp.write_text(fingerprint(lock))
    assert fits(stamp, lock)
    lock.write_text("click==8.5.2\n")
    assert not fits(stamp, lock)
