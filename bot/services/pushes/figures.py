"""What is told of a group: each question closes once, by the one rule (docs/suppression.md), and stays so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from bot.domain.courses.course import Course, Does, Push
from bot.domain.courses.windows import closes_at, opens_at, session_before
from bot.domain.suppression import (
    COUNTED_FROM,
    NOTHING_TOLD,
    SCORED_FROM,
    Closed,
    Counts,
    Middle,
    Window,
    counts,
    fewest,
    middle,
)
from bot.ports.store import Unit
from bot.services.cards.courses import figures as cards
from bot.services.cards.courses.plain import not_yours, over
from bot.services.cards.courses.pushes import word_for
from bot.services.courses.learners import keep_learner, learner_of, learners
from bot.services.courses.pages import cohort_of, meant
from bot.services.courses.standing import is_trainer
from bot.services.desk import Desk, Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations.rules import rules_in
from bot.services.pushes import steps
from bot.services.pushes.steps import Step, Taken
from bot.services.pushes.told import Figures, figures_of, keep_figures
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Replace, answer

OF_TRAINERS = "by_trainer"
"""All questions that trainers wrote are one: any of them may be an earlier one in other words."""
AT_ONCE = 4
"""Questions on one card."""

A = TypeVar("A", str, int)


def plan(unit: Unit, page: Page, now: datetime) -> None:
    """Let each question close at its time, as the course is now; one that was told of stays closed."""
    course, figures = cohort_of(page).course, figures_of(page)
    for push in course.pushes:
        closes = closes_at(course, push)
        if closes is not None and closes > now and push.id not in figures.told:
            steps.lay(unit, page, Step.CLOSE, closes, push.id)


def fall_due(taken: Taken, push_id: str) -> None:
    """Close a question; where it closes later by now, it waits for that."""
    course = cohort_of(taken.page).course
    push = course.push(push_id)
    closes = closes_at(course, push) if push else None
    if closes is not None and closes > taken.now:
        taken.unit.agenda.put(replace(taken.row, due_at=closes))
        return
    taken.unit.agenda.remove(taken.row.id)
    if push is not None:
        close(taken.desk, taken.unit, taken.page, push)


def forget_some(taken: Taken, push_id: str) -> None:
    """Forget what the next learners of a step tapped, and go on with those after them."""
    some, last = steps.next_ones(taken)
    for member in some:
        learner = learner_of(member)
        if push_id in learner.answers:
            left = {other: given for other, given in learner.answers.items() if other != push_id}
            keep_learner(taken.desk, taken.unit, member, replace(learner, answers=left))
    steps.go_on(taken, last)


def close(desk: Desk, unit: Unit, page: Page, push: Push) -> Page:
    """Close a question for good: tell of it what may be told, and forget who answered what."""
    course, figures = cohort_of(page).course, figures_of(page)
    opens, closes = opens_at(course, push), closes_at(course, push)
    if push.id in figures.told or opens is None or closes is None:
        return page
    there = [each for each in learners(desk, unit, page) if _was_in(each, opens)]
    floor = rules_in(desk, unit.organisations.get(page.row.organisation)).min_group
    sides = _sides(there, figures.parts.get(push.id))
    key = _key(course, push)
    # What closed before is known by its id; two questions of one kind may close at the same instant.
    told = replace(figures.groups.get(key, NOTHING_TOLD), until=None)
    beside = _beside(figures, key)
    closed: Closed[Counts] | Closed[Middle]
    if push.does is Does.SCALE:
        scores = _window(push, closes, there, int)
        closed = middle(scores, told, floor=floor, sides=sides, beside=beside)
    else:
        options = [option.name for option in push.options]
        choices = _window(push, closes, there, str)
        closed = counts(choices, options, told, floor=floor, sides=sides, beside=beside)
    steps.lay(unit, page, Step.FORGET, desk.clock.now(), push.id)
    return keep_figures(
        desk,
        unit,
        page,
        replace(
            figures,
            told={**figures.told, push.id: closed.figure},
            groups={**figures.groups, key: closed.told},
        ),
    )


def show(turn: Turn) -> Outcome:
    """Show what was told of a course's group, the latest first, and what is open still."""
    page = meant(turn)
    if page is None:
        return answer(over())
    if not is_trainer(turn, page):
        return answer(not_yours())
    return answer(_shown(turn, page, int(turn.ref.arg) if turn.ref.arg.isdecimal() else 0))


