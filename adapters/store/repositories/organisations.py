"""Organisations as rows, with their roles, decisions and log; all sealed before they come here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from adapters.store.repositories.rows import columns_of, drop, every, first, get, put, values_of
from adapters.store.tables import changes, organisations, reviews, roles
from bot.domain.people import PersonId
from bot.ports.organisations import ChangeRow, OrganisationRow, ReviewRow, RoleRow

_ORGANISATION = columns_of(organisations, OrganisationRow)
_ROLE = columns_of(roles, RoleRow)

_BY_INDEX = select(*_ORGANISATION).where(organisations.c.index == bindparam("index"))
_EVERY = select(*_ORGANISATION).order_by(organisations.c.id)
_ROLES = select(*_ROLE).where(roles.c.organisation == bindparam("organisation")).order_by(roles.c.seq)
_ROLES_OF = select(*_ROLE).where(roles.c.index == bindparam("index")).order_by(roles.c.seq)
_REVIEWS = (
    select(*columns_of(reviews, ReviewRow))
    .where(reviews.c.organisation == bindparam("organisation"))
    .order_by(reviews.c.about)
)
_ADD_CHANGE = insert(changes)
_CHANGES = (
    select(*columns_of(changes, ChangeRow))
    .where(changes.c.organisation == bindparam("organisation"))
    .order_by(changes.c.seq.desc())
    .limit(bindparam("limit"))
)


class SqlOrganisations:
    """The repository `bot.ports.organisations.Organisations`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def put(self, row: OrganisationRow) -> None:
        """Add an organisation, or write it again."""
        put(self._connection, organisations, row, owner=None)

    def by_index(self, index: bytes) -> OrganisationRow | None:
        """Return the organisation with this index."""
        return first(self._connection, OrganisationRow, _BY_INDEX, {"index": index})

    def get(self, organisation: PersonId) -> OrganisationRow | None:
        """Return an organisation."""
        return get(self._connection, organisations, OrganisationRow, organisation)

    def every(self) -> Sequence[OrganisationRow]:
        """Return all of them, in the order of their ids."""
        return every(self._connection, OrganisationRow, _EVERY)

    def count(self) -> int:
        """Return how many there are."""
        return self._connection.scalar(select(func.count()).select_from(organisations)) or 0

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each one's key."""
        return frozenset(self._connection.scalars(select(organisations.c.id)))

    def remove(self, organisation: PersonId) -> None:
        """Remove an organisation; what hangs on it goes with it."""
        drop(self._connection, organisations, organisation)

    def put_role(self, row: RoleRow) -> None:
        """Add a role, or write it again in its old place."""
        put(self._connection, roles, row, owner="organisation")

    def role(self, role: UUID) -> RoleRow | None:
        """Return a role row."""
        return get(self._connection, roles, RoleRow, role)

    def roles(self, organisation: PersonId) -> Sequence[RoleRow]:
        """Return all roles in an organisation, the first given first."""
        return every(self._connection, RoleRow, _ROLES, {"organisation": organisation})

    def roles_of(self, index: bytes) -> Sequence[RoleRow]:
        """Return all roles of an account, in whatever organisation, the first given first."""
        return every(self._connection, RoleRow, _ROLES_OF, {"index": index})

    def remove_role(self, role: UUID) -> None:
        """Remove a role."""
        drop(self._connection, roles, role)

    def put_review(self, row: ReviewRow) -> None:
        """Add what was decided of a text, or write it again."""
        put(self._connection, reviews, row, owner="organisation")

    def reviews(self, organisation: PersonId) -> Sequence[ReviewRow]:
        """Return all decisions of an organisation, ordered by text."""
        return every(self._connection, ReviewRow, _REVIEWS, {"organisation": organisation})

    def remove_review(self, review: UUID) -> None:
        """Take a decision back."""
        drop(self._connection, reviews, review)

    def add_change(self, row: ChangeRow) -> None:
        """Write a change into the log."""
        self._connection.execute(_ADD_CHANGE, values_of(row))

    def changes(self, organisation: PersonId, limit: int) -> Sequence[ChangeRow]:
        """Return the latest changes, the last one first."""
        return every(self._connection, ChangeRow, _CHANGES, {"organisation": organisation, "limit": limit})

    def prune_changes(self, before: datetime) -> None:
        """Forget the changes of every organisation from before an instant."""
        self._connection.execute(delete(changes).where(changes.c.at < before))
