"""Reading one's own export again: from the file for programs to what is kept, row by row.

A row that cannot be read stays out and is counted: one that somebody damaged keeps no journal outside.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from bot.domain.checkins import Answer, Asking, Question
from bot.domain.journal import Page
from bot.domain.marks import EFFORT
from bot.domain.sheets import SheetKind
from bot.errors import BadInput
from bot.services.journal.drafts import Held
from bot.services.plans.plans import as_plan
from bot.services.rhythm.wishes import wishes_in
from bot.services.sealing import Body, Place
from bot.services.supervision.meeting import as_meeting
from bot.services.supervision.sessions import as_session
from bot.services.takeout.brought import Brought, BroughtDraft, BroughtPage, BroughtRun, BroughtSheet
from bot.services.takeout.takeout import FORMAT, SHEETS, VERSION
from bot.surface.text import kept

_T = TypeVar("_T")

DAMAGED = "This export is cut short or damaged: it does not read to its end. Nothing was taken."
NEWER = "This export is from a newer Reststop than the one here. Nothing was taken; update it first."
FOREIGN = "That file is for a program, and not one that I know. Notes as text or Markdown work."

TAKES = (
    SheetKind.PLAN,
    SheetKind.PEOPLE,
    SheetKind.WISHES,
    SheetKind.LET_BE,
    SheetKind.PORTFOLIO,
    SheetKind.SUPERVISION,
    SheetKind.HOURS,
    SheetKind.LOOK,
)
"""The sheets that come in. A flow that is open ends where it was left, and files are the platform's."""
PARTS = ("entries", "checkins", "drafts", *(SHEETS[kind] for kind in TAKES))
"""The parts of an export that come in. Accounts, roles, the agenda and what was sent belong to a place."""

_UNREADABLE = (KeyError, IndexError, TypeError, ValueError, AttributeError)
"""What comes of a row that is not as its schema says."""


def document_in(text: str) -> Body | None:
    """Return what of an export comes in, by its parts, and when it was made; None where a text is none.

    Raises:
        BadInput: it is one that is damaged, or newer than this house, or another program's file.
    """
    if not text.lstrip().startswith("{"):
        return None
    try:
        made = json.loads(text)
    except (ValueError, RecursionError):
        if FORMAT in text[:200]:
            raise BadInput(DAMAGED) from None
        return None
    if not isinstance(made, dict) or made.get("format") != FORMAT:
        raise BadInput(FOREIGN)
    version = made.get("version")
    if not isinstance(version, int) or version < 1:
        raise BadInput(DAMAGED)
    if version > VERSION:
        raise BadInput(NEWER)
    parts = {name: made.get(name, []) for name in PARTS}
    if not all(isinstance(rows, list) for rows in parts.values()):
        raise BadInput(DAMAGED)
    return parts | {"made_at": _made_at(made)}


def brought_in(parts: Mapping[str, Iterable[Body]]) -> Brought:
    """Return what the parts of an export hold."""
    unread = list[int]()

    def read(name: str, reading: Callable[[Body], _T]) -> tuple[_T, ...]:
        found = list[_T]()
        for row in parts.get(name, ()):
            try:
                found.append(reading(row))
            except _UNREADABLE:
                unread.append(1)
        return tuple(found)

    pages = read("entries", _page)
    runs = read("checkins", _run)
    drafts = read("drafts", _draft)
    sheets = tuple(sheet for kind in TAKES for sheet in read(SHEETS[kind], _sheet(kind)))
    return Brought(pages=pages, runs=runs, drafts=drafts, sheets=sheets, unread=len(unread))


def _page(row: Body) -> BroughtPage:
    at = datetime.fromisoformat(row["written_at"])
    page = Page(
        text=_text(row["text"]),
        at=at,
        question=_text(row["question"]),
        scene=_text(row["scene"]),
        tags=_texts(row["tags"]),
        source=_text(row["source"]),
        state=_text(row["state"]),
    )
    if at.tzinfo is None:
        raise ValueError
    return BroughtPage(place=_place(row), page=page)


