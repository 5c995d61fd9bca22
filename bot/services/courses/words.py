"""A word to the trainers of a course, in their own conversations: what there is, and the way to it."""

from __future__ import annotations

from bot.domain.circles import PostKind
from bot.ports.store import Unit
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk
from bot.services.gatherings import members, posts
from bot.services.gatherings.pages import Page


def tell_trainers(desk: Desk, unit: Unit, page: Page, text: str, *, way: str, label: str) -> None:
    """Tell each trainer `text`, which names nobody; a press of that label leads by the control `way`."""
    now, title = desk.clock.now(), cohort_of(page).course.title
    for trainer in members.every(desk, unit, page):
        if trainer.is_keeper:
            word = posts.new(
                desk,
                PostKind.COURSE_WORD,
                to=trainer.id,
                course=title,
                text=text,
                way=way,
                label=label,
            )
            posts.say(desk, unit, page, word, now)
