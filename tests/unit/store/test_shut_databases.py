"""Databases on a server are shut for a move: nobody is overlooked, and nobody is left locked out."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import make_url

from adapters.store.copies import sides
from adapters.store.copies.moving import undo
from adapters.store.databases import ServerDatabases
from bot.errors import FolderInUse, MoveRefused
from tests.postgres.server import Server

MOVER, OTHER = "reststop_test_mover", "reststop_test_other"


@pytest.fixture
def roles(server: Server) -> Iterator[None]:
    """Let two users be there who may do nothing but what is theirs."""
    for role in (MOVER, OTHER):
        server.tell(f"CREATE ROLE {role} LOGIN PASSWORD '{role}'")
    yield
    for role in (MOVER, OTHER):
        server.tell(f"DROP ROLE {role}")


@pytest.fixture
def owned(server: Server, roles: None, databases: ServerDatabases) -> ServerDatabases:  # noqa: ARG001 - made before the databases, dropped after them
    """Give both databases to somebody who owns them, and nothing else on the server."""
    for address in databases.addresses.values():
        _give(server, address, MOVER)
    return ServerDatabases(_as(MOVER, databases.main), _as(MOVER, databases.keys))


def _give(server: Server, address: str, role: str) -> None:
    server.tell(f'ALTER DATABASE "{make_url(address).database}" OWNER TO {role}')


def _as(role: str, address: str) -> str:
    return make_url(address).set(username=role, password=role).render_as_string(hide_password=False)


def _plain(address: str) -> str:
    return address.replace("+psycopg", "")


def _only_reads(address: str) -> bool:
    with closing(psycopg.connect(_plain(address))) as session:
        found = session.execute("SHOW default_transaction_read_only").fetchone()
    return found == ("on",)


def test_a_session_of_another_user_is_seen(owned: ServerDatabases) -> None:
    """To somebody who owns a database and no more, the server does not say what another's session is."""
    with closing(psycopg.connect(_plain(_as(OTHER, owned.main)))), pytest.raises(FolderInUse):
        sides.shut(owned)
    assert not _only_reads(owned.main)
    sides.shut(owned)
    assert _only_reads(owned.main)


def test_a_session_that_ends_meanwhile_is_waited_for(databases: ServerDatabases) -> None:
    """As that of the command before, which a busy server takes a moment to let go."""
    waits = (
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(0.1)'"
    )
    with ThreadPoolExecutor(1) as pool:
        with closing(psycopg.connect(_plain(databases.main), autocommit=True)) as session:
            looks = pool.submit(sides.see_that_nobody_is_in, "main", databases.main)
            while not session.execute(waits).fetchone():  # until it has seen this one
                assert not looks.done()
        looks.result()


def test_who_may_shut_only_one_leaves_both_open(server: Server, owned: ServerDatabases) -> None:
    """Whoever works there goes on as before."""
    _give(server, owned.keys, OTHER)
    with pytest.raises(MoveRefused, match="does not own"):
        sides.shut(owned)
    assert not _only_reads(owned.main)


def test_cut_off_while_it_looks_for_others_it_leaves_both_open(
    owned: ServerDatabases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C comes while somebody is still there."""

    def cut(_name: str, _address: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sides, "see_that_nobody_is_in", cut)
    with pytest.raises(KeyboardInterrupt):
        sides.shut(owned)
    assert not _only_reads(owned.main)


def test_a_move_that_was_killed_before_it_was_noted_is_called_off(databases: ServerDatabases) -> None:
    """The server lets nobody write then, and no note says so: --undo opens it all the same."""
    with pytest.raises(MoveRefused, match="No move was begun"):
        undo(databases, None)
    sides.shut(databases)
    undo(databases, None)
    assert not _only_reads(databases.main)
    assert not _only_reads(databases.keys)
