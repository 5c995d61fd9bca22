"""Flows: beginning one, one at a time for each person, and bringing the next step after a wait."""

from __future__ import annotations

from bot.domain.flow_runs import FlowRun, awake, begun, on_way
from bot.domain.flow_walk import onward
from bot.domain.flows import EndStep, Flow, Route, SayStep
from bot.domain.prompts import AudienceKind
from bot.services import flow_ends
from bot.services.cards import flow_steps as step_cards
from bot.services.cards import flows as cards
from bot.services.desk import Turn
from bot.services.flow_runs import find_run, flow_of, open_run, remove_run
from bot.services.flow_standing import arrive, beside, lost
from bot.services.letters import Look
from bot.surface.card import Card
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Outcome, answer

REST = "rest_stop"
REPAIR = "rupture_repair"


def rest(turn: Turn) -> Outcome:
    """Begin a rest stop, at once: `rest`."""
    return _begin(turn, REST)


def repair(turn: Turn) -> Outcome:
    """Begin the flow for a working relationship that needs mending: `repair`."""
    return _begin(turn, REPAIR)


def practise(turn: Turn) -> Outcome:
    """Show what there is to begin: `practise`. Guarded ones too, since a person opens them here."""
    middle = _middle(turn)
    if middle is not None:
        return answer(middle)
    flows = [flow for flow in turn.desk.catalogue.flows() if AudienceKind.CLINICIAN in flow.audience]
    return answer(cards.choice_of(turn.mint, flows) if flows else cards.nothing_here())


def start(turn: Turn) -> Outcome:
    """Begin the flow that a button names."""
    return _begin(turn, turn.ref.arg)


def choose(turn: Turn) -> Outcome:
    """Begin the flow that was chosen from the list."""
    chosen = turn.event.values if isinstance(turn.event, OptionChosen) else ()
    return _begin(turn, chosen[0]) if len(chosen) == 1 else practise(turn)


def letter(look: Look) -> Card | None:
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
    if isinstance(asked, EndStep | SayStep) or not _is_same_for_all(flow, run, moved.step):
        return cards.back(look.mint, run)
    return step_cards.after_wait(beside(look.desk, look.mint, look.person), flow, moved, asked)


def _is_same_for_all(flow: Flow, run: FlowRun, until: str) -> bool:
    """Whether whoever waits here comes to that step, whatever they answered."""
    step = run.step
    while step != until:
        onwards = onward(flow, step, run.route or Route.LONG)
        if len(onwards) != 1:
            return False
        step = onwards[0]
    return True


def _begin(turn: Turn, flow_id: str) -> Outcome:
    """Begin a flow, unless another is open: then say which, and offer to go on or to stop that one."""
    middle = _middle(turn)
    if middle is not None:
        return answer(middle)
    flow = turn.desk.catalogue.flow(flow_id)
    if flow is None:
        return answer(cards.not_here())
    _close_settled(turn)
    run = begun(flow, turn.desk.chance.new_id())
    if not flow.has_short_way:
        run = on_way(flow, run, Route.LONG, turn.now)
    return answer(arrive(turn, flow, run))


def _middle(turn: Turn) -> Card | None:
    """Return where somebody is; None where nothing is open but the day of a follow-up."""
    run = open_run(turn.desk, turn.unit, turn.person)
    if run is None or run.is_settled:
        return None
    flow = flow_of(turn.desk, run)
    if flow is None:
        return lost(turn, run)
    return cards.in_the_middle(turn.mint, awake(flow, run, turn.now))


def _close_settled(turn: Turn) -> None:
    """Conclude a run of which only the day was open. Its plan is kept; no reminder was asked for."""
    run = open_run(turn.desk, turn.unit, turn.person)
    flow = flow_of(turn.desk, run) if run else None
    if run is not None and flow is not None:
        flow_ends.conclude(turn, flow, run, None)
    elif run is not None:
        remove_run(turn, run)
