"""The course that a trainer acts on: theirs, or what they are told instead; and writing it anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bot.domain.circles import PostKind
from bot.domain.courses.cohort import Cohort, Stage
from bot.services.cards.courses import plain as plain_cards
from bot.services.cards.courses.schedule import begins_line, today_in
from bot.services.courses import learners as in_course
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings import members, posts
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.pages import Page
from bot.surface.card import Card
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Outcome, Refuse, answer


def mine(turn: Turn) -> Page | Outcome:
    """Return the course that a control or a choice is about, where who acts is its trainer.

    Else what they are told: a form stays open with it.
    """
    page = cohorts.get(turn.desk, turn.unit, turn.ref.subject or id_of(turn.choice))
    if page is None or is_ending(page):
        return refused(turn, plain_cards.over())
    return page if is_trainer(turn, page) else refused(turn, plain_cards.not_yours())


def all_mine(turn: Turn) -> Sequence[Page]:
    """Return every course that who acts is a trainer of, by the titles."""
    found = [page for page, _ in in_course.in_which(turn) if not is_ending(page) and is_trainer(turn, page)]
    return sorted(found, key=lambda page: (cohorts.cohort_of(page).course.title, page.id))


def keep(turn: Turn, page: Page, cohort: Cohort) -> Page:
    """Write a course; the buttons in channels say what is so now."""
    page = cohorts.keep(turn.desk, turn.unit, page, cohort)
    details = invite_details(turn, cohort)
    for invite in posts.of(turn.desk, turn.unit, page, PostKind.COURSE_INVITE):
        after = {**invite.details, **details}
        if after != invite.details and not invite.is_gone:
            posts.say(turn.desk, turn.unit, page, replace(invite, details=after), turn.now)
    return page


def invite_details(turn: Turn, cohort: Cohort) -> dict[str, object]:
    """Return what the button in a channel says of a course."""
    return {
        "title": cohort.course.title,
        "begins": begins_line(cohort, today_in(cohort.course, turn.now)),
        "is_open": cohort.takes_learners,
    }


def is_told(cohort: Cohort) -> bool:
    """Whether somebody may have joined who would want to hear of a change."""
    return cohort.stage in {Stage.OPEN, Stage.RUNNING}


def who_is_in(turn: Turn, page: Page) -> tuple[int, int]:
    """Return how many learn in a course, and how many run it."""
    every = members.every(turn.desk, turn.unit, page)
    return sum(map(in_course.is_learner, every)), sum(each.is_keeper for each in every)


def may_move_whole(turn: Turn, page: Page, cohort: Cohort) -> bool:
    """Whether all dates of a course may be entered anew: nobody has joined, and nothing is on its way."""
    if cohort.stage is Stage.OPEN or (cohort.stage is Stage.RUNNING and cohort.course.units):
        return who_is_in(turn, page)[0] == 0
    return cohort.stage is Stage.DRAFT


def refused(turn: Turn, card: Card, field: str = "") -> Outcome:
    """Return a card, or, where a form was sent, the form with its sentence."""
    if isinstance(turn.event, FormSubmitted):
        at = field or next(iter(turn.typed), "")
        return Outcome(first=Refuse(errors={at: card.summary}))
    return answer(card)


def typed_here(turn: Turn, words: str) -> str:
    """Return words as they are typed where somebody acts."""
    return f"/reststop {words}" if turn.capabilities.hosted else words


def id_of(text: str) -> UUID | None:
    """Return the id that a choice names; None where it is none."""
    try:
        return UUID(hex=text)
    except ValueError:
        return None
