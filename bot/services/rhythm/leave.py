"""Leave: nothing is sent until a day, and then check-ins begin again by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.dates import day_ahead
from bot.domain.people import Standing
from bot.errors import BadInput
from bot.services.cards import leave as cards
from bot.services.cards import schedule as schedule_cards
from bot.services.days import day_typed
from bot.services.desk import Turn
from bot.services.rhythm import schedule
from bot.services.rhythm.enrolment import begin_again, enrol, enrolment_of, has_course, let_go
from bot.surface.outcome import Open, Outcome, answer


def leave(turn: Turn) -> Outcome:
    """Take a day that stands after the word; without one, open a small form."""
    if enrolment_of(turn.unit, turn.person) is None and not has_course(turn.unit, turn.person):
        return answer(schedule_cards.not_set())
    if not turn.words:
        return Outcome(first=Open(form=cards.form(turn.mint("leave.save"))))
    try:
        day = day_ahead(turn.words, turn.today)
    except BadInput as problem:
        return answer(cards.unclear(problem.sentence))
    return _go(turn, day)


def save(turn: Turn) -> Outcome:
    """Take the form."""
    day = day_typed(turn, cards.UNTIL)
    return day if isinstance(day, Outcome) else _go(turn, day)


def _go(turn: Turn, until: date) -> Outcome:
    """Be quiet until a day: what is planned is let go, and the row waits for the first slot from then on."""
    held, is_learning = enrolment_of(turn.unit, turn.person), has_course(turn.unit, turn.person)
    if held is None and not is_learning:
        return answer(schedule_cards.not_set())
    standing = Standing.ACTIVE if held else Standing.ARRIVING
    person = replace(turn.person, standing=standing, away_until=until)
    if held is None:
        turn.unit.people.save(person)
        begin_again(turn.unit, person, turn.now)  # a pause is over with it
    else:
        let_go(turn.unit, turn.person, held.row)
        enrol(turn, person, held.rhythm, held.zone)
    when = schedule.told(turn.as_person(person)) or ""
    return answer(cards.quiet(until, turn.today, when, has_course=is_learning))
