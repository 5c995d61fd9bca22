"""What the library leads to, as people meet it: every card and form of a prompt or a flow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID

from bot.domain.checkins import Run
from bot.domain.flow_runs import FlowRun, Given
from bot.domain.flow_walk import onward, starts, text_of, told_as
from bot.domain.flows import (
    DateStep,
    EndStep,
    Flow,
    LookingBack,
    PlanAbout,
    PlanStep,
    Question,
    Route,
    Save,
    SayStep,
    Step,
    TextStep,
    Variant,
)
from bot.domain.marks import CHOSEN, FIXED
from bot.domain.organisations import NO_RULES, Rules
from bot.domain.people import Account, PersonId, Place
from bot.domain.plans import Plan, PlanState, Turned
from bot.domain.portfolios import Template
from bot.domain.prompts import Prompt
from bot.domain.readings import Reading
from bot.domain.regions import Region
from bot.domain.rounds import RoundTemplate
from bot.services.cards import accounts, checkin, flow_ends, flow_steps, flows, plans, readings
from bot.services.cards import after as after_cards
from bot.services.cards.circles import rounds as round_cards
from bot.services.cards.circles import sharing as sharing_cards
from bot.services.cards.flow_steps import Beside
from bot.services.desk import Mint
from bot.surface.card import Card
from bot.surface.form import Form
from bot.surface.refs import RefCodec

LOOKING_BACK = "looking_back"
"""Where in a flow's file stands what is asked on the day on which a plan comes back."""

AFTER = "after"
"""Where in a prompt's entry stands what follows an answer."""

NOBODY = UUID(int=0)
"""Who and what cards are about that are only looked at."""
_DAY = date(2026, 1, 5)
ENDS = datetime(2026, 9, 30, 16, tzinfo=UTC)
"""A moment whose words are long."""
LONGEST_ZONE = "America/Argentina/ComodRivadavia"
MINT = Mint(RefCodec(b"of no house at all"), Account(surface="slack", workspace="T" * 11, user="U" * 11))
"""Refs as long as real ones. They open nothing: no house has this key."""
_THERE = Mint(MINT.codec, Place(surface="discord", workspace="W" * 19, channel="C" * 19))
"""Those of a card in a channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A card or a form; `at` is the step or the push that it is, or the answer that it follows, else empty.

    `told_as` is the variant of a flow in whose words it stands.
    """

    at: str = ""
    told_as: str = ""
    what: Card | Form


def of_prompt(prompt: Prompt) -> Iterator[Met]:
    """Walk the card of a check-in with this prompt: the longest, with three marks and what stays out.

    Then what follows each answer, with all that is offered there.
    """
    run = Run(id=NOBODY, person=PersonId(NOBODY), day=_DAY)
    yield Met(what=checkin.checkin(MINT, run, prompt, (*FIXED, CHOSEN[0]), unread=True, reminds=True))
    supervise = MINT("after.supervise", NOBODY, "0")
    for after in prompt.after:
        where = f"{AFTER} {after.answer or 'any other answer'}"
        yield Met(at=where, what=after_cards.after(MINT, after, after.offers, supervise))


def of_reading(reading: Reading) -> Iterator[Met]:
    """Walk the card of something to read, with the line that nobody signed it."""
    yield Met(what=readings.one(MINT, reading, unread=True))


def of_template(template: Template) -> Iterator[Met]:
    """Walk what is said of a template, and the form of an account."""
    yield Met(what=accounts.which(MINT, (template,)))
    yield Met(what=accounts.form(MINT("portfolio.save", NOBODY, template.id), template))


def of_round(kept: RoundTemplate) -> Iterator[Met]:
    """Walk what stands in a channel for a round, unsigned, from its opening on, and the form of a share."""
    ends = round_cards.until(ENDS, ENDS - timedelta(days=1), LONGEST_ZONE)
    ways = (sharing_cards.share_button(_THERE, NOBODY), sharing_cards.mine_button(_THERE, NOBODY))
    yield Met(what=round_cards.opening(_THERE, NOBODY, kept, ends, ways, unread=True))
    yield Met(what=round_cards.answering(kept, ends, ways[1:]))
    yield Met(what=round_cards.closing("circle.arrived", kept.arrive.few))
    yield Met(what=round_cards.closing("circle.closing", kept.closing))
    yield Met(what=sharing_cards.form(MINT("share.save", NOBODY), round_cards.words_of(kept)))


def of_flow(flow: Flow, region: Region, known: Mapping[str, Flow], rules: Rules = NO_RULES) -> Iterator[Met]:
    """Walk the cards and forms of a flow in the order of its file.

    A question that can be reached with other words above it stands there once for each; what a variant words
    otherwise comes after all that stands in the flow's own words. `region` is whose
    lines are shown, `rules` say what an organisation names beside them, `known` the flows by id, of which an
    end may offer one.
    """
    beside = Beside(
        mint=MINT,
        region=region,
        on_call=rules.on_call,
        staff=rules.staff,
        policy="https://example.org/policy",
        unread=True,
    )
    if flow.has_short_way:
        [first, *_] = _standing(flow, flow.start, Route.LONG)
        yield Met(what=flows.which_way(beside, flow, first))
    for step in flow.steps:
        yield from (Met(at=step.id, what=what) for what in _step(beside, flow, step, known))
    for variant in flow.variants:
        yield from _told_as(beside, flow, variant, known)
    if flow.looking_back:
        yield from (Met(at=LOOKING_BACK, what=card) for card in _back(flow, flow.looking_back))


