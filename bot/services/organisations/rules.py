"""Whose rules hold: finding an organisation, opening its page once for each version, writing it.

Where an index stands is plain, so the sealed name decides, as with doors.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from bot.domain.adoption import counted_anew
from bot.domain.organisations import NO_RULES, Organisation, Rules
from bot.domain.people import PersonId
from bot.errors import KeyGone, KeyProblem, Tampered
from bot.ports.organisations import OrganisationRow
from bot.ports.store import Door, Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk, Turn
from bot.services.organisations.pages import body_of, organisation_from
from bot.services.sealing import seal, unseal

_log = logging.getLogger(__name__)


def index_here(turn: Turn) -> bytes | None:
    """Return the index of the organisation in which a turn happens; None where nothing tells of one.

    What a platform tells comes first; in a direct conversation it is where their notebook was begun.
    """
    if turn.event.organisation:
        return turn.desk.organisation_index(turn.event.organisation)
    door = turn.unit.people.door_at(turn.index) if turn.visitor else None
    return door.organisation if door else None


def organisation_here(turn: Turn) -> Organisation | None:
    """Return the organisation in which a turn happens; None where nobody looks after one there.

    Raises:
        Tampered: its row was changed by somebody else.
    """
    return organisation_at(turn.desk, turn.unit, index_here(turn))


def organisation_at(desk: Desk, unit: Unit, index: bytes | None) -> Organisation | None:
    """Return the organisation with an index; None where there is none, or where its key was destroyed.

    Raises:
        Tampered: its row was changed by somebody else.
    """
    row = row_at(unit, index)
    return opened(desk, row) if row else None


def row_at(unit: Unit, index: bytes | None) -> OrganisationRow | None:
    """Return the row of the organisation with an index; None where there is none."""
    return unit.organisations.by_index(index) if index else None


def opened(desk: Desk, row: OrganisationRow) -> Organisation | None:
    """Return the organisation of a row, opened once for each that was written; None where its key is gone.

    Raises:
        Tampered: the row was changed by somebody else, or holds a page that cannot be understood. That is
            one organisation's trouble, and neither its people's nor the others'.
    """
    known = desk.organisations.get(row)
    if known is not None:
        return known
    try:
        body = unseal(desk.vault, _cell(row.id, row.version), row.sealed)
        held = organisation_from(row.id, row.version, body)
    except KeyGone:  # an ending that was cut off
        return None
    except (LookupError, TypeError, ValueError):  # written by a later version
        raise Tampered from None
    if desk.organisation_index(held.name) != row.index:
        raise Tampered
    desk.organisations.put(row, held)  # the whole row: a version that was rolled back comes again
    return held


def names(desk: Desk, unit: Unit) -> Sequence[str]:
    """Return how the platforms name all organisations that are whole, in the order of the names."""
    found = []
    for row in unit.organisations.every():
        with suppress(KeyProblem):
            found.append(organisation_at(desk, unit, row.index))
    return sorted(each.name for each in found if each is not None)


def rules_of(turn: Turn) -> Rules:
    """Return the rules that hold where a turn happens; empty ones where nobody set any, or none can be read.

    A row that was changed by somebody else is its organisation's trouble: nobody goes without an answer.
    """
    return rules_in(turn.desk, row_at(turn.unit, index_here(turn)))


def rules_by(desk: Desk, unit: Unit, door: Door) -> Rules:
    """Return the rules that hold for what leaves by a door; empty ones as above: each still leaves."""
    return rules_in(desk, row_at(unit, door.organisation))


def rules_to(desk: Desk, unit: Unit, person: PersonId) -> Rules:
    """Return the rules that hold for what comes to somebody by itself."""
    door = unit.people.door(person)
    return rules_by(desk, unit, door) if door else NO_RULES


def make(turn: Turn) -> Organisation:
    """Return the organisation in which a turn happens, made where there is none yet: the key comes first.

    Raises:
        LookupError: nothing tells in which organisation this is, which is a bug: no role could be held.
    """
    here = organisation_here(turn)
    if here is not None:
        return here
    name = name_to_make(turn)
    if not name:
        raise LookupError("no organisation in this turn")
    holder = PersonId(turn.desk.chance.new_id())
    turn.desk.vault.create(holder)
    today, index = turn.now.date(), turn.desk.organisation_index(name)
    counted = counted_anew(None, turn.unit.people.count_in_organisation(index), today)
    return keep(turn.desk, turn.unit, Organisation(id=holder, name=name, counted=counted))


def name_to_make(turn: Turn) -> str:
    """Return the name under which an organisation would be made here; "" where nothing tells it.

    Where only a door tells of it, it is known to who is its admin by the settings.
    """
    if turn.event.organisation:
        return turn.event.organisation
    here = index_here(turn)
    return next((name for name, _ in turn.desk.admins if turn.desk.organisation_index(name) == here), "")


def keep(desk: Desk, unit: Unit, organisation: Organisation) -> Organisation:
    """Write an organisation in a new version, and return it so."""
    version = organisation.version + 1
    sealed = seal(desk.vault, _cell(organisation.id, version), body_of(organisation))
    index = desk.organisation_index(organisation.name)
    unit.organisations.put(OrganisationRow(id=organisation.id, index=index, version=version, sealed=sealed))
    return replace(organisation, version=version)


def with_the_house(desk: Desk, rules: Rules) -> Rules:
    """Return rules with the house's own page and on-call line where the organisation set none."""
    return replace(rules, policy=rules.policy or desk.policy, on_call=rules.on_call or desk.on_call)


def rules_in(desk: Desk, row: OrganisationRow | None) -> Rules:
    """Return the rules in an organisation's row; empty ones as above."""
    try:
        organisation = opened(desk, row) if row else None
    except KeyProblem as problem:
        _log.warning("the rules of an organisation do not open: %s", type(problem).__name__)
        return NO_RULES
    return organisation.rules if organisation else NO_RULES


def _cell(holder: PersonId, version: int) -> Cell:
    return Cell(person=holder, table="organisations", row=holder, column="sealed", version=version)
