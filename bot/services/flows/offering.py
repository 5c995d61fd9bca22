"""After a flow: what on the page that was kept of it may point at a person, offered to its writer once.

An end asks in a fixed order: keeping, then the day, and then this, so that no question pushes another aside.
"""

from __future__ import annotations

from dataclasses import replace

from bot.services.desk import Handler, Turn
from bot.services.flows.runs import entry_id
from bot.services.journal import masking
from bot.surface.outcome import Outcome


def offering(handler: Handler) -> Handler:
    """Return a handler of a flow's controls that offers to mask what was kept, below what ended the run."""

    def with_offer(turn: Turn) -> Outcome:
        was_open = turn.own(turn.unit.sheets.get(turn.subject)) is not None
        outcome = handler(turn)
        if not was_open or turn.unit.sheets.get(turn.subject) is not None:
            return outcome
        return replace(outcome, then=(*outcome.then, *masking.offered_for(turn, entry_id(turn.subject))))

    return with_offer
