"""Doors: what opens a notebook, which of them check-ins come by, and taking one away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.errors import KeyProblem
from bot.ports.store import Door
from bot.services.cards import doors as cards
from bot.services.cards.doors import Named
from bot.services.desk import Desk, Turn
from bot.services.doors import ways
from bot.services.doors.addresses import address_of
from bot.surface.capabilities import Capabilities
from bot.surface.outcome import Outcome, Replace, answer


def show(turn: Turn) -> Outcome:
    """List what opens the notebook, with a way to take each away but the last."""
    return answer(cards.listed(turn.mint, named(turn)))


def ask(turn: Turn) -> Outcome:
    """Ask once whether a door is to go."""
    door = _meant(turn)
    return answer(cards.ask(turn.mint, door)) if door else show(turn)


def unlink(turn: Turn) -> Outcome:
    """Take a door away. Linking again is the way back, so nothing else is asked."""
    door = _meant(turn)
    if door is None:
        return show(turn)
    gone = next(each for each in turn.unit.people.doors(turn.person.id) if each.id == door.id)
    ways.forget(turn.unit, gone)
    left = next(each for each in named(turn) if each.preferred)
    return Outcome(first=Replace(card=cards.unlinked(door, left)))


def keep(turn: Turn) -> Outcome:  # noqa: ARG001 - every handler has one shape
    """Take a change of mind."""
    return Outcome(first=Replace(card=cards.kept()))


def prefer(turn: Turn) -> Outcome:
    """Let check-ins come by another door from now on; one that is planned goes along."""
    door = next(
        (each for each in ways.open_doors(turn.unit, turn.person.id) if each.id == turn.subject), None
    )
    if door is None:
        return show(turn)
    ways.prefer(turn.unit, door)
    chosen = next(each for each in named(turn) if each.id == door.id)
    return answer(cards.preferred(chosen))


def named(turn: Turn) -> Sequence[Named]:
    """Return a person's doors as they are told apart: by platform, and by number where one has several.

    The preferred one comes first; numbers stay what they are, whichever that is.
    """
    here = turn.index
    doors = sorted(turn.unit.people.doors(turn.person.id), key=lambda door: door.id)
    found = [
        Named(
            id=door.id,
            surface=door.surface,
            number=_number(door, [each for each in doors if each.surface == door.surface]),
            since=_since(turn.desk, door),
            here=door.index == here,
            preferred=door.preferred,
            shut=ways.is_shut(turn.unit, door),
        )
        for door in doors
    ]
    return sorted(found, key=lambda each: not each.preferred)


def between(desk: Desk, here: Capabilities, doors: Sequence[Door]) -> tuple[str, ...]:
    """Return the platforms that stand between, `here` first and at any of these doors, each once.

    Of one that does not run here it is taken that it does.
    """
    surfaces = dict.fromkeys(door.surface for door in doors if _stands_between(desk, door.surface))
    if here.hosted:
        return tuple(dict.fromkeys((here.surface, *surfaces)))
    return tuple(surfaces)


def _stands_between(desk: Desk, surface: str) -> bool:
    chat = desk.chats.get(surface)
    return surface != "console" and (chat is None or chat.capabilities.hosted)


def _number(door: Door, same: Sequence[Door]) -> int:
    return same.index(door) + 1 if len(same) > 1 else 0


def _since(desk: Desk, door: Door) -> date | None:
    """Return since when; None where it was never noted, or where the address does not open."""
    try:
        return address_of(desk, door).since
    except KeyProblem:
        return None


def _meant(turn: Turn) -> Named | None:
    """Return the door that is to be taken away; None where it is gone, or no other one that is open stays."""
    doors = named(turn)
    others_open = any(each.id != turn.subject and not each.shut for each in doors)
    return next((each for each in doors if each.id == turn.subject and others_open), None)
