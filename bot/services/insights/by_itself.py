"""A look back by itself: on which day and at which hour, chosen by its person, and never without that."""

from __future__ import annotations

from datetime import time

from bot.domain.looks import rule_of, span_of
from bot.domain.quiet import is_quiet
from bot.domain.recurrence import DAY_NAMES
from bot.domain.zones import zone_of
from bot.services.cards import look_questions as cards
from bot.services.cards import schedule as schedule_cards
from bot.services.desk import Turn
from bot.services.organisations.rules import rules_to
from bot.services.rhythm import looks
from bot.services.rhythm.schedule import read_at
from bot.surface.outcome import Open, Outcome, Refuse, answer

_USUAL_DAY = DAY_NAMES.index("fri")
_USUAL_HOUR = time(17)


def choose(turn: Turn) -> Outcome:
    """Open the form with what is set, else with what is usual. Without a zone no hour can be kept."""
    if turn.person.zone is None:
        return answer(schedule_cards.not_set())
    rule = looks.rhythm_of(turn.unit, turn.person)
    days = span_of(rule) if rule else None
    form = cards.form(
        turn.mint("week.save"),
        often=next((name for name, (_, its) in cards.OFTEN.items() if its == days), "week"),
        day=next(iter(rule.days or ()), _USUAL_DAY) if rule else _USUAL_DAY,
        at=(rule.at if rule else _USUAL_HOUR).strftime("%H:%M"),
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Take the form; nothing changes until all of it can be read. An hour in quiet hours would never come."""
    often, day = turn.typed.get("often", ""), turn.typed.get("day", "").strip().lower()
    if often == cards.NOT:
        return no_more(turn)
    at = read_at(turn.typed.get("at", ""))
    errors = _errors(turn, often, day, at)
    if errors or at is None:
        return Outcome(first=Refuse(errors=errors))
    zone = zone_of(turn.person.zone or "UTC")
    rule = rule_of(cards.OFTEN[often][1], DAY_NAMES.index(day), at, zone, turn.now)
    due_at = looks.come(turn, rule)
    return answer(cards.comes(rule, due_at and due_at.astimezone(zone), turn.today))


def no_more(turn: Turn) -> Outcome:
    """Let none come by itself."""
    looks.come(turn, None)
    return answer(cards.comes_no_more())


def _errors(turn: Turn, often: str, day: str, at: time | None) -> dict[str, str]:
    errors: dict[str, str] = {}
    if often not in cards.OFTEN:
        errors["often"] = cards.BAD_OFTEN
    if day not in DAY_NAMES:
        errors["day"] = cards.BAD_DAY
    if at is None:
        errors["at"] = schedule_cards.BAD_AT
    elif turn.person.quiet.cover(at):
        errors["at"] = schedule_cards.IN_QUIET
    elif is_quiet(turn.person.quiet, rules_to(turn.desk, turn.unit, turn.person.id).quiet, at):
        errors["at"] = schedule_cards.IN_TEAM_QUIET
    return errors
