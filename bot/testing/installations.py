"""Installations in memory: the repository, over tables, and what a surface sees, without a house."""

from __future__ import annotations

from bot.domain.people import PersonId
from bot.errors import StoreFault
from bot.ports.installations import Installation
from bot.ports.vault import Secret
from bot.testing.tables import Tables, check


class MemoryInstallations:
    """Installations."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def put(self, installation: Installation) -> None:
        """Add a row, or write it again; an index is there once."""
        check(installation)
        rows = self._tables.installations.values()
        if any(each.index == installation.index and each.id != installation.id for each in rows):
            raise StoreFault
        self._tables.installations[installation.id] = installation

    def by_index(self, index: bytes) -> Installation | None:
        """Return the installation with this blind index."""
        return next((each for each in self._tables.installations.values() if each.index == index), None)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._tables.installations)

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each."""
        return frozenset(self._tables.installations)

    def remove(self, holder: PersonId) -> None:
        """Remove a row, if there is one."""
        self._tables.installations.pop(holder, None)


class HeldInstallations:
    """Keeps the contract of `bot.ports.installations.Installations`; nothing here is sealed."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[tuple[str, str], Secret] = {}

    async def find(self, surface: str, workspace: str) -> Secret | None:
        """Return what was saved last for a workspace."""
        return self._held.get((surface, workspace))

    async def save(self, surface: str, workspace: str, secret: Secret) -> None:
        """Keep a secret, in the place of an earlier one."""
        self._held[surface, workspace] = secret

    async def end(self, surface: str, workspace: str) -> None:
        """Forget a secret."""
        self._held.pop((surface, workspace), None)
