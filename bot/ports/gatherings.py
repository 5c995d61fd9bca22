"""Gatherings: what is begun in a channel for several people, who is in each, and what is said there.

Nothing here says who wrote what, in which order, or when.
Contract: tests/contract/store_contract_gatherings.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from bot.domain.people import PersonId
from bot.domain.roles import Gathering


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringRow:
    """One gathering. `id` is also the holder of its key; `place` a keyed hash of the channel it is in.

    There is one of a kind in a channel. `sealed` opens to all that it is (bot/services/gatherings/pages.py).
    """

    id: PersonId
    organisation: PersonId
    kind: Gathering
    place: bytes = field(repr=False)
    version: int = 1
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One account in one gathering; who is in it need have no notebook.

    `index` is the blind index of the account, as a door has it. `sealed` opens under the gathering's key.
    """

    id: UUID
    gathering: PersonId
    index: bytes = field(repr=False)
    version: int = 1
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """Something that is said for a gathering: a share, an answer, an opening. It has no author and no time.

    `sealed` opens under the gathering's key, and is of one size whatever stands in it.
    """

    id: UUID
    gathering: PersonId
    version: int = 1
    sealed: bytes = field(repr=False)


class Gatherings(Protocol):
    """All gatherings of a house, and what hangs on each."""

    def put(self, row: GatheringRow) -> None:
        """Add a gathering, or write it again; a channel has one of a kind, and its organisation stays."""
        ...

    def get(self, gathering: PersonId) -> GatheringRow | None:
        """Return a gathering."""
        ...

    def at(self, place: bytes, kind: Gathering) -> GatheringRow | None:
        """Return the gathering of a kind in a channel."""
        ...

    def of(self, organisation: PersonId) -> Sequence[GatheringRow]:
        """Return all gatherings of an organisation, in the order of their ids."""
        ...

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each one's key."""
        ...

    def count(self) -> int:
        """Return how many there are."""
        ...

    def hanging_ids(self) -> frozenset[UUID]:
        """Return the ids of all members, and of all that is said, of every gathering."""
        ...

    def remove(self, gathering: PersonId) -> None:
        """Remove a gathering and every row that hangs on it."""
        ...

    def put_member(self, row: MemberRow) -> None:
        """Add a member, or write them again; an account is in a gathering once."""
        ...

    def member(self, member: UUID) -> MemberRow | None:
        """Return a member."""
        ...

    def member_at(self, gathering: PersonId, index: bytes) -> MemberRow | None:
        """Return the member of a gathering that an account is."""
        ...

    def members(self, gathering: PersonId) -> Sequence[MemberRow]:
        """Return all members of a gathering, in the order of their ids."""
        ...

    def memberships(self, index: bytes) -> Sequence[MemberRow]:
        """Return what an account is a member of, in the order of the ids."""
        ...

    def remove_member(self, member: UUID) -> None:
        """Remove a member; what was said for the gathering stays."""
        ...

    def put_post(self, row: PostRow) -> None:
        """Add something that is said, or write it again."""
        ...

    def post(self, post: UUID) -> PostRow | None:
        """Return something that is said."""
        ...

    def posts(self, gathering: PersonId) -> Sequence[PostRow]:
        """Return all that is said for a gathering, in the order of the ids, which tells nothing."""
        ...

    def remove_post(self, post: UUID) -> None:
        """Remove something that was said."""
        ...
