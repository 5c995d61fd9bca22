"""The repository of organisations, over tables in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.people import PersonId
from bot.errors import StoreFault
from bot.ports.organisations import ChangeRow, OrganisationRow, ReviewRow, RoleRow
from bot.testing.tables import Tables, check

_Hanging = RoleRow | ReviewRow | ChangeRow


class MemoryOrganisations:
    """Organisations, and what hangs on each."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def put(self, row: OrganisationRow) -> None:
        """Add an organisation, or write it again; an index is there once."""
        check(row)
        others = (each for each in self._tables.organisations.values() if each.id != row.id)
        if any(each.index == row.index for each in others):
            raise StoreFault
        self._tables.organisations[row.id] = row

    def by_index(self, index: bytes) -> OrganisationRow | None:
        """Return the organisation with this index."""
        return next((each for each in self._tables.organisations.values() if each.index == index), None)

    def get(self, organisation: PersonId) -> OrganisationRow | None:
        """Return an organisation."""
        return self._tables.organisations.get(organisation)

    def every(self) -> Sequence[OrganisationRow]:
        """Return all of them, in the order of their ids."""
        return sorted(self._tables.organisations.values(), key=lambda each: each.id)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._tables.organisations)

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each one's key."""
        return frozenset(self._tables.organisations)

    def remove(self, organisation: PersonId) -> None:
        """Remove an organisation and every row that hangs on it."""
        tables = self._tables
        tables.organisations.pop(organisation, None)
        tables.roles = {row: each for row, each in tables.roles.items() if each.organisation != organisation}
        tables.reviews = {
            row: each for row, each in tables.reviews.items() if each.organisation != organisation
        }
        tables.changes = {
            row: each for row, each in tables.changes.items() if each.organisation != organisation
        }
        for gathering in [each for each in tables.gatherings.values() if each.organisation == organisation]:
            tables.remove_gathering(gathering.id)

    def put_role(self, row: RoleRow) -> None:
        """Add a role, or write it again in its place; an account holds each once in an organisation."""
        self._check(row, self._tables.roles.get(row.id))
        self._check_once(
            (each.organisation, each.index, each.role) == (row.organisation, row.index, row.role)
            for each in self._tables.roles.values()
            if each.id != row.id
        )
        self._tables.roles[row.id] = row

    def role(self, role: UUID) -> RoleRow | None:
        """Return a role row."""
        return self._tables.roles.get(role)

    def roles(self, organisation: PersonId) -> Sequence[RoleRow]:
        """Return all roles in an organisation, the first given first."""
        return [each for each in self._tables.roles.values() if each.organisation == organisation]

    def roles_of(self, index: bytes) -> Sequence[RoleRow]:
        """Return all roles of an account, in whatever organisation, the first given first."""
        return [each for each in self._tables.roles.values() if each.index == index]

    def remove_role(self, role: UUID) -> None:
        """Remove a role."""
        self._tables.roles.pop(role, None)

    def put_review(self, row: ReviewRow) -> None:
        """Add what was decided of a text, or write it again; there is one for each text."""
        self._check(row, self._tables.reviews.get(row.id))
        self._check_once(
            (each.organisation, each.about) == (row.organisation, row.about)
            for each in self._tables.reviews.values()
            if each.id != row.id
        )
        self._tables.reviews[row.id] = row

    def reviews(self, organisation: PersonId) -> Sequence[ReviewRow]:
        """Return all decisions of an organisation, ordered by text."""
        found = [each for each in self._tables.reviews.values() if each.organisation == organisation]
        return sorted(found, key=lambda each: each.about)

    def remove_review(self, review: UUID) -> None:
        """Take a decision back."""
        self._tables.reviews.pop(review, None)

    def add_change(self, row: ChangeRow) -> None:
        """Write a change into the log, once."""
        self._check(row, None)
        if row.id in self._tables.changes:
            raise StoreFault
        self._tables.changes[row.id] = row

    def changes(self, organisation: PersonId, limit: int) -> Sequence[ChangeRow]:
        """Return the latest changes, the last one first."""
        found = [each for each in self._tables.changes.values() if each.organisation == organisation]
        return found[::-1][:limit]

    def prune_changes(self, before: datetime) -> None:
        """Forget the changes of every organisation from before an instant."""
        held = self._tables.changes
        self._tables.changes = {row: each for row, each in held.items() if each.at >= before}

    def _check(self, row: _Hanging, held: _Hanging | None) -> None:
        """See that a row hangs on an organisation, and on the one that it hung on before."""
        check(row)
        if row.organisation not in self._tables.organisations:
            raise StoreFault
        if held is not None and held.organisation != row.organisation:
            raise StoreFault("That row belongs to somebody else.")

    def _check_once(self, same: Iterable[bool]) -> None:
        if any(same):
            raise StoreFault
