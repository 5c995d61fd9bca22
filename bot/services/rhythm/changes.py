"""What a platform tells of somebody by itself: in which zone they are, and where they are written to."""

from __future__ import annotations

from bot.services.desk import Turn
from bot.services.doors.addresses import is_other, keep_conversation
from bot.services.rhythm import zone_offers
from bot.surface.inbound import PersonChanged
from bot.surface.outcome import Outcome


def has_news(turn: Turn) -> bool:
    """Whether anything of it is to be kept or asked about. Of strangers nothing is."""
    return _is_other_conversation(turn) or zone_offers.has_news(turn)


def take(turn: Turn) -> Outcome:
    """Keep the conversation with the person's door, and ask about the zone."""
    door = turn.unit.people.door_at(turn.index)
    if door is not None and isinstance(turn.event, PersonChanged):
        keep_conversation(turn.desk, turn.unit, door, turn.event.conversation)
    return zone_offers.offer(turn)


def _is_other_conversation(turn: Turn) -> bool:
    if not isinstance(turn.event, PersonChanged) or not turn.event.conversation:
        return False
    door = turn.unit.people.door_at(turn.index)
    return door is not None and is_other(turn.desk, door, turn.event.conversation)
