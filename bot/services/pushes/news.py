"""A word about a course that every learner hears once: that a session moved, that recordings close soon."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice

from bot.ports.store import Unit
from bot.services.courses.learners import is_learner
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.pushes import steps
from bot.services.pushes.rows import NEWS, say_once
from bot.services.pushes.steps import Step, Taken

ID = NEWS
"""Before the key of a word, in the row by which it comes to a learner."""
PART = "news"
_KEPT = 20
"""So many words are known of one course; an older one reaches nobody any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is said, and under which name of the wording."""

    text_id: str
    text: str = field(repr=False)


def tell(
    desk: Desk,
    unit: Unit,
    page: Page,
    text_id: str,
    text: str,
    *,
    about: str = "",
    after: timedelta = timedelta(),
) -> Page:
    """Let every learner hear something once, some after the others; return the page with it.

    `about` names what it concerns: who has not heard the word before about the same hears this one instead.
    `after`: so much later, and anew from each word about the same, so that several changes are one word.
    """
    key = about or desk.chance.new_id().hex[:12]
    held = {other: word for other, word in page.part(PART).items() if other != key}
    held = dict(islice(held.items(), max(len(held) + 1 - _KEPT, 0), None)) | {key: [text_id, text]}
    page = pages.keep(desk, unit, page, **{PART: held})
    steps.lay(unit, page, Step.NEWS, desk.clock.now() + after, key)
    return page


def tell_some(taken: Taken, key: str) -> None:
    """Let a word go to the next learners of a step, and go on with those after them."""
    some, last = steps.next_ones(taken)
    for member in some:
        if is_learner(member):
            say_once(taken.desk, taken.unit, member, f"{NEWS}{key}", taken.now)
    steps.go_on(taken, last)


def word_of(page: Page, rule: str) -> Word | None:
    """Return the word that a row brings; None where it is known no more."""
    held = page.part(PART).get(rule.removeprefix(NEWS))
    return Word(text_id=held[0], text=held[1]) if held else None
