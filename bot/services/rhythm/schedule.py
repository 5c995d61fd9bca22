"""When check-ins come: agreeing, changing, pausing, stopping. Each is one row of the agenda."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time

from bot.domain.agenda import AgendaKind
from bot.domain.people import Person, QuietHours, Standing
from bot.domain.quiet import is_quiet
from bot.domain.recurrence import Occurrence, parse_at, weekdays, weekly
from bot.domain.rota import Rhythms, Rota
from bot.domain.sheets import SheetKind
from bot.domain.zones import zone_meant
from bot.errors import BadRule, UnknownZone
from bot.services.cards import doors as door_cards
from bot.services.cards import look_questions
from bot.services.cards import schedule as cards
from bot.services.cards.days import next_phrase
from bot.services.desk import Turn, local_day
from bot.services.doors import doors
from bot.services.organisations import homes
from bot.services.organisations.ceilings import limits
from bot.services.organisations.rules import rules_to
from bot.services.rhythm import looks, travel
from bot.services.rhythm.enrolment import (
    Enrolment,
    begin_again,
    coming,
    enrol,
    enrolment_of,
    has_course,
    silence,
)
from bot.services.rhythm.wishes import wishes_of
from bot.surface.audience import Direct
from bot.surface.outcome import Open, Outcome, Refuse, Replace, Show, answer

USUAL = weekdays(time(12, 30))
"""What is offered first."""

_QUIET = re.compile(r"(\d{1,2})(?::(\d\d))?\s*(?:-|\u2013|to)\s*(\d{1,2})(?::(\d\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What the settings form asked for, read and found sound."""

    rhythm: Rhythms
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
    upcoming = enrol(turn, person, _proposed(turn), turn.person.zone)
    return Outcome(
        first=Replace(card=cards.agreed(told(turn.as_person(person)) or when_phrase(turn, upcoming)))
    )


