"""What befalls a database while a house works with it, and a story that is told meanwhile and afterwards.

In each trouble people are told that nothing was saved yet; in none is anything called saved that is not.
When it is over the same house goes on, and what they press again is there once.
"""

from __future__ import annotations

import resource
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import Pool

from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.faults.grounds import Ground, as_settings

BEFORE = "2026-01-05T08:59:00Z"
DUE = "2026-01-05T09:00:10Z"
AFTER = "2026-01-05T09:10:00Z"
NOT_SAVED = "Not saved yet."
KEPT = {"Saved privately.": "entries", "Noted.": "marks"}
"""What says that something is kept, and where that is."""
ONE_PAGE = 4_096

Trouble = Callable[[Path], AbstractContextManager[None]]
"""Befalls one database file, until its block ends."""


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Let something else write in it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(file: Path) -> Iterator[None]:
    """Let nothing be written past the first page of any file, as on a disk without room."""
    assert file.stat().st_size > ONE_PAGE
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ONE_PAGE, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(_file: Path) -> Iterator[None]:
    """Let SQLite refuse every write, as on a disk that was mounted anew for reading alone."""
    touched: list[DBAPIConnection] = []

    def forbid(connection: DBAPIConnection, *_: object) -> None:
        connection.cursor().execute("PRAGMA query_only = ON")
        touched.append(connection)

    def allow(connection: DBAPIConnection, *_: object) -> None:
        if connection in touched:
            connection.cursor().execute("PRAGMA query_only = OFF")

    event.listen(Pool, "checkout", forbid)
    try:
        yield
    finally:
        event.remove(Pool, "checkout", forbid)
        event.listen(Pool, "checkout", allow)


@contextmanager
def damaged(file: Path) -> Iterator[None]:
    """Let the first page of each table that a person writes to hold what is no page."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        roots = other.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 1").fetchall()
    before = file.read_bytes()
    with file.open("r+b") as opened:
        for (page,) in roots:
            opened.seek((page - 1) * ONE_PAGE)
            opened.write(b"no page".ljust(ONE_PAGE, b"\xff"))
    try:
        yield
    finally:
        with file.open("r+b") as opened:
            opened.write(before)


@contextmanager
def gone(file: Path) -> Iterator[None]:
    """Let the file be somewhere else."""
    elsewhere = file.with_name("elsewhere")
    file.rename(elsewhere)
    try:
        yield
        assert not file.exists()  # none was made in its place
    finally:
        elsewhere.rename(file)


TROUBLES: tuple[Trouble, ...] = (locked, full, read_only, damaged, gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people were told in a trouble and after it."""

    refused: int
    """How often somebody was told that nothing was saved."""
    false: int
    """How often something was called saved that is not there."""
    kept: int
    """How many entries and marks stand in the end; one of each was sent in the trouble, and again."""
    checkins: int
    """How many check-ins came of the one that fell due in the trouble."""


def told_in(trouble: AbstractContextManager[None], ground: Ground, *, times: int = 1) -> Told:
    """Let three people act in a trouble of their database, `times` over, and again when it is over."""
    with story_in_process(ground.data, start=BEFORE, operator_set=as_settings(ground)) as story:
        _settle_in(story)
        story.restart()  # nothing of its pages is in memory
        before = kept_on(ground)
        with trouble:
            said = [record for _ in range(times) for record in _act(story)]
            asked = story.clock(DUE)
        false = sum((_said_saved(said) - (kept_on(ground) - before)).values())
        refused = sum(_is_refusal(record) for record in said)
        again = _act(story)
        assert [record for record in again if _is_refusal(record)] == []
        asked += story.clock(AFTER)
        return Told(
            refused=refused,
            false=false,
            kept=(kept_on(ground) - before).total(),
            checkins=sum(_is_asked(record) for record in asked),
        )


def kept_on(ground: Ground) -> Counter[str]:
    """Return how much of each kind there is, as another process sees it."""
    return Counter(dict(zip(KEPT.values(), ground.counts(*KEPT.values()), strict=True)))


def _settle_in(story: Story) -> None:
    for who in ("ana", "ben"):
        story.command(who, "start")
        if who == "ana":
            story.press(who, "consent.yes")
            story.command(who, "settings")
            story.submit(
                who, "settings", days="weekdays", at="09:00", zone="UTC", quiet="20-8", region="elsewhere"
            )
            story.command(who, "write")


def _act(story: Story) -> list[Shown]:
    """Let Ana send her entry and answer her first check-in, and Ben say yes."""
    return [
        *story.submit("ana", "entry", text="hard to put down"),
        *story.scale("ana", "checkin.energy", 3),
        *story.press("ben", "consent.yes"),
    ]


def _is_refusal(record: Shown) -> bool:
    return NOT_SAVED in str(record["errors"] or record["text"])


def _said_saved(said: Sequence[Shown]) -> Counter[str]:
    """Count what was called saved."""
    return Counter(KEPT[record["text"]] for record in said if record["text"] in KEPT)


def _is_asked(record: Shown) -> bool:
    return bool(record["to"] == "ana" and record["text_id"] == "checkin" and record["text"] not in KEPT)
