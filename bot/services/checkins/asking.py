"""What is asked next, and the card that asks it: the same when it comes, when it is called, and later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.domain.checkins import Asking, Question, Run
from bot.domain.marks import FIXED, MarkKind, is_low
from bot.domain.people import Person
from bot.domain.prompts import Prompt
from bot.domain.rotation import next_prompt, refers_to
from bot.domain.rotation_past import REPEAT_AFTER, Asked, History
from bot.errors import KeyGone, Tampered
from bot.ports.store import Unit
from bot.services.cards import checkin as cards
from bot.services.desk import Desk, Mint, local_day
from bot.services.journal.runs import asking_if_open, asking_of, open_marks, opened
from bot.services.rhythm.wishes import marks_for, wishes_of
from bot.surface.card import Card

_ONE_DAY = timedelta(days=1)


def choose_prompt(desk: Desk, unit: Unit, person: Person, lately: Sequence[Run]) -> Prompt | None:
    """Return the prompt that rotation gives after what was asked `lately`; None: nothing may be asked."""
    return next_of(desk, unit, person, history_from(desk, unit, person, _open_pages(desk, lately)))


def next_of(desk: Desk, unit: Unit, person: Person, history: History) -> Prompt | None:
    """Return the prompt that rotation gives after this history, or None where nothing may be asked."""
    today, wishes = local_day(person, desk.clock.now()), wishes_of(desk, unit, person)
    return next_prompt(desk.catalogue.prompts(), history, wishes, today, desk.chance.below)


def history_of(desk: Desk, unit: Unit, person: Person) -> History:
    """Return what a person was asked, and whether today or yesterday was rough."""
    return history_from(desk, unit, person, pages_of(desk, unit, person))


def asked_lately(desk: Desk, unit: Unit, person: Person) -> Sequence[Run]:
    """Return a person's runs of the time that rotation looks back on, the oldest first."""
    return unit.runs.asked(person.id, local_day(person, desk.clock.now()) - REPEAT_AFTER)


def pages_of(desk: Desk, unit: Unit, person: Person) -> Sequence[Asking]:
    """Open all that a person was asked in the time that rotation looks back on, the oldest first."""
    return _open_pages(desk, asked_lately(desk, unit, person))


def history_from(desk: Desk, unit: Unit, person: Person, pages: Sequence[Asking]) -> History:
    """Return what these pages say to rotation, with the marks of today and yesterday."""
    yesterday = local_day(person, desk.clock.now()) - _ONE_DAY
    asked = tuple(
        Asked(prompt=one.prompt, day=one.on, passed=one.answer.is_skipped, beside=place > 0)
        for page in pages
        for place, one in enumerate(page.questions)
        if one.prompt is not None
    )
    called = frozenset(page.rough_on for page in pages if page.rough_on is not None)
    return History(asked=asked, rough_days=called | _low_days(desk, unit, person, yesterday))


def card_of(
    desk: Desk,
    unit: Unit,
    person: Person,
    mint: Mint,
    run: Run,
    *,
    lately: Sequence[Run] | None = None,
    noted: bool = False,
) -> Card:
    """Return the card of a run, the same from its first showing on but for "Noted".

    `lately` are the runs before one that was just begun, where they were read already.

    Raises:
        KeyGone, Tampered: the run stays closed.
    """
    asking = asking_of(desk, run)
    monday = run.day - timedelta(days=run.day.weekday())
    week = unit.runs.asked(person.id, monday) if lately is None else (*lately, run)
    prompt = prompt_of(desk, asking.own)
    earlier = desk.catalogue.prompt(prompt.pair) if prompt and prompt.pair and refers_to(prompt) else None
    return cards.checkin(
        mint,
        run,
        prompt,
        kinds_of(desk, unit, person, asking),
        earlier=earlier.text if earlier else "",
        reminds=_is_first(desk, run, (each for each in week if each.day >= monday)),
        noted=noted,
    )


def opened_card(desk: Desk, unit: Unit, person: Person, mint: Mint, run: Run) -> Card | None:
    """Return the card of a run; None where it stays closed."""
    return card_of(desk, unit, person, mint, run) if asking_if_open(desk, run) else None


def kinds_of(desk: Desk, unit: Unit, person: Person, asking: Asking) -> Sequence[MarkKind]:
    """Return the marks of a run: the very first check-in has two, whatever is wished later."""
    return marks_for(desk, unit, person) if asking.own.prompt else FIXED


def prompt_of(desk: Desk, question: Question) -> Prompt | None:
    """Return the prompt of a question; None for the very first one, or where it left the library."""
    return desk.catalogue.prompt(question.prompt) if question.prompt else None


def _low_days(desk: Desk, unit: Unit, person: Person, since: date) -> frozenset[date]:
    """Return the days with a low mark. Marks that stay closed say nothing."""
    days: set[date] = set()
    for marks in unit.runs.marks_since(person.id, since):
        try:
            steps = open_marks(desk.vault, marks)
        except (KeyGone, Tampered):
            continue
        if any(is_low(step) for step in steps.values()):
            days.add(marks.day)
    return frozenset(days)


def _open_pages(desk: Desk, runs: Iterable[Run]) -> Sequence[Asking]:
    return [asking for _, asking in opened(desk, runs)]


def _is_first(desk: Desk, run: Run, week: Iterable[Run]) -> bool:
    """Whether a run is the first of its week that asks for more than marks."""
    asking = opened(desk, week)
    return run.id == next((one.id for one, asked in asking if asked.own.prompt is not None), None)
