"""Writing what an admin set: the organisation's page anew, and a line of the log for each change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.domain.organisations import NO_RULES, Rules
from bot.domain.zones import zone_of
from bot.services.cards.admin import menu as cards
from bot.services.cards.admin.facts import LINES, Look, said, short
from bot.services.desk import Turn
from bot.services.organisations.log import note_change
from bot.services.organisations.rules import keep, make, name_to_make, organisation_here
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Outcome, Refuse, answer

MORNING = time(8)
"""When a day begins on which something comes again."""


def zone_here(turn: Turn) -> tzinfo:
    """Return by which clock somebody sets days: the one that their surface tells, their own, or UTC."""
    zone = turn.zone_told or (turn.visitor.zone if turn.visitor else None)
    return zone_of(zone) if zone else UTC


def today_here(turn: Turn) -> date:
    """Return the date where somebody sets something."""
    return turn.now.astimezone(zone_here(turn)).date()


def morning(turn: Turn, days: int) -> datetime:
    """Return the morning of a day so many days on, as an instant."""
    day = today_here(turn) + timedelta(days=days)
    return datetime.combine(day, MORNING, zone_here(turn)).astimezone(UTC)


def look_of(turn: Turn) -> Look:
    """Return what is needed to say in words what is set."""
    catalogue = turn.desk.catalogue
    regions = (*catalogue.regions(), catalogue.region(None))
    return Look(
        now=turn.now,
        zone=zone_here(turn),
        regions={region.code: region.name for region in regions},
        lines=sum(len(region.lines) for region in regions),
        policy=turn.desk.policy,
        on_call=turn.desk.on_call,
    )


def is_nowhere(turn: Turn) -> bool:
    """Whether nothing tells in which organisation something would be set."""
    return not name_to_make(turn) and organisation_here(turn) is None


def nowhere(turn: Turn) -> Outcome:
    """Return what is said where nothing tells what would be set; a form stays open."""
    if isinstance(turn.event, FormSubmitted):
        return Outcome(first=Refuse(errors={next(iter(turn.typed), ""): cards.NOWHERE}))
    return answer(cards.nowhere())


def set_rules(turn: Turn, rules: Rules) -> Sequence[tuple[str, str]]:
    """Write rules and what changed with them; return what that is and how it is now, short.

    Where nothing changed nothing is written. Ticked help lines are not among it: who ticks them tells of
    them, since a count says too little.
    """
    here = organisation_here(turn)
    before = here.rules if here else NO_RULES
    if rules == before:
        return ()
    here = make(turn)
    look = look_of(turn)
    were, are = said(before, look), said(rules, look)
    changed = [what for what in are if what != LINES and were[what] != are[what]]
    for what in changed:
        note_change(turn, here, what, were[what], are[what])
    keep(turn.desk, turn.unit, replace(here, rules=rules))
    return [(what, short(are[what])) for what in changed]
