"""Taking it along: once in a lifetime, at the quiet end of a check-in, that a second account can open it too.

It waits for the second week, and it is for who has one door, on a platform that may be an employer's. On a
hard day nothing of it is said. What that leaves in the clear is the same for all: the first two ends that
could bring it are noted, whatever was said at them, and never another.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.checkins import Asking, Run
from bot.domain.marks import is_low
from bot.services.cards.linking import with_offer
from bot.services.desk import Turn
from bot.services.journal.runs import steps_of
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.surface.outcome import Outcome, Replace, Show

FROM_DAY = timedelta(days=7)
"""How long after the first yes it may come: on the eighth day."""
ENDS_NOTED = 2


def offered(turn: Turn, run: Run, asking: Asking, outcome: Outcome) -> Outcome:
    """Return the answer to an answered check-in, with the offer on its first card where it is the time."""
    if not isinstance(outcome.first, Show | Replace) or not turn.capabilities.hosted:
        return outcome
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    if len(wishes.ends_noted) >= ENDS_NOTED or turn.today in wishes.ends_noted:
        return outcome  # as for nearly everybody, so it is asked first
    if not _has_one_door(turn) or not _is_second_week(turn):
        return outcome
    offers = not wishes.is_offered_along and not _is_hard(turn, run, asking, outcome)
    noted = (*wishes.ends_noted, turn.today)
    wishes = replace(wishes, ends_noted=noted, is_offered_along=wishes.is_offered_along or offers)
    keep_wishes(turn.desk, turn.unit, turn.person, wishes)
    if not offers:
        return outcome
    card = with_offer(turn.mint, outcome.first.card)
    return replace(outcome, first=replace(outcome.first, card=card))


def _has_one_door(turn: Turn) -> bool:
    return len(turn.unit.people.doors(turn.person.id)) == 1


def _is_second_week(turn: Turn) -> bool:
    """Whether their first check-in, which came with their yes, was a week ago or longer."""
    runs = turn.unit.runs.asked(turn.person.id, date.min)
    return bool(runs) and runs[0].day + FROM_DAY <= turn.today


def _is_hard(turn: Turn, run: Run, asking: Asking, outcome: Outcome) -> bool:
    """Whether anything about this check-in was heavy, or is asked about: then it is about nothing else."""
    marks = steps_of(turn.desk, turn.unit, run).values()
    return bool(outcome.then) or turn.today in {asking.rough_on, asking.eased_on} or any(map(is_low, marks))
