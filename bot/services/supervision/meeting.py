"""The next day of supervision: kept sealed, and a line the day before that says nothing of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Person, Standing
from bot.domain.sheets import SheetKind, only_sheet
from bot.domain.supervision import Meeting
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards import supervision as cards
from bot.services.days import day_typed
from bot.services.desk import Desk, Turn
from bot.services.letters.kinds import Begun, Look, Once
from bot.services.plans.plans import at_their_hour
from bot.services.rhythm.schedule import read_at
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
    at = body.get("at")
    return Meeting(
        on=date.fromisoformat(body["on"]),
        at=time.fromisoformat(at) if at else None,
        every_weeks=body["every_weeks"],
    )


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
    meeting = _read(turn)
    if not isinstance(meeting, Meeting):
        return Outcome(first=Refuse(errors=meeting))
    write_sheet(
        turn.desk,
        turn.unit,
        turn.person,
        sheet=only_sheet(turn.person.id, SheetKind.SUPERVISION),
        kind=SheetKind.SUPERVISION,
        body={
            "on": meeting.on.isoformat(),
            "at": meeting.at and meeting.at.isoformat("minutes"),
            "every_weeks": meeting.every_weeks,
        },
    )
    _forget_line(turn.unit, turn.person)
    told = _plan_line(turn.desk, turn.unit, turn.person, turn.now)
    return answer(
        cards.kept(meeting, turn.today, is_told=told, is_paused=turn.person.standing is Standing.PAUSED)
    )


def _read(turn: Turn) -> Meeting | Mapping[str, str]:
    """Return the day that was typed, or a sentence for each field that cannot be taken."""
    errors: dict[str, str] = {}
    day, hour, weeks = (
        day_typed(turn, cards.ON),
        turn.typed.get(cards.AT, "").strip(),
        turn.typed.get(cards.WEEKS),
    )
    if isinstance(day, Outcome) and isinstance(day.first, Refuse):
        errors |= day.first.errors
    at = read_at(hour) if hour else None
    if hour and at is None:
        errors[cards.AT] = cards.BAD_AT
    if weeks not in cards.AGAIN:
        errors[cards.WEEKS] = cards.BAD_WEEKS
    if errors or isinstance(day, Outcome) or weeks is None:
        return errors
    return Meeting(on=day, at=at, every_weeks=int(weeks))


def forget(turn: Turn) -> Outcome:
    """Know of no next day any more."""
    turn.unit.sheets.remove(only_sheet(turn.person.id, SheetKind.SUPERVISION))
    _forget_line(turn.unit, turn.person)
    return answer(cards.no_day())


def letter(look: Look) -> Card | None:
    """Return the line; None where the day is over, or none is known any more."""
    today = _calendar_day(look.person, look.now)
    try:
        meeting = meeting_of(look.desk, look.unit, look.person, today)
    except KeyProblem:  # a sealed page that stays closed is said when it is opened; no lane waits for it
        return None
    if meeting is None or meeting.on > today + _ONE_DAY:
        return None
    return cards.notice(look.mint, is_today=meeting.on == today)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionLetter(Once):
    """A line the day before. As it leaves the next one has a row of its own, whatever becomes of this one."""

    def begin(self, look: Look) -> Begun | None:
        """Return the line, or nothing where it would not be true any more; plan the next, but never two."""
        begun = Once.begin(self, look)
        if all(row.slot_on is not None for row in _lines(look.unit, look.person)):
            _plan_line(look.desk, look.unit, look.person, look.now, is_told=begun is not None)
        return begun


def _plan_line(desk: Desk, unit: Unit, person: Person, now: datetime, *, is_told: bool = False) -> bool:
    """Plan the line before the first meeting whose day before is still to come; whether there is one.

    `is_told`: the meeting that is next was told of just now, and is not told of again.
    """
    today = _calendar_day(person, now)
    try:
        meeting = meeting_of(desk, unit, person, today if is_told else today + _ONE_DAY)
        meeting = meeting.from_day(meeting.on + _ONE_DAY) if meeting and is_told else meeting
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


def _calendar_day(person: Person, now: datetime) -> date:
    """Return the date of the calendar where they are: whoever else comes knows no own day."""
    return now.astimezone(zone_of(person.zone) if person.zone else UTC).date()


def _lines(unit: Unit, person: Person) -> Sequence[AgendaRow]:
    """Return the rows for lines; one that is on its way, or did not arrive, has its slot."""
    return [row for row in unit.agenda.every(person.id) if row.kind is AgendaKind.SUPERVISION]


def _forget_line(unit: Unit, person: Person) -> None:
    for row in _lines(unit, person):
        unit.agenda.remove(row.id)
        unit.deliveries.let_go(row.id)