def in_parts(turn: Turn) -> Outcome:
    """Let a question that is open be told in two parts when it closes, or all together again."""
    page = meant(turn)
    if page is None:
        return answer(over())
    if not is_trainer(turn, page):
        return answer(not_yours())
    course, figures = cohort_of(page).course, figures_of(page)
    push = next((each for each in course.pushes if word_for(each.id) == turn.ref.arg), None)
    session = session_before(course, push) if push else None
    closes = closes_at(course, push) if push else None
    if push is None or session is None or closes is None or push.id in figures.told or closes <= turn.now:
        return answer(cards.closed_already())
    parts = {id_: n for id_, n in figures.parts.items() if id_ != push.id}
    if push.id not in figures.parts:
        parts[push.id] = session.n
    page = keep_figures(turn.desk, turn.unit, page, replace(figures, parts=parts))
    return Outcome(first=Replace(card=_shown(turn, page, 0)))


def _shown(turn: Turn, page: Page, begin: int) -> Card:
    cohort = cohort_of(page)
    asked = _asked(cohort.course, figures_of(page), turn.now)
    floor = rules_in(turn.desk, turn.unit.organisations.get(page.row.organisation)).min_group
    begin = begin if begin < len(asked) else 0
    return cards.shown(
        turn.mint,
        page.id,
        cohort.course,
        asked[begin : begin + AT_ONCE],
        rule=cards.from_how_many(fewest(COUNTED_FROM, floor), fewest(SCORED_FROM, floor)),
        more=begin + AT_ONCE if begin + AT_ONCE < len(asked) else None,
    )


def _asked(course: Course, figures: Figures, now: datetime) -> Sequence[cards.Asked]:
    """Return the questions that were asked and have a figure, or will; the latest first."""
    found: list[tuple[datetime, cards.Asked]] = []
    for push in course.pushes:
        opens, closes = opens_at(course, push), closes_at(course, push)
        told = figures.told.get(push.id)
        if opens is None or closes is None or (told is None and not opens <= now < closes):
            continue
        session = session_before(course, push)
        in_parts_by = figures.parts.get(push.id)
        asked = cards.Asked(
            push=push,
            arg=word_for(push.id),
            told=told,
            closes=closes,
            parts_by=in_parts_by or (session.n if session else None),
            is_in_parts=in_parts_by is not None,
        )
        found.append((opens, asked))
    return [asked for _, asked in sorted(found, key=lambda each: each[0], reverse=True)]


def _window(push: Push, closes: datetime, there: Sequence[Member], of: type[A]) -> Window[A]:
    given = {member.id: learner_of(member).answers.get(push.id) for member in there}
    return Window(
        closes=closes,
        members=frozenset(given),
        answers={member: answered for member, answered in given.items() if isinstance(answered, of)},
    )


def _sides(there: Sequence[Member], session: int | None) -> Mapping[UUID, str]:
    """Return on which side of a session each is; nothing where it is not to be told in parts."""
    if session is None:
        return {}
    return {member.id: cards.HERE if _was_there(member, session) else cards.NOT_HERE for member in there}


def _was_in(member: Member, at: datetime) -> bool:
    agreed = learner_of(member).agreed_at
    return agreed is not None and agreed <= at


def _was_there(member: Member, session: int) -> bool:
    attended = learner_of(member).attended.get(session)
    return attended is not None and attended.minutes > 0


def _key(course: Course, push: Push) -> str:
    """Return what holds together the questions of which one group's figures could be compared."""
    if push.by_trainer:
        return OF_TRAINERS
    same = (each for each in course.pushes if (each.does, each.text) == (push.does, push.text))
    return next(each.id for each in same)


def _beside(figures: Figures, key: str) -> Sequence[frozenset[UUID]]:
    """Return the groups of other questions that could be compared: a trainer may ask any of them again."""
    return [
        group
        for other, told in figures.groups.items()
        if other != key and OF_TRAINERS in {other, key}
        for group in told.groups
    ]
