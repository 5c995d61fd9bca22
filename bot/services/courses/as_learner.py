"""The course that a control is about, to who learns in it."""

from __future__ import annotations

from bot.services.cards.courses import plain
from bot.services.cards.courses.showing import not_in
from bot.services.courses import learners
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Outcome, answer

Place = tuple[Page, Member]
"""A course, and who acts in it."""


def meant(turn: Turn) -> Place | Outcome:
    """Return the course that a control is about, and who acts in it; else what is said to who is not."""
    page = cohorts.meant(turn)
    if page is None or is_ending(page):
        return answer(plain.over())
    member = learners.here(turn, page)
    if member is None or not learners.is_learner(member):
        return answer(not_in())
    return page, member
