"""The repository of gatherings, over tables in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from bot.domain.people import PersonId
from bot.domain.roles import Gathering
from bot.errors import StoreFault
from bot.ports.gatherings import GatheringRow, MemberRow, PostRow
from bot.testing.tables import Tables, check

_Hanging = TypeVar("_Hanging", MemberRow, PostRow)


class MemoryGatherings:
    """Gatherings, and what hangs on each."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def put(self, row: GatheringRow) -> None:
        """Add a gathering, or write it again; a channel has one of a kind."""
        check(row)
        if row.organisation not in self._tables.organisations:
            raise StoreFault
        held = self._tables.gatherings.get(row.id)
        if held is not None and held.organisation != row.organisation:
            raise StoreFault("That row belongs to somebody else.")
        others = (each for each in self._tables.gatherings.values() if each.id != row.id)
        if any((each.place, each.kind) == (row.place, row.kind) for each in others):
            raise StoreFault
        self._tables.gatherings[row.id] = row

    def get(self, gathering: PersonId) -> GatheringRow | None:
        """Return a gathering."""
        return self._tables.gatherings.get(gathering)

    def at(self, place: bytes, kind: Gathering) -> GatheringRow | None:
        """Return the gathering of a kind in a channel."""
        rows = self._tables.gatherings.values()
        return next((each for each in rows if (each.place, each.kind) == (place, kind)), None)

    def of(self, organisation: PersonId) -> Sequence[GatheringRow]:
        """Return all gatherings of an organisation, in the order of their ids."""
        rows = self._tables.gatherings.values()
        return sorted((each for each in rows if each.organisation == organisation), key=_id)

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each one's key."""
        return frozenset(self._tables.gatherings)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._tables.gatherings)

    def hanging_ids(self) -> frozenset[UUID]:
        """Return the ids of all members, and of all that is said, of every gathering."""
        return frozenset(self._tables.members) | frozenset(self._tables.posts)

    def remove(self, gathering: PersonId) -> None:
        """Remove a gathering and every row that hangs on it."""
        self._tables.remove_gathering(gathering)

    def put_member(self, row: MemberRow) -> None:
        """Add a member, or write them again; an account is in a gathering once."""
        others = (each for each in self._tables.members.values() if each.id != row.id)
        if any((each.gathering, each.index) == (row.gathering, row.index) for each in others):
            raise StoreFault
        self._put(self._tables.members, row)

    def member(self, member: UUID) -> MemberRow | None:
        """Return a member."""
        return self._tables.members.get(member)

    def member_at(self, gathering: PersonId, index: bytes) -> MemberRow | None:
        """Return the member of a gathering that an account is."""
        return next((each for each in self.members(gathering) if each.index == index), None)

    def members(self, gathering: PersonId) -> Sequence[MemberRow]:
        """Return all members of a gathering, in the order of their ids."""
        return _hanging(self._tables.members, gathering)

    def memberships(self, index: bytes) -> Sequence[MemberRow]:
        """Return what an account is a member of, in the order of the ids."""
        rows = self._tables.members.values()
        return sorted((each for each in rows if each.index == index), key=_id)

    def remove_member(self, member: UUID) -> None:
        """Remove a member."""
        self._tables.members.pop(member, None)

    def put_post(self, row: PostRow) -> None:
        """Add something that is said, or write it again."""
        self._put(self._tables.posts, row)

    def post(self, post: UUID) -> PostRow | None:
        """Return something that is said."""
        return self._tables.posts.get(post)

    def posts(self, gathering: PersonId) -> Sequence[PostRow]:
        """Return all that is said for a gathering, in the order of the ids."""
        return _hanging(self._tables.posts, gathering)

    def remove_post(self, post: UUID) -> None:
        """Remove something that was said."""
        self._tables.posts.pop(post, None)

    def _put(self, rows: dict[UUID, _Hanging], row: _Hanging) -> None:
        check(row)
        if row.gathering not in self._tables.gatherings:
            raise StoreFault
        held = rows.get(row.id)
        if held is not None and held.gathering != row.gathering:
            raise StoreFault("That row belongs to somebody else.")
        rows[row.id] = row


def _hanging(rows: Mapping[UUID, _Hanging], gathering: PersonId) -> list[_Hanging]:
    return sorted((each for each in rows.values() if each.gathering == gathering), key=_id)


def _id(row: GatheringRow | MemberRow | PostRow) -> UUID:
    return row.id
