"""How far a course met its objectives, as its learners say: told once, under the one rule for figures.

It is open for two weeks after the last session; in an own pace after a learner's own last day, until the
course is over. When it closes the figures are made of those to whom it was open, and every answer goes
(docs/suppression.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course, Pace
from bot.domain.courses.learners import Learner
from bot.domain.courses.timetable import last_end
from bot.domain.suppression import NOTHING_TOLD, Counts, Share, Window, counts
from bot.ports.store import Unit
from bot.services.courses import learners
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk, Turn
from bot.services.gatherings import pages
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations.rules import rules_in
from bot.services.sealing import Body

PART = "evaluation"
OPEN_FOR = timedelta(days=14)
MET = {"fully": "fully", "mostly": "mostly", "partly": "in part", "no": "not at all"}
"""How far an objective was met, in words."""
UNSAID = "unsaid"
"""Somebody would rather not say: it is never counted."""


def closes_at(course: Course) -> datetime | None:
    """Return when it closes; None for a course in an own pace, where it closes as that is over."""
    end = last_end(course)
    return end + OPEN_FOR if end else None


def is_open(unit: Unit, page: Page, member: Member, now: datetime) -> bool:
    """Whether a learner may say now how it was: who came in after the last session is not asked."""
    cohort = cohort_of(page)
    opens, closes = _opens_to(unit, cohort.course, member, now), closes_at(cohort.course)
    if opens is None or is_closed(page):
        return False
    if closes is None:
        return cohort.stage is Stage.RUNNING and opens <= now
    return cohort.stage in {Stage.RUNNING, Stage.OVER} and opens <= now < closes


def is_closed(page: Page) -> bool:
    """Whether figures were made of it, or none could be."""
    return bool(page.part(PART).get("closed"))


def note(turn: Turn, member: Member, objective: str, met: str) -> Member:
    """Note how far one objective was met, as somebody says; the last answer holds until it closes."""
    learner = learners.learner_of(member)
    evaluation = {**learner.evaluation, objective: met}
    return learners.keep_learner(turn.desk, turn.unit, member, replace(learner, evaluation=evaluation), turn)


def close(desk: Desk, unit: Unit, page: Page) -> Page:
    """Make the figures, once, and let every answer go. Return the page so."""
    course, now = cohort_of(page).course, desk.clock.now()
    if is_closed(page):
        return page
    at = closes_at(course) or now
    rules = rules_in(desk, unit.organisations.get(page.row.organisation))
    found = learners.learners(desk, unit, page)
    held = {each.id: learners.learner_of(each) for each in found}
    there = frozenset(
        each.id for each in found if (opens := _opens_to(unit, course, each, now)) is not None and opens <= at
    )
    figures: Body = {}
    for objective in course.objectives:
        window = Window(closes=at, members=there, answers=_answers(held, objective))
        figure = counts(window, list(MET), NOTHING_TOLD, floor=rules.min_group).figure
        figures[objective] = _body(figure) if isinstance(figure, Counts) else None
    for each in found:
        if held[each.id].evaluation:
            learners.keep_learner(desk, unit, each, replace(held[each.id], evaluation={}))
    return pages.keep(desk, unit, page, **{PART: {"closed": at.isoformat(), "figures": figures}})


def _opens_to(unit: Unit, course: Course, member: Member, now: datetime) -> datetime | None:
    """Return when it opens to a learner; None to who is not asked at all."""
    agreed = learners.learner_of(member).agreed_at
    if agreed is None:
        return None
    if course.pace is Pace.OWN:
        return learners.own_end_of(unit, course, member, now)
    end = last_end(course)
    return end if end is not None and agreed <= end else None


def told(page: Page) -> Mapping[str, Counts | None]:
    """Return what was told of each objective, by its id; None where too few said anything. Empty before."""
    held: Mapping[str, Body | None] = page.part(PART).get("figures", {})
    return {objective: _counts(body) if body else None for objective, body in held.items()}


def _answers(held: Mapping[UUID, Learner], objective: str) -> Mapping[UUID, str]:
    said = ((who, one.evaluation.get(objective, UNSAID)) for who, one in held.items())
    return {who: met for who, met in said if met in MET}


def _body(figure: Counts) -> Body:
    return {
        "band": figure.band,
        "shares": [[each.option, each.percent] for each in figure.shares],
        "other": figure.other,
        "leading": list(figure.leading),
    }


def _counts(body: Body) -> Counts:
    return Counts(
        band=body["band"],
        shares=tuple(Share(option=option, percent=percent) for option, percent in body["shares"]),
        other=body["other"],
        leading=tuple(body["leading"]),
    )
