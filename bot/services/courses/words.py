"""A word to the trainers of a course, in their own conversations: what there is, and the way to it."""

from __future__ import annotations

from bot.domain.circles import PostKind
from bot.ports.store import Unit
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk
from bot.services.gatherings import members, posts
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page


def trainers_said(desk: Desk, unit: Unit, page: Page) -> str:
    """Return who trains a course, by the names that their platform calls them."""
    found = sorted(each.called for each in members.every(desk, unit, page) if each.is_keeper)
    names = [each for each in found if each]
    if not names:
        return "Whoever trains this course"
    return f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]


def tell_trainers(desk: Desk, unit: Unit, page: Page, text: str, *, way: str, label: str) -> None:
    """Tell each trainer `text`, which names nobody; a press of that label leads by the control `way`."""
    for trainer in members.every(desk, unit, page):
        if trainer.is_keeper:
            tell(desk, unit, page, trainer, text, way=way, label=label)


def tell(desk: Desk, unit: Unit, page: Page, trainer: Member, text: str, *, way: str, label: str) -> None:
    """Tell one trainer, in the same way."""
    word = posts.new(
        desk,
        PostKind.COURSE_WORD,
        to=trainer.id,
        course=cohort_of(page).course.title,
        text=text,
        way=way,
        label=label,
    )
    posts.say(desk, unit, page, word, desk.clock.now())
