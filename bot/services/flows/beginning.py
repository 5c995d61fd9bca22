"""Flows: beginning one, by its word or from the list; one at a time for each person."""

from __future__ import annotations

from uuid import UUID

from bot.domain.flow_runs import awake, begun, on_way
from bot.domain.flows import Route
from bot.domain.prompts import AudienceKind
from bot.services.cards import flows as cards
from bot.services.desk import Turn
from bot.services.flows import ends as flow_ends
from bot.services.flows.runs import flow_of, open_run, remove_run
from bot.services.flows.standing import arrive, lost
from bot.surface.card import Card
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
    """Show what there is to begin: `practise`. Guarded ones too, since a person opens them here.

    Where a flow is open it is shown instead, also one of which only the day of a follow-up is asked.
    """
    middle = _middle(turn)
    if middle is not None:
        return answer(middle)
    asked = _asked_for_day(turn)
    if asked is not None:
        return answer(asked)
    flows = [flow for flow in turn.desk.catalogue.flows() if AudienceKind.CLINICIAN in flow.audience]
    return answer(cards.choice_of(turn.mint, flows) if flows else cards.nothing_here())


def start(turn: Turn) -> Outcome:
    """Begin the flow that a button names."""
    return _begin(turn, turn.ref.arg)


def start_for(turn: Turn, flow_id: str, page: UUID | None) -> Outcome:
    """Begin a flow for whoever asks for it elsewhere, to be kept as `page`."""
    return _begin(turn, flow_id, page)


def choose(turn: Turn) -> Outcome:
    """Begin the flow that was chosen from the list."""
    return _begin(turn, turn.choice) if turn.choice else practise(turn)


def _begin(turn: Turn, flow_id: str, page: UUID | None = None) -> Outcome:
    """Begin a flow, unless another is open: then say which, and offer to go on or to stop that one."""
    middle = _middle(turn)
    if middle is not None:
        return answer(middle)
    flow = turn.desk.catalogue.flow(flow_id)
    if flow is None:
        return answer(cards.not_here())
    _close_settled(turn)
    run = begun(flow, turn.desk.chance.new_id(), page=page)
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


def _asked_for_day(turn: Turn) -> Card | None:
    """Return the question when a plan comes back, where it was left open."""
    run = open_run(turn.desk, turn.unit, turn.person)
    flow = flow_of(turn.desk, run) if run else None
    return arrive(turn, flow, run) if run is not None and flow is not None else None


def _close_settled(turn: Turn) -> None:
    """Conclude a run of which only the day was open. Its plan is kept; no reminder was asked for."""
    run = open_run(turn.desk, turn.unit, turn.person)
    flow = flow_of(turn.desk, run) if run else None
    if run is not None and flow is not None:
        flow_ends.conclude(turn, flow, run, None)
    elif run is not None:
        remove_run(turn, run)
