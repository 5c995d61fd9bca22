"""How long things are kept: choosing it, and letting go of what is over its time.

Each person has one row of the agenda, due when something of theirs may go or is to be told of, and once a
week at the least. Nobody's pages are looked through but theirs whose row is due.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.journal import Entry
from bot.domain.keeping import COVERED, RUNS_KEPT, TOLD_BEFORE, Days, Keeping, allowed, spans
from bot.domain.people import Person, PersonId
from bot.domain.sheets import SheetKind
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards import keeping as cards
from bot.services.desk import Desk, Turn, local_day
from bot.services.journal.chosen import chosen_of
from bot.services.journal.entries import read_entry, remove_entry, write_entry
from bot.services.journal.runs import opened, with_asking
from bot.services.letters.kinds import Look
from bot.services.organisations.ceilings import ceilings_of, limits, spans_of
from bot.services.plans.plans import plan_of
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, answer

_log = logging.getLogger(__name__)

DAY = timedelta(days=1)
BEGUN_AT_ONCE = 500
"""People whose row is begun in one unit of the daily housekeeping."""


def change(turn: Turn) -> Outcome:
    """Open the form with what holds now."""
    form = cards.form(
        turn.mint("keeping.save"),
        keep_days=turn.person.keep_days,
        scene_days=wishes_of(turn.desk, turn.unit, turn.person).scene_days,
        limits=limits(turn),
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Take what was chosen. A shorter time holds for what is there too, a week after it was said here."""
    pages = cards.CHOICES.get(turn.typed.get(cards.PAGES, ""))
    scene_days = cards.SCENE_CHOICES.get(turn.typed.get(cards.SCENES, ""))
    if pages is None or scene_days is None:
        wrong = {cards.PAGES: pages, cards.SCENES: scene_days}
        return Outcome(
            first=Refuse(errors={name: cards.BAD_CHOICE for name, it in wrong.items() if it is None})
        )
    keep_days, before = pages[1], turn.person.keep_days
    is_shorter = keep_days is not None and (before is None or keep_days < before)
    person = replace(turn.person, keep_days=keep_days)
    turn.unit.people.save(person)
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    keep_wishes(turn.desk, turn.unit, turn.person, replace(wishes, scene_days=scene_days))
    if is_shorter:
        row = _row(turn.person.id, turn.now + TOLD_BEFORE * DAY)
        turn.unit.agenda.put(replace(row, slot_on=turn.today))
    less = limits(turn.as_person(person))
    return answer(cards.changed(turn.mint, keep_days, scene_days, is_shorter=is_shorter, limits=less))


def begin(unit: Unit, now: datetime) -> bool:
    """Give a row to people who have none yet; True if there may be more.

    Their rows are spread over the day, so that nobody's "Saved" waits behind a thousand others.
    """
    people = unit.people.without(AgendaKind.KEEPING, BEGUN_AT_ONCE)
    for person in people:
        unit.agenda.put(_row(person, now + timedelta(seconds=person.int % 86_400)))
    return len(people) == BEGUN_AT_ONCE


