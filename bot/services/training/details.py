"""What an organiser says of a course, and publishing it: refused while anything of it is missing."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.access import unready
from bot.domain.courses.cohort import Cohort, Stage, unfinished
from bot.errors import BadInput
from bot.services.cards.courses import changing as change_cards
from bot.services.cards.courses import creating as cards
from bot.services.cards.courses import inviting as invite_cards
from bot.services.cards.courses.schedule import today_in
from bot.services.circles.fields import Errors
from bot.services.codes import written
from bot.services.courses import pages as cohorts
from bot.services.courses.reviewed import is_signed, may_be_signed
from bot.services.desk import Turn
from bot.services.gatherings import where
from bot.services.gatherings.pages import Page
from bot.services.organisations.rules import rules_in
from bot.services.pushes import news
from bot.services.training import course as courses
from bot.services.training import launching, overview
from bot.services.training.fields import link_lines, read_text, with_links
from bot.surface.outcome import Open, Outcome, Refuse, answer


def details(turn: Turn) -> Outcome:
    """Open the form with what was entered."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    ref = turn.mint("course.details.save", page.id)
    return Outcome(first=Open(form=cards.details_form(ref, cohort, link_lines(cohort.course))))


def save_details(turn: Turn) -> Outcome:
    """Keep what the organiser says. Learners hear once where the disclosures say something else."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    before, errors = cohorts.cohort_of(page), Errors()
    after = replace(
        before,
        disclosures=read_text(turn, cards.DISCLOSURES, cards.TEXT_MAX, errors),
        approvals=read_text(turn, cards.APPROVALS, cards.TEXT_MAX, errors),
        contact=read_text(turn, cards.CONTACT, cards.CONTACT_MAX, errors),
        access=read_text(turn, cards.ACCESS, cards.CONTACT_MAX, errors),
    )
    try:
        links = turn.typed.get(cards.LINKS, "")
        after = replace(after, course=with_links(before.course, links))
    except BadInput as problem:
        errors[cards.LINKS] = problem.sentence
    if not errors and (emptied := now_missing(before, after)):
        errors[cards.LINKS if after.disclosures else cards.DISCLOSURES] = emptied
    if errors:
        return Outcome(first=Refuse(errors=errors))
    page = courses.keep(turn, page, after)
    if courses.is_told(after) and after.disclosures != before.disclosures:
        line = change_cards.DISCLOSURES_LINE
        page = news.tell(turn.desk, turn.unit, page, "course.disclosures", line, about="disclosures")
    return overview.shown(turn, page)


def publish(turn: Turn) -> Outcome:
    """Let a course be joined by who has its code; refused with everything that is missing."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort = cohorts.cohort_of(page)
    if cohort.stage is not Stage.DRAFT:
        return overview.shown(turn, page)
    if missing := _missing(turn, page, cohort):
        return answer(cards.not_published(turn.mint, page.id, cohort.course, missing))
    page = launching.by_itself(turn, courses.keep(turn, page, replace(cohort, stage=Stage.OPEN)))
    spot = where.here(turn)
    channel = where.word_for(turn, spot) if spot and turn.capabilities.hosted else ""
    typed = courses.typed_here(turn, f"course join {written(cohort.code)}")
    card = invite_cards.published(
        turn.mint,
        page.id,
        cohorts.cohort_of(page),
        typed,
        channel=channel,
        hosted=turn.capabilities.hosted,
        today=today_in(cohort.course, turn.now),
    )
    return answer(card)


def _missing(turn: Turn, page: Page, cohort: Cohort) -> list[str]:
    found = [*unfinished(cohort), *unready(cohort.course, turn.now)]
    rules = rules_in(turn.desk, turn.unit.organisations.get(page.row.organisation))
    if rules.only_reviewed and not is_signed(turn.desk, turn.unit, page):
        found.append(cards.UNSIGNED if may_be_signed(turn.desk, page) else cards.OUTDATED)
    return found


def now_missing(before: Cohort, after: Cohort) -> str:
    """Return what was emptied of a course that people may have joined, and is to stay; "" for nothing."""
    if before.stage is Stage.DRAFT:
        return ""
    were = unfinished(before)
    return next((each for each in unfinished(after) if each not in were), "")
