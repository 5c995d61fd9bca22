"""After a flow: what on the page that was kept of it may point at a person, offered to its writer once.

An end asks in a fixed order: keeping, then the day, and then this, so that no question pushes another aside.
"""

from __future__ import annotations

from dataclasses import replace

from bot.services.desk import Handler, Turn
from bot.services.flows.runs import find_run, page_of
from bot.services.journal import masking
from bot.surface.outcome import Outcome


def offering(handler: Handler) -> Handler:
    """Return a handler of a flow's controls that offers to mask what was kept, below what ended the run."""

    def with_offer(turn: Turn) -> Outcome:
        run = find_run(turn.desk, turn.unit, turn.person, turn.subject)
        outcome = handler(turn)
        if run is None or turn.unit.sheets.get(run.id) is not None:
            return outcome
        said = "\n".join((*(given.words for given in run.given), *turn.typed.values()))
        return replace(outcome, then=(*outcome.then, *masking.offered_for(turn, page_of(run), said)))

    return with_offer