def _told_as(beside: Beside, flow: Flow, variant: Variant, known: Mapping[str, Flow]) -> Iterator[Met]:
    """Walk what is another card or form in the words of a variant."""
    other = told_as(flow, variant)
    for own, step in zip(flow.steps, other.steps, strict=True):
        before = list(_step(beside, flow, own, known))
        for what in _step(beside, other, step, known):
            if what not in before:
                yield Met(at=step.id, told_as=variant.name, what=what)


def _step(beside: Beside, flow: Flow, step: Step, known: Mapping[str, Flow]) -> Iterator[Card | Form]:
    match step:
        case SayStep():
            yield from _resting(beside, flow, step)
        case EndStep():
            yield from _end(beside, flow, step, known)
        case _:
            yield from _asked(beside, flow, step)


def _resting(beside: Beside, flow: Flow, step: SayStep) -> Iterator[Card]:
    """Walk what is shown while a step waits; what only says something stands above the next question."""
    if step.wait:
        yield from (flow_steps.resting(beside, flow, run) for run in _standing(flow, step.id, Route.LONG))


def _asked(beside: Beside, flow: Flow, step: Question) -> Iterator[Card | Form]:
    """Walk a question as it stands on each way, as the message that follows a wait, and its form."""
    for route in Route if text_of(step, Route.SHORT) != step.text else (Route.LONG,):
        for run in _standing(flow, step.id, route):
            yield flow_steps.step(beside, flow, run, step)
            if _follows_a_wait(flow, run):
                yield flow_steps.after_wait(beside, flow, run, step)
        if isinstance(step, TextStep | DateStep | PlanStep):
            ref, question = MINT("flow.save", NOBODY, step.id), text_of(step, route) or ""
            yield flow_steps.form(ref, flow, step, question, text="", is_first=True)


def _end(beside: Beside, flow: Flow, end: EndStep, known: Mapping[str, Flow]) -> Iterator[Card]:
    """Walk what an end says and asks."""
    offered = known.get(end.start_flow or "")
    for run in _standing(flow, end.id, Route.LONG):
        above = flow_steps.said(beside, flow, run)
        if end.keeps_place:
            yield flow_ends.place_kept(MINT, run, end, above)
            continue
        if end.asks_to_keep:
            yield flow_ends.asks_to_keep(MINT, run, above, is_all=True)
        if end.follow_up:
            offer = end.follow_up
            yield flow_ends.follow_up(MINT, run, end, offer=offer, above=above, follows=offered)
        else:
            yield flow_ends.ended(MINT, run, end, above, offered)


def _back(flow: Flow, back: LookingBack) -> Iterator[Card]:
    plan = Plan(
        id=NOBODY,
        flow=flow.id,
        version=flow.version,
        title=flow.title,
        ended_as="",
        about=PlanAbout.MOVE,
        words="",
        thread=(Turned(state=PlanState.OPENED, on=_DAY),),
    )
    yield plans.notice(MINT, NOBODY, back.notice)
    yield plans.asked(MINT, plan, back, _DAY)
    yield plans.reflecting(MINT, NOBODY, back.reflect)


def _standing(flow: Flow, step_id: str, route: Route) -> Iterator[FlowRun]:
    """Walk runs that stand at a step, one for each step that can come directly before it."""
    passed = Given(step=flow.start, value=None, question="", save=Save.NONE)
    run = FlowRun(
        id=NOBODY,
        flow=flow.id,
        version=flow.version,
        title=flow.title,
        step=step_id,
        route=route,
        given=() if step_id in starts(flow, route) else (passed,),
    )
    return (replace(run, said=said) for said in _said_before(flow, step_id, route))


def _said_before(flow: Flow, step_id: str, route: Route) -> list[tuple[str, ...]]:
    """Return what may be said above a step: the longest row of sentences by each way that leads here."""
    saying = {step.id for step in flow.steps if isinstance(step, SayStep) and step.wait is None}

    @cache
    def rows(here: str) -> list[tuple[str, ...]]:
        before = [step.id for step in flow.steps if here in onward(flow, step.id, route)]
        said = [(*max(rows(one), key=length), one) for one in before if one in saying]
        return [*([] if saying.issuperset(before) and before else [()]), *said]

    def length(row: tuple[str, ...]) -> int:
        return sum(len(text_of(flow.step(one)) or "") for one in row)

    return rows(step_id)


def _follows_a_wait(flow: Flow, run: FlowRun) -> bool:
    """Whether a card that comes by itself can begin with what stands above this step, or with the step."""
    first = run.said[0] if run.said else run.step
    waits = (step for step in flow.steps if isinstance(step, SayStep) and step.wait)
    return any(first in onward(flow, step.id, run.route or Route.LONG) for step in waits)
