"""Changing the units of a course, also while it runs: what was finished stays, and learners hear once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course
from bot.domain.courses.editing import (
    Follows,
    item_named,
    what_follows,
    with_item,
    with_new_item,
)
from bot.domain.courses.materials import Item, Kind
from bot.domain.courses.units import Unit
from bot.errors import BadInput
from bot.services.cards.courses import changing_units as cards
from bot.services.cards.courses import creating as form_cards
from bot.services.circles.fields import Errors
from bot.services.courses import learners as in_course
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings.pages import Page
from bot.services.pushes import news, plans
from bot.services.training import course as courses
from bot.services.training.details import now_missing
from bot.services.training.fields import link_lines, read_text, with_links
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Open, Outcome, Refuse, answer

TOLD_AFTER = timedelta(hours=1)
"""Learners hear so long after the last change: several in a row are one word."""
_LINK = re.compile(r"https://\S+")


def which(turn: Turn) -> Outcome:
    """Show the units of a course, to choose one."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    return answer(cards.which(turn.mint, page.id, cohorts.cohort_of(page).course))


def one(turn: Turn) -> Outcome:
    """Show the unit that was chosen, or that a press names."""
    found = _unit(turn)
    return found if isinstance(found, Outcome) else answer(cards.one(turn.mint, found[0].id, found[1]))


def links(turn: Turn) -> Outcome:
    """Open the form for the links of one unit."""
    found = _unit(turn)
    if isinstance(found, Outcome):
        return found
    page, unit = found
    ref = turn.mint("course.unit.links.save", page.id, arg=str(unit.n))
    lines = link_lines(cohorts.cohort_of(page).course, unit.n)
    return Outcome(first=Open(form=cards.links_form(ref, unit, lines)))


def save_links(turn: Turn) -> Outcome:
    """Keep the links of one unit; one that learners may need is not emptied."""
    found = _unit(turn)
    if isinstance(found, Outcome):
        return found
    page, unit = found
    before = cohorts.cohort_of(page)
    try:
        course = with_links(before.course, turn.typed.get(form_cards.LINKS, ""), unit.n)
    except BadInput as problem:
        return Outcome(first=Refuse(errors={form_cards.LINKS: problem.sentence}))
    after = replace(before, course=course)
    if emptied := now_missing(before, after):
        return Outcome(first=Refuse(errors={form_cards.LINKS: emptied}))
    return _shown(turn, courses.keep(turn, page, after), unit.n)


def add(turn: Turn) -> Outcome:
    """Open the form for one more item, with what follows from it."""
    found = _unit(turn)
    if isinstance(found, Outcome):
        return found
    page, unit = found
    course = cohorts.cohort_of(page).course
    try:
        after = with_new_item(course, unit.n, Item(title="", required=True))
    except BadInput as problem:
        return answer(cards.refused(turn.mint, page.id, unit, problem.sentence))
    ref = turn.mint("course.item.added", page.id, arg=str(unit.n))
    form = cards.item_form(ref, unit, None, follows=_follows(turn, page, after, unit.n))
    return Outcome(first=Open(form=form))


def save_new(turn: Turn) -> Outcome:
    """Add an item: who finished the unit stays finished, and learners are told once."""
    found = _unit(turn)
    if isinstance(found, Outcome):
        return found
    page, unit = found
    cohort, errors = cohorts.cohort_of(page), Errors()
    new = _typed(turn, errors, needs_link=courses.is_told(cohort))
    if errors:
        return Outcome(first=Refuse(errors=errors))
    new = replace(new, required=turn.typed.get(cards.NEED) == cards.REQUIRED)
    try:
        course = with_new_item(cohort.course, unit.n, new)
    except BadInput as problem:
        return Outcome(first=Refuse(errors={cards.TITLE: problem.sentence}))
    told = _is_told(turn, page)
    return _shown(turn, _changed(turn, page, course), unit.n, cards.added(new, told=told))


def item(turn: Turn) -> Outcome:
    """Show the item that was chosen, with what follows from taking it out or putting it back."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    name = turn.choice if isinstance(turn.event, OptionChosen) else turn.ref.arg
    course = cohorts.cohort_of(page).course
    unit, found = _holds(course, name), item_named(course, name)
    if unit is None or found is None:
        return answer(cards.no_unit())
    try:
        after = with_item(course, name, replace(found, is_withdrawn=not found.is_withdrawn))
    except BadInput:
        after = course  # nothing follows, and pressing it says why it stays
    follows = _follows(turn, page, after, unit.n)
    return answer(cards.item(turn.mint, page.id, name, found, follows=follows))


def fix(turn: Turn) -> Outcome:
    """Open the form for a title or a link that is to be corrected."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    course = cohorts.cohort_of(page).course
    unit, found = _holds(course, turn.ref.arg), item_named(course, turn.ref.arg)
    if unit is None or found is None:
        return answer(cards.no_unit())
    ref = turn.mint("course.item.fixed", page.id, arg=turn.ref.arg)
    return Outcome(first=Open(form=cards.item_form(ref, unit, found, follows=None)))


