"""A line to a database on a server does not hang for hours where its machine is gone without a word."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import text

from adapters.store import postgres
from adapters.store.databases import ServerDatabases
from adapters.store.failures import translate_errors
from bot.errors import NotSaved
from tests.postgres.server import Server


def test_a_line_that_nobody_answers_is_cut_within_seconds(databases: ServerDatabases) -> None:
    """Or every thread of the store waits for it: nobody hears "not saved", and nothing ends when told to."""
    engine = postgres.open_engine(databases.main, connections=1, patience=1.0)
    raw = engine.raw_connection()
    try:
        assert raw.driver_connection is not None
        told = raw.driver_connection.info.get_parameters()
    finally:
        raw.close()
        engine.dispose()
    silent_for = int(told["keepalives_idle"]) + int(told["keepalives_interval"]) * int(
        told["keepalives_count"]
    )
    assert silent_for <= 15
    assert int(told["tcp_user_timeout"]) <= 15_000


def test_a_server_that_takes_a_call_and_says_nothing_is_away() -> None:
    """It is stopped, or behind a wall: what was to be saved is tried again, and no fault of ours."""
    assert postgres.is_unavailable(psycopg.errors.ConnectionTimeout())
    assert postgres.is_unavailable(psycopg.OperationalError())
    assert not postgres.is_unavailable(psycopg.errors.DataError())


def test_a_line_that_was_ended_while_nobody_used_it_is_made_anew(
    databases: ServerDatabases, server: Server
) -> None:
    """As when the server began again: whoever asks next is not told that nothing was saved."""
    engine = postgres.open_engine(databases.main, connections=1, patience=1.0)
    try:
        for _ in range(2):
            with engine.connect() as connection:
                [number] = connection.execute(text("SELECT pg_backend_pid()")).scalars()
            server.tell(f"SELECT pg_terminate_backend({number}, 5000)")
        with engine.connect() as connection:
            assert connection.scalar(text("SELECT 1")) == 1
    finally:
        engine.dispose()


def test_who_finds_every_line_taken_hears_that_nothing_was_saved(
    databases: ServerDatabases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within seconds, as where the database is away: that is why they are all taken."""
    monkeypatch.setattr(postgres, "_CONNECTS_WITHIN", 0.1)
    engine = postgres.open_engine(databases.main, connections=1, patience=1.0)
    try:
        with engine.connect(), pytest.raises(NotSaved), translate_errors(), engine.connect():
            pytest.fail("there was a second line")
    finally:
        engine.dispose()
