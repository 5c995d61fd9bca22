"""Gatherings as rows, with who is in them and what is said there; all sealed before they come here."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from adapters.store.repositories.rows import columns_of, drop, every, first, get, put
from adapters.store.tables import gatherings, members, posts
from bot.domain.people import PersonId
from bot.domain.roles import Gathering
from bot.ports.gatherings import GatheringRow, MemberRow, PostRow

_GATHERING = columns_of(gatherings, GatheringRow)
_MEMBER = columns_of(members, MemberRow)

_AT = select(*_GATHERING).where(
    gatherings.c.place == bindparam("place"), gatherings.c.kind == bindparam("kind")
)
_OF = (
    select(*_GATHERING)
    .where(gatherings.c.organisation == bindparam("organisation"))
    .order_by(gatherings.c.id)
)
_MEMBERS = select(*_MEMBER).where(members.c.gathering == bindparam("gathering")).order_by(members.c.id)
_MEMBER_AT = select(*_MEMBER).where(
    members.c.gathering == bindparam("gathering"), members.c.index == bindparam("index")
)
_MEMBERSHIPS = select(*_MEMBER).where(members.c.index == bindparam("index")).order_by(members.c.id)
_POSTS = (
    select(*columns_of(posts, PostRow))
    .where(posts.c.gathering == bindparam("gathering"))
    .order_by(posts.c.id)
)


class SqlGatherings:
    """The repository `bot.ports.gatherings.Gatherings`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def put(self, row: GatheringRow) -> None:
        """Add a gathering, or write it again."""
        put(self._connection, gatherings, row, owner="organisation")

    def get(self, gathering: PersonId) -> GatheringRow | None:
        """Return a gathering."""
        return get(self._connection, gatherings, GatheringRow, gathering)

    def at(self, place: bytes, kind: Gathering) -> GatheringRow | None:
        """Return the gathering of a kind in a channel."""
        return first(self._connection, GatheringRow, _AT, {"place": place, "kind": kind})

    def of(self, organisation: PersonId) -> Sequence[GatheringRow]:
        """Return all gatherings of an organisation, in the order of their ids."""
        return every(self._connection, GatheringRow, _OF, {"organisation": organisation})

    def all_ids(self) -> frozenset[PersonId]:
        """Return the holder of each one's key."""
        return frozenset(self._connection.scalars(select(gatherings.c.id)))

    def count(self) -> int:
        """Return how many there are."""
        return self._connection.scalar(select(func.count()).select_from(gatherings)) or 0

    def hanging_ids(self) -> frozenset[UUID]:
        """Return the ids of all members, and of all that is said, of every gathering."""
        return frozenset(self._connection.scalars(select(members.c.id).union_all(select(posts.c.id))))

    def remove(self, gathering: PersonId) -> None:
        """Remove a gathering; what hangs on it goes with it."""
        drop(self._connection, gatherings, gathering)

    def put_member(self, row: MemberRow) -> None:
        """Add a member, or write them again."""
        put(self._connection, members, row, owner="gathering")

    def member(self, member: UUID) -> MemberRow | None:
        """Return a member."""
        return get(self._connection, members, MemberRow, member)

    def member_at(self, gathering: PersonId, index: bytes) -> MemberRow | None:
        """Return the member of a gathering that an account is."""
        return first(self._connection, MemberRow, _MEMBER_AT, {"gathering": gathering, "index": index})

    def members(self, gathering: PersonId) -> Sequence[MemberRow]:
        """Return all members of a gathering, in the order of their ids."""
        return every(self._connection, MemberRow, _MEMBERS, {"gathering": gathering})

    def memberships(self, index: bytes) -> Sequence[MemberRow]:
        """Return what an account is a member of, in the order of the ids."""
        return every(self._connection, MemberRow, _MEMBERSHIPS, {"index": index})

    def remove_member(self, member: UUID) -> None:
        """Remove a member."""
        drop(self._connection, members, member)

    def put_post(self, row: PostRow) -> None:
        """Add something that is said, or write it again."""
        put(self._connection, posts, row, owner="gathering")

    def post(self, post: UUID) -> PostRow | None:
        """Return something that is said."""
        return get(self._connection, posts, PostRow, post)

    def posts(self, gathering: PersonId) -> Sequence[PostRow]:
        """Return all that is said for a gathering, in the order of the ids."""
        return every(self._connection, PostRow, _POSTS, {"gathering": gathering})

    def remove_post(self, post: UUID) -> None:
        """Remove something that was said."""
        drop(self._connection, posts, post)
