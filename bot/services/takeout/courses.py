"""What is held about somebody in the courses that their accounts are in, opened, as plain JSON.

What they answered with words of their own is in their notebook, and goes along with its entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from bot.domain.circles import Post
from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.sittings import Sitting
from bot.errors import Tampered
from bot.ports.store import Unit
from bot.services.circles import memberships
from bot.services.circles.memberships import Membership
from bot.services.courses.learners import PART, learner_of
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body
from bot.services.takeout.parts import Holding

_TOLD = frozenset({"account", "called", "keeper", PART})
"""The parts of a member that stand under names of their own."""

TOLD_AS: Mapping[str, str] = {
    "agreed_at": "agreed_at",
    "began_on": "began_on",
    "ticks": "readings_ticked",
    "done": "answered",
    "answers": "answers_until_a_figure",
    "attended": "attended",
    "words": "code_words_sent",
    "evaluation": "evaluation",
    "finished": "units_finished",
    "sittings": "tests",
    "more_attempts": "attempts_given",
    "took": "it_took",
    "active_at": "last_step_at",
    "no_nudges": "no_reminders",
}
"""Under which name each thing goes along that a course keeps of a learner."""

_ASKED_AT = ("asked_at", "due_at", "answered_at")
_ASKED = (*_ASKED_AT, "number", "state", "text", "answer", "public", "wording")
"""What of a question to the trainers goes along, by its names."""


def courses(held: Holding) -> list[Body]:
    """What somebody's accounts are in, by the course's title, and what each keeps of them."""
    return [
        opened(held.desk, held.unit, each, held.zone)
        for door in held.unit.people.doors(held.person.id)
        for each in memberships.courses_of(held.desk, held.unit, door.index)
    ]


def title_of(page: Page) -> str:
    """Return the title of a course; "" where its page says something else, as one of a later version may."""
    course = _course_of(page)
    return course.title if course else ""


def has_units(page: Page) -> bool:
    """Whether a course is one with units."""
    course = _course_of(page)
    return course is not None and bool(course.units)


def opened(desk: Desk, unit: Unit, membership: Membership, zone: tzinfo = UTC) -> Body:
    """Return what one membership is: what the course keeps of it, and what is shown to its trainers."""
    page, member = membership
    learner, course = learner_of(member), _course_of(page)
    return {
        "title": course.title if course else "",
        "surface": member.account.surface,
        "called": member.called,
        "looks_after_it": member.is_keeper,
        "agreed_at": _instant(learner.agreed_at, zone),
        "began_on": learner.began_on.isoformat() if learner.began_on else None,
        "readings_ticked": sorted(learner.ticks),
        "answered": sorted(learner.done),
        "answers_until_a_figure": dict(learner.answers),
        "attended": [
            {"session": n, "minutes": each.minutes, "by": each.by.value}
            for n, each in sorted(learner.attended.items())
        ],
        "code_words_sent": sorted(learner.words),
        "evaluation": dict(learner.evaluation),
        **_in_units(learner, course, zone),
        "shown_to_trainers": [
            {name: value for name, value in post.details.items() if name != memberships.SHOWN_BY}
            for post in memberships.shown_by(desk, unit, page, member)
        ],
        "asked": sorted(
            (_asked(post, zone) for post in memberships.asked_by(desk, unit, page, member)),
            key=lambda each: str(each["asked_at"]),
        ),
        "more": {name: part for name, part in member.body.items() if name not in _TOLD},
    }


def _in_units(learner: Learner, course: Course | None, zone: tzinfo) -> Body:
    """Return what a course with units keeps: their steps, and their tests as they saw them."""
    return {
        "units_finished": [
            {"unit": n, "at": _instant(at, zone)} for n, at in sorted(learner.finished.items())
        ],
        "tests": [_test(each, course, zone) for each in learner.sittings],
        "attempts_given": {str(n): more for n, more in sorted(learner.more_attempts.items())},
        "it_took": {str(n): took for n, took in sorted(learner.took.items())},
        "last_step_at": _instant(learner.active_at, zone),
        "no_reminders": learner.no_nudges,
    }


def _test(sitting: Sitting, course: Course | None, zone: tzinfo) -> Body:
    """Return one test: what was asked and chosen, in words; never which answer is the right one."""
    unit = course.unit(sitting.unit) if course else None
    asked = []
    for each in sitting.drawn:
        question = unit.question(each.question) if unit else None
        options, chosen = question.options if question else (), sitting.answers.get(each.question)
        asked.append(
            {
                "name": each.question,
                "question": question.text if question else "",
                "options": [options[place] for place in each.order if place < len(options)],
                "chosen": options[chosen] if chosen is not None and chosen < len(options) else None,
            }
        )
    return {
        "unit": sitting.unit,
        "begun_at": _instant(sitting.begun_at, zone),
        "handed_in_at": _instant(sitting.handed_in, zone),
        "asked": asked,
    }


def _asked(post: Post, zone: tzinfo) -> Body:
    """Return a question to the trainers, and what became of it; not who of them answered."""
    told = {name: post.details.get(name) for name in _ASKED}
    return told | {name: _of_iso(told[name], zone) for name in _ASKED_AT}


def _of_iso(at: object, zone: tzinfo) -> str | None:
    return _instant(datetime.fromisoformat(at), zone) if isinstance(at, str) else None


def _course_of(page: Page) -> Course | None:
    try:
        return cohort_of(page).course
    except Tampered:
        return None


def _instant(at: datetime | None, zone: tzinfo) -> str | None:
    return at.astimezone(zone).isoformat() if at else None
