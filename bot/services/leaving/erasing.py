"""Leaving for good: the key first, then every row, and a receipt.

A key and the rows that it opens stand in two files, and no commit takes both. So the key goes first: from
then on nothing opens, and whatever is cut off after it is finished by the next tick of the house, by its
next start or by a second press. "Erased" is said after the commit that took the rows, never before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from bot.domain.people import Person, PersonId
from bot.domain.roles import Gathering
from bot.ports.keys import tombstone_mark
from bot.ports.store import Unit
from bot.services.cards import erasing as cards
from bot.services.circles import memberships
from bot.services.desk import Desk, Turn, local_day
from bot.services.destroying import destroy_key
from bot.services.doors.doors import named
from bot.services.takeout import copies
from bot.services.takeout.without import kept_of
from bot.surface.audience import Direct
from bot.surface.outcome import Outcome, Replace, Show, answer

ERASES_WITHIN = 60.0
"""Seconds in which an erasing ends. It waits for whoever still reads the key store, rather than stop
between the key and the rows."""
SURE_FOR = timedelta(minutes=15)
"""How long the last button holds: one that is found again in an old conversation erases nobody."""
COPIES_END_AFTER = timedelta(days=28)
"""How long a copy of a destroyed key may live in backups (docs/operations.md, "When somebody leaves")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Eraser:
    """One step of an erasing, and the tables whose rows go with it."""

    tables: frozenset[str]
    erase: Callable[[Desk, Unit, PersonId], None]


def _destroy_key(desk: Desk, unit: Unit, person: PersonId) -> None:
    destroy_key(desk.vault, unit, person)


def remove_roles(unit: Unit, person: PersonId) -> None:
    """Remove the roles that a person's accounts hold; once their doors are gone nobody knows which."""
    for door in unit.people.doors(person):
        remove_roles_at(unit, door.index)


def remove_roles_at(unit: Unit, index: bytes) -> int:
    """Remove the roles of one account, in whatever organisation; return how many there were."""
    roles = unit.organisations.roles_of(index)
    for role in roles:
        unit.organisations.remove_role(role.id)
    return len(roles)


def has_without_notebook(unit: Unit, index: bytes) -> bool:
    """Whether an account holds what needs no notebook: a role, or a place in a circle or a course."""
    return bool(unit.organisations.roles_of(index)) or bool(unit.gatherings.memberships(index))


def _remove_roles(_desk: Desk, unit: Unit, person: PersonId) -> None:
    remove_roles(unit, person)


def _end_memberships(desk: Desk, unit: Unit, person: PersonId) -> None:
    memberships.end_of(desk, unit, person)


def _remove_rows(_desk: Desk, unit: Unit, person: PersonId) -> None:
    unit.people.remove(person)


ERASERS: tuple[Eraser, ...] = (
    Eraser(tables=frozenset({"keys"}), erase=_destroy_key),
    Eraser(tables=frozenset({"roles"}), erase=_remove_roles),
    Eraser(tables=frozenset({"members", "posts"}), erase=_end_memberships),
    Eraser(
        tables=frozenset(
            {"people", "doors", "agenda", "deliveries", "runs", "marks", "entries", "drafts", "sheets"}
        ),
        erase=_remove_rows,
    ),
)
"""Everything that goes, in this order. A test finds a table of a person's that is not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What remains to be shown: a day, and a code to which the tombstone of the key answers."""

    day: date
    code: str

    @property
    def copies_end_on(self) -> date:
        """The day by which no backup of the key store opens anything of theirs any more."""
        return self.day + COPIES_END_AFTER


def erase_person(desk: Desk, unit: Unit, person: Person) -> Receipt:
    """Erase a person. It is done when the unit is committed; called again, it finishes.

    Raises:
        NotSaved: the key store could not finish; the next call goes on.
    """
    for eraser in ERASERS:
        eraser.erase(desk, unit, person.id)
    return Receipt(day=local_day(person, desk.clock.now()), code=receipt_code(person.id))


def receipt_code(person: PersonId) -> str:
    """Return the beginning of the tombstone's mark, in groups that can be read aloud."""
    mark = tombstone_mark(person).hex()
    return "-".join(mark[place : place + 4] for place in range(0, 16, 4))


def offer(turn: Turn) -> Outcome:
    """Say what would go, and offer to take it along first."""
    doors = [door.name for door in named(turn)]
    holds_role = any(
        turn.unit.organisations.roles_of(door.index) for door in turn.unit.people.doors(turn.person.id)
    )
    hosted = turn.capabilities.hosted
    indexes = [door.index for door in turn.unit.people.doors(turn.person.id)]
    circles = kept_of(turn.desk, turn.unit, indexes)
    return answer(cards.offer(turn.mint, hosted=hosted, doors=doors, holds_role=holds_role, circles=circles))


def ask_again(turn: Turn) -> Outcome:
    """Ask once more, with other words; this question holds for some minutes.

    Copies of files are taken back at once, while it is known where they are.
    """
    files_go = copies.hurry(turn.unit, turn.person, turn.now)
    return answer(cards.sure(turn.mint, _notebook(turn), str(int(turn.now.timestamp())), files_go=files_go))


def confirm(turn: Turn) -> Outcome:
    """Erase everything. Who is gone already, by a press that was cut off, hears so.

    Where a copy of a file was not taken back in time, nobody can name it afterwards, and it is said.
    """
    if not _is_fresh(turn):
        return offer(turn)
    files_stay = copies.hurry(turn.unit, turn.person, turn.now)
    was_in = _is_in(turn)
    receipt = erase_person(turn.desk, turn.unit, turn.person)
    card = cards.erased(
        day=receipt.day,
        code=receipt.code,
        copies_end_on=receipt.copies_end_on,
        operator=turn.desk.operator,
        hosted=turn.capabilities.hosted,
        files_stay=files_stay,
        was_in_circles=bool(was_in - {Gathering.COURSE}),
        was_in_courses=Gathering.COURSE in was_in,
    )
    return Outcome(first=Show(card=card, audience=Direct()), forgets=True)


def keep(_turn: Turn) -> Outcome:
    """Take a change of mind."""
    return Outcome(first=Replace(card=cards.kept()))


def _is_in(turn: Turn) -> frozenset[Gathering]:
    """Return of which kinds the gatherings are that somebody's accounts are in."""
    doors = turn.unit.people.doors(turn.person.id)
    rows = (row for door in doors for row in turn.unit.gatherings.memberships(door.index))
    return frozenset(held.kind for row in rows if (held := turn.unit.gatherings.get(row.gathering)))


def _is_fresh(turn: Turn) -> bool:
    asked = turn.ref.arg
    age = turn.now.timestamp() - int(asked) if asked.isdecimal() else -1.0
    return 0 <= age <= SURE_FOR.total_seconds() and turn.ref.subject == _notebook(turn)


def _notebook(turn: Turn) -> UUID:
    """Return what stands for a notebook on a button that leaves the house."""
    return uuid5(turn.person.id, "erase")