def change(turn: Turn) -> Outcome:
    """Open the form with what is set, or with what would be offered: a zone that was told, too."""
    person = turn.person
    zone = person.zone or turn.zone_told or ""
    form = cards.form(
        turn.mint("settings.save"),
        rhythm=_proposed(turn),
        zone=zone,
        quiet=person.quiet,
        regions=turn.desk.catalogue.regions(),
        region=person.region or turn.desk.catalogue.region_of_zone(zone) or cards.ELSEWHERE,
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Take the form; every field that cannot be read gets a sentence, and nothing changes until all can."""
    values = turn.typed
    wish = _read(turn, values)
    if not isinstance(wish, _Wish):
        return Outcome(first=Refuse(errors=wish))
    standing = Standing.PAUSED if turn.person.standing is Standing.PAUSED else Standing.ACTIVE
    person = replace(turn.person, standing=standing, zone=wish.zone, quiet=wish.quiet, region=wish.region)
    if wish.zone != turn.person.zone:
        travel.stay(turn)
        looks.move(turn.unit, person, wish.zone, turn.now)
    enrol(turn, person, wish.rhythm, wish.zone)
    return answer(cards.changed(_line(turn, wish.rhythm, wish.zone, person), told(turn.as_person(person))))


def show(turn: Turn, news: str = "") -> Outcome:
    """Show the settings, or the form where none are set yet; `news` is one more fact."""
    held = enrolment_of(turn.unit, turn.person)
    if held is None:
        return change(turn)
    line = _line(turn, held.rhythm, held.zone, turn.person)
    facts = (*filter(None, (news,)), *_facts(turn))
    others = doors.named(turn)
    if len(others) > 1:
        facts = (door_cards.comes_fact(others[0]), *facts)
    elsewhere = travel.until(turn) is not None
    facts = (*facts, *homes.facts(turn))
    rules = homes.to_choose(turn)
    card = cards.shown(
        turn.mint,
        line,
        told(turn),
        facts,
        elsewhere=elsewhere,
        doors=others,
        rules=rules,
        lets_be=bool(turn.unit.sheets.of(turn.person.id, SheetKind.LET_BE)),
    )
    return answer(card)


def pause(turn: Turn) -> Outcome:
    """Stop what is planned until `resume`: check-ins, and what a course brings."""
    is_learning = has_course(turn.unit, turn.person)
    if not _silence(turn, Standing.PAUSED):
        if not is_learning:
            return answer(cards.not_set())
        turn.unit.people.save(replace(turn.person, standing=Standing.PAUSED, away_until=None))
    return answer(cards.paused(has_course=is_learning))


def resume(turn: Turn) -> Outcome:
    """Begin again with the next slot: no backlog, no word about what went by."""
    held = enrolment_of(turn.unit, turn.person)
    if held is not None:
        return _go_on(turn, held, held.rhythm)
    rests = turn.person.standing is Standing.PAUSED or turn.person.away_until is not None
    if not rests and not has_course(turn.unit, turn.person):
        return answer(cards.not_set())
    person = replace(turn.person, standing=Standing.ARRIVING, away_until=None)
    turn.unit.people.save(person)
    begin_again(turn.unit, person, turn.now)
    return answer(cards.resumed(""))


def less_often(turn: Turn) -> Outcome:
    """Begin again with three a week, at the same hour. A rota stays: its settings are shown instead."""
    held = enrolment_of(turn.unit, turn.person)
    if held is None:
        return answer(cards.not_set())
    if isinstance(held.rhythm, Rota):
        return show(turn)
    return _go_on(turn, held, weekly(cards.DAYS["three"][1], held.rhythm.at))


def may_be_fewer(turn: Turn) -> bool:
    """Whether check-ins come by days of the week, and more than three of them."""
    held = enrolment_of(turn.unit, turn.person)
    if held is None or isinstance(held.rhythm, Rota) or turn.person.standing is not Standing.ACTIVE:
        return False
    return held.rhythm.days is None or len(held.rhythm.days) > len(cards.DAYS["three"][1])


def fewer(turn: Turn) -> Outcome:
    """Let check-ins come three a week at the same hour, and say exactly that."""
    held = enrolment_of(turn.unit, turn.person)
    if held is None or isinstance(held.rhythm, Rota):
        return show(turn)
    rhythm = weekly(cards.DAYS["three"][1], held.rhythm.at)
    enrol(turn, turn.person, rhythm, held.zone)
    return answer(cards.changed(_line(turn, rhythm, held.zone, turn.person), told(turn)))


def stop(turn: Turn) -> Outcome:
    """Take the yes back, at once. What was written stays sealed and belongs to its writer."""
    if not _silence(turn, Standing.STOPPED):
        turn.unit.people.save(replace(turn.person, standing=Standing.STOPPED))
    return answer(cards.stopped())


def _go_on(turn: Turn, held: Enrolment, rhythm: Rhythms) -> Outcome:
    """Let check-ins come again, and what waited beside them; nothing that went by is made up for."""
    person = replace(turn.person, standing=Standing.ACTIVE, away_until=None)
    enrol(turn, person, rhythm, held.zone)
    return answer(cards.resumed(told(turn.as_person(person)) or ""))


def whats_next(turn: Turn) -> str:
    """Return one sentence about when the next check-in comes, and about leave."""
    when = told(turn)
    if when is None:
        return cards.PAUSED_LINE
    return " ".join((*_leave_fact(turn), cards.next_line(when)))


def told(turn: Turn) -> str | None:
    """Return when the next check-in comes, in words; None while none does."""
    held = enrolment_of(turn.unit, turn.person)
    if held is None or held.row.due_at is None:
        return None
    return when_phrase(turn, coming(turn.desk, turn.unit, turn.person, held))


def when_phrase(turn: Turn, upcoming: Occurrence) -> str:
    """Return a slot in words, seen from now."""
    return next_phrase(upcoming, local_day(turn.person, turn.now))


def _facts(turn: Turn) -> tuple[str, ...]:
    """Return what else holds, a sentence each."""
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    day = turn.person.day_starts
    facts = [cards.day_fact(day)] if day != time(0) else []
    if (until := travel.until(turn)) is not None and wishes.home_zone is not None:
        facts.append(cards.travel_fact(until, wishes.home_zone, turn.today))
    if wishes.skips_holidays:
        facts.append(cards.HOLIDAYS_FACT)
    if (look := looks.rhythm_of(turn.unit, turn.person)) is not None:
        facts.append(look_questions.comes_fact(look))
    rules = rules_to(turn.desk, turn.unit, turn.person.id)
    if rules.hushed_until is not None and rules.is_hushed(turn.now):
        facts.append(cards.hushed_fact(local_day(turn.person, rules.hushed_until), turn.today))
    if rules.quiet is not None:
        facts.append(cards.team_quiet_fact(rules.quiet))
        rhythm = _proposed(turn)
        if not isinstance(rhythm, Rota) and is_quiet(turn.person.quiet, rules.quiet, rhythm.at):
            facts.append(cards.HOUR_IN_QUIET)
    return (*_leave_fact(turn), *facts, *limits(turn))


def _leave_fact(turn: Turn) -> tuple[str, ...]:
    until = turn.person.away_until
    return (cards.leave_fact(until, turn.today),) if until is not None and until > turn.today else ()


def _proposed(turn: Turn) -> Rhythms:
    """Return the rhythm that was chosen before, or the usual one."""
    held = enrolment_of(turn.unit, turn.person)
    return held.rhythm if held else USUAL


def _line(turn: Turn, rhythm: Rhythms, zone: str, person: Person) -> str:
    region = turn.desk.catalogue.region(person.region).name if person.region else None
    return cards.line(rhythm, zone, person.quiet, region)


def _silence(turn: Turn, standing: Standing) -> bool:
    """Pause the enrolment of who acts; False where there is none yet."""
    row = turn.unit.agenda.of(turn.person.id, AgendaKind.CHECKIN)
    if row is None:
        return False
    silence(turn.unit, turn.person, row, standing)
    return True


def _read(turn: Turn, values: Mapping[str, str]) -> _Wish | dict[str, str]:
    errors: dict[str, str] = {}
    days = cards.DAYS.get(values.get("days", ""))
    rota = _kept_rota(turn, values.get("days", ""))
    if days is None and rota is None:
        errors["days"] = cards.BAD_DAYS
    at = read_at(values.get("at", ""))
    if at is None:
        errors["at"] = cards.BAD_AT
    quiet = read_quiet(values.get("quiet", "").strip().lower())
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
    if rota is None and at is not None and quiet is not None and quiet.cover(at):
        errors["at"] = cards.IN_QUIET
    team = rules_to(turn.desk, turn.unit, turn.person.id).quiet
    if not errors and rota is None and at is not None and quiet is not None and is_quiet(quiet, team, at):
        errors["at"] = cards.IN_TEAM_QUIET
    rhythm = rota or (weekly(days[1], at) if days is not None and at is not None else None)
    if errors or rhythm is None or quiet is None:
        return errors
    return _Wish(rhythm=rhythm, zone=zone, quiet=quiet, region=region if region in codes else None)


def _kept_rota(turn: Turn, days: str) -> Rota | None:
    """Return the rota that is set, where the form leaves it as it is."""
    rhythm = _proposed(turn)
    return rhythm if days == cards.ROTA and isinstance(rhythm, Rota) else None


def read_at(text: str) -> time | None:
    """Return the time of day that somebody typed; None where it is none."""
    try:
        return parse_at(text.strip().zfill(5))
    except BadRule:
        return None


def read_quiet(text: str) -> QuietHours | None:
    """Return the quiet hours that somebody typed, in small letters; None where they cannot be read."""
    if text in {"none", "no", "-"}:
        return QuietHours(start=time(0), end=time(0))
    found = _QUIET.fullmatch(text)
    if found is None:
        return None
    start = read_at(f"{found[1]}:{found[2] or '00'}")
    end = read_at(f"{found[3]}:{found[4] or '00'}")
    return QuietHours(start=start, end=end) if start is not None and end is not None else None
