"""Company among the members of a circle: who may be asked to reach out to somebody, and who comes next.

Never a line manager, supervisor or assessor; never two whom either wishes apart; nobody a second time before
somebody has met all who could come (docs/circles.md, "Company").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

MOSTS = (1, 2, 4)
"""How many people somebody may offer to keep company with in four weeks."""
COUNTED_FOR = timedelta(weeks=4)
ANSWERS_WITHIN = 2
"""Working days in which who is asked may say yes; after that somebody else is asked."""
ENDS_AFTER = 3
"""Working days in which who asked may say yes to an offer; after that it is let go."""
KEPT = timedelta(days=7)
"""How long two who found each other may look up who it is."""
WORKING_DAYS = range(5)


class Stage(StrEnum):
    """Where a wish for company stands."""

    ASKED = "asked"
    """A volunteer was asked, and does not know who it is for."""
    OFFERED = "offered"
    """The volunteer said yes, and who asked may say yes, too."""
    MET = "met"
    """Both said yes, and know of each other."""
    NOBODY = "nobody"
    """Nobody is left who could be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Somebody would like a peer to reach out. `turned` are those who could not, or were not wished for.

    `until` is when it is looked at again.
    """

    id: str
    asker: UUID
    stage: Stage
    volunteer: UUID | None
    until: datetime
    turned: frozenset[UUID] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """Somebody who offers company: to so many in four weeks; `given` are the days on which they said yes."""

    member: UUID
    most: int
    given: tuple[date, ...] = ()

    def has_room(self, today: date) -> bool:
        """Whether they would be asked once more."""
        return sum(today - day < COUNTED_FOR for day in self.given) < self.most


def who_comes_next(
    wish: Wish,
    volunteers: Collection[Volunteer],
    *,
    apart: Mapping[UUID, Collection[UUID]],
    met: Sequence[UUID],
    today: date,
) -> tuple[UUID, ...]:
    """Return all who may be asked now, each as well as the other; none where nobody is free.

    `apart` is whom each member wishes to be kept apart from, which holds both ways. `met` is whom who asks
    has met, the latest last: who was met is not asked again before all who may come were.
    """
    could = [
        one.member
        for one in volunteers
        if one.member != wish.asker
        and wish.asker not in apart.get(one.member, ())
        and one.member not in apart.get(wish.asker, ())
    ]
    known = _since_all(met, could)
    return tuple(
        one.member
        for one in volunteers
        if one.member in could
        and one.member not in known
        and one.member not in wish.turned
        and one.has_room(today)
    )


def _since_all(met: Sequence[UUID], could: Collection[UUID]) -> frozenset[UUID]:
    """Return whom somebody has met since they had last met all who could come."""
    found = set[UUID]()
    for one in met:
        found.add(one)
        if found.issuperset(could):
            found = set()
    return frozenset(found)


def working_days_on(start: datetime, days: int) -> datetime:
    """Return an instant so many working days later, at the same time of day, UTC."""
    at = start.astimezone(UTC)
    while days:
        at += timedelta(days=1)
        days -= at.weekday() in WORKING_DAYS
    return at
