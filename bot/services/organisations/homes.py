"""Whose rules hold for an account that is of no one organisation: as in Discord, where people go about.

An account of Slack is its workspace's, and nothing is to be chosen. In a server somebody said their yes, or
chose it later; that they pressed something in another one makes its rules hold for nothing of theirs.
"""

from __future__ import annotations

from bot.ports.store import Door
from bot.services.cards.homes import Whose, fact
from bot.services.desk import Turn
from bot.services.doors.addresses import is_of


def door_here(turn: Turn) -> Door | None:
    """Return the door by which somebody acts, where it is theirs to choose whose rules hold; else None."""
    door, account = turn.unit.people.door_at(turn.index), turn.event.account
    own = turn.desk.organisation_index(f"{account.surface}/{account.workspace}")
    is_bound = is_of(account, turn.event.organisation) or (door is not None and door.organisation == own)
    return None if is_bound else door


def whose(turn: Turn) -> Whose | None:
    """Return whose rules hold for what comes by the account that acts; None where there is nothing to say."""
    door = door_here(turn)
    if door is None:
        return None
    if not turn.event.organisation:
        return Whose.ANOTHER if door.organisation else None
    here = turn.desk.organisation_index(turn.event.organisation)
    if door.organisation == here:
        return Whose.THIS
    if turn.unit.organisations.by_index(here) is None and door.organisation is None:
        return None  # nobody set any
    return Whose.ANOTHER if door.organisation else Whose.NONE


def to_choose(turn: Turn) -> Whose | None:
    """Return the same where a press may change it: in a server, and not in a direct conversation."""
    return whose(turn) if turn.event.organisation else None


def facts(turn: Turn) -> tuple[str, ...]:
    """Return it in words; none where there is nothing to say."""
    holds = whose(turn)
    return (fact(holds, in_server=bool(turn.event.organisation)),) if holds else ()
