"""What of a file is not here yet, as it would stand here.

What is here already stays as it is. An id is kept where it is free; where it is of somebody else's row,
another one is made of it, always the same: a file that is brought twice doubles nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar
from uuid import UUID, uuid5

from bot.domain.people import PersonId
from bot.domain.sheets import Sheet, SheetKind, only_sheet
from bot.guards.identifiers.finding import as_let_be
from bot.services.desk import Owned, Turn
from bot.services.journal.entries import draft_of
from bot.services.rhythm import wishes
from bot.services.sealing import Body, Place
from bot.services.sheets import read_sheet
from bot.services.support.let_be import WORDS_MAX
from bot.services.takeout.brought import Brought, BroughtDraft, BroughtPage, BroughtRun, BroughtSheet

_T = TypeVar("_T", BroughtPage, BroughtRun, BroughtSheet)

LISTS = frozenset(
    {
        SheetKind.PEOPLE,
        SheetKind.WISHES,
        SheetKind.LET_BE,
        SheetKind.PORTFOLIO,
        SheetKind.SUPERVISION,
    }
)
"""What a person has once: what is brought joins it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What would come in; `known` counts the rows that are here already."""

    brought: Brought
    known: int


@dataclass(slots=True, kw_only=True)
class _Ids:
    """Under which id each row would stand here."""

    person: PersonId
    given: dict[UUID, UUID] = field(default_factory=dict)
    known: int = 0

    def free(self, row: UUID, find: Callable[[UUID], Owned | None]) -> UUID | None:
        """Return under which id a row would come in; None where it is here."""
        for each in (row, uuid5(self.person, row.hex)):
            stands = find(each)
            if stands is None or stands.person == self.person:
                self.given[row] = each
                self.known += stands is not None
                return each if stands is None else None
        self.known += 1
        return None

    def placed(self, rows: tuple[_T, ...], find: Callable[[UUID], Owned | None]) -> Iterator[_T]:
        """Walk the rows that are not here, under the ids that they get."""
        here = set[UUID]()
        for row in rows:
            new = self.free(row.place.id, find)
            if new is not None and new not in here:  # a file may name a row twice, where somebody changed it
                here.add(new)
                yield replace(row, place=replace(row.place, id=new))

    def in_body(self, value: object) -> object:
        """Return what stands on a sheet, naming rows by the ids that they have here."""
        match value:
            case dict():
                return {name: self.in_body(each) for name, each in value.items()}
            case list():
                return [self.in_body(each) for each in value]
            case str():
                return self._names().get(value, value)
            case _:
                return value

    def _names(self) -> Mapping[str, str]:
        changed = {old: new for old, new in self.given.items() if old != new}
        return {old.hex: new.hex for old, new in changed.items()} | {
            str(old): str(new) for old, new in changed.items()
        }


def news(turn: Turn, brought: Brought) -> News:
    """Return what of a file would come in."""
    unit, ids = turn.unit, _Ids(person=turn.person.id)
    pages = tuple(ids.placed(brought.pages, unit.journal.get))
    runs = tuple(ids.placed(brought.runs, unit.runs.get))
    drafts = tuple(_drafts(turn, brought, ids))
    many = tuple(each for each in brought.sheets if each.kind not in LISTS)
    sheets = (*ids.placed(many, unit.sheets.get), *_lists(turn, brought, ids))
    left = Brought(pages=pages, runs=runs, drafts=drafts, sheets=sheets, unread=brought.unread)
    return News(brought=left, known=ids.known)


def stands(turn: Turn, kind: SheetKind) -> Sheet | None:
    """Return the list of a kind that is here."""
    sheets = turn.unit.sheets.of(turn.person.id, kind)
    return sheets[0] if sheets else None


def _drafts(turn: Turn, brought: Brought, ids: _Ids) -> Iterator[BroughtDraft]:
    for draft in brought.drafts:
        page = draft.held.entry
        at = ids.given.get(page, page) if page else None
        own = draft_of(at) if page and at and draft.id == draft_of(page) else draft.id
        new = ids.free(own, turn.unit.journal.draft)
        if new is not None:
            yield BroughtDraft(id=new, held=replace(draft.held, entry=at))


def _lists(turn: Turn, brought: Brought, ids: _Ids) -> Iterator[BroughtSheet]:
    for each in brought.sheets:
        if each.kind in LISTS:
            here = stands(turn, each.kind)
            before: Body = read_sheet(turn.desk, turn.person, here) if here else {}
            body = joined(each.kind, before, {name: ids.in_body(value) for name, value in each.body.items()})
            if here is not None and body == before:
                ids.known += 1
            else:
                yield replace(each, place=_place(turn, each, here), body=body)


def _place(turn: Turn, brought: BroughtSheet, here: Sheet | None) -> Place:
    if here is not None:
        return Place(id=here.id, day=here.day, version=here.version + 1)
    sheet = brought.place.id
    if brought.kind is not SheetKind.LET_BE:
        sheet = only_sheet(turn.person.id, brought.kind)
    elif turn.unit.sheets.get(sheet) is not None:
        sheet = uuid5(turn.person.id, sheet.hex)
    return replace(brought.place, id=sheet)


def joined(kind: SheetKind, here: Body, brought: Body) -> Body:
    """Return a list as it stands once what was brought has joined it: nothing that is here is lost."""
    match kind:
        case SheetKind.WISHES:
            return wishes.with_brought(here, brought)
        case SheetKind.LET_BE:
            known = {as_let_be(each) for each in here.get("words", ())}
            more = [each for each in brought["words"] if as_let_be(each) not in known]
            return {"words": [*here.get("words", ()), *more][:WORDS_MAX]}
        case SheetKind.PORTFOLIO:
            return brought | {name: _union(value, brought.get(name)) for name, value in here.items()}
        case _:
            return here or brought


def _union(here: object, brought: object) -> object:
    if isinstance(here, list) and isinstance(brought, list):
        return [*here, *(each for each in brought if each not in here)]
    return here
