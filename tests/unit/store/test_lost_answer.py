"""A server that goes away in the middle of a commit: nobody is told that something was saved, or was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import func, select

from adapters.store.copies import sides
from adapters.store.databases import ServerDatabases
from adapters.store.tables import entries
from bot.services.cards import trouble
from bot.services.router import Router
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Refuse
from tests.unit.small_house import ANA, form_of
from tests.unit.world import World, world


class Line:
    """The line to the server, as a commit goes over it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Be whole."""
        self.cut: str | None = None
        whole = psycopg.Connection.commit

        def commit(connection: psycopg.Connection[object]) -> None:
            cut, self.cut = self.cut, None
            if cut is None:
                whole(connection)
                return
            if cut == "after":
                whole(connection)
            connection.close()
            raise psycopg.OperationalError("server closed the connection unexpectedly")

        patch.setattr(psycopg.Connection, "commit", commit)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    """Give a line that a test cuts."""
    return Line(monkeypatch)


@pytest.fixture
def house(databases: ServerDatabases) -> Iterator[World]:
    """Give a house on a server."""
    with world() as house:
        store = databases.open_store(clock=house.clock, crash_points=house.crash)
        house.store = store  # type: ignore[assignment]  # the same port; only `tables` is not there
        house.desk = replace(house.desk, store=store)
        house.router = Router(house.desk, changed=house.engine.wake)
        yield house
        store.close()


@pytest.mark.parametrize(("cut", "saved"), [("before", 0), ("after", 1)])
async def test_an_answer_that_is_lost_leaves_it_open_whether_it_was_saved(
    house: World, databases: ServerDatabases, line: Line, cut: str, saved: int
) -> None:
    """The form stays open with the words in it; the same event, delivered again, is one entry either way."""
    await house.settle_in()
    form = form_of(await house.command("write"))
    event = FormSubmitted(**house.facts(ANA), ref=form.ref, values={"text": "A quiet shift."})
    line.cut = cut
    first = (await house.hear(event)).first
    assert isinstance(first, Refuse)
    assert first.errors == {"text": trouble.MAYBE_SAVED}
    assert count(databases) == saved
    await house.hear(event)
    assert count(databases) == 1


def count(databases: ServerDatabases) -> int:
    """Return how many entries there are."""
    with sides.opened(databases) as engines, engines["main"].connect() as connection:
        return connection.scalar(select(func.count()).select_from(entries)) or 0