def save_fixed(turn: Turn) -> Outcome:
    """Correct an item; its ticks stay, and nobody is told."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort, name, errors = cohorts.cohort_of(page), turn.ref.arg, Errors()
    unit, found = _holds(cohort.course, name), item_named(cohort.course, name)
    if unit is None or found is None:
        return Outcome(first=Refuse(errors={cards.TITLE: cards.NO_UNIT}))
    needs_link = courses.is_told(cohort) and not found.is_withdrawn
    new = _typed(turn, errors, needs_link=needs_link)
    if errors:
        return Outcome(first=Refuse(errors=errors))
    new = replace(new, required=found.required, is_withdrawn=found.is_withdrawn)
    page = courses.keep(turn, page, replace(cohort, course=with_item(cohort.course, name, new)))
    return _shown(turn, page, unit.n, cards.CORRECTED)


def take_out(turn: Turn) -> Outcome:
    """Take an item out: it keeps its place and its ticks, and who has all the rest finishes the unit."""
    return _switch(turn, is_withdrawn=True)


def put_back(turn: Turn) -> Outcome:
    """Let an item that was taken out be there again."""
    return _switch(turn, is_withdrawn=False)


def _switch(turn: Turn, *, is_withdrawn: bool) -> Outcome:
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    cohort, name = cohorts.cohort_of(page), turn.ref.arg
    unit, found = _holds(cohort.course, name), item_named(cohort.course, name)
    if unit is None or found is None:
        return answer(cards.no_unit())
    if found.is_withdrawn is is_withdrawn:  # a second press: it is so already
        return _shown(turn, page, unit.n)
    after = replace(found, is_withdrawn=is_withdrawn)
    if not is_withdrawn and courses.is_told(cohort) and not found.link.strip():
        return answer(cards.refused(turn.mint, page.id, unit, cards.NO_LINK_YET))
    try:
        course = with_item(cohort.course, name, after)
    except BadInput as problem:
        return answer(cards.refused(turn.mint, page.id, unit, problem.sentence))
    told = _is_told(turn, page)
    done = (cards.taken_out if is_withdrawn else cards.put_back)(found, told=told)
    return _shown(turn, _changed(turn, page, course), unit.n, done)


def _changed(turn: Turn, page: Page, course: Course) -> Page:
    """Write a course whose items changed; who has all of a unit by that finishes it, and all are told."""
    cohort = cohorts.cohort_of(page)
    page = courses.keep(turn, page, replace(cohort, course=course))
    if not courses.is_told(cohort):
        return page
    if cohort.stage is Stage.RUNNING:
        plans.plan_again(turn.desk, turn.unit, page, turn.now)
    return news.tell(
        turn.desk,
        turn.unit,
        page,
        "course.units_changed",
        cards.CHANGED_LINE,
        about="units",
        after=TOLD_AFTER,
    )


def _follows(turn: Turn, page: Page, after: Course, n: int) -> Follows | None:
    """Return what a change means for who is in a course; None where nobody is."""
    cohort = cohorts.cohort_of(page)
    if not courses.is_told(cohort):
        return None
    every = [in_course.learner_of(each) for each in in_course.learners(turn.desk, turn.unit, page)]
    return what_follows(cohort.course, after, n, every) if every else None


def _is_told(turn: Turn, page: Page) -> bool:
    """Whether somebody has joined who hears of a change."""
    return courses.is_told(cohorts.cohort_of(page)) and courses.who_is_in(turn, page)[0] > 0


def _unit(turn: Turn) -> tuple[Page, Unit] | Outcome:
    """Return the course that a control is about and the unit that it names; else what is said instead."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    named = turn.choice if isinstance(turn.event, OptionChosen) else turn.ref.arg
    unit = cohorts.cohort_of(page).course.unit(int(named)) if named.isdecimal() else None
    return (page, unit) if unit is not None else courses.refused(turn, cards.no_unit())


def _holds(course: Course, name: str) -> Unit | None:
    n = name.partition(".")[0]
    return course.unit(int(n)) if n.isdecimal() else None


def _shown(turn: Turn, page: Page, n: int, done: str = "") -> Outcome:
    unit = cohorts.cohort_of(page).course.unit(n)
    return answer(cards.one(turn.mint, page.id, unit, done=done) if unit is not None else cards.no_unit())


def _typed(turn: Turn, errors: Errors, *, needs_link: bool) -> Item:
    """Return the item that a form holds; what cannot be taken goes to the errors."""
    title = " ".join(read_text(turn, cards.TITLE, cards.TITLE_MAX, errors).split())
    link = read_text(turn, cards.LINK, cards.LINK_MAX, errors)
    kind = turn.typed.get(cards.KIND, "")
    if not title:
        errors[cards.TITLE] = cards.NO_TITLE
    if (link or needs_link) and not _LINK.fullmatch(link):
        errors[cards.LINK] = cards.NO_LINK
    return Item(title=title, kind=Kind(kind) if kind in set(Kind) else Kind.READING, link=link)
