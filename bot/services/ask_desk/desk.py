"""The questions of a course to who runs it: reading, answering, asking whether all may read, and days off."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.asking import ANSWER_MAX, QUESTION_MAX, Asked, Public, State, Word
from bot.domain.courses.days_off_words import spans_meant
from bot.domain.courses.reply_clock import DaysOff, Span
from bot.domain.hours_words import days_meant
from bot.domain.zones import zone_of
from bot.errors import BadInput
from bot.guards.asking import Amiss, amiss_in
from bot.guards.identifiers.finding import find
from bot.services.ask_desk import clock
from bot.services.ask_desk.around import chosen, days_off_said
from bot.services.cards.courses import asking_desk as cards
from bot.services.cards.courses import plain
from bot.services.courses import pages as cohorts
from bot.services.courses import questions
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.pages import Page
from bot.services.sharing.proposals import to_read
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, answer
from bot.surface.text import kept, shown

_AGAIN = "again"


def show(turn: Turn) -> Outcome:
    """Show a trainer what learners asked."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    named = {each.id: each.called for each in members.every(turn.desk, turn.unit, page)}
    found = [(named.get(each.member, ""), each) for each in questions.sent(turn.desk, turn.unit, page)]
    cohort = cohorts.cohort_of(page)
    off = days_off_said(turn, page)
    return to_read(turn, cards.desk(turn.mint, page.id, cohort, found, turn.now, days_off=off))


def read(turn: Turn) -> Outcome:
    """Show a question to a trainer."""
    found = _held(turn)
    if found is None:
        return answer(cards.gone())
    return to_read(turn, _drawn(turn, *found))


def open_answer(turn: Turn) -> Outcome:
    """Open the page of an answer; for a correction with what stands."""
    found = _held(turn)
    if found is None or found[1].state is State.CLOSED:
        return answer(cards.gone())
    _, asked = found
    if asked.is_answered and turn.ref.arg != _AGAIN:  # somebody answered since
        return to_read(turn, _drawn(turn, *found))
    ref = turn.mint("ask.reply", asked.id, _AGAIN if asked.is_answered else "")
    return Outcome(first=Open(form=cards.answer_form(ref, asked.answer)))


def reply(turn: Turn) -> Outcome:
    """Take an answer: the clock stops, and its asker hears once. The same one again changes nothing.

    A correction of what others may read asks its asker anew.
    """
    found = _held(turn)
    if found is None or found[1].state is State.CLOSED:
        return _refused(cards.ANSWER, cards.IS_GONE)
    text = _typed(turn, cards.ANSWER, ANSWER_MAX)
    if isinstance(text, Outcome):
        return text
    page, asked = found
    if asked.is_answered and asked.answer == text:
        return answer(cards.answered())
    if asked.is_answered and turn.ref.arg != _AGAIN:
        return _refused(cards.ANSWER, cards.MEANWHILE)
    if _may_point(turn, text):
        return _refused(cards.ANSWER, cards.MAY_POINT)
    by = members.here(turn, page)
    new = replace(
        asked,
        state=State.ANSWERED,
        answer=text,
        answered_at=turn.now,
        answered_by=by.id if by else None,
        public=Public.WISHED if asked.public is Public.YES else asked.public,
    )
    word = Word.CORRECTED if asked.is_answered else Word.ANSWERED
    new = clock.tell_asker(turn.desk, turn.unit, page, new, word)
    clock.plan(turn.unit, page, new)
    return answer(cards.answered())


def open_wording(turn: Turn) -> Outcome:
    """Open the page on which a question is worded for all learners."""
    found = _held(turn)
    if found is None or not found[1].is_answered:
        return answer(cards.gone())
    asked = found[1]
    if asked.public is Public.DECLINED:
        return answer(cards.declined())
    form = cards.wording_form(turn.mint("ask.publish.ask", asked.id), asked.wording or asked.text)
    return Outcome(first=Open(form=form))


def ask_for_yes(turn: Turn) -> Outcome:
    """Ask who asked whether all learners may read it so; nobody does before they say yes."""
    found = _held(turn)
    if found is None or not found[1].is_answered:
        return _refused(cards.WORDING, cards.IS_GONE)
    text = _typed(turn, cards.WORDING, QUESTION_MAX)
    if isinstance(text, Outcome):
        return text
    if _may_point(turn, text):
        return _refused(cards.WORDING, cards.MAY_POINT)
    page, asked = found
    if asked.public is Public.DECLINED:
        return _refused(cards.WORDING, cards.DECLINED)
    if asked.wording != text or asked.public is Public.NO:
        new = replace(asked, public=Public.WISHED, wording=text)
        clock.tell_asker(turn.desk, turn.unit, page, new, Word.WISHED)
    return answer(cards.wished())


def open_days(turn: Turn) -> Outcome:
    """Open the page for days off."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    form = cards.days_form(turn.mint("ask.days.save", page.id), questions.days_off(page))
    return Outcome(first=Open(form=form))


def save_days(turn: Turn) -> Outcome:
    """Let questions wait on these days; open clocks go along, and who asked is told where it is later."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return _refused(cards.WEEK, plain.not_yours().summary)
    today = turn.now.astimezone(zone_of(cohorts.cohort_of(page).course.zone)).date()
    errors: dict[str, str] = {}
    week, spans = frozenset[int](), tuple[Span, ...]()
    try:
        week = days_meant(turn.typed.get(cards.WEEK, ""))
        DaysOff(weekdays=week)
    except BadInput as problem:
        errors[cards.WEEK] = problem.sentence
    try:
        spans = spans_meant(kept(turn.typed.get(cards.DATES, "")), today)
        DaysOff(spans=spans)
    except BadInput as problem:
        errors[cards.DATES] = problem.sentence
    if errors:
        return Outcome(first=Refuse(errors=errors))
    page, moved = clock.days_changed(turn.desk, turn.unit, page, DaysOff(weekdays=week, spans=spans))
    return answer(cards.days_saved(days_off_said(turn, page), moved))


def _mine(turn: Turn) -> Page | Outcome:
    page = cohorts.meant(turn)
    if page is None or is_ending(page):
        return answer(plain.over())
    return page if is_trainer(turn, page) else answer(plain.not_yours())


def _held(turn: Turn) -> tuple[Page, Asked] | None:
    """Return the question that is meant, to a trainer of its course; what was not sent is nobody's."""
    found = questions.get(turn.desk, turn.unit, chosen(turn))
    if found is None or is_ending(found[0]) or found[1].state is State.WAITING:
        return None
    return found if is_trainer(turn, found[0]) else None


def _drawn(turn: Turn, page: Page, asked: Asked) -> Card:
    member = members.get(turn.desk, turn.unit, page, asked.member)
    return cards.one(turn.mint, cohorts.cohort_of(page), member.called if member else "", asked, turn.now)


def _may_point(turn: Turn, text: str) -> bool:
    """Whether a text may point at a person or lead away, and its writer did not choose to leave it so."""
    if turn.typed.get(cards.LOOKED_AT) == cards.AS_IT_IS:
        return False
    return bool(find(text)) or amiss_in(text) in {Amiss.PINGS, Amiss.LINKS}


def _typed(turn: Turn, name: str, most: int) -> str | Outcome:
    text = shown(kept(turn.typed.get(name, ""))).strip()
    if not text:
        return _refused(name, cards.NOTHING_TYPED)
    return text if len(text) <= most else _refused(name, cards.too_long(len(text), most))


def _refused(name: str, sentence: str) -> Outcome:
    return Outcome(first=Refuse(errors={name: sentence}))
