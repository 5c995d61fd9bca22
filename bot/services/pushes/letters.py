"""What comes to a learner, as it is when it leaves: drawn from the cohort's page by the name in its row."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from bot.domain.agenda import AgendaRow
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.cards import schedule as schedule_cards
from bot.services.cards.courses import asking_words as asked_words
from bot.services.cards.courses import pushes as cards
from bot.services.cards.courses import rating
from bot.services.cards.courses import units as unit_cards
from bot.services.courses import evaluation, questions
from bot.services.courses import pages as cohorts
from bot.services.courses.learners import is_learner, learner_of, person_of
from bot.services.courses.pages import cohort_of
from bot.services.courses.reviewed import is_signed
from bot.services.desk import Desk
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.letters.absence import is_away
from bot.services.letters.kinds import Begun, Look, Once
from bot.services.pushes import idle, news, plans, rows
from bot.services.pushes.beside import CHECKINS, RATE, is_beside
from bot.services.pushes.rows import ASKED
from bot.services.rhythm.enrolment import enrolment_of
from bot.services.rhythm.schedule import USUAL
from bot.surface.card import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    page: Page
    cohort: Cohort
    member: Member
    rule: str


def letter(look: Look) -> Card | None:
    """Return the card of what comes; None where it is in the course no more, or they are not."""
    found = _found(look.desk, look.unit, look.row)
    if found is None:
        return None
    if found.rule.startswith(rows.WORDS):
        return _about_question(look, found) if found.rule.startswith(ASKED) else _news(found)
    if found.cohort.stage is not Stage.RUNNING:
        return None
    return _beside(look, found) if is_beside(found.rule) else _push(look, found)


def _beside(look: Look, found: _Found) -> Card | None:
    if found.rule == CHECKINS:
        return _offer(look, found.cohort)
    return _rate(look, found) if found.rule == RATE else _nudge(look, found)


def _news(found: _Found) -> Card | None:
    word = news.word_of(found.page, found.rule)
    return cards.told(found.cohort.course, word.text_id, word.text) if word else None


def _about_question(look: Look, found: _Found) -> Card | None:
    """Return what there is to say of a question now; None where its asker took it back meanwhile."""
    held = questions.get(look.desk, look.unit, UUID(hex=found.rule.removeprefix(ASKED)))
    if held is None or held[1].member != found.member.id:
        return None
    return asked_words.told(look.mint, found.cohort, held[1], look.person.zone, look.now)


def _push(look: Look, found: _Found) -> Card | None:
    push = found.cohort.course.push(found.rule)
    if push is None:
        return None
    clock = (look.person.zone, look.now)
    unread = not is_signed(look.desk, look.unit, found.page)
    return cards.push(look.mint, found.member.id, found.cohort.course, push, clock, unread=unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLetter(Once):
    """Something of a course on its way to a learner: late rather than never, never twice.

    Of what is due at one moment, as after a leave, one comes, and the others day by day.
    """

    def begin(self, look: Look) -> Begun | None:
        """Return the card, where it is its turn; else it is planned anew. What came too late is let be."""
        found = _found(look.desk, look.unit, look.row)
        is_plain = found is None or found.rule.startswith(rows.WORDS)
        if found is None or is_plain or is_away(look.person, look.now):
            return Once.begin(self, look)
        push = found.cohort.course.push(found.rule)
        is_too_late = push is not None and plans.is_too_late(found.cohort.course, push, look.now)
        if not is_too_late and plans.is_next(
            look.desk,
            look.unit,
            found.page,
            member=found.member,
            person=look.person,
            row=look.row,
            waits=look.waits,
        ):
            return Once.begin(self, look)
        look.unit.agenda.remove(look.row.id)
        plans.plan_learner(look.desk, look.unit, found.page, found.member, look.now)
        return None

    def arrived(self, look: Look) -> None:
        """Remove the row, and note that it came, and on which day of theirs."""
        look.unit.agenda.remove(look.row.id)
        found = _found(look.desk, look.unit, look.row)
        if found is None or found.rule.startswith(rows.WORDS):
            return
        zone = zone_of(look.person.zone or found.cohort.course.zone)
        on = look.now.astimezone(zone).date()
        rows.note_sent(look.desk, look.unit, found.member, found.rule, on)


def _found(desk: Desk, unit: Unit, row: AgendaRow) -> _Found | None:
    """Return what a row is about; None where its learner is in the course no more, or the course is gone."""
    held = unit.gatherings.member(row.ref) if row.ref else None
    page = cohorts.get(desk, unit, held.gathering) if held else None
    member = members.opened(desk, held) if held else None
    if page is None or member is None or row.rule is None or not is_learner(member):
        return None
    person = person_of(unit, member)
    if person is None or person.id != row.owner:
        return None
    return _Found(page=page, cohort=cohort_of(page), member=member, rule=row.rule)


def _rate(look: Look, found: _Found) -> Card | None:
    """Return where to say how it was; None to who said so by themselves, and where it is not open to them."""
    if learner_of(found.member).evaluation or not evaluation.is_open(
        look.unit, found.page, found.member, look.now
    ):
        return None
    return rating.where_to_say_own(look.mint, found.page.id, found.cohort.course)


def _nudge(look: Look, found: _Found) -> Card | None:
    """Return the word to who is idle; None to who went on meanwhile, is through, or wishes for none."""
    course = found.cohort.course
    if all(each.id != found.rule for each in idle.nudges(course, learner_of(found.member))):
        return None
    last = idle.is_last(course, found.rule)
    return unit_cards.nudge(look.mint, found.page.id, course, is_last=last)


def _offer(look: Look, cohort: Cohort) -> Card | None:
    """Return the offer of daily check-ins; None to who said when they come, or does so meanwhile."""
    if enrolment_of(look.unit, look.person) is not None:
        return None
    zone, region = look.person.zone, look.person.region
    named = look.desk.catalogue.region(region).name if region else None
    line = schedule_cards.line(USUAL, zone, look.person.quiet, named) if zone else None
    return cards.offer(look.mint, cohort.course, line)
