"""F14: of three workers the one that drains is stopped, another takes over, and the first wakes up.

What it would write then is refused, nobody has anything twice or not at all, and it works on.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import psycopg
import pytest

from adapters.engine import jobs
from adapters.store.databases import ServerDatabases
from bot.app.house import House
from bot.domain.people import Account
from bot.surface.inbound import ActionPressed, CommandInvoked, Facts, FormSubmitted
from tests.faults.report import Table
from tests.faults.shared_worker import Written, ahead_of, opened
from tests.unit.small_house import card_of, control, form_of, ref_of

PEOPLE = 60
WORKERS = ("a", "b", "c")
PATIENCE = 90.0
"""Seconds after which a test fails: an upper bound, never a wait."""
_HALTED_AFTER = 8
"""So many letters are on their way or sent when the one that sends them is stopped."""
_HOURS = {"days": "daily", "at": "12:00", "zone": "UTC", "quiet": "20-8", "region": "elsewhere"}
_DUE = """
UPDATE agenda SET slot_on = slot_on + %(days)s,
    due_at = (extract(epoch FROM now() + %(ahead)s) * 1000000)::bigint - 1
WHERE kind = 'checkin'
"""
_OUTBOX = "SELECT agenda, slot_on, slot, state, tries, not_before, run, door, xmin::text FROM deliveries"
_OPEN = "SELECT count(*) FROM deliveries WHERE state NOT IN ('sent', 'expired')"


@pytest.fixture
def ahead() -> timedelta:
    """How far all processes are ahead of the system's clock."""
    return ahead_of(datetime.now(UTC))


async def test_a_halted_holder_that_wakes_up_writes_nothing(
    databases: ServerDatabases,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ahead: timedelta,
    table: Table,
) -> None:
    """Stopped in the middle of a lane, for longer than others wait; then let go on, and left alone."""
    monkeypatch.setenv("RESTSTOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("RESTSTOP_DATABASE_URL", databases.main)
    monkeypatch.setenv("RESTSTOP_KEYS_DATABASE_URL", databases.keys)
    databases.upgrade()
    jobs.prepare(databases.main)
    file = tmp_path / "accepted"
    await _people(ahead, file)
    with closing(psycopg.connect(databases.main.replace("+psycopg", ""), autocommit=True)) as database:
        database.execute(_DUE, {"days": 0, "ahead": ahead})
        with _workers(ahead, file) as running:
            await _until(lambda: len(_lines(file)) >= _HALTED_AFTER)
            halted = _lines(file)[-1].split()[0]
            os.kill(running[halted].pid, signal.SIGSTOP)
            stood_at = len(_lines(file))
            await _until(lambda: len(_keys(file)) >= PEOPLE and not _left(database))
            others = {line.split()[0] for line in _lines(file)[stood_at:]}
            before = set(database.execute(_OUTBOX).fetchall())
            by_halted = sum(line.startswith(f"{halted} ") for line in _lines(file))
            os.kill(running[halted].pid, signal.SIGCONT)
            await asyncio.sleep(3)  # as long as a lease and a beat: it has had its chance to write
            late = len(set(database.execute(_OUTBOX).fetchall()) ^ before)
            late_sends = sum(line.startswith(f"{halted} ") for line in _lines(file)) - by_halted
            for name in set(WORKERS) - {halted}:
                assert _left_well(running[name])
            database.execute(_DUE, {"days": 7, "ahead": ahead})
            await _until(lambda: len(_keys(file)) >= 2 * PEOPLE and not _left(database))
            assert _left_well(running[halted])
    twice = sum(count - 1 for count in _keys(file).values())
    table.record("F14", "rows changed by who woke up late", late, 0, late == 0)
    table.record("F14", "letters sent by who woke up late", late_sends, 0, late_sends == 0)
    table.record("F14", "letters twice", twice, 0, twice == 0)
    lost = 2 * PEOPLE - len(_keys(file))
    table.record("F14", "letters lost", lost, 0, lost == 0)
    assert (late, late_sends, twice, lost) == (0, 0, 0, 0)
    assert others
    assert halted not in others


async def _people(ahead: timedelta, file: Path) -> None:
    """Let people say yes, each in a conversation of their own."""
    house = await opened(ahead, {"chat": Written(file, "")}, works=False)
    try:
        for number in range(PEOPLE):
            await _yes(house, Account(surface="chat", workspace="team", user=f"n{number}"))
    finally:
        await house.stop()


async def _yes(house: House, who: Account) -> None:
    ids = count(1)

    def facts() -> Facts:
        return Facts(event_id=f"{who.user} {next(ids)}", account=who, handle="h", zone="UTC")

    consent = card_of(await house.hear(CommandInvoked(**facts(), text="start")))
    await house.hear(ActionPressed(**facts(), ref=ref_of(control(consent, "consent.yes"))))
    form = form_of(await house.hear(CommandInvoked(**facts(), text="settings")))
    await house.hear(FormSubmitted(**facts(), ref=form.ref, values=_HOURS))


@contextmanager
def _workers(ahead: timedelta, file: Path) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    def started(name: str) -> subprocess.Popen[bytes]:
        words = ["-m", "tests.faults.shared_worker", name, str(ahead.total_seconds()), str(file)]
        return subprocess.Popen([sys.executable, *words])

    running = {name: started(name) for name in WORKERS}
    try:
        yield running
    finally:
        for process in running.values():
            process.kill()
            process.wait()


def _left_well(process: subprocess.Popen[bytes]) -> bool:
    process.terminate()
    return process.wait(PATIENCE) == 0


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


def _keys(file: Path) -> Counter[str]:
    return Counter(line.split()[1] for line in _lines(file))


def _left(database: psycopg.Connection[tuple[object, ...]]) -> bool:
    found = database.execute(_OPEN).fetchone()
    return found != (0,)


async def _until(holds: Callable[[], bool]) -> None:
    """Wait for what other processes do: they tell this one nothing."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - it is another process that changes it
            await asyncio.sleep(0.05)
