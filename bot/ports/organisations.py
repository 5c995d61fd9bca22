"""Organisations as a unit of work sees them: their rules, who looks after them, what they signed and changed.

Each holds a key of its own, in the same key store as people's: everything that its admins wrote is sealed
under it, and ends with it. Contract: tests/contract/store_contract_organisations.py, on every store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.people import PersonId
from bot.domain.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """One organisation. `id` is also the holder of its key; `index` a keyed hash of `surface/id`.

    `sealed` opens to its name and rules (bot/services/organisations/rules.py); `version` rises with each
    rewrite, so that whoever opened it before knows whether it is the same still.
    """

    id: PersonId
    index: bytes = field(repr=False)
    version: int = 1
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """One role of one account in one organisation: there is one row at most for each three of these.

    `index` is the blind index of the account, as a door has it; who holds a role need have no notebook.
    `sealed` opens to the name under which other admins see them.
    """

    id: UUID
    organisation: PersonId
    index: bytes = field(repr=False)
    role: Role
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """What an organisation decided of one text: there is one row at most for each text.

    `about` is the id of that prompt, flow or safety text. `sealed` opens to what was decided, by which role,
    on which day, and the words where they were changed.
    """

    id: UUID
    organisation: PersonId
    about: str
    version: int = 1
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change of settings, roles or texts. `by` is the role row of who made it; that may be gone."""

    id: UUID
    organisation: PersonId
    at: datetime
    by: UUID | None
    sealed: bytes = field(repr=False)


class Organisations(Protocol):
    """All organisations of a house, and what hangs on each."""

    def put(self, row: OrganisationRow) -> None:
        """Add an organisation, or write it again; an index is there once."""
        ...

    def by_index(self, index: bytes) -> OrganisationRow | None:
        """Return the organisation with this index."""
        ...

    def get(self, organisation: PersonId) -> OrganisationRow | None:
        """Return an organisation."""
        ...

    def every(self) -> Sequence[OrganisationRow]:
        """Return all of them, in the order of their ids."""
        ...

    def count(self) -> int:
        """Return how many there are."""
        ...

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each one's key."""
        ...

    def remove(self, organisation: PersonId) -> None:
        """Remove an organisation and every row that hangs on it. People and their doors stay."""
        ...

    def put_role(self, row: RoleRow) -> None:
        """Add a role, or write it again."""
        ...

    def role(self, role: UUID) -> RoleRow | None:
        """Return a role row."""
        ...

    def roles(self, organisation: PersonId) -> Sequence[RoleRow]:
        """Return all roles in an organisation, the first given first."""
        ...

    def roles_of(self, index: bytes) -> Sequence[RoleRow]:
        """Return all roles of an account, in whatever organisation, the first given first."""
        ...

    def remove_role(self, role: UUID) -> None:
        """Remove a role; what its holder changed stays, and no longer says who that was."""
        ...

    def put_review(self, row: ReviewRow) -> None:
        """Add what was decided of a text, or write it again."""
        ...

    def reviews(self, organisation: PersonId) -> Sequence[ReviewRow]:
        """Return all decisions of an organisation, ordered by text."""
        ...

    def remove_review(self, review: UUID) -> None:
        """Take a decision back."""
        ...

    def add_change(self, row: ChangeRow) -> None:
        """Write a change into the log. Nothing in it is ever rewritten."""
        ...

    def changes(self, organisation: PersonId, limit: int) -> Sequence[ChangeRow]:
        """Return the latest changes, the last one first."""
        ...

    def prune_changes(self, before: datetime) -> None:
        """Forget the changes of every organisation from before an instant."""
        ...
