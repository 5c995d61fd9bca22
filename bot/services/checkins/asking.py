"""What is asked next, and the card that asks it: the same when it comes, when it is called, and later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.domain.checkins import Asking, Question, Run
from bot.domain.marks import FIXED, MarkKind, is_low
from bot.domain.people import Person, Standing
from bot.domain.prompts import Prompt
from bot.domain.reviews import Shelf
from bot.domain.rotation import kind_word, next_prompt
from bot.domain.rotation_past import LOOKS_BACK, UNTENDER_FOR, Asked, History
from bot.domain.stock import refers_to
from bot.errors import KeyGone, Tampered
from bot.ports.store import Unit
from bot.services.cards import checkin as cards
from bot.services.desk import Desk, Mint, Turn, local_day
from bot.services.journal.runs import asking_if_open, asking_of, begin_run, open_marks, opened
from bot.services.letters.kinds import Look
from bot.services.organisations.decisions import shelf_in
from bot.services.rhythm.wishes import marks_for, wishes_of
from bot.surface.audience import Direct
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Show


def choose_prompt(
    desk: Desk, unit: Unit, person: Person, shelf: Shelf, lately: Sequence[Run]
) -> Prompt | None:
    """Return the prompt that rotation gives after what was asked `lately`; None: nothing may be asked."""
    return next_of(desk, unit, person, shelf, history_after(desk, unit, person, lately))


def next_of(desk: Desk, unit: Unit, person: Person, shelf: Shelf, history: History) -> Prompt | None:
    """Return the prompt that rotation gives after this history, or None where nothing may be asked."""
    today, wishes = local_day(person, desk.clock.now()), wishes_of(desk, unit, person)
    stock = desk.catalogue.stock()
    return next_prompt(stock, history, wishes, today, desk.chance.below, held=shelf.held(stock))


def history_of(desk: Desk, unit: Unit, person: Person) -> History:
    """Return what a person was asked, and which of the last days were rough."""
    return history_from(desk, unit, person, pages_of(desk, unit, person))


def history_after(desk: Desk, unit: Unit, person: Person, lately: Iterable[Run]) -> History:
    """Return what these runs say to rotation."""
    return history_from(desk, unit, person, _open_pages(desk, lately))


def asked_lately(desk: Desk, unit: Unit, person: Person) -> Sequence[Run]:
    """Return a person's runs of the time that rotation looks back on, the oldest first."""
    return unit.runs.asked(person.id, local_day(person, desk.clock.now()) - LOOKS_BACK)


def pages_of(desk: Desk, unit: Unit, person: Person) -> Sequence[Asking]:
    """Open all that a person was asked in the time that rotation looks back on, the oldest first."""
    return _open_pages(desk, asked_lately(desk, unit, person))


def history_from(desk: Desk, unit: Unit, person: Person, pages: Sequence[Asking]) -> History:
    """Return what these pages say to rotation, with the marks of the last days."""
    since = local_day(person, desk.clock.now()) - UNTENDER_FOR
    asked = tuple(
        Asked(prompt=one.prompt, day=one.on, passed=one.answer.is_skipped, beside=place > 0)
        for page in pages
        for place, one in enumerate(page.questions)
        if one.prompt is not None
    )
    called = frozenset(page.rough_on for page in pages if page.rough_on is not None)
    return History(asked=asked, rough_days=called | _low_days(desk, unit, person, since))


def kind_word_of(turn: Turn, shelf: Shelf, history: History) -> Prompt | None:
    """Return a kind question to oneself that may be asked now, if any."""
    desk, wishes = turn.desk, wishes_of(turn.desk, turn.unit, turn.person)
    stock = desk.catalogue.stock()
    return kind_word(stock, history, wishes, turn.today, desk.chance.below, held=shelf.held(stock))


def ask(turn: Turn, shelf: Shelf, prompt: Prompt, lately: Sequence[Run]) -> Outcome:
    """Ask a prompt now, in place of what was open; `lately` are the runs before it."""
    run = begin_run(turn.desk, turn.unit, turn.person, shelf.worded(prompt))
    turn.unit.runs.lapse_others(turn.person.id, run.id)
    card = card_of(turn.desk, turn.unit, turn.person, turn.mint, run, shelf=shelf, lately=lately)
    return Outcome(first=Show(card=card, audience=Direct()))


def card_of(
    desk: Desk,
    unit: Unit,
    person: Person,
    mint: Mint,
    run: Run,
    *,
    shelf: Shelf,
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
        shelf.asked(prompt, asking.own.wording) if prompt else None,
        kinds_of(desk, unit, person, asking),
        earlier=shelf.worded(earlier).text if earlier else "",
        unread=prompt is not None and shelf.is_marked(prompt),
        reminds=_is_first(desk, run, (each for each in week if each.day >= monday)),
        noted=noted,
        is_first=prompt is None and person.standing is Standing.ARRIVING,
    )


def letter_of(look: Look, run: Run) -> Card | None:
    """Return the card of a run as a letter; None where it stays closed."""
    desk, unit, person = look.desk, look.unit, look.person
    if asking_if_open(desk, run) is None:
        return None
    return card_of(desk, unit, person, look.mint, run, shelf=shelf_by(look))


def shelf_by(look: Look) -> Shelf:
    """Return the library as it is given where a letter goes."""
    hosted = look.desk.capabilities(look.address.account).hosted
    return shelf_in(look.desk, look.unit, look.organisation, hosted=hosted)


def kinds_of(desk: Desk, unit: Unit, person: Person, asking: Asking) -> Sequence[MarkKind]:
    """Return the marks of a run: the very first check-in has two, whatever is wished later."""
    return marks_for(desk, unit, person) if asking.own.prompt else FIXED


def prompt_of(desk: Desk, question: Question) -> Prompt | None:
    """Return the prompt of a question, in the library's words.

    None for the very first one, or where it left the library.
    """
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
