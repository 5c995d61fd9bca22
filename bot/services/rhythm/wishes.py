"""Wishes, sealed and opened: how somebody wishes to be asked."""

from __future__ import annotations

from datetime import date

from bot.domain.journal import SCENE_KEPT_DAYS
from bot.domain.marks import MarkKind, kinds_with
from bot.domain.people import Person
from bot.domain.prompts import Depth, Domain
from bot.domain.sheets import SheetKind, only_sheet
from bot.domain.wishes import Wishes
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, write_sheet

_OF_A_MOMENT = ("home_zone", "zone_offered")
"""What goes with where somebody was at that time, and means nothing without its row of the agenda."""


def wishes_of(desk: Desk, unit: Unit, person: Person) -> Wishes:
    """Return a person's wishes; the usual ones where they never said any."""
    return wishes_in(_body(desk, unit, person))


def wishes_in(body: Body) -> Wishes:
    """Return what stands on a sheet of wishes; what it does not name is as usual.

    Raises:
        AttributeError, TypeError, ValueError: no such wish; only a file that was brought along may hold one.
    """
    worth_asked_on = body.get("worth_asked_on")
    return Wishes(
        third_mark=body.get("third_mark"),
        muted=frozenset(Domain(name) for name in body.get("muted", ())),
        longest=Depth(body.get("longest", Depth.LONG)),
        rest_offered={
            Domain(name): date.fromisoformat(day) for name, day in body.get("rest_offered", {}).items()
        },
        skips_holidays=body.get("skips_holidays", False),
        home_zone=body.get("home_zone"),
        scene_days=body.get("scene_days", SCENE_KEPT_DAYS),
        zone_offered=body.get("zone_offered"),
        zones_declined=frozenset(body.get("zones_declined", ())),
        is_offered_along=body.get("offered_along", False),
        ends_noted=tuple(date.fromisoformat(day) for day in body.get("ends_noted", ())),
        asks_effort=body.get("asks_effort", False),
        worth_asked_on=date.fromisoformat(worth_asked_on) if worth_asked_on else None,
    )


def keep_wishes(desk: Desk, unit: Unit, person: Person, wishes: Wishes) -> None:
    """Write a person's wishes in place of those before."""
    body = _body(desk, unit, person) | _written(wishes)
    sheet = only_sheet(person.id, SheetKind.WISHES)
    write_sheet(desk, unit, person, sheet=sheet, kind=SheetKind.WISHES, body=body)


def with_brought(here: Body, brought: Body) -> Body:
    """Return wishes that were brought along, but for those of which something else was said here."""
    usual = _written(Wishes())
    said = {name: value for name, value in here.items() if value and value != usual.get(name)}
    return {name: None if name in _OF_A_MOMENT else value for name, value in brought.items()} | said


def marks_for(desk: Desk, unit: Unit, person: Person) -> tuple[MarkKind, ...]:
    """Return the marks that a person is asked for."""
    return kinds_with(wishes_of(desk, unit, person).third_mark)


def _body(desk: Desk, unit: Unit, person: Person) -> Body:
    sheet = unit.sheets.get(only_sheet(person.id, SheetKind.WISHES))
    return read_sheet(desk, person, sheet) if sheet else {}


def _written(wishes: Wishes) -> Body:
    return {
        "third_mark": wishes.third_mark,
        "muted": sorted(wishes.muted),
        "longest": wishes.longest,
        "rest_offered": {name: day.isoformat() for name, day in wishes.rest_offered.items()},
        "skips_holidays": wishes.skips_holidays,
        "home_zone": wishes.home_zone,
        "scene_days": wishes.scene_days,
        "zone_offered": wishes.zone_offered,
        "zones_declined": sorted(wishes.zones_declined),
        "offered_along": wishes.is_offered_along,
        "ends_noted": [day.isoformat() for day in wishes.ends_noted],
        "asks_effort": wishes.asks_effort,
        "worth_asked_on": wishes.worth_asked_on and wishes.worth_asked_on.isoformat(),
    }
