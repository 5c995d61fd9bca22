"""Another zone, as a platform tells it: once asked whether check-ins go along, and nothing by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Person
from bot.domain.quiet import quiet_ends
from bot.domain.wishes import Wishes
from bot.domain.zones import keep_the_same_time, zone_of
from bot.services.cards import travel as cards
from bot.services.desk import Turn
from bot.services.letters.kinds import Look
from bot.services.organisations.rules import rules_to
from bot.services.rhythm import schedule, travel
from bot.services.rhythm.enrolment import enrolment_of
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.surface.card import Card
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import QUIET, Outcome, Replace

A_WEEK = timedelta(days=7)


def has_news(turn: Turn) -> bool:
    """Whether what a platform tells of a zone is to be asked about, or ends what was asked before."""
    if turn.visitor is None or not turn.visitor.has_said_yes:
        return False
    if enrolment_of(turn.unit, turn.person) is None:
        return False
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    zone = turn.zone_told
    if zone is None or zone == wishes.zone_offered:
        return False
    return _is_other(turn.person, wishes, zone, turn.now) or wishes.zone_offered is not None


def settings(turn: Turn) -> Outcome:
    """Show the settings; who names another zone with them hears what becomes of it there and then."""
    if not (isinstance(turn.event, CommandInvoked) and turn.event.names_zone):
        return schedule.show(turn)
    zone = turn.zone_told
    if zone is None:
        return schedule.show(turn, cards.UNKNOWN)
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    is_news = _is_other(turn.person, wishes, zone, turn.now)
    return schedule.show(turn, cards.named_fact(zone) if is_news else "")


def offer(turn: Turn) -> Outcome:
    """Ask whether check-ins go along. The question leaves by the lane, in no quiet hour of the zone told.

    Who is back in a zone of their own before they answered is not asked any more.
    """
    zone = turn.zone_told
    if zone is None or not has_news(turn):
        return QUIET
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    _withdraw(turn)
    is_other = _is_other(turn.person, wishes, zone, turn.now)
    _keep(turn, replace(wishes, zone_offered=zone if is_other else None))
    if is_other:
        row = turn.desk.chance.new_id()
        due_at = _out_of_quiet(turn, zone)
        turn.unit.agenda.put(
            AgendaRow(id=row, kind=AgendaKind.ZONE_OFFER, owner=turn.person.id, due_at=due_at)
        )
    return QUIET


def letter(look: Look) -> Card | None:
    """Return the question; None where it was answered, or the person is there already."""
    wishes = wishes_of(look.desk, look.unit, look.person)
    zone = wishes.zone_offered
    if zone is None or not _is_other(look.person, wishes, zone, look.now):
        return None
    return cards.offer(look.mint, _named(look.person, zone), zone)


def move(turn: Turn) -> Outcome:
    """Let check-ins come in the zone that was offered from now on, at the same hour by its clocks."""
    zone = _answered(turn)
    if zone is None:
        return schedule.show(turn)
    return Outcome(first=Replace(card=cards.home(zone, travel.move(turn, zone))))


def week(turn: Turn) -> Outcome:
    """Let check-ins come there for a week, and then at home again."""
    zone = _answered(turn)
    if zone is None:
        return schedule.show(turn)
    return Outcome(first=Replace(card=travel.go(turn, zone, turn.today + A_WEEK)))


def keep(turn: Turn) -> Outcome:
    """Leave the clock as it is; this zone is not offered again."""
    zone = _answered(turn)
    if zone is None:
        return schedule.show(turn)
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    _keep(turn, replace(wishes, zones_declined=wishes.zones_declined | {zone}))
    return Outcome(first=Replace(card=cards.stays(turn.person.zone or "UTC")))


def _is_other(person: Person, wishes: Wishes, zone: str, now: datetime) -> bool:
    """Whether a zone has other clocks than those that a person lives by, and they did not decline it."""
    own = {own for own in (person.zone, wishes.home_zone) if own is not None}
    return zone not in wishes.zones_declined and not any(keep_the_same_time(zone, one, now) for one in own)


def _out_of_quiet(turn: Turn, zone: str) -> datetime:
    team = rules_to(turn.desk, turn.unit, turn.person.id).quiet
    return quiet_ends(turn.person.quiet, team, turn.now.astimezone(zone_of(zone))) or turn.now


def _answered(turn: Turn) -> str | None:
    """Return the zone that the pressed question is about, which is open no more; None where it was not."""
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    zone = wishes.zone_offered
    if zone is None or turn.subject != _named(turn.person, zone):
        return None
    if not _is_other(turn.person, wishes, zone, turn.now):
        return None  # they have moved there by themselves
    _withdraw(turn)
    _keep(turn, replace(wishes, zone_offered=None))
    return zone


def _withdraw(turn: Turn) -> None:
    """Let no question that waits be sent any more."""
    for row in turn.unit.agenda.every(turn.person.id):
        if row.kind is AgendaKind.ZONE_OFFER:
            turn.unit.deliveries.let_go(row.id)
            turn.unit.agenda.remove(row.id)


def _keep(turn: Turn, wishes: Wishes) -> None:
    keep_wishes(turn.desk, turn.unit, turn.person, wishes)


def _named(person: Person, zone: str) -> UUID:
    """Return what a control carries for a zone, whose name is too long for it."""
    return uuid5(person.id, zone)
