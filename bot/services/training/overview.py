"""`course`: a course as its trainers see it, and who is in it. Whoever runs none sees theirs as a learner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.courses.cohort import Cohort, Stage, unfinished
from bot.domain.courses.learners import Learner
from bot.domain.courses.progress import progress
from bot.services.ask_desk import ways as ask_desk
from bot.services.attendance import ways as attendance
from bot.services.cards.courses import overview as cards
from bot.services.cards.courses.schedule import today_in
from bot.services.courses import learners as in_course
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.evidence import ways as evidence
from bot.services.gatherings import where
from bot.services.gatherings.pages import Page
from bot.services.learning import showing
from bot.services.learning import ways as learning
from bot.services.post_tests import ways as post_tests
from bot.services.pushes import ways as pushes
from bot.services.training import course as courses
from bot.services.training import launching
from bot.surface.outcome import Outcome, answer

MOST_LISTED = 25


def show(turn: Turn) -> Outcome:
    """Answer `course`: to a trainer theirs, one or several to choose from; to others what they learn in."""
    mine = courses.all_mine(turn)
    learns = [
        page
        for page, member in in_course.in_which(turn)
        if in_course.is_learner(member) and page.id not in {each.id for each in mine}
    ]
    if not mine:
        return showing.show(turn)
    if len(mine) == 1 and not learns:
        return shown(turn, mine[0])
    listed = [*mine, *learns][:MOST_LISTED]
    return answer(
        cards.which(turn.mint("course.open"), [(page.id, _listed_as(turn, page)) for page in listed])
    )


def open_one(turn: Turn) -> Outcome:
    """Show the course that was chosen, or that a control is about: as its trainer, else as its learner."""
    page = courses.mine(turn)
    if isinstance(page, Page):
        return shown(turn, page)
    found = cohorts.get(turn.desk, turn.unit, turn.ref.subject or courses.id_of(turn.choice))
    member = in_course.here(turn, found) if found else None
    if found is None or member is None or not in_course.is_learner(member):
        return page
    return showing.to_learner(turn, found, member)


def shown(turn: Turn, page: Page) -> Outcome:
    """Show a course to one of its trainers."""
    cohort = cohorts.cohort_of(page)
    spot = where.here(turn)
    channel = where.word_for(turn, spot) if spot and turn.capabilities.hosted else ""
    day = today_in(cohort.course, turn.now)
    return answer(
        cards.shown_course(
            cohort,
            courses.who_is_in(turn, page),
            day,
            cards.ways_now(turn.mint, page.id, cohort, channel),
            pushes.for_trainer(turn.mint, page.id, cohort),
            (
                *attendance.for_trainer(turn.mint, page.id, cohort),
                *learning.for_trainer(turn.mint, page.id, cohort),
                *post_tests.for_trainer(turn.mint, page.id, cohort),
                *ask_desk.for_trainer(turn.mint, page.id, cohort),
                *evidence.for_trainer(turn.mint, page.id, cohort),
            ),
            more=_open_points(page, cohort, day),
        )
    )


def learners(turn: Turn) -> Outcome:
    """Show who is enrolled, in the order of their names: there is no other."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    enrolled = sorted(
        in_course.learners(turn.desk, turn.unit, page), key=lambda each: (each.called.casefold(), each.id)
    )
    cohort = cohorts.cohort_of(page)
    listed = [(each.called, _known(cohort, in_course.learner_of(each))) for each in enrolled]
    begin = min(int(turn.ref.arg), max(0, len(listed) - 1)) if turn.ref.arg.isdigit() else 0
    return answer(cards.learners_list(turn.mint, page.id, cohort, listed, begin))


def _known(cohort: Cohort, learner: Learner) -> str:
    """Return what a trainer sees of one learner; how they answered in a test is nobody's."""
    course = cohort.course
    if not course.units:
        return cards.ticked([item.title for name, item in course.items.items() if name in learner.ticks])
    far = progress(course, learner).units
    return cards.gone_through(
        [each.unit.n for each in far if each.is_finished],
        [each.unit.n for each in far if each.unit.test and each.is_passed],
    )


def _open_points(page: Page, cohort: Cohort, today: date) -> Sequence[str]:
    """Return what stands open, in sentences."""
    if cohort.stage is Stage.DRAFT:
        missing = len(unfinished(cohort))
        return (cards.missing_line(missing),) if missing else ()
    on = launching.day_of(page)
    if cohort.stage is Stage.OPEN and on is not None:
        return (cards.launches_line(on, today),)
    return ()


def _listed_as(turn: Turn, page: Page) -> str:
    """Return how a course is called in a list: its title, and when it begins."""
    cohort = cohorts.cohort_of(page)
    return cards.listed_as(cohort, today_in(cohort.course, turn.now))
