"""Installations as rows, sealed before they come here."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from adapters.store.repositories.rows import columns_of, drop, first, put
from adapters.store.tables import installations
from bot.domain.people import PersonId
from bot.ports.installations import Installation

_INSTALLATION = columns_of(installations, Installation)


class SqlInstallations:
    """The repository `bot.ports.installations.InstallationRows`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def put(self, installation: Installation) -> None:
        """Add a row, or write it again."""
        put(self._connection, installations, installation, owner=None)

    def by_index(self, index: bytes) -> Installation | None:
        """Return the installation with this blind index."""
        query = select(*_INSTALLATION).where(installations.c.index == index)
        return first(self._connection, Installation, query)

    def count(self) -> int:
        """Return how many there are."""
        return self._connection.scalar(select(func.count()).select_from(installations)) or 0

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each."""
        return frozenset(self._connection.scalars(select(installations.c.id)))

    def remove(self, holder: PersonId) -> None:
        """Remove a row, if there is one."""
        drop(self._connection, installations, holder)
