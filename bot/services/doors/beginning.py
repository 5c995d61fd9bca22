"""A notebook begins: the key first, then the row, with the one door by which its person came."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.people import CONSENT_VERSION, Person, PersonId, Standing
from bot.services.desk import Turn, local_day
from bot.services.doors.addresses import door_for
from bot.surface.refs import is_arg


def begin_person(turn: Turn, *, here: str = "", zone: str | None = None) -> Person:
    """Begin the notebook of who acts, who has none; they said yes to it.

    `here` is the platform's id of the organisation where they read what they said yes to, where the event
    tells of none. `zone` stands in for what their platform does not tell.
    """
    zone = turn.zone_told or zone
    person = Person(
        id=PersonId(turn.desk.chance.new_id()),
        zone=zone,
        region=turn.desk.catalogue.region_of_zone(zone or ""),
    )
    turn.desk.vault.create(person.id)
    account = turn.event.account
    organisation = turn.event.organisation or (f"{account.surface}/{here}" if here else "")
    since = local_day(person, turn.now)
    turn.unit.people.add(person, door_for(turn.desk, person.id, account, since, organisation=organisation))
    return person


def after_yes(person: Person) -> Person:
    """Return who gives their yes again: who had stopped arrives anew, others go on where they stood."""
    standing = Standing.ARRIVING if person.standing is Standing.STOPPED else person.standing
    return replace(person, standing=standing, consent_version=CONSENT_VERSION)


def place_here(turn: Turn) -> str:
    """Return the platform's id of the organisation in which somebody acts; "" where it fits no button.

    The first card goes into their own conversation, and in Discord nothing tells there where they came from.
    """
    place = turn.event.organisation.partition("/")[2]
    return place if is_arg(place) else ""
