"""One more attempt at a test, for a learner by name who has none left: asked first, and told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import Door, door, sittings_in
from bot.domain.courses.units import Unit
from bot.services.cards.courses import more_attempts as cards
from bot.services.courses import learners as in_course
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.post_tests.trainers import may_change, mine, of
from bot.services.pushes import news
from bot.services.pushes.news import Word
from bot.surface.outcome import Outcome, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """A learner, and the unit in whose test they may have one attempt more."""

    page: Page
    unit: Unit
    member: Member = field(repr=False)

    @property
    def learner(self) -> Learner:
        """What the course keeps of them."""
        return in_course.learner_of(self.member)

    def is_spent(self, turn: Turn) -> bool:
        """Whether every attempt of theirs was handed in, and none passed."""
        course = cohorts.cohort_of(self.page).course
        return door(course, self.learner, self.unit.n, turn.now).door is Door.SPENT


def show(turn: Turn) -> Outcome:
    """Show who has no attempt left, in the order of their names."""
    page = mine(turn)
    if isinstance(page, Outcome):
        return page
    if not may_change(page):
        return answer(cards.over())
    begin = int(turn.ref.arg) if turn.ref.arg.isdecimal() else 0
    found = [(each.member.called, each.unit.n, each.member.id) for each in _spent(turn, page)]
    return answer(cards.which(turn.mint, page.id, found, begin))


def ask(turn: Turn) -> Outcome:
    """Ask before one more is given, and say what follows."""
    page = mine(turn)
    if isinstance(page, Outcome):
        return page
    id_, _, n = turn.choice.partition(".")
    try:
        member = members.get(turn.desk, turn.unit, page, UUID(hex=id_))
    except ValueError:
        member = None
    found = _meant(page, member, n)
    if found is None or not found.is_spent(turn):
        return answer(cards.needs_none(turn.mint, page.id))
    who = found.member
    handed_in = _handed_in(found)
    return answer(cards.ask(turn.mint, page.id, who.id, who.called, found.unit, handed_in=handed_in))


def give(turn: Turn) -> Outcome:
    """Give one more attempt: they hear once that there is something new. Pressed twice it is one."""
    row = turn.unit.gatherings.member(turn.ref.subject) if turn.ref.subject else None
    page = of(turn, cohorts.get(turn.desk, turn.unit, row.gathering) if row else None)
    if isinstance(page, Outcome):
        return page
    found = _meant(page, members.opened(turn.desk, row) if row else None, turn.ref.arg)
    if found is None or not found.is_spent(turn) or not may_change(page):
        return answer(cards.needs_none(turn.mint, page.id))
    learner, n = found.learner, found.unit.n
    more = {**learner.more_attempts, n: learner.more_attempts.get(n, 0) + 1}
    in_course.keep_learner(turn.desk, turn.unit, found.member, replace(learner, more_attempts=more))
    word = Word(text_id="course.one_more", text=cards.word(found.unit))
    news.keep_word(turn.desk, turn.unit, page, word, f"more.{n}")
    news.tell_one(turn.desk, turn.unit, found.member, f"more.{n}", turn.now)
    return answer(cards.given(turn.mint, page.id, found.member.called, found.unit))


def _spent(turn: Turn, page: Page) -> Sequence[_Meant]:
    every = sorted(
        in_course.learners(turn.desk, turn.unit, page), key=lambda each: (each.called.casefold(), each.id)
    )
    course = cohorts.cohort_of(page).course
    found = (_Meant(page=page, unit=unit, member=member) for member in every for unit in course.units)
    return [each for each in found if each.is_spent(turn)]


def _meant(page: Page, member: Member | None, n: str) -> _Meant | None:
    unit = cohorts.cohort_of(page).course.unit(int(n)) if n.isdecimal() else None
    if unit is None or member is None or not in_course.is_learner(member):
        return None
    return _Meant(page=page, unit=unit, member=member)


def _handed_in(found: _Meant) -> int:
    return sum(each.handed_in is not None for each in sittings_in(found.learner, found.unit.n))
