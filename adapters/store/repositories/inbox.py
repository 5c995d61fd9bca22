"""Handled events as rows: a keyed hash and a day, nothing else."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete
from sqlalchemy.dialects.postgresql import insert

from adapters.store.tables import inbox

_TAKE = insert(inbox).on_conflict_do_nothing().execution_options(preserve_rowcount=True)


class SqlInbox:
    """The repository `bot.ports.store.Inbox`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def take(self, digest: bytes, day: date) -> bool:
        """Note an event; False if it was noted before."""
        return self._connection.execute(_TAKE, {"digest": digest, "day": day}).rowcount == 1

    def prune(self, before: date) -> None:
        """Forget the events before a day."""
        self._connection.execute(delete(inbox).where(inbox.c.day < before))
