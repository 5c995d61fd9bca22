"""The step after a wait, brought by itself; and that nothing else comes while somebody rests."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.agenda import AgendaKind
from bot.domain.flow_runs import FlowRun, awake
from bot.domain.flow_walk import onward
from bot.domain.flows import EndStep, Flow, Route, SayStep
from bot.services.cards import flow_steps as step_cards
from bot.services.cards import flows as cards
from bot.services.flows.runs import find_run, flow_of
from bot.services.flows.standing import around
from bot.services.letters.kinds import Begun, Look
from bot.surface.card import Card

IN_PEACE = timedelta(minutes=10)
"""So long after a rest what fell due meanwhile still waits."""


class FlowLetter:
    """The next step of a flow that rested. Its person waits for it: no quiet hour holds it back."""

    keeps_quiet = False

    def is_wanted(self, look: Look) -> bool:
        """Whether the person's yes still stands."""
        return look.person.has_said_yes

    def begin(self, look: Look) -> Begun | None:
        """Return the card; a row that nobody waits for any more goes."""
        card = _card(look)
        if card is None:
            look.unit.agenda.remove(look.row.id)
        return Begun(card=card) if card else None

    def again(self, look: Look) -> Card | None:
        """Return the same card, while the step is not answered."""
        return _card(look)

    def arrived(self, look: Look) -> None:
        """Remove the row: it has said what it was there for."""
        look.unit.agenda.remove(look.row.id)


def rests_until(look: Look) -> datetime | None:
    """Return until when what fell due meanwhile waits for who rests in a flow; None where nobody does.

    The question after a rest is answered in peace: nothing else comes beside it.
    """
    row = look.row_of(AgendaKind.FLOW_GOES_ON)
    return row.due_at + IN_PEACE if row and row.due_at and row.due_at > look.now else None


def _card(look: Look) -> Card | None:
    """Return the question after a wait; None where the run went another way or has ended meanwhile.

    This card is a message. Where its question could depend on an answer, it is only the way there.
    """
    run = find_run(look.desk, look.unit, look.person, look.row.ref)
    if run is None or run.wakes != look.row.id:
        return None
    flow = flow_of(look.desk, run)
    if flow is None:
        return cards.back(look.mint, run)
    moved = awake(flow, run, look.now)
    asked = flow.step(moved.step)
    is_told_by_answers = not flow.varied.isdisjoint((moved.step, *moved.said))
    if (
        isinstance(asked, EndStep | SayStep)
        or is_told_by_answers
        or not _is_same_for_all(flow, run, moved.step)
    ):
        return cards.back(look.mint, run)
    stands = around(look.desk, look.mint, look.person, look.rules)
    return step_cards.after_wait(stands, flow, moved, asked)


def _is_same_for_all(flow: Flow, run: FlowRun, until: str) -> bool:
    """Whether whoever waits here comes to that step, whatever they answered."""
    step = run.step
    while step != until:
        onwards = onward(flow, step, run.route or Route.LONG)
        if len(onwards) != 1:
            return False
        step = onwards[0]
    return True
