"""Plans: what somebody set out to do, kept sealed and brought back on the day that they chose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind
from bot.domain.flow_answers import Planned
from bot.domain.flows import Flow, LookingBack, PlanAbout
from bot.domain.people import Person
from bot.domain.plans import Plan, PlanState, Turned, opened
from bot.domain.recurrence import Rule, daily, next_after, occurrences
from bot.domain.rota import rhythm_of
from bot.domain.sheets import SheetKind
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.ports.catalogue import Catalogue
from bot.ports.store import Unit
from bot.services.cards.plans import PLAIN
from bot.services.desk import Desk, Turn, own
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, write_sheet

USUAL_HOUR = time(9)
"""When a plan comes back to who has chosen no hour for check-ins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlan:
    """What a run of a flow ended with. `planned` is None where a day was chosen and nothing was written."""

    run: UUID
    flow: Flow
    state: str
    about: PlanAbout
    planned: Planned | None
    back_on: date | None


def keep_plan(turn: Turn, plan: NewPlan) -> Plan | None:
    """Keep a plan, or keep it again with what is known by now; its day is a row of the agenda.

    Returns it as it stands then. Where neither words nor a day were given there is nothing to keep. One that
    was closed meanwhile stays so.
    """
    if plan.planned is None and plan.back_on is None:
        return None
    known = uuid5(plan.run, "plan")
    kept = plan_of(turn.desk, turn.unit, turn.person, known) or Plan(
        id=known,
        flow=plan.flow.id,
        version=plan.flow.version,
        title=plan.flow.title,
        ended_as=plan.state,
        about=plan.about,
        words="",
        thread=opened(turn.today),
    )
    if kept.is_open and plan.planned is not None:
        kept = replace(kept, words=plan.planned.text, by=plan.planned.by)
    return bring_back(turn, kept, plan.back_on)


def bring_back(turn: Turn, plan: Plan, day: date | None) -> Plan:
    """Let an open plan come back on a day and on no other; None lets it rest. It is one row at most."""
    _forget(turn, plan)
    moved = plan.moved(day)
    _write(turn, moved)
    if moved.is_open and day is not None:
        turn.set_due(AgendaKind.PLAN, plan.id, _due_at(turn, day))
    return moved


def remind(turn: Turn, plan: Plan) -> None:
    """Let an open plan that was brought along come back on its day, where that is still ahead."""
    if plan.is_open and plan.back_on is not None and plan.back_on >= turn.today:
        turn.set_due(AgendaKind.PLAN, plan.id, _due_at(turn, plan.back_on))


def write_plan(turn: Turn, plan: Plan) -> None:
    """Write where a plan stands now. One that ended comes back no more."""
    if not plan.is_open:
        _forget(turn, plan)
    _write(turn, plan)


def plan_of(desk: Desk, unit: Unit, person: Person, plan: UUID) -> Plan | None:
    """Open a plan of `person`; None where there is none of theirs."""
    sheet = own(person, unit.sheets.get(plan))
    if sheet is None or sheet.kind is not SheetKind.PLAN:
        return None
    return as_plan(plan, read_sheet(desk, person, sheet))


def open_plans(turn: Turn) -> list[Plan]:
    """Open the plans that are still open, the newest first."""
    return [plan for plan in every_plan(turn) if plan.is_open]


def every_plan(turn: Turn) -> list[Plan]:
    """Open all plans that are kept, those that ended too, the newest first."""
    sheets = turn.unit.sheets.of(turn.person.id, SheetKind.PLAN)
    return [as_plan(sheet.id, read_sheet(turn.desk, turn.person, sheet)) for sheet in reversed(sheets)]


def count_open(turn: Turn) -> int:
    """Count the plans that are open; one that stays closed cannot say so, and is not counted."""
    count = 0
    for sheet in turn.unit.sheets.of(turn.person.id, SheetKind.PLAN):
        try:
            plan = plan_of(turn.desk, turn.unit, turn.person, sheet.id)
        except KeyProblem:
            continue
        count += plan is not None and plan.is_open
    return count


def looking_back_of(catalogue: Catalogue, plan: Plan) -> LookingBack:
    """Return what its flow asks on the day; where that is gone, plain words."""
    flow = catalogue.flow(plan.flow, plan.version) or catalogue.flow(plan.flow)
    return flow.looking_back if flow and flow.looking_back else PLAIN


def _forget(turn: Turn, plan: Plan) -> None:
    """Let the agenda know nothing of a plan, and no lane carry what was planned for it."""
    for row in turn.unit.agenda.every(turn.person.id):
        if row.ref == plan.id:
            turn.unit.deliveries.let_go(row.id)
    turn.unit.agenda.remove_for(plan.id)


def at_their_hour(unit: Unit, person: Person, day: date) -> datetime | None:
    """Return the instant of a day's own hour of a person; None where that date does not exist for them."""
    zone = zone_of(person.zone) if person.zone else zone_of("UTC")
    then = next(occurrences(daily(_hour(unit, person, day)), zone, day), None)
    return then.at if then is not None and then.slot_on == day else None


def _due_at(turn: Turn, day: date) -> datetime:
    """Return when a plan comes back: that day at their hour, or the next that is still to come."""
    person = turn.person
    zone = zone_of(person.zone) if person.zone else zone_of("UTC")
    rhythm = daily(_hour(turn.unit, person, day))
    then = next(occurrences(rhythm, zone, day), None)
    return then.at if then is not None and then.at > turn.now else next_after(rhythm, zone, turn.now).at


def _hour(unit: Unit, person: Person, day: date) -> time:
    """Return the hour of their check-ins, of a rota that day's; else a usual one, or when quiet hours end."""
    row = unit.agenda.of(person.id, AgendaKind.CHECKIN)
    rhythm = rhythm_of(row.rule) if row and row.rule else None
    if isinstance(rhythm, Rule):
        return rhythm.at
    if rhythm is not None and row and row.zone:
        slot = next(occurrences(rhythm, zone_of(row.zone), day), None)
        if slot is not None and slot.local.date() == day:
            return slot.local.time()
    quiet = person.quiet
    return quiet.end if quiet.cover(USUAL_HOUR) else USUAL_HOUR


def _write(turn: Turn, plan: Plan) -> None:
    write_sheet(turn.desk, turn.unit, turn.person, sheet=plan.id, kind=SheetKind.PLAN, body=_body(plan))


def _body(plan: Plan) -> Body:
    return {
        "flow": plan.flow,
        "version": plan.version,
        "title": plan.title,
        "ended_as": plan.ended_as,
        "about": plan.about,
        "words": plan.words,
        "by": plan.by and plan.by.isoformat(),
        "back_on": plan.back_on and plan.back_on.isoformat(),
        "thread": [[turned.state, turned.on.isoformat()] for turned in plan.thread],
    }


def as_plan(plan: UUID, body: Body) -> Plan:
    """Return what stands on the sheet of a plan.

    Raises:
        KeyError, TypeError, ValueError: it is no plan; only a file that was brought along may hold such.
    """
    return Plan(
        id=plan,
        flow=body["flow"],
        version=body["version"],
        title=body["title"],
        ended_as=body["ended_as"],
        about=PlanAbout(body["about"]),
        words=body["words"],
        by=_day(body["by"]),
        back_on=_day(body["back_on"]),
        thread=tuple(
            Turned(state=PlanState(state), on=date.fromisoformat(on)) for state, on in body["thread"]
        ),
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
