"""A1: a sentence through all flows, DEBUG on, kills included: 0 hits anywhere; 12 of 12 leaks are caught.

Anywhere: database, log of the database, key store, logs, metrics, jobs, tracebacks, temporary files. The
whole life on each surface is told elsewhere; here stand the life on PostgreSQL, and how many leaks there are.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from adapters.store.databases import ServerDatabases
from bot.ports.vault import Secret
from tests.e2e.disk import found_in, sentence
from tests.e2e.planted_leaks import LEAKS
from tests.e2e.sim_driver import story_in_process
from tests.faults.grounds import OnPostgres
from tests.postgres.server import Server

HELD_BY = (
    "tests/e2e/test_canary.py::test_nothing_that_was_written_lies_in_clear",
    "tests/e2e/test_canary.py::test_the_command_leaves_it_nowhere",
    "tests/e2e/test_canary.py::test_a_fault_tells_where_and_not_what",
    "tests/e2e/test_canary_sings.py::test_a_planted_leak_is_found",
    "tests/e2e/test_canary_sings.py::test_without_a_leak_nothing_is_found",
    "tests/e2e/test_slack_canary.py",
    "tests/e2e/test_discord_canary.py",
    "tests/e2e/test_course_canary.py",
    "tests/e2e/test_circle_canary.py",
    "tests/e2e/test_question_canary.py",
)


def test_a1_at_least_twelve_leaks_are_planted() -> None:
    """Into outputs, logs, memory, the database, temporary files, screens and metrics."""
    assert len(LEAKS) >= 12
    places = {leak.place.partition(":")[0].partition("/")[0] for leak in LEAKS.values()}
    assert {"everything.log", "memory", "data", "tmp", "screen", "output", "metrics"} <= places


@pytest.mark.skipif("RESTSTOP_TEST_DATABASE_URL" in os.environ, reason="its files are not ours to read")
def test_a1_nothing_lies_in_clear_on_a_server(
    databases: ServerDatabases, server: Server, tmp_path: Path
) -> None:
    """Kept, searched, killed before and after: in no file of the server, its write-ahead log among them."""
    words, control = sentence("a1"), b"a1 is looked for where it is"
    ground = OnPostgres(data=tmp_path / "data", databases=databases)
    addresses = {name: Secret(str(value)) for name, value in ground.operator_set.items()}
    with story_in_process(ground.data, operator_set=addresses) as story:
        story.command("ana", "start")
        story.press("ana", "consent.yes")
        story.scale("ana", "checkin.energy", 3)
        story.say("ana", words)
        story.press("ana", "draft.open")
        for point in ("before_commit", "after_commit"):
            story.kill(point)
            story.submit("ana", "entry", text=words, scene=words)
        story.submit("ana", "entry", text=words, scene=words)
        [found] = story.command("ana", f"journal search {words.split()[0]}")
        assert words in found["text"]
    server.tell(f"COMMENT ON DATABASE postgres IS '{control.decode()}'")
    server.tell("CHECKPOINT")
    contents = [path.read_bytes() for path in _files(server)]
    assert any(control in content for content in contents), "nothing is found here at all"
    assert [hits for content in contents if (hits := found_in(content, words))] == []
    kept = [path.read_bytes() for path in ground.data.rglob("*") if path.is_file()]
    assert [hits for content in kept if (hits := found_in(content, words))] == []


def _files(server: Server) -> list[Path]:
    folder = server.url.query["host"]
    assert isinstance(folder, str)
    return [path for path in Path(folder).rglob("*") if path.is_file() and path.stat().st_size]