def look_through(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Let go of what is over its time and was told of, tell of what goes next, and say when to look again.

    On leave nothing goes and nothing is told. Who has paused or stopped is not told either, by their own
    wish; their pages go in their time. What they chose for a portfolio stays, and is not told of.
    """
    person = unit.people.get(row.owner) if row.owner else None
    if person is None:
        unit.agenda.remove(row.id)
        return
    today = local_day(person, now)
    if person.away_until is not None and today < person.away_until:
        unit.agenda.put(_later(row, now, (person.away_until - today).days))
        return
    try:
        spans, chosen = spans_of(desk, unit, person), chosen_of(desk, unit, person)
    except KeyProblem as problem:  # what cannot be read destroys nothing
        _log.warning("how long pages may be kept, or which stay, does not open: %s", type(problem).__name__)
        unit.agenda.put(_later(row, now, 1))
        return
    keeping = Keeping(today=today, spans=spans, told_on=row.slot_on)
    _let_pages_go(unit, person, keeping, chosen)
    _let_go_beside(desk, unit, person, keeping)
    untold = _first_of(unit, person, keeping.untold, chosen)
    told_now = untold if keeping.is_to_tell(untold) else ()
    if told_now:
        row = _tell(unit, row, keeping, now)
    first = _first_of(unit, person, keeping.timed, chosen)
    unit.agenda.put(_later(row, now, keeping.rest(first, told_now=told_now)))


def tell_anew(desk: Desk, unit: Unit, person: Person) -> None:
    """Let pages be told of again, where an organisation that somebody is now known to be of set a time."""
    row = unit.agenda.of(person.id, AgendaKind.KEEPING)
    if row is None or row.slot_on is None:
        return
    with suppress(KeyProblem):  # as long as it does not open, nothing goes
        if not ceilings_of(desk, unit, person.id):
            return
    unit.agenda.put(replace(row, slot_on=None))


def tell_of(turn: Turn, entries: Sequence[Entry]) -> bool:
    """Let it be told anew before pages go that stayed until now; whether any of these may go soon."""
    row = turn.unit.agenda.of(turn.person.id, AgendaKind.KEEPING)
    try:
        spans = spans_of(turn.desk, turn.unit, turn.person)
    except KeyProblem:  # as long as it does not open, nothing goes
        spans = ()
    keeping = Keeping(today=turn.today, spans=spans, told_on=None)
    left = keeping.least_left([entry.day for entry in entries])
    if left is None or left > COVERED:
        return False
    if row is not None and row.slot_on is not None:
        turn.unit.agenda.put(replace(row, slot_on=None))
    return True


def letter(look: Look) -> Card | None:
    """Return the line before pages go; None where nothing goes any more after all."""
    try:
        ceilings = ceilings_of(look.desk, look.unit, look.person.id)
        chosen = chosen_of(look.desk, look.unit, look.person)
    except KeyProblem:
        return cards.ends(look.mint, is_own=False)
    own, today = look.person.keep_days, local_day(look.person, look.now)
    keeping = Keeping(today=today, spans=spans(own, ceilings), told_on=None)
    first = _first_of(look.unit, look.person, keeping.timed, chosen)
    ending = [day for day in first if (left := keeping.days_left(day)) is not None and left <= COVERED]
    if not ending:
        return None
    at_most = [allowed(ceilings, day) for day in ending]
    is_own = own is not None and any(days is None or own < days for days in at_most)
    return cards.ends(look.mint, is_own=is_own)


def going_soon(turn: Turn) -> Sequence[Entry]:
    """Return the pages of who acts that go in the time that the line covers, those that go first before.

    Raises:
        KeyGone, Tampered: nobody can tell how long they may be kept, or which stay.
    """
    chosen = chosen_of(turn.desk, turn.unit, turn.person)
    spans = spans_of(turn.desk, turn.unit, turn.person)
    keeping = Keeping(today=turn.today, spans=spans, told_on=None)
    found = [
        (left, entry)
        for entry in turn.unit.journal.every(turn.person.id)
        if (left := keeping.days_left(entry.day)) is not None and left <= COVERED and entry.id not in chosen
    ]
    return [entry for _, entry in sorted(found, key=lambda each: each[0])]


def end_scene(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Take the scene out of an entry; where nothing else stands there, the entry goes.

    A page that does not open is tried again a day later: what it says cannot be taken out of it.
    """
    entry = unit.journal.get(row.ref) if row.ref else None
    person = unit.people.get(row.owner) if row.owner else None
    if entry is None or person is None:
        unit.agenda.remove(row.id)
        return
    try:
        page = read_entry(desk, person, entry)
    except KeyProblem:
        unit.agenda.put(replace(row, due_at=now + DAY))
        return
    unit.agenda.remove(row.id)
    if not page.text:
        remove_entry(unit, entry.id)
    elif page.scene:
        write_entry(desk, unit, person, entry.id, replace(page, scene=""), before=entry)


def _let_pages_go(unit: Unit, person: Person, keeping: Keeping, chosen: Collection[UUID]) -> None:
    """Let go of the pages that are over their time, but for those that were chosen."""
    for days in keeping.going:
        first = unit.journal.first_day(person.id, days.since)
        if first is not None and first < days.until:
            for entry in unit.journal.before(person.id, days.until, days.since):
                if entry not in chosen:
                    remove_entry(unit, entry)


def _first_of(unit: Unit, person: Person, rows: Sequence[Days], chosen: Collection[UUID]) -> Sequence[date]:
    """Return the day of the first page of each row of days that has one which was not chosen."""
    found = (_first(unit, person, days, chosen) for days in rows)
    return [first for first in found if first is not None]


def _first(unit: Unit, person: Person, days: Days, chosen: Collection[UUID]) -> date | None:
    """Return the first day of a row of days with a page that was not chosen.

    Only the days of chosen pages are looked at one by one, and of these there are few.
    """
    first = unit.journal.first_day(person.id, days.since)
    while first is not None and first < days.until:
        after = first + DAY
        if any(entry not in chosen for entry in unit.journal.before(person.id, after, first)):
            return first
        first = unit.journal.first_day(person.id, after)
    return None


def _let_go_beside(desk: Desk, unit: Unit, person: Person, keeping: Keeping) -> None:
    """Let marks, answers, looks back and ended plans go. Which question was asked is known longer: RUNS_KEPT.

    A plan that is open stays, and so do the sheets that say how somebody wishes things to be. A flow that was
    left has a row of its own that ends it.
    """
    known = keeping.today - timedelta(days=RUNS_KEPT)
    for days in keeping.over:
        unit.runs.forget_marks(person.id, days.until, days.since)
        unit.runs.forget(person.id, min(days.until, known), days.since)
    asked = unit.runs.asked(person.id, date.min) if keeping.spans else ()
    over = [run for run in asked if keeping.is_over(run.day) and run.sealed]
    for run, asking in opened(desk, over):
        if asking != asking.bare:
            unit.runs.put(with_asking(desk, run, asking.bare))
    for sheet in unit.sheets.of(person.id, SheetKind.LOOK):
        if keeping.is_over(sheet.day):
            unit.sheets.remove(sheet.id)
    for sheet in unit.sheets.of(person.id, SheetKind.PLAN):
        day = keeping.over_before(sheet.day)
        if sheet.day < day and _ended_before(desk, unit, person, sheet.id, day):
            unit.sheets.remove(sheet.id)


def _ended_before(desk: Desk, unit: Unit, person: Person, sheet: UUID, day: date) -> bool:
    """Whether a plan ended before a day. One that stays closed cannot say so, and stays."""
    try:
        plan = plan_of(desk, unit, person, sheet)
    except KeyProblem:
        return False
    return plan is not None and not plan.is_open and plan.thread[-1].on < day


def _tell(unit: Unit, row: AgendaRow, keeping: Keeping, now: datetime) -> AgendaRow:
    """Plan the line before pages go, in place of an earlier one that was not shown; note the day."""
    if row.slot_on is not None:
        unit.agenda.remove(uuid5(row.id, row.slot_on.isoformat()))
    unit.agenda.put(
        AgendaRow(
            id=uuid5(row.id, keeping.today.isoformat()),
            kind=AgendaKind.KEEPING_ENDS,
            owner=row.owner,
            due_at=now,
        )
    )
    return replace(row, slot_on=keeping.today)


def _row(person: PersonId, due_at: datetime) -> AgendaRow:
    return AgendaRow(
        id=uuid5(person, AgendaKind.KEEPING), kind=AgendaKind.KEEPING, owner=person, due_at=due_at
    )


def _later(row: AgendaRow, now: datetime, days: int) -> AgendaRow:
    """Return the row some days on, at its own time of day: after a long sleep the rows spread again."""
    due_at = row.due_at or now
    return replace(row, due_at=due_at + ((now - due_at) // DAY + days) * DAY)
