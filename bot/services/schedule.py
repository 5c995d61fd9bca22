"""When check-ins come: agreeing, changing, pausing, stopping. Each is one row of the agenda."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time

from bot.domain.agenda import SENT_ONCE, AgendaKind, AgendaRow
from bot.domain.people import Person, QuietHours, Standing
from bot.domain.recurrence import Occurrence, Rule, next_after, parse_at, weekdays, weekly
from bot.domain.zones import zone_meant, zone_of
from bot.errors import BadRule, UnknownZone
from bot.ports.store import Unit
from bot.services.cards import schedule as cards
from bot.services.cards.days import next_phrase
from bot.services.desk import Turn, local_day
from bot.surface.audience import Direct
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Open, Outcome, Refuse, Replace, Show, answer

USUAL = weekdays(time(12, 30))
"""What is offered first."""

_QUIET = re.compile(r"(\d{1,2})(?::(\d\d))?\s*(?:-|\u2013|to)\s*(\d{1,2})(?::(\d\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What the settings form asked for, read and found sound."""

    rule: Rule
    zone: str
    quiet: QuietHours
    region: str | None


def offer(turn: Turn) -> Show:
    """Show the one prefilled line; where no zone is known it is left open."""
    person = turn.person
    line = _line(turn, _proposed(turn), person.zone, person) if person.zone else None
    return Show(card=cards.offer(turn.mint, line), audience=Direct())


def agree(turn: Turn) -> Outcome:
    """Take the OK to the prefilled line. A second OK changes nothing."""
    if turn.person.standing is not Standing.ARRIVING:
        return show(turn)
    if turn.person.zone is None:
        return change(turn)
    person = replace(turn.person, standing=Standing.ACTIVE)
    upcoming = _enrol(turn, person, _proposed(turn), turn.person.zone)
    return Outcome(first=Replace(card=cards.agreed(_when(turn, upcoming))))


