"""A door is taken away from a notebook: what its owner learns goes on by another one."""

from __future__ import annotations

from bot.services.courses.going_along import go_along
from bot.services.desk import Turn
from bot.services.doors import doors
from bot.surface.outcome import Outcome


def unlink(turn: Turn) -> Outcome:
    """Take a door away; the courses of that account stay with the notebook."""
    before = turn.unit.people.doors(turn.person.id)
    outcome = doors.unlink(turn)
    left = {door.id for door in turn.unit.people.doors(turn.person.id)}
    for door in before:
        if door.id not in left:
            go_along(turn.desk, turn.unit, turn.person, door.index)
    return outcome
