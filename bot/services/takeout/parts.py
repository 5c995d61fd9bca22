"""What is held about a person, opened part by part, as plain JSON: one function for each part.

What does not open is left out and named, so that one damaged row keeps nobody's journal here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time, tzinfo
from functools import partial
from typing import TypeVar
from uuid import UUID

from bot.domain.agenda import AgendaRow
from bot.domain.checkins import Asking, Marks, Question, Run
from bot.domain.deliveries import Delivery
from bot.domain.journal import Draft, Entry, Page
from bot.domain.marks import CHOSEN, FIXED
from bot.domain.people import Person, QuietHours
from bot.domain.reviews import Shelf
from bot.domain.sheets import Sheet, SheetKind
from bot.domain.zones import zone_of
from bot.errors import Tampered
from bot.ports.store import Door, Unit
from bot.ports.vault import Cell
from bot.services.checkins.answering import in_words
from bot.services.desk import Desk
from bot.services.doors.addresses import address_of
from bot.services.journal.entries import read_entry
from bot.services.journal.runs import answer_body, asking_of, open_marks
from bot.services.organisations.standing import name_of
from bot.services.sealing import Body, unseal
from bot.services.sheets import read_sheet

_T = TypeVar("_T")
_Row = Person | Entry | Page | Draft | Run | Marks | Sheet | AgendaRow | Delivery

_MARKS = {kind.name: kind for kind in (*FIXED, *CHOSEN)}
_SEAL = frozenset({"person", "owner", "sealed"})
"""What a row says of whose it is and how it was closed: in the document everything is one person's, open."""

_PLATFORM = frozenset({"message"})
"""A keyed hash by which a change of a platform's message is heard: nothing that its writer could read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person, and where everything about them stands. `closed` gathers what did not open.

    `shelf` is the library in the words in which they are asked.
    """

    desk: Desk
    unit: Unit
    person: Person
    shelf: Shelf = field(default_factory=Shelf)
    closed: list[Body] = field(default_factory=list)

    @property
    def zone(self) -> tzinfo:
        """The person's zone; UTC's while none is known."""
        return zone_of(self.person.zone) if self.person.zone else UTC

    def opened(self, part: str, row: Entry | Draft | Run | Sheet, reading: Callable[[], _T]) -> _T | None:
        """Return what a row opens to; None where it stays closed, which is noted.

        Raises:
            KeyGone: nothing of this person opens any more.
        """
        try:
            return reading()
        except Tampered:
            day = None if isinstance(row, Draft) else row.day.isoformat()
            self.closed.append({"part": part, "id": str(row.id), "day": day})
            return None

    def plain(self, row: _Row, without: frozenset[str] = _SEAL) -> Body:
        """Return a row by the names of its fields."""
        values = ((each.name, getattr(row, each.name)) for each in fields(row) if each.name not in without)
        return {name: self._value(value) for name, value in values}

    def _value(self, value: object) -> object:
        """Return a value as JSON holds it: days local, instants with the offset of the person's zone."""
        told = value
        match value:
            case None | str() | int():
                pass
            case datetime():
                told = value.astimezone(self.zone).isoformat()
            case date():
                told = value.isoformat()
            case time():
                told = value.isoformat("minutes")
            case UUID():
                told = str(value)
            case QuietHours():
                told = {"start": self._value(value.start), "end": self._value(value.end)}
            case tuple():
                told = [self._value(each) for each in value]
            case _:
                raise TypeError(type(value).__name__)
        return told


def person(held: Holding) -> Body:
    """What stands in the clear about a person: standing, zone, hours, and how long entries are kept."""
    return held.plain(held.person)


def doors(held: Holding) -> list[Body]:
    """The accounts that somebody comes through, by their platforms' ids; check-ins come by the first."""
    return [_door(held, door) for door in held.unit.people.doors(held.person.id)]


def roles(held: Holding) -> list[Body]:
    """What somebody's accounts look after, on which platform, and the name that they typed for it."""
    return [
        {"role": role.role, "surface": door.surface, "name": name_of(held.desk, role)}
        for door in held.unit.people.doors(held.person.id)
        for role in held.unit.organisations.roles_of(door.index)
    ]


