"""After the last session: how far each objective was met, as a learner says, and one line if they wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.zones import zone_of
from bot.services.cards.courses import plain
from bot.services.cards.courses import rating as cards
from bot.services.courses import evaluation, shown
from bot.services.courses import pages as cohorts
from bot.services.courses.as_learner import Place, meant
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings.pages import Page
from bot.services.journal import drafts
from bot.services.journal.drafts import Held
from bot.services.journal.entries import draft_of, read_entry
from bot.services.journal.journal import keep_typed
from bot.services.learning import own_pages, sharing
from bot.services.sharing.proposals import to_read
from bot.services.support.danger import is_urgent
from bot.surface.outcome import Open, Outcome, Refuse, answer

ANSWERS = {**evaluation.MET, evaluation.UNSAID: "rather not say"}


def begin(turn: Turn) -> Outcome:
    """Ask of the first objective."""
    found = _open(turn)
    return found if isinstance(found, Outcome) else _ask(turn, found[0], 0)


def met(turn: Turn) -> Outcome:
    """Note how far an objective was met, and ask of the next one. Each may be answered anew."""
    found = _open(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    objectives = list(cohorts.cohort_of(page).course.objectives)
    if turn.ref.arg not in objectives or turn.choice not in ANSWERS:
        return _ask(turn, page, 0)
    evaluation.note(turn, member, turn.ref.arg, turn.choice)
    return _ask(turn, page, objectives.index(turn.ref.arg) + 1)


def done(_turn: Turn) -> Outcome:
    """Take the no to a line."""
    return answer(cards.done())


def line(turn: Turn) -> Outcome:
    """Open the form for a line to the trainers."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    ref = turn.mint("rate.line.save", page.id)
    before = turn.own(turn.unit.journal.get(own_pages.line_here(turn, member)))
    if before is None:
        return Outcome(first=Open(form=cards.line(ref, own_pages.LINE)))
    written = read_entry(turn.desk, turn.person, before)
    held = replace(_about(page), text=written.text, scene=written.scene)
    return Outcome(first=Open(form=drafts.page(turn, ref, held)))


def save_line(turn: Turn) -> Outcome:
    """Keep the line in its writer's journal, and let them read what their trainers would.

    Words are never lost: they are kept also where the course is over for them meanwhile.
    """
    found = meant(turn)
    if isinstance(found, Outcome):
        entry = turn.desk.chance.new_id()
        return keep_typed(turn, entry, draft=draft_of(entry), about=Held(text="", question=own_pages.LINE))
    page, member = found
    entry = own_pages.line_here(turn, member)
    shown.take_back_gone(turn, page, member, entry)
    outcome = keep_typed(turn, entry, draft=draft_of(entry), about=_about(page))
    if isinstance(outcome.first, Refuse) or is_urgent(outcome.then):
        return outcome
    # What may point at a person is asked about where it matters most: before others read it.
    return replace(outcome, then=(sharing.preview(turn, found, entry).first,))


def figures(turn: Turn) -> Outcome:
    """Show a trainer what is told of how far the objectives were met, once it is."""
    page = cohorts.meant(turn)
    if page is None:
        return answer(plain.over())
    if not is_trainer(turn, page):
        return answer(plain.not_yours())
    course = cohorts.cohort_of(page).course
    if not evaluation.is_closed(page):
        return answer(cards.not_told_yet(_until(page)))
    return answer(cards.told(course.objectives, evaluation.told(page), evaluation.MET))


def _about(page: Page) -> Held:
    return Held(text="", question=own_pages.LINE, source=cohorts.cohort_of(page).course.title)


def _open(turn: Turn) -> Place | Outcome:
    """Return the course of which who acts may say how it was; else what is said."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    course = cohorts.cohort_of(page).course
    is_open = evaluation.is_open(turn.unit, page, member, turn.now)
    return found if is_open and course.objectives else answer(cards.closed(course))


def _ask(turn: Turn, page: Page, place: int) -> Outcome:
    objectives = list(cohorts.cohort_of(page).course.objectives.items())
    if place >= len(objectives):
        return to_read(turn, cards.noted(turn.mint, page.id, _until(page)))
    name, text = objectives[place]
    asked = cards.Asked(id=name, text=text, place=place + 1, total=len(objectives))
    return to_read(turn, cards.ask(turn.mint, page.id, asked, ANSWERS))


def _until(page: Page) -> date | None:
    """Return the day on which it closes, in the course's zone; None where that is as the course ends."""
    course = cohorts.cohort_of(page).course
    at = evaluation.closes_at(course)
    return at.astimezone(zone_of(course.zone)).date() if at else None
