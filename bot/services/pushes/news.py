"""A word about a course that every learner hears once: that a session moved, that recordings close soon."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from bot.ports.store import Unit
from bot.services.courses.learners import is_learner
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.members import Member
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
    page = keep_word(desk, unit, page, Word(text_id=text_id, text=text), key)
    steps.lay(unit, page, Step.NEWS, desk.clock.now() + after, key)
    return page


def keep_word(desk: Desk, unit: Unit, page: Page, word: Word, key: str) -> Page:
    """Keep a word under its key, for whomever it goes to; return the page. Nobody hears it by that."""
    held = {other: said for other, said in page.part(PART).items() if other != key}
    held = dict(islice(held.items(), max(len(held) + 1 - _KEPT, 0), None)) | {key: [word.text_id, word.text]}
    return pages.keep(desk, unit, page, **{PART: held})


def tell_one(desk: Desk, unit: Unit, member: Member, key: str, now: datetime) -> None:
    """Let one learner hear a word that was kept under a key."""
    say_once(desk, unit, member, f"{NEWS}{key}", now)


def tell_some(taken: Taken, key: str) -> None:
    """Let a word go to the next learners of a step, and go on with those after them."""
    some, last = steps.next_ones(taken)
    for member in some:
        if is_learner(member):
            tell_one(taken.desk, taken.unit, member, key, taken.now)
    steps.go_on(taken, last)


def word_of(page: Page, rule: str) -> Word | None:
    """Return the word that a row brings; None where it is known no more."""
    held = page.part(PART).get(rule.removeprefix(NEWS))
    return Word(text_id=held[0], text=held[1]) if held else None