def entries(held: Holding) -> list[Body]:
    """Every entry with all that its page says, the first written first."""
    return [
        held.plain(entry) | _page(held, page)
        for entry in held.unit.journal.every(held.person.id)
        if (page := held.opened("entries", entry, partial(read_entry, held.desk, held.person, entry)))
    ]


def drafts(held: Holding) -> list[Body]:
    """Every draft that waits."""
    return [
        {"id": str(draft.id)} | body
        for draft in held.unit.journal.drafts(held.person.id)
        if (body := held.opened("drafts", draft, partial(_draft, held, draft))) is not None
    ]


def checkins(held: Holding) -> list[Body]:
    """Every question that was asked, with its text, what was answered, and the marks beside it."""
    marks = {each.id: each for each in held.unit.runs.marks_since(held.person.id, date.min)}
    runs = held.unit.runs.asked(held.person.id, date.min)
    return [_checkin(held, run, marks.get(run.id)) for run in runs]


def sheets(kind: SheetKind) -> Callable[[Holding], list[Body]]:
    """Return what opens the sheets of a kind: whatever stands on one comes along under its own name."""

    def opened(held: Holding) -> list[Body]:
        return [
            held.plain(sheet, _SEAL | {"kind"}) | {"body": body}
            for sheet in held.unit.sheets.of(held.person.id, kind)
            if (body := held.opened(kind, sheet, partial(read_sheet, held.desk, held.person, sheet)))
            is not None
        ]

    return opened


def coming(held: Holding) -> list[Body]:
    """Everything that would happen later: when the next check-in comes, when a plan returns."""
    return [held.plain(row) for row in held.unit.agenda.every(held.person.id)]


def sent(held: Holding) -> list[Body]:
    """What was sent lately, or is about to be."""
    return [held.plain(each) for each in held.unit.deliveries.every(held.person.id)]


def _door(held: Holding, door: Door) -> Body:
    address = address_of(held.desk, door)
    return {
        "id": str(door.id),
        "preferred": door.preferred,
        "surface": address.account.surface,
        "workspace": address.account.workspace,
        "user": address.account.user,
        "conversation": address.conversation or None,
        "since": address.since and address.since.isoformat(),
        "rules_since": address.home_since and address.home_since.isoformat(),
    }


def _page(held: Holding, page: Page) -> Body:
    said = held.plain(page, _PLATFORM)
    return {"written_at": said.pop("at")} | said


def _draft(held: Holding, draft: Draft) -> Body:
    cell = Cell(person=held.person.id, table="drafts", row=draft.id, column="sealed")
    body = unseal(held.desk.vault, cell, draft.sealed)
    return {name: value for name, value in body.items() if name not in _PLATFORM}


def _checkin(held: Holding, run: Run, marks: Marks | None) -> Body:
    closed = Asking(questions=(Question(on=run.day),))
    asking = held.opened("checkins", run, partial(asking_of, held.desk, run)) or closed
    steps = held.opened("marks", run, partial(open_marks, held.desk.vault, marks)) if marks else {}
    own, *beside = asking.questions
    return (
        held.plain(run)
        | _question(held, own)
        | {
            "beside": [_question(held, each) | {"day": each.on.isoformat()} for each in beside],
            "called_rough_on": asking.rough_on and asking.rough_on.isoformat(),
            "offered_small_on": asking.eased_on and asking.eased_on.isoformat(),
            "marks": [_mark(name, step) for name, step in (steps or {}).items()],
            "marks_version": marks.version if marks else 0,
        }
    )


def _question(held: Holding, question: Question) -> Body:
    prompt = held.desk.catalogue.prompt(question.prompt) if question.prompt else None
    is_known = prompt is not None and held.shelf.knows(prompt, question.wording)
    text = held.shelf.asked(prompt, question.wording).text if prompt and is_known else None
    asked: Body | None = None
    if question.prompt:
        asked = {"id": question.prompt, "version": question.version, "text": text}
        asked |= {"wording": question.wording} if question.wording else {}
    return {
        "prompt": asked,
        "answer": answer_body(question.answer),
        "in_words": list(in_words(prompt, question.answer)),
        "offered_after_on": question.after_on and question.after_on.isoformat(),
    }


def _mark(name: str, step: int) -> Body:
    kind = _MARKS.get(name)
    return {
        "name": name,
        "ask": kind.ask if kind else None,
        "step": step,
        "word": kind.words[step - 1] if kind else None,
    }