def change(turn: Turn) -> Outcome:
    """Open the form with what is set, or with what would be offered."""
    person = turn.person
    form = cards.form(
        turn.mint("settings.save"),
        rule=_proposed(turn),
        zone=person.zone or "",
        quiet=person.quiet,
        regions=turn.desk.catalogue.regions(),
        region=person.region or cards.ELSEWHERE,
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Take the form; every field that cannot be read gets a sentence, and nothing changes until all can."""
    values = turn.event.values if isinstance(turn.event, FormSubmitted) else {}
    wish = _read(turn, values)
    if not isinstance(wish, _Wish):
        return Outcome(first=Refuse(errors=wish))
    standing = Standing.PAUSED if turn.person.standing is Standing.PAUSED else Standing.ACTIVE
    person = replace(turn.person, standing=standing, zone=wish.zone, quiet=wish.quiet, region=wish.region)
    upcoming = _enrol(turn, person, wish.rule, wish.zone)
    when = _when(turn.as_person(person), upcoming) if standing is Standing.ACTIVE else None
    return answer(cards.changed(_line(turn, wish.rule, wish.zone, person), when))


def show(turn: Turn) -> Outcome:
    """Show the settings, or the form where none are set yet."""
    row = _row(turn)
    if row is None or row.rule is None or row.zone is None:
        return change(turn)
    rule = Rule.parse(row.rule)
    when = _when(turn, _next(turn, rule, row.zone)) if row.due_at else None
    return answer(cards.shown(turn.mint, _line(turn, rule, row.zone, turn.person), when))


def pause(turn: Turn) -> Outcome:
    """Stop what is planned until `resume`."""
    if not _silence(turn, Standing.PAUSED):
        return answer(cards.not_set())
    return answer(cards.paused())


def resume(turn: Turn) -> Outcome:
    """Begin again with the next slot: no backlog, no word about what went by."""
    row = _row(turn)
    if row is None or row.rule is None or row.zone is None:
        return answer(cards.not_set())
    return _go_on(turn, Rule.parse(row.rule), row.zone)


def less_often(turn: Turn) -> Outcome:
    """Begin again with three a week, at the same hour."""
    row = _row(turn)
    if row is None or row.rule is None or row.zone is None:
        return answer(cards.not_set())
    return _go_on(turn, weekly(cards.DAYS["three"][1], Rule.parse(row.rule).at), row.zone)


def stop(turn: Turn) -> Outcome:
    """Take the yes back, at once. What was written stays sealed and belongs to its writer."""
    if not _silence(turn, Standing.STOPPED):
        turn.unit.people.save(replace(turn.person, standing=Standing.STOPPED))
    return answer(cards.stopped())


def _go_on(turn: Turn, rule: Rule, zone: str) -> Outcome:
    """Let check-ins come again, and what waited beside them; nothing that went by is made up for."""
    person = replace(turn.person, standing=Standing.ACTIVE, away_until=None)
    upcoming = _enrol(turn, person, rule, zone)
    for row in turn.unit.agenda.every(person.id):
        if row.kind in SENT_ONCE and row.due_at is None and row.slot_on is None:
            turn.unit.agenda.put(replace(row, due_at=turn.now))
    return answer(cards.resumed(_when(turn, upcoming)))


def whats_next(turn: Turn) -> str:
    """Return one sentence about when the next check-in comes."""
    row = _row(turn)
    if row is None or row.due_at is None or row.rule is None or row.zone is None:
        return cards.PAUSED_LINE
    return cards.next_line(_when(turn, _next(turn, Rule.parse(row.rule), row.zone)))


def _row(turn: Turn) -> AgendaRow | None:
    return turn.unit.agenda.of(turn.person.id, AgendaKind.CHECKIN)


def _proposed(turn: Turn) -> Rule:
    """Return the rhythm that was chosen before, or the usual one."""
    row = _row(turn)
    return Rule.parse(row.rule) if row and row.rule else USUAL


def _next(turn: Turn, rule: Rule, zone: str) -> Occurrence:
    return next_after(rule, zone_of(zone), turn.now)


def _when(turn: Turn, upcoming: Occurrence) -> str:
    return next_phrase(upcoming, local_day(turn.person, turn.now))


def _line(turn: Turn, rule: Rule, zone: str, person: Person) -> str:
    region = turn.desk.catalogue.region(person.region).name if person.region else None
    return cards.line(rule, zone, person.quiet, region)


def _enrol(turn: Turn, person: Person, rule: Rule, zone: str) -> Occurrence:
    """Write the person and their one agenda row; what was planned under an older rule is let go."""
    row, upcoming = _row(turn), _next(turn, rule, zone)
    if row is not None:
        turn.unit.deliveries.let_go(row.id)
    turn.unit.people.save(person)
    turn.unit.agenda.put(
        AgendaRow(
            id=row.id if row else turn.desk.chance.new_id(),
            kind=AgendaKind.CHECKIN,
            owner=person.id,
            rule=str(rule),
            zone=zone,
            due_at=upcoming.at if person.standing is Standing.ACTIVE else None,
            slot_on=upcoming.slot_on,
            slot=upcoming.slot,
            lane=turn.event.account.lane,
        )
    )
    return upcoming


def silence(unit: Unit, person: Person, row: AgendaRow, standing: Standing) -> None:
    """Pause a person's enrolment and let go of what is planned for it."""
    unit.deliveries.let_go(row.id)
    unit.agenda.put(replace(row, due_at=None))
    unit.people.save(replace(person, standing=standing))


def _silence(turn: Turn, standing: Standing) -> bool:
    """Pause the enrolment of who acts; False where there is none yet."""
    row = _row(turn)
    if row is None:
        return False
    silence(turn.unit, turn.person, row, standing)
    return True


def _read(turn: Turn, values: Mapping[str, str]) -> _Wish | dict[str, str]:
    errors: dict[str, str] = {}
    days = cards.DAYS.get(values.get("days", ""))
    if days is None:
        errors["days"] = cards.BAD_DAYS
    at = _read_at(values.get("at", "").strip())
    if at is None:
        errors["at"] = cards.BAD_AT
    quiet = _read_quiet(values.get("quiet", "").strip().lower())
    if quiet is None:
        errors["quiet"] = cards.BAD_QUIET
    zone = values.get("zone", "").strip()
    try:
        zone = zone_meant(zone).key
    except UnknownZone as error:
        errors["zone"] = error.sentence if zone else cards.NO_ZONE
    region = values.get("region", "")
    codes = {one.code for one in turn.desk.catalogue.regions()}
    if region not in codes | {cards.ELSEWHERE}:
        errors["region"] = cards.BAD_REGION
    if at is not None and quiet is not None and quiet.cover(at):
        errors["at"] = cards.IN_QUIET
    if errors or days is None or at is None or quiet is None:
        return errors
    return _Wish(rule=weekly(days[1], at), zone=zone, quiet=quiet, region=region if region in codes else None)


def _read_at(text: str) -> time | None:
    try:
        return parse_at(text.zfill(5))
    except BadRule:
        return None


def _read_quiet(text: str) -> QuietHours | None:
    if text in {"none", "no", "-"}:
        return QuietHours(start=time(0), end=time(0))
    found = _QUIET.fullmatch(text)
    if found is None:
        return None
    start = _read_at(f"{found[1]}:{found[2] or '00'}")
    end = _read_at(f"{found[3]}:{found[4] or '00'}")
    return QuietHours(start=start, end=end) if start is not None and end is not None else None
