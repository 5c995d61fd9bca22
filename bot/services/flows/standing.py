"""Where somebody stands in a flow: finding the run that a control is about, and drawing its present step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.flow_runs import FlowRun, awake, told_to
from bot.domain.flows import EndStep, Flow, SayStep
from bot.domain.organisations import Rules
from bot.domain.people import Person
from bot.services.cards import flow_ends as end_cards
from bot.services.cards import flow_steps as cards
from bot.services.cards import flows as flow_cards
from bot.services.cards.flow_steps import Beside
from bot.services.desk import Desk, Mint, Turn
from bot.services.flows import ends as flow_ends
from bot.services.flows.runs import find_run, flow_of, write_run
from bot.services.organisations.decisions import shelf_here
from bot.services.organisations.help_lines import seen_here
from bot.services.organisations.rules import rules_of, with_the_house
from bot.surface.card import Block, Card
from bot.surface.outcome import Outcome, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A run with its flow, after every wait that is over."""

    run: FlowRun
    flow: Flow


def beside(turn: Turn) -> Beside:
    """Return what may stand beside a person's steps."""
    return around(turn.desk, turn.mint, turn.person, rules_of(turn))


def around(desk: Desk, mint: Mint, person: Person, rules: Rules) -> Beside:
    """Return what may stand beside a person's steps: what these rules say, else what the house says."""
    rules = with_the_house(desk, rules)
    return Beside(
        mint=mint,
        region=seen_here(desk, rules, desk.catalogue.region(person.region)),
        staff=rules.staff,
        on_call=rules.on_call,
        policy=rules.policy,
    )


def arrive(turn: Turn, flow: Flow, run: FlowRun, lead: Sequence[Block] = ()) -> Card:
    """Write where the run stands, and return the card of that place."""
    stands, flow = beside(turn), told_to(flow, run)
    step = flow.step(run.step)
    if isinstance(step, EndStep):
        return flow_ends.reach(turn, flow, run, stands, lead)
    run = write_run(turn, run)
    if not run.given:
        stands = replace(stands, unread=shelf_here(turn).is_marked_flow(flow))
    if run.route is None:
        return flow_cards.which_way(stands, flow, run, lead)
    if isinstance(step, SayStep):
        return cards.resting(stands, flow, run, lead)
    return cards.step(stands, flow, run, step, lead)


def meet(turn: Turn) -> Place | Outcome:
    """Return where the run of the pressed control stands, or what is said where it cannot go on."""
    run = find_run(turn.desk, turn.unit, turn.person, turn.subject)
    if run is None:
        return answer(flow_cards.closed())
    flow = flow_of(turn.desk, run)
    if flow is None:
        return answer(lost(turn, run))
    return Place(run=awake(flow, run, turn.now), flow=flow)


def meet_at_step(turn: Turn) -> Place | Outcome:
    """Return where the run stands, if the control belongs to its present step; else show that one."""
    place = meet(turn)
    if isinstance(place, Place) and turn.ref.arg != place.run.step:
        return earlier(turn, place)
    return place


def earlier(turn: Turn, place: Place) -> Outcome:
    """Say that a control belongs to an earlier question, and show the present one. Nothing is lost."""
    return answer(arrive(turn, place.flow, place.run, (cards.EARLIER,)))


def lost(turn: Turn, run: FlowRun) -> Card:
    """Return what is said of a run whose version the library no longer has."""
    return end_cards.lost(turn.mint, run, has_words=flow_ends.has_words(run))
