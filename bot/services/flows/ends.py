"""Reaching the end of a flow: what is kept of it, when its plan comes back, and that the run is gone then.

A run that ends is asked about in a fixed order: keeping, then the day. Each question stands on its sheet, so
a restart between them changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain.flow_answers import Planned, from_json
from bot.domain.flow_runs import FlowRun, Given
from bot.domain.flows import EndStep, Flow, PlanAbout, PlanStep, Save
from bot.domain.journal import Page
from bot.domain.plans import Plan
from bot.services.cards import flow_ends as cards
from bot.services.cards.flow_steps import Beside, said
from bot.services.desk import Turn
from bot.services.flows.runs import drop_drafts, page_of, remove_run, write_run
from bot.services.journal.entries import read_entry, scene_ends, write_entry
from bot.services.plans.plans import NewPlan, keep_plan
from bot.surface.card import Block, Card

KEEPS = frozenset({Save.PRIVATE})
"""What is kept without asking when a flow comes to its end."""
KEEPS_ALL = frozenset({Save.PRIVATE, Save.ASK})
"""What is kept after a yes."""
STOPPED = "stopped"
"""The state of what was kept of a flow that did not come to its end."""


def has_words(run: FlowRun, saves: frozenset[Save] = KEEPS_ALL) -> bool:
    """Whether something was answered that can be kept."""
    return bool(_lines(run, saves))


def reach(turn: Turn, flow: Flow, run: FlowRun, beside: Beside, lead: Sequence[Block]) -> Card:
    """Write that an end was reached and ask what it has to ask; where that is nothing, conclude."""
    end = end_of(flow, run)
    above = (*lead, *said(beside, flow, run))
    if end.keeps_place:
        write_run(turn, run)
        return cards.place_kept(turn.mint, run, end, above)
    if run.is_settled:
        return _closing(turn, flow, run, above)
    if has_words(run, KEEPS_ALL if end.asks_to_keep else frozenset({Save.ASK})):
        write_run(turn, run)
        return cards.asks_to_keep(turn.mint, run, above, is_all=end.asks_to_keep)
    return settle(turn, flow, run, KEEPS, above)


def settle(turn: Turn, flow: Flow, run: FlowRun, saves: frozenset[Save], above: Sequence[Block]) -> Card:
    """Keep what is kept, let the rest go, and ask for the day where the end offers one."""
    is_kept = keep_entry(turn, run, saves, end_of(flow, run).state)
    lets_go = has_words(run, KEEPS_ALL - saves)
    if lets_go and not is_kept:
        above = (*above, *cards.nothing_kept())
    else:
        above = (*above, *cards.saved_line(is_kept=is_kept, is_rest=lets_go))
    left = tuple(given for given in run.given if given.save in saves)
    drop_drafts(turn, run, (given.step for given in run.given if given.save not in saves))
    return _closing(turn, flow, replace(run, given=left, is_settled=True), above)


def let_go(turn: Turn, flow: Flow, run: FlowRun) -> Card:
    """End without keeping anything: no entry, no draft, no plan, no reminder."""
    drop_all(turn, run)
    return cards.ended(turn.mint, run, end_of(flow, run), cards.nothing_kept(), follows(turn, flow, run))


def drop_all(turn: Turn, run: FlowRun) -> None:
    """Remove a run with everything that was written in it, the drafts of its steps too."""
    drop_drafts(turn, run, {run.step, *(given.step for given in run.given)})
    remove_run(turn, run)


def conclude(turn: Turn, flow: Flow, run: FlowRun, back_on: date | None) -> Plan | None:
    """Hand over the plan with its day, and remove the run; return the plan, if there is one."""
    plan = hand_over(turn, flow, run, back_on)
    remove_run(turn, run)
    return plan


def hand_over(turn: Turn, flow: Flow, run: FlowRun, back_on: date | None = None) -> Plan | None:
    """Keep what was planned, if anything was: from here on `plans` has it, whether or not a day is chosen."""
    planned, about = _planned(flow, run)
    state = end_of(flow, run).state
    return keep_plan(
        turn,
        NewPlan(run=run.id, flow=flow, state=state, about=about, planned=planned, back_on=back_on),
    )


def follows(turn: Turn, flow: Flow, run: FlowRun) -> Flow | None:
    """Return the flow that the end offers next, where the library has it."""
    end = end_of(flow, run)
    return turn.desk.catalogue.flow(end.start_flow) if end.start_flow else None


def end_of(flow: Flow, run: FlowRun) -> EndStep:
    """Return the end at which a run stands.

    Raises:
        TypeError: it stands elsewhere, which is a bug.
    """
    step = flow.step(run.step)
    if not isinstance(step, EndStep):
        raise TypeError("this run has not come to an end")
    return step


def keep_entry(turn: Turn, run: FlowRun, saves: frozenset[Save], state: str) -> bool:
    """Keep what was answered as one entry, each question above its answer; whether there was anything.

    A scene stands apart from the rest, and goes after some days.
    """
    lines, entry = _lines(run, saves), page_of(run)
    if not lines:
        return False
    page = Page(
        text="\n\n".join(f"{line.question}\n{line.words}" for line in lines if not line.is_scene),
        at=_first_kept(turn, run),
        scene="\n\n".join(line.words for line in lines if line.is_scene),
        tags=tuple(dict.fromkeys(line.tag.replace("_", " ") for line in lines if line.tag)),
        source=run.title,
        state=state,
    )
    write_entry(turn.desk, turn.unit, turn.person, entry, page, before=turn.unit.journal.get(entry))
    if page.scene:
        scene_ends(turn.desk, turn.unit, turn.person, entry)
    return True


def _closing(turn: Turn, flow: Flow, run: FlowRun, above: Sequence[Block]) -> Card:
    """Ask for the day, or conclude where the end offers none."""
    end, next_flow = end_of(flow, run), follows(turn, flow, run)
    if end.follow_up is not None:
        hand_over(turn, flow, run)
        write_run(turn, run)
        return cards.follow_up(turn.mint, run, end, offer=end.follow_up, above=above, follows=next_flow)
    conclude(turn, flow, run, None)
    return cards.ended(turn.mint, run, end, above, next_flow)


def _first_kept(turn: Turn, run: FlowRun) -> datetime:
    before = turn.unit.journal.get(page_of(run))
    return read_entry(turn.desk, turn.person, before).at if before else turn.now


def _lines(run: FlowRun, saves: frozenset[Save]) -> list[Given]:
    return [given for given in run.given if given.words and given.save in saves]


def _planned(flow: Flow, run: FlowRun) -> tuple[Planned | None, PlanAbout]:
    """Return the plan that was written last, and what its words are."""
    for given in reversed(_lines(run, KEEPS_ALL)):
        step = flow.step(given.step)
        if isinstance(step, PlanStep):
            planned = from_json(step, given.value)
            return (planned if isinstance(planned, Planned) else None), step.about
    return None, PlanAbout.MOVE
