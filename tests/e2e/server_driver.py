"""Playing a story on `reststop sim` whose house stands on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Unpack

from bot.ports.vault import Secret
from tests.e2e.sim_driver import GROUNDS, InProcess, Staging, Told
from tests.postgres.server import Server


@contextmanager
def on_server(server: Server, templates: tuple[str, str]) -> Iterator[Staging]:
    """Let stories be played on databases like `templates`: fresh ones for each folder, dropped at last."""
    made: list[str] = []

    def begin(data: Path, **told: Unpack[Told]) -> InProcess:
        """Begin a story; one that goes on in the same folder goes on in the same databases."""
        if data not in GROUNDS:
            main, keys = (server.make(template) for template in templates)
            made.extend((main, keys))
            GROUNDS[data] = {
                "database_url": Secret(server.at(main)),
                "keys_database_url": Secret(server.at(keys)),
            }
        return InProcess(data, **told)

    try:
        yield begin
    finally:
        GROUNDS.clear()
        for name in made:
            server.drop(name)
