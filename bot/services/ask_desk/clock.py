"""The clock of a question: a word to the instructor, a word to the asker, and an end."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.courses.asking import Asked, State, Word
from bot.domain.courses.reply_clock import DaysOff, due
from bot.domain.courses.units import AskRule
from bot.ports.store import Unit
from bot.services.cards.courses import asking_words as cards
from bot.services.courses import questions
from bot.services.courses.pages import cohort_of
from bot.services.courses.standing import owner_of
from bot.services.courses.words import tell, tell_trainers
from bot.services.desk import Desk
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.services.pushes.rows import ASKED, say_once

OPEN_FOR = timedelta(days=14)
"""Time that counts, in which a question is answered or closed."""
WAITS_FOR = timedelta(days=1)
"""How long words are kept whose writer has not chosen whether to send them."""
LOOKED_AT_AGAIN = timedelta(days=1)
"""A course that does not open is tried again so much later."""
WAY = "ask.desk"
"""Where trainers are led."""
_log = logging.getLogger(__name__)


class Step(StrEnum):
    """What passes by itself with a question."""

    FORGET = "forget"
    """It was never sent."""
    NUDGE = "nudge"
    LATE = "late"
    CLOSE = "close"


def promised(page: Page, asked_at: datetime) -> datetime:
    """Return by when a question is answered that is asked at an instant, days off not counted."""
    return _due(page, asked_at, _rule(page).reply_within)


def plan(unit: Unit, page: Page, asked: Asked) -> None:
    """Lay the next step of a question, in place of the one that was laid before; none where it is over."""
    row = row_of(asked.id)
    found = _next(page, asked)
    if found is None:
        unit.agenda.remove(row)
        return
    step, at = found
    unit.agenda.put(AgendaRow(id=row, kind=AgendaKind.COURSE_ASKED, due_at=at, ref=asked.id, slot=step.value))


def row_of(asked: UUID) -> UUID:
    """Return the row of the agenda by which a question's next step comes."""
    return uuid5(asked, "clock")


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Take the step of a question whose time has come."""
    held = questions.get(desk, unit, row.ref)
    if held is not None and row.slot in set(Step):
        _take(desk, unit, *held, Step(row.slot))
    elif row.ref is not None and unit.gatherings.post(row.ref) is not None:
        _log.warning("a question does not open")
        unit.agenda.put(replace(row, due_at=now + LOOKED_AT_AGAIN))
    else:
        unit.agenda.remove(row.id)


def days_changed(desk: Desk, unit: Unit, page: Page, days: DaysOff) -> tuple[Page, int]:
    """Let nobody answer on these days from now on; return the page, and how many questions are due later.

    What was promised never comes earlier by it. Who asked is told, once, where it is later by over an hour.
    What is late stays late.
    """
    page, moved = questions.keep_days_off(desk, unit, page, days), 0
    for asked in questions.every(desk, unit, page):
        if asked.state is not State.OPEN:
            continue
        at = asked.due_at if asked.is_late else max(asked.due_at, promised(page, asked.asked_at))
        is_told = at - asked.due_at > timedelta(hours=1)
        asked = replace(asked, due_at=at)  # noqa: PLW2901 - as it stands from here on
        if is_told:
            moved += 1
            tell_asker(desk, unit, page, asked, Word.MOVED)
        else:
            questions.keep(desk, unit, page, asked)
        plan(unit, page, asked)
    return page, moved


def close_all(desk: Desk, unit: Unit, page: Page) -> None:
    """Close every question that waits, of a course that ends; who asked hears that nobody answers it now."""
    for asked in questions.every(desk, unit, page):
        if asked.state is State.OPEN:
            plan(unit, page, tell_asker(desk, unit, page, replace(asked, state=State.CLOSED), Word.ENDED))


def tell_asker(desk: Desk, unit: Unit, page: Page, asked: Asked, word: Word) -> Asked:
    """Write a question with what its asker is told of it now, and let that come to them; return it so."""
    asked = questions.keep(desk, unit, page, replace(asked, word=word))
    member = members.get(desk, unit, page, asked.member)
    if member is not None:
        say_once(desk, unit, member, f"{ASKED}{asked.id.hex}", desk.clock.now())
    return asked


def _take(desk: Desk, unit: Unit, page: Page, asked: Asked, step: Step) -> None:
    now = desk.clock.now()
    match step:
        case Step.FORGET:
            if asked.state is State.WAITING:
                questions.forget(desk, unit, [asked])
                return
        case _ if asked.state is not State.OPEN:
            pass
        case Step.NUDGE | Step.LATE if now >= asked.due_at:
            asked = _late(desk, unit, page, asked)
        case Step.NUDGE | Step.LATE:
            asked = questions.keep(desk, unit, page, replace(asked, is_nudged=True))
            text = cards.nudge(cohort_of(page), asked, now)
            tell_trainers(desk, unit, page, text, way=WAY, label=cards.LABEL)
        case Step.CLOSE:
            asked = tell_asker(desk, unit, page, replace(asked, state=State.CLOSED), Word.CLOSED)
            tell_trainers(desk, unit, page, cards.CLOSED, way=WAY, label=cards.LABEL)
        case _:
            assert_never(step)
    plan(unit, page, asked)


def _late(desk: Desk, unit: Unit, page: Page, asked: Asked) -> Asked:
    """Tell who asked, and who began the course, that it is late; without them all who run it."""
    asked = tell_asker(desk, unit, page, replace(asked, is_late=True), Word.LATE)
    owner = owner_of(desk, unit, page)
    if owner is None:
        tell_trainers(desk, unit, page, cards.LATE, way=WAY, label=cards.LABEL)
    else:
        tell(desk, unit, page, owner, cards.LATE, way=WAY, label=cards.LABEL)
    return asked


def _next(page: Page, asked: Asked) -> tuple[Step, datetime] | None:
    match asked.state:
        case State.WAITING:
            return Step.FORGET, asked.asked_at + WAITS_FOR
        case State.OPEN if asked.is_late:
            return Step.CLOSE, max(asked.due_at, _due(page, asked.asked_at, OPEN_FOR))
        case State.OPEN if asked.is_nudged:
            return Step.LATE, asked.due_at
        case State.OPEN:
            return Step.NUDGE, min(asked.due_at, _due(page, asked.asked_at, _rule(page).nudge_at))
        case State.ANSWERED | State.CLOSED:
            return None
        case _:
            assert_never(asked.state)


def _rule(page: Page) -> AskRule:
    return cohort_of(page).course.ask or AskRule()


def _due(page: Page, asked_at: datetime, within: timedelta) -> datetime:
    return due(asked_at, within, questions.days_off(page), cohort_of(page).course.zone)
