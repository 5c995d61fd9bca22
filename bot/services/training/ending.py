"""The end of a course: first it sends nothing more, then all that is kept of it may go."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import PostKind
from bot.domain.courses.cohort import Stage
from bot.services.ask_desk import clock
from bot.services.cards.courses import changing as cards
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings import ending, members, pages, posts
from bot.services.gatherings.pages import Page
from bot.services.pushes import ends, news, plans
from bot.services.training import course as courses
from bot.services.training import overview
from bot.surface.outcome import Outcome, answer


def ask(turn: Turn) -> Outcome:
    """Ask once before a course ends."""
    page = _going_on(turn)
    return (
        page
        if isinstance(page, Outcome)
        else answer(cards.ask_end(turn.mint, page.id, cohorts.cohort_of(page)))
    )


def end(turn: Turn) -> Outcome:
    """Let a course be over: nothing more is sent, learners are told once; attendance can still be had.

    Who has a question that waits hears, once, that nobody answers it now.
    """
    page = _going_on(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    page = courses.keep(turn, page, replace(cohort, stage=Stage.OVER))
    plans.plan_again(turn.desk, turn.unit, page, turn.now)
    page = ends.close_own(turn.desk, turn.unit, page)
    page = news.tell(turn.desk, turn.unit, page, "course.ended", cards.ENDED_LINE, about="end")
    clock.close_all(turn.desk, turn.unit, page)
    return overview.shown(turn, page)


def ask_delete(turn: Turn) -> Outcome:
    """Ask once before all that is kept of a course goes."""
    page = _to_delete(turn)
    return (
        page
        if isinstance(page, Outcome)
        else answer(cards.ask_delete(turn.mint, page.id, cohorts.cohort_of(page)))
    )


def delete(turn: Turn) -> Outcome:
    """Let all go that is kept of a course: its members, then, once its buttons are gone, its key and rows."""
    page = _to_delete(turn)
    if isinstance(page, Outcome):
        return page
    for member in members.every(turn.desk, turn.unit, page):
        plans.stop(turn.unit, member)
    standing = [
        each
        for each in posts.of(turn.desk, turn.unit, page, PostKind.COURSE_INVITE)
        if not each.is_gone and (each.message or each.by)
    ]
    if not standing:
        pages.end(turn.desk, turn.unit, page.id)
        return answer(cards.deleted())
    for row in turn.unit.gatherings.members(page.id):
        turn.unit.gatherings.remove_member(row.id)
    page = pages.keep(turn.desk, turn.unit, page, **{ending.PART: {"last": standing[-1].id.hex}})
    for each in standing:
        posts.say(turn.desk, turn.unit, page, replace(each, is_gone=True), turn.now)
    return answer(cards.deleted())


def _going_on(turn: Turn) -> Page | Outcome:
    page = courses.mine(turn)
    if isinstance(page, Outcome) or courses.is_told(cohorts.cohort_of(page)):
        return page
    return courses.refused(turn, cards.not_now())


def _to_delete(turn: Turn) -> Page | Outcome:
    page = courses.mine(turn)
    if isinstance(page, Outcome) or not courses.is_told(cohorts.cohort_of(page)):
        return page
    return answer(cards.still_runs())
