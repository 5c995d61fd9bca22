"""Installations: the right to speak in a workspace, one for each workspace of a surface.

It is a secret of the house and of nobody in it: sealed under a key of its own, which goes when Reststop is
removed from the workspace. Contracts: tests/contract/installations_contract.py for what a surface sees, and
tests/contract/store_contract_installations.py for the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bot.domain.people import PersonId
from bot.ports.vault import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """One workspace's row: found by a keyed blind index, read with a key that no person shares.

    `id` is the holder of that key in the key store, where people are the other holders.
    """

    id: PersonId
    index: bytes = field(repr=False)
    sealed: bytes = field(repr=False)


class InstallationRows(Protocol):
    """The repository that a unit of work sees."""

    def put(self, installation: Installation) -> None:
        """Add a row, or write it again; an index is there once."""
        ...

    def by_index(self, index: bytes) -> Installation | None:
        """Return the installation with this blind index."""
        ...

    def count(self) -> int:
        """Return how many there are."""
        ...

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each."""
        ...

    def remove(self, holder: PersonId) -> None:
        """Remove a row, if there is one."""
        ...


class Installations(Protocol):
    """What a surface needs in order to speak in many workspaces, kept by the core.

    `workspace` is the platform's id. What the secret says is the surface's own matter. Every method raises
    `NotSaved` where the database is not available.
    """

    async def find(self, surface: str, workspace: str) -> Secret | None:
        """Return what was saved last for a workspace; None where nothing was, or where it ended."""
        ...

    async def save(self, surface: str, workspace: str, secret: Secret) -> None:
        """Keep a secret, in the place of an earlier one of that workspace. Committed on return."""
        ...

    async def end(self, surface: str, workspace: str) -> None:
        """Destroy the key, then the row. A second call does nothing."""
        ...
