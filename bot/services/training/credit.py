"""What an organiser says on credit, entered or changed at any time: also when a course runs, or is over."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.course import EVIDENCE_ONLY, Credit
from bot.domain.courses.credit_words import calls_certified
from bot.services.cards.courses import creating as form_cards
from bot.services.cards.courses import credit as cards
from bot.services.circles.fields import Errors
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.training import course as courses
from bot.services.training import overview
from bot.services.training.fields import read_text
from bot.surface.outcome import Open, Outcome, Refuse


def credit(turn: Turn) -> Outcome:
    """Open the form with what was entered."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    ref = turn.mint("course.credit.save", page.id)
    return Outcome(first=Open(form=cards.form(ref, cohorts.cohort_of(page))))


def save_credit(turn: Turn) -> Outcome:
    """Keep hours and words; refused where they call anybody certified, or a course approved for credit."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    errors = Errors()
    said = {
        form_cards.HOURS: read_text(turn, form_cards.HOURS, form_cards.HOURS_MAX, errors),
        cards.WORDING: read_text(turn, cards.WORDING, cards.WORDING_MAX, errors),
    }
    errors |= {name: cards.PROMISES for name, text in said.items() if calls_certified(text)}
    if errors:
        return Outcome(first=Refuse(errors=errors))
    cohort = cohorts.cohort_of(page)
    after = Credit(hours=said[form_cards.HOURS], wording=said[cards.WORDING] or EVIDENCE_ONLY)
    cohort = replace(cohort, course=replace(cohort.course, credit=after))
    return overview.shown(turn, courses.keep(turn, page, cohort))
