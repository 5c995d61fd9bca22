"""Taking everything along: a registry of what is held about a person, and the document made of it.

Every personal column and every kind of sheet stands in here; a test finds the one that does not
(tests/architecture/test_held.py). docs/export.schema.json says what the document looks like.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.sheets import SheetKind
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.organisations.decisions import shelf_in
from bot.services.organisations.rules import row_at
from bot.services.sealing import Body
from bot.services.takeout import circles, courses, parts
from bot.services.takeout.parts import Holding

FORMAT = "reststop-export"
VERSION = 1
"""Raised when a reader of an earlier document could misread a later one. New names alone do not raise it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the document: its name there, the columns that it opens or tells, and what does it."""

    name: str
    columns: frozenset[str]
    export: Callable[[Holding], object]


def _columns(table: str, names: str) -> frozenset[str]:
    return frozenset(f"{table}.{name}" for name in names.split())


_SHEET = _columns("sheets", "id person kind day version sealed")

SHEETS: Mapping[SheetKind, str] = {
    SheetKind.PLAN: "plans",
    SheetKind.PEOPLE: "my_people",
    SheetKind.WISHES: "wishes",
    SheetKind.LET_BE: "words_never_flagged",
    SheetKind.FLOW: "open_flows",
    SheetKind.FILE: "files_given",
    SheetKind.PORTFOLIO: "portfolio",
    SheetKind.SUPERVISION: "supervision",
    SheetKind.HOURS: "hours",
    SheetKind.LOOK: "looks_back",
    SheetKind.IMPORT: "to_bring_in",
}
"""Under which name the sheets of each kind go along."""

PARTS: tuple[Part, ...] = (
    Part(
        name="person",
        columns=_columns(
            "people",
            "id standing consent_version zone region quiet_start quiet_end day_starts keep_days away_until",
        ),
        export=parts.person,
    ),
    Part(name="doors", columns=_columns("doors", "id person surface sealed preferred"), export=parts.doors),
    Part(name="roles", columns=_columns("roles", "role sealed"), export=parts.roles),
    Part(
        name="circles",
        columns=_columns("members", "sealed") | _columns("posts", "sealed"),
        export=circles.circles,
    ),
    Part(
        name="courses",
        columns=_columns("members", "sealed") | _columns("posts", "sealed"),
        export=courses.courses,
    ),
    Part(name="entries", columns=_columns("entries", "id person day version sealed"), export=parts.entries),
    Part(
        name="checkins",
        columns=_columns("runs", "id person day state version sealed")
        | _columns("marks", "id person day version sealed"),
        export=parts.checkins,
    ),
    Part(name="drafts", columns=_columns("drafts", "id person sealed"), export=parts.drafts),
    *(Part(name=name, columns=_SHEET, export=parts.sheets(kind)) for kind, name in SHEETS.items()),
    Part(
        name="coming",
        columns=_columns("agenda", "id kind due_at owner ref rule zone slot_on slot lane"),
        export=parts.coming,
    ),
    Part(
        name="sent",
        columns=_columns(
            "deliveries", "agenda slot_on slot owner lane due_at state not_before tries run door"
        ),
        export=parts.sent,
    ),
)
"""Everything that is held, in the order of the document."""

LEFT_OUT: Mapping[str, str] = {
    "doors.index": "a keyed hash of the account, which goes along itself",
    "doors.lane": "the account's surface and workspace once more",
    "doors.organisation": "a keyed hash of where that account is at home, from which nobody reads a name",
    "roles.id": "a number by which the organisation's log names the role",
    "roles.organisation": "a number that stands for the organisation",
    "roles.index": "a keyed hash of the account, which goes along itself",
    "roles.seq": "an order, which the list keeps",
    "members.id": "a number that stands for the account in that circle or course",
    "members.gathering": "a number that stands for the circle or course, which goes along by its name",
    "members.index": "a keyed hash of the account, which goes along itself",
    "members.version": "how often that row was written",
    "posts.id": "a number by which the circle or course finds a share again",
    "posts.gathering": "a number that stands for the circle or course, which goes along by its name",
    "posts.version": "how often that row was written",
    "deliveries.seq": "an order, which the list keeps",
    "runs.seq": "an order, which the list keeps",
    "entries.seq": "an order, which the list keeps",
    "drafts.seq": "an order, which the list keeps",
    "sheets.seq": "an order, which the list keeps",
}
"""The personal columns that no part tells, each with the reason."""


def document(desk: Desk, unit: Unit, person: Person, now: datetime) -> Body:
    """Return everything that is held about a person, opened.

    Raises:
        KeyGone: their key was destroyed.
    """
    door = unit.people.door(person.id)
    shelf = shelf_in(desk, unit, row_at(unit, door.organisation) if door else None, hosted=True)
    held = Holding(desk=desk, unit=unit, person=person, shelf=shelf)
    made: Body = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": now.astimezone(held.zone).isoformat(),
    }
    made |= {part.name: part.export(held) for part in PARTS}
    return made | {"stays_closed": held.closed}


def as_json(made: Body) -> bytes:
    """Return a document as a file for programs."""
    return json.dumps(made, ensure_ascii=False, indent=1).encode(errors="replace")


def untold(columns: Iterable[str]) -> frozenset[str]:
    """Return those of some columns that no part tells and nobody gave a reason for."""
    told = frozenset[str]().union(*(part.columns for part in PARTS))
    return frozenset(columns) - told - LEFT_OUT.keys()
