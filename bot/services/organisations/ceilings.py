"""How long somebody's organisations let pages be kept, counted from the day on which they came there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.keeping import Ceilings, Span, allowed, spans
from bot.domain.organisations import Ceiling, longest
from bot.domain.people import Person, PersonId
from bot.errors import KeyProblem
from bot.ports.store import Door, Unit
from bot.services.cards.keeping import at_most
from bot.services.desk import Desk, Turn
from bot.services.doors.addresses import address_of
from bot.services.organisations.rules import organisation_at


def spans_of(desk: Desk, unit: Unit, person: Person) -> tuple[Span, ...]:
    """Return the days of somebody's writing that share a time; none where all is kept for good.

    Raises:
        KeyGone, Tampered: as `ceilings_of`.
    """
    return spans(person.keep_days, ceilings_of(desk, unit, person.id))


def ceilings_of(desk: Desk, unit: Unit, person: PersonId) -> Ceilings:
    """Return what each of the organisations set in which a person has a door.

    What was written before they came there is no matter of that organisation.

    Raises:
        KeyGone, Tampered: one of them, or an address, does not open: then nothing tells how long is too long.
    """
    set_by_each = (_by_door(desk, unit, door) for door in unit.people.doors(person))
    return [ceilings for ceilings in set_by_each if ceilings]


def limits(turn: Turn) -> tuple[str, ...]:
    """Return a sentence for each time that an organisation set, now or from a day on, to who keeps longer."""
    try:
        ceilings = ceilings_of(turn.desk, turn.unit, turn.person.id)
    except KeyProblem:
        return ()
    ahead = sorted({each.since for them in ceilings for each in them if each.since > turn.today})
    lines, before = list[str](), None
    for since in (turn.today, *ahead):
        days, own = allowed(ceilings, since), turn.person.keep_days
        if days is not None and days != before and (own is None or days < own):
            lines.append(at_most(days, since, turn.today))
        before = days
    return tuple(lines)


def _by_door(desk: Desk, unit: Unit, door: Door) -> Sequence[Ceiling]:
    here = organisation_at(desk, unit, door.organisation)
    if here is None or not here.rules.ceilings:
        return ()
    address, ceilings = address_of(desk, door), here.rules.ceilings
    came = address.home_since or address.since
    if came is None:  # a door from before that day was kept
        return ceilings
    later = [each for each in ceilings if each.since > came]
    return [Ceiling(since=came, days=longest(ceilings, came)), *later]
