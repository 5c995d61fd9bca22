"""The next day of supervision: kept sealed, and a line the day before that says nothing of the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Person, Standing
from bot.domain.sheets import SheetKind, only_sheet
from bot.domain.supervision import Meeting
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards import supervision as cards
from bot.services.days import day_typed
from bot.services.desk import Desk, Turn, local_day
from bot.services.letters.kinds import Begun, Look, Once
from bot.services.plans.plans import at_their_hour
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, write_sheet
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, answer

_ONE_DAY = timedelta(days=1)


def meeting_of(desk: Desk, unit: Unit, person: Person, day: date) -> Meeting | None:
    """Open when somebody's supervision is next, from a day on; None where none is known.

    Raises:
        KeyGone, Tampered: it stays closed.
    """
    sheet = unit.sheets.get(only_sheet(person.id, SheetKind.SUPERVISION))
    if sheet is None:
        return None
    return as_meeting(read_sheet(desk, person, sheet)).from_day(day)


def as_meeting(body: Body) -> Meeting:
    """Return what stands on the sheet of a next day.

    Raises:
        KeyError, TypeError, ValueError: it is none; only a file that was brought along may hold such.
    """
    return Meeting(on=date.fromisoformat(body["on"]), every_weeks=body["every_weeks"])


def remind(turn: Turn) -> None:
    """Let a line come before the day that is known by now, in place of one that was planned before."""
    _forget_line(turn.unit, turn.person)
    _plan_line(turn.desk, turn.unit, turn.person, turn.now)


def ask(turn: Turn) -> Outcome:
    """Open the form with what is known."""
    meeting = meeting_of(turn.desk, turn.unit, turn.person, turn.today)
    return Outcome(first=Open(form=cards.when_form(turn.mint("supervision.keep"), meeting)))


def save(turn: Turn) -> Outcome:
    """Keep the day; what cannot be read gets a sentence at its field."""
    day = day_typed(turn, cards.ON)
    typed = turn.typed.get(cards.WEEKS, "")
    weeks = int(typed) if typed in cards.AGAIN else None
    if isinstance(day, Outcome) or weeks is None:
        faults = dict(day.first.errors) if isinstance(day, Outcome) and isinstance(day.first, Refuse) else {}
        return Outcome(
            first=Refuse(errors=faults | ({cards.WEEKS: cards.BAD_WEEKS} if weeks is None else {}))
        )
    meeting = Meeting(on=day, every_weeks=weeks)
    write_sheet(
        turn.desk,
        turn.unit,
        turn.person,
        sheet=only_sheet(turn.person.id, SheetKind.SUPERVISION),
        kind=SheetKind.SUPERVISION,
        body={"on": day.isoformat(), "every_weeks": weeks},
    )
    _forget_line(turn.unit, turn.person)
    told = _plan_line(turn.desk, turn.unit, turn.person, turn.now)
    return answer(
        cards.kept(meeting, turn.today, is_told=told, is_paused=turn.person.standing is Standing.PAUSED)
    )


def forget(turn: Turn) -> Outcome:
    """Know of no next day any more."""
    turn.unit.sheets.remove(only_sheet(turn.person.id, SheetKind.SUPERVISION))
    _forget_line(turn.unit, turn.person)
    return answer(cards.no_day())


def letter(look: Look) -> Card | None:
    """Return the line; None where the day is over, or none is known any more."""
    today = local_day(look.person, look.now)
    try:
        meeting = meeting_of(look.desk, look.unit, look.person, today)
    except KeyProblem:  # a sealed page that stays closed is said when it is opened; no lane waits for it
        return None
    if meeting is None or meeting.on > today + _ONE_DAY:
        return None
    return cards.notice(look.mint, is_today=meeting.on == today)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionLetter(Once):
    """A line the day before. Once it was shown, or was too late to be, the next one has a row of its own."""

    def begin(self, look: Look) -> Begun | None:
        """Return the line; where there is nothing to say any more, plan the next."""
        begun = Once.begin(self, look)
        if begun is None and look.unit.agenda.get(look.row.id) is None:
            _plan_line(look.desk, look.unit, look.person, look.now)
        return begun

    def arrived(self, look: Look) -> None:
        """Remove the row, and plan the next."""
        Once.arrived(self, look)
        _plan_line(look.desk, look.unit, look.person, look.now)


def _plan_line(desk: Desk, unit: Unit, person: Person, now: datetime) -> bool:
    """Plan the line before the first meeting whose day before is still to come; whether there is one."""
    day = local_day(person, now)
    try:
        meeting = meeting_of(desk, unit, person, day + _ONE_DAY)
    except KeyProblem:
        return False
    while meeting is not None:
        at = at_their_hour(unit, person, meeting.on - _ONE_DAY)
        if at is not None and at > now:
            row = AgendaRow(id=desk.chance.new_id(), kind=AgendaKind.SUPERVISION, owner=person.id, due_at=at)
            unit.agenda.put(row)
            return True
        meeting = meeting.from_day(meeting.on + _ONE_DAY)
    return False


def _forget_line(unit: Unit, person: Person) -> None:
    for row in unit.agenda.every(person.id):
        if row.kind is AgendaKind.SUPERVISION:
            unit.agenda.remove(row.id)
            unit.deliveries.let_go(row.id)
