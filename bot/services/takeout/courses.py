"""What is held about somebody in the courses that their accounts are in, opened, as plain JSON.

What they answered with words of their own is in their notebook, and goes along with its entries.
"""

from __future__ import annotations

from datetime import UTC, tzinfo

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


def courses(held: Holding) -> list[Body]:
    """What somebody's accounts are in, by the course's title, and what each keeps of them."""
    return [
        opened(held.desk, held.unit, each, held.zone)
        for door in held.unit.people.doors(held.person.id)
        for each in memberships.courses_of(held.desk, held.unit, door.index)
    ]


def title_of(page: Page) -> str:
    """Return the title of a course; "" where its page says something else, as one of a later version may."""
    try:
        return cohort_of(page).course.title
    except Tampered:
        return ""


def opened(desk: Desk, unit: Unit, membership: Membership, zone: tzinfo = UTC) -> Body:
    """Return what one membership is: what the course keeps of it, and what is shown to its trainers."""
    page, member = membership
    learner = learner_of(member)
    return {
        "title": title_of(page),
        "surface": member.account.surface,
        "called": member.called,
        "looks_after_it": member.is_keeper,
        "agreed_at": learner.agreed_at.astimezone(zone).isoformat() if learner.agreed_at else None,
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
        "shown_to_trainers": [
            {name: value for name, value in post.details.items() if name != memberships.SHOWN_BY}
            for post in memberships.shown_by(desk, unit, page, member)
        ],
        "more": {name: part for name, part in member.body.items() if name not in _TOLD},
    }
