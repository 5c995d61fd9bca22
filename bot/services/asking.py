"""What is asked next, and the card that asks it: the same when it comes, when it is called, and later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.checkins import Run, RunKind
from bot.domain.marks import FIXED, MarkKind, is_low
from bot.domain.people import Person
from bot.domain.prompts import Prompt
from bot.domain.rotation import next_prompt, refers_to
from bot.domain.rotation_past import BALANCE_OVER, REPEAT_AFTER, Asked, History
from bot.errors import KeyGone, Tampered
from bot.ports.store import Unit
from bot.services.cards import checkin as cards
from bot.services.desk import Desk, Mint, local_day
from bot.services.runs import answers_of, open_marks
from bot.services.wishes import marks_for, wishes_of
from bot.surface.card import Card

_ONE_DAY = timedelta(days=1)


def choose_prompt(desk: Desk, unit: Unit, person: Person) -> Prompt | None:
    """Return the prompt that rotation gives a person today, or None where nothing may be asked."""
    today, wishes = local_day(person, desk.clock.now()), wishes_of(desk, unit, person)
    history = history_of(desk, unit, person)
    chosen = next_prompt(desk.catalogue.prompts(), history, wishes, today, desk.chance.below)
    return chosen.prompt if chosen else None


def history_of(desk: Desk, unit: Unit, person: Person) -> History:
    """Return what a person was asked, and whether today or yesterday was rough."""
    today = local_day(person, desk.clock.now())
    asked = tuple(
        Asked(
            prompt=run.prompt,
            day=run.day,
            passed=run.day > today - BALANCE_OVER and _was_passed(desk, run),
            beside=run.kind is RunKind.GENTLE,
        )
        for run in unit.runs.asked(person.id, today - REPEAT_AFTER)
        if run.prompt is not None
    )
    return History(asked=asked, rough_days=_rough_days(desk, unit, person, today - _ONE_DAY))


def card_of(desk: Desk, unit: Unit, person: Person, mint: Mint, run: Run, *, noted: bool = False) -> Card:
    """Return the card of a run, the same from its first showing on but for "Noted"."""
    prompt = prompt_of(desk, run)
    earlier = desk.catalogue.prompt(prompt.pair) if prompt and prompt.pair and refers_to(prompt) else None
    return cards.checkin(
        mint,
        run,
        prompt,
        kinds_of(desk, unit, person, run),
        earlier=earlier.text if earlier else "",
        reminds=_is_first_of_week(unit, run),
        noted=noted,
    )


def kinds_of(desk: Desk, unit: Unit, person: Person, run: Run) -> Sequence[MarkKind]:
    """Return the marks of a run: the very first check-in has two, whatever is wished later."""
    return marks_for(desk, unit, person) if run.prompt else FIXED


def prompt_of(desk: Desk, run: Run) -> Prompt | None:
    """Return the prompt of a run; None for the very first one, or where it left the library."""
    return desk.catalogue.prompt(run.prompt) if run.prompt else None


def _rough_days(desk: Desk, unit: Unit, person: Person, since: date) -> frozenset[date]:
    """Return the days with a low mark or their own word for it. Marks that stay closed say nothing."""
    called = wishes_of(desk, unit, person).rough_on
    days = {called} if called is not None and called >= since else set()
    for marks in unit.runs.marks_since(person.id, since):
        try:
            steps = open_marks(desk.vault, marks)
        except (KeyGone, Tampered):
            continue
        if any(is_low(step) for step in steps.values()):
            days.add(marks.day)
    return frozenset(days)


def _was_passed(desk: Desk, run: Run) -> bool:
    """Whether a run got a "not today" and no words. One that stays closed says nothing."""
    try:
        answers = answers_of(desk, run)
    except (KeyGone, Tampered):
        return False
    return "passed" in answers and "written" not in answers


def _is_first_of_week(unit: Unit, run: Run) -> bool:
    """Whether a run is the first of its week that asks for more than marks."""
    monday = run.day - timedelta(days=run.day.weekday())
    week = unit.runs.asked(run.person, monday)
    first = next((one.id for one in week if one.kind is RunKind.CHECKIN and one.prompt is not None), None)
    return run.id == first
