"""The ways into a course: a button in a channel, and a code for one more trainer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.circles import PostKind
from bot.domain.organisations import may_create
from bot.domain.roles import Gathering
from bot.services import codes
from bot.services.cards.circles.words import asking
from bot.services.cards.courses import inviting as cards
from bot.services.cards.courses import overview as overview_cards
from bot.services.cards.courses import plain as plain_cards
from bot.services.circles import memberships
from bot.services.courses import learners as in_course
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import look_after
from bot.services.desk import Turn
from bot.services.gatherings import members, posts, where
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.pages import Page
from bot.services.gatherings.standing import has_keeper, may_look_after
from bot.services.gatherings.where import Where
from bot.services.organisations.rules import rules_of
from bot.services.organisations.standing import standing_of
from bot.services.training import course as courses
from bot.services.training import overview
from bot.surface.card import Card
from bot.surface.outcome import Outcome, answer

TRAINER_CODE = "trainer"
"""The slot of the row that a code for a trainer stands in."""
HOLDS_FOR = timedelta(hours=24)


def look_to_invite(turn: Turn) -> Outcome | None:
    """Answer who runs no course, and so invites nobody: nothing is written. None: they may run one."""
    return None if courses.all_mine(turn) else invite(turn)


def invite(turn: Turn) -> Outcome:
    """Let a button stand in the channel where a trainer acts, by which people join."""
    if not turn.capabilities.hosted:
        return answer(cards.no_channels())
    spot = where.here(turn) or (where.meant(turn, turn.ref.arg) if turn.ref.arg else None)
    if spot is None:
        return answer(cards.nowhere())
    if turn.ref.subject is not None or turn.choice:
        page = courses.mine(turn)
        return page if isinstance(page, Outcome) else _post(turn, page, spot)
    offered = [page for page in courses.all_mine(turn) if cohorts.cohort_of(page).takes_learners]
    if not offered:
        return answer(cards.not_open() if courses.all_mine(turn) else plain_cards.not_yours())
    if len(offered) == 1:
        return _post(turn, offered[0], spot)
    word = where.word_for(turn, spot)
    listed = [(page.id, cohorts.cohort_of(page).course.title) for page in offered[: overview.MOST_LISTED]]
    return answer(overview_cards.which(turn.mint("course.invite", arg=word), listed, "course.invite"))


def make_code(turn: Turn) -> Outcome:
    """Make a code for one more trainer, to hand on."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    code = codes.drawn(turn.desk.chance)
    row = AgendaRow(
        id=_row_of(turn, code),
        kind=AgendaKind.COURSE,
        ref=page.id,
        slot=TRAINER_CODE,
        due_at=turn.now + HOLDS_FOR,
    )
    turn.unit.agenda.put(row)
    typed = courses.typed_here(turn, f"course trainer {codes.written(code)}")
    return answer(cards.trainer_code(turn.mint, page.id, code, typed))


def look_at_code(turn: Turn) -> Outcome | None:
    """Answer who brings no code, or one that is not theirs to take: nothing is written. None: it is."""
    found = _brought(turn)
    return answer(found) if isinstance(found, Card) else None


def bring(turn: Turn) -> Outcome:
    """Let who brings the code run the course too, where they hold the role for it. The code is over then.

    A course that nobody runs any more is taken over with the code by which people join it.
    """
    found = _brought(turn)
    if isinstance(found, Card):
        return answer(found)
    page, row = found
    if row is not None:
        turn.unit.agenda.remove(row.id)
    look_after(turn, page)
    return overview.shown(turn, page)


def _brought(turn: Turn) -> tuple[Page, AgendaRow | None] | Card:
    """Return the course that a code is of, and its row, where it has one; else what is said."""
    code = codes.read(turn.words)
    if len(code) != codes.LENGTH:
        return cards.which_code()
    if turn.desk.tries.are_over(turn.event.account, turn.now, turn.event.event_id):
        return cards.tried_often()
    row = _row_that_holds(turn, code)
    page = cohorts.get(turn.desk, turn.unit, row.ref) if row else _left_alone(turn, code)
    if page is None or is_ending(page):
        turn.desk.tries.note(turn.event.account, turn.now, turn.event.event_id)
        return cards.no_code()
    return (page, row) if may_look_after(turn, page) else cards.needs_role()


def _row_that_holds(turn: Turn, code: str) -> AgendaRow | None:
    row = turn.unit.agenda.get(_row_of(turn, code))
    is_one = row is not None and row.slot == TRAINER_CODE and row.due_at is not None and turn.now < row.due_at
    return row if is_one else None


def _left_alone(turn: Turn, code: str) -> Page | None:
    """Return the course that people join by a code, where it has no trainer any more who still may be."""
    page = cohorts.by_code(turn.desk, turn.unit, code)
    return None if page is None or has_keeper(turn.desk, turn.unit, page) else page


def stop_running(turn: Turn) -> Outcome:
    """Let who acts be a trainer of a course no more; the only one is asked to bring another first."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    member = members.here(turn, page)
    if member is None or courses.who_is_in(turn, page)[1] < 2:  # noqa: PLR2004 - one has to stay
        return answer(cards.only_one())
    is_learner = in_course.is_learner(member)
    if is_learner:
        members.keep(turn.desk, turn.unit, replace(member, is_keeper=False), keeping=None)
    else:
        memberships.end(turn.desk, turn.unit, page, member)
    return answer(cards.not_trainer_now(is_learner=is_learner))


def _post(turn: Turn, page: Page, spot: Where) -> Outcome:
    cohort = cohorts.cohort_of(page)
    if not cohort.takes_learners:
        return answer(cards.not_open())
    here = standing_of(turn)
    if here.is_asked and not here.roles:
        return answer(asking(turn.mint, turn.event.account.surface, "course invite"))
    if not may_create(rules_of(turn), here.roles, Gathering.COURSE, spot.called):
        return answer(cards.not_here())
    details = posts.in_channel(spot.place) | courses.invite_details(turn, cohort)
    post = replace(posts.new(turn.desk, PostKind.COURSE_INVITE), details=details)
    posts.say(turn.desk, turn.unit, page, post, turn.now)
    return answer(cards.on_its_way(spot.place.surface))


def _row_of(turn: Turn, code: str) -> UUID:
    """Return under which id a code for a trainer stands: a keyed hash of it, and of nothing else."""
    return UUID(bytes=turn.desk.vault.digest("course trainer", code)[:16])