def _run(row: Body) -> BroughtRun:
    place = _place(row)
    beside = (_question(each, date.fromisoformat(each["day"])) for each in row["beside"])
    asking = Asking(
        questions=(_question(row, place.day), *beside),
        rough_on=_day(row["called_rough_on"]),
        eased_on=_day(row["offered_small_on"]),
    )
    marks = {_text(mark["name"]): _count(mark["step"]) for mark in row["marks"]}
    version = _count(row["marks_version"], least=0)
    return BroughtRun(place=place, asking=asking, marks=marks if version else None, marks_version=version)


def _question(row: Body, on: date) -> Question:
    prompt, answer = row["prompt"], row["answer"]
    return Question(
        prompt=_text(prompt["id"]) if prompt else None,
        version=_count(prompt["version"], least=0) if prompt else 0,
        wording=_text(prompt.get("wording", "")) if prompt else "",
        on=on,
        answer=Answer(
            chosen=_texts(answer.get("chosen", [])),
            scale=_count(answer["scale"], least=0) if "scale" in answer else None,
            passed=answer.get("passed") is True,
            written=answer.get("written") is True,
            went_by=answer.get("went_by") is True,
        ),
        after_on=_day(row["offered_after_on"]),
    )


def _draft(row: Body) -> BroughtDraft:
    entry = row.get("entry")
    held = Held(
        text=_text(row["text"]),
        scene=_text(row.get("scene", "")),
        question=_text(row.get("question", "")),
        entry=UUID(entry) if entry else None,
        source=_text(row.get("source", "")),
        state=_text(row.get("state", "")),
    )
    return BroughtDraft(id=UUID(row["id"]), held=held)


def _sheet(kind: SheetKind) -> Callable[[Body], BroughtSheet]:
    def read(row: Body) -> BroughtSheet:
        place, body = _place(row), row["body"]
        _READS[kind](place.id, body)
        return BroughtSheet(place=place, kind=kind, body=body)

    return read


def _people(_sheet: UUID, body: Body) -> None:
    if not _texts(body["people"]):
        raise ValueError


def _let_be(_sheet: UUID, body: Body) -> None:
    if not _texts(body["words"]):
        raise ValueError


def _wishes(_sheet: UUID, body: Body) -> None:
    wishes_in(body)


def _a_plan(sheet: UUID, body: Body) -> None:
    plan = as_plan(sheet, body)
    _texts([plan.words, plan.title, plan.flow, plan.ended_as])
    if not plan.thread:
        raise ValueError


def _portfolio(_sheet: UUID, body: Body) -> None:
    for page in _texts(body["pages"]):
        UUID(page)


def _meeting(_sheet: UUID, body: Body) -> None:
    _count(as_meeting(body).every_weeks, least=0)


def _a_session(sheet: UUID, body: Body) -> None:
    session = as_session(sheet, body)
    _count(session.minutes)
    _texts([session.what, session.agreed])


def _look(_sheet: UUID, body: Body) -> None:
    date.fromisoformat(body["on"])
    if _count(body.get("effort", 1)) > len(EFFORT.words):
        raise ValueError
    _texts([body.get("worth", ""), body.get("drop", "")])


_READS: Mapping[SheetKind, Callable[[UUID, Body], None]] = {
    SheetKind.PLAN: _a_plan,
    SheetKind.PEOPLE: _people,
    SheetKind.WISHES: _wishes,
    SheetKind.LET_BE: _let_be,
    SheetKind.PORTFOLIO: _portfolio,
    SheetKind.SUPERVISION: _meeting,
    SheetKind.HOURS: _a_session,
    SheetKind.LOOK: _look,
}
"""What looks at the body of a sheet, so that none comes in which nothing here could show."""


def _made_at(made: Body) -> str | None:
    try:
        return datetime.fromisoformat(made["made_at"]).isoformat()
    except _UNREADABLE:
        return None


def _place(row: Body) -> Place:
    return Place(
        id=UUID(row["id"]), day=date.fromisoformat(row["day"]), version=_count(row["version"], least=0)
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _count(value: object, *, least: int = 1) -> int:
    if type(value) is not int or value < least:
        raise ValueError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return kept(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))
