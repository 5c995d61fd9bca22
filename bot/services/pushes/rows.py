"""The rows of the agenda by which a course comes to one learner, and what became of each.

A row without `slot_on` is not on its way yet, and may be given another time or removed. One that is on its
way stays as it is; one whose delivery ended without having been shown stays too, and so it is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.deliveries import ENDED, Delivery, DeliveryState
from bot.domain.people import Person, PersonId
from bot.ports.store import Unit
from bot.services.courses.learners import person_of
from bot.services.desk import Desk
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.pushes.beside import is_beside
from bot.services.sealing import Body

PART = "pushes"
NEWS = "news."
"""Before what a learner hears besides the pushes of a course: it takes no day of theirs."""
ASKED = "asked."
"""Before the id of a question to their instructor, of which a learner hears something: the same holds."""
WORDS = (NEWS, ASKED)
"""What begins the rule of a word, which is no push."""
_FAILED = frozenset({DeliveryState.UNREACHABLE, DeliveryState.PARKED})
_UNSAID = frozenset({DeliveryState.PLANNED, DeliveryState.CLAIMED})
_UNDER_WAY = frozenset({DeliveryState.SENDING, DeliveryState.AMBIGUOUS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Something of a course that did not reach a learner by a fault of a platform, or of the way there.

    `rule` is the id of the push. `state` is UNREACHABLE, as where direct messages are closed, or PARKED:
    it was tried too often, or nobody can know whether it came.
    """

    member: UUID
    row: UUID
    rule: str
    state: DeliveryState
    due_at: datetime


def rows_of(unit: Unit, person: PersonId, member: UUID) -> Sequence[AgendaRow]:
    """Return the rows of a learner in one course, those that are due first."""
    rows = unit.agenda.every(person)
    return [row for row in rows if row.kind is AgendaKind.COURSE_PUSH and row.ref == member]


def sent_to(member: Member) -> Mapping[str, date]:
    """Return which pushes reached a learner, each with the day that it was for them."""
    held: Mapping[str, str] = member.part(PART).get("sent", {})
    return {rule: date.fromisoformat(on) for rule, on in held.items()}


def note_sent(desk: Desk, unit: Unit, member: Member, rule: str, on: date) -> Member:
    """Note that a push reached a learner on a day of theirs: it never comes again."""
    sent = {**sent_to(member), rule: on}
    held: Body = {"sent": {each: day.isoformat() for each, day in sent.items()}}
    return members.keep(desk, unit, member, None, **{PART: held})


def is_on_its_way(row: AgendaRow) -> bool:
    """Whether a row was taken already: a delivery is known by it."""
    return row.slot_on is not None


def is_unsaid(unit: Unit, person: Person, row: AgendaRow) -> bool:
    """Whether nothing of a row was sent yet: it is drawn when it leaves, as things are then."""
    return not is_on_its_way(row) or any(
        each.state in _UNSAID for each in _deliveries(unit, person, [row]) if each.slot_on == row.slot_on
    )


def say_once(desk: Desk, unit: Unit, member: Member, rule: str, now: datetime) -> None:
    """Lay a word to a learner; where one of that rule still waits, it says what is so when it comes."""
    person = person_of(unit, member)
    if person is None:
        return
    same = (row for row in rows_of(unit, person.id, member.id) if row.rule == rule)
    if any(is_unsaid(unit, person, row) for row in same):
        return
    unit.agenda.put(
        AgendaRow(
            id=desk.chance.new_id(),
            kind=AgendaKind.COURSE_PUSH,
            due_at=now,
            owner=person.id,
            ref=member.id,
            rule=rule,
        )
    )


def missed_by(unit: Unit, member: Member) -> Sequence[Missed]:
    """Return what did not reach a learner by a fault, in the order in which it was due."""
    person = person_of(unit, member)
    if person is None:
        return ()
    rows = {row.id: row for row in rows_of(unit, person.id, member.id) if is_on_its_way(row) and row.rule}
    if not rows:
        return ()
    found = (
        Missed(
            member=member.id,
            row=each.agenda,
            rule=rows[each.agenda].rule or "",
            state=each.state,
            due_at=each.due_at,
        )
        for each in unit.deliveries.every(person.id)
        if each.agenda in rows and each.state in _FAILED
    )
    return sorted(found, key=lambda each: (each.due_at, each.rule))


def days_taken(
    desk: Desk,
    unit: Unit,
    person: Person,
    *,
    member: Member,
    rows: Sequence[AgendaRow],
    zone: ZoneInfo,
    now: datetime,
) -> frozenset[date]:
    """Return the days of somebody on which a push of any course came, or of another course comes.

    `member` is who they are in the course that is planned: what waits in that takes no day. `rows` are those
    of all pushes of all their courses. What another course only has beside its pushes goes round this one's.
    """
    days = set(sent_to(member).values())
    for other in _elsewhere(desk, unit, person, member):
        days.update(sent_to(other).values())
    elsewhere = [row for row in rows if row.ref != member.id and not is_beside(row.rule)]
    days |= {row.due_at.astimezone(zone).date() for row in elsewhere if row.due_at is not None}
    others = frozenset(row.id for row in elsewhere)
    if any(
        each.state in _UNDER_WAY or (each.agenda in others and each.state not in ENDED)
        for each in _deliveries(unit, person, rows)
    ):
        days.add(now.astimezone(zone).date())
    return frozenset(days)


def is_live(unit: Unit, person: Person, rows: Sequence[AgendaRow]) -> bool:
    """Whether any of these rows is on its way and may still arrive."""
    return any(each.state not in ENDED for each in _deliveries(unit, person, rows))


def is_push(row: AgendaRow) -> bool:
    """Whether a row brings a push, and no word about a course."""
    return row.kind is AgendaKind.COURSE_PUSH and not (row.rule or "").startswith(WORDS)


def _deliveries(unit: Unit, person: Person, rows: Sequence[AgendaRow]) -> Sequence[Delivery]:
    """Return the deliveries of those rows that are on their way."""
    going = {row.id for row in rows if is_on_its_way(row)}
    return [each for each in unit.deliveries.every(person.id) if each.agenda in going] if going else ()


def _elsewhere(desk: Desk, unit: Unit, person: Person, member: Member) -> Iterator[Member]:
    """Yield who somebody is in whatever else their accounts are in."""
    for door in unit.people.doors(person.id):
        for row in unit.gatherings.memberships(door.index):
            other = members.opened(desk, row) if row.id != member.id else None
            if other is not None:
                yield other
