"""The steps of a guided flow: one question to a card, and the form of a step that is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.domain.flow_answers import may_skip
from bot.domain.flow_runs import FlowRun
from bot.domain.flow_walk import text_of
from bot.domain.flows import (
    SCALE_HIGH,
    SCALE_LOW,
    ChoiceStep,
    DateStep,
    Flow,
    Link,
    MultiStep,
    PlanStep,
    Question,
    Resource,
    Route,
    SayStep,
    ScaleStep,
    Step,
    TextStep,
)
from bot.domain.journal import ENTRY_MAX, SCENE_MAX
from bot.domain.prompts import Sensitivity
from bot.domain.regions import Region
from bot.services.cards import help as help_cards
from bot.services.cards.plain import UNREAD, its_page, press, row
from bot.services.cards.welcome import help_button
from bot.services.cards.when import DAY, DAY_HINT
from bot.services.desk import Mint
from bot.surface.card import (
    Block,
    Button,
    Card,
    Choose,
    Reach,
    Scale,
    aside,
    say,
)
from bot.surface.form import DateField, Field, Form, TextField
from bot.surface.text import shown

TEXT = "text"
PLAN_MAX = 300
"""Characters in a plan: one line."""

_HINT = "No names or details, please. Only you can read this back."
SUMMARY = "Where you are."
BACK = "I am back."
_TENDER = "This one can touch something tender. You can stop at any step."
_ASK_LEAD = "Your lead can say where it is."
EARLIER = say("That button belongs to an earlier question. Here is where you are:")
NEEDED = aside("This one decides the way, so it needs an answer. Stopping here is fine too.")
KEPT_THERE = say("Kept with that earlier question. Here is where you are:")

EMPTY = "Nothing is written yet. Leave it if you would rather not."
PAST_DAY = "That day is past."
CLOSED_WORDS = "That one is closed. Your words are still here; `write` opens a page for them."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What may stand beside a step: whose controls these are, who to call, and the organisation's page.

    `unread`: no practitioner has read this flow, as its first card says.
    """

    mint: Mint
    region: Region
    on_call: str
    policy: str
    staff: tuple[str, ...] = ()
    unread: bool = False


def step(beside: Beside, flow: Flow, run: FlowRun, asked: Question, lead: Sequence[Block] = ()) -> Card:
    """Return the present question: what is said before it, the question, its control, and the ways out."""
    is_first = not run.given and not flow.has_short_way  # else a card with the choice of ways was the first
    opening = heads_up(beside, flow) if is_first else ()
    blocks = (*lead, *opening, *said(beside, flow, run), *_question(beside, run, asked))
    return Card(
        text_id=f"flow.{flow.id}.{asked.id}",
        title=flow.title if is_first else "",
        blocks=blocks,
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def after_wait(beside: Beside, flow: Flow, run: FlowRun, asked: Question) -> Card:
    """Return the question that follows a wait. It is a message: it is the same for whoever waits here."""
    return Card(
        text_id=f"flow.{flow.id}.{asked.id}",
        blocks=(*said(beside, flow, run), *_question(beside, run, asked)),
        summary=BACK,
        reach=Reach.PERSONAL,
    )


def resting(beside: Beside, flow: Flow, run: FlowRun, lead: Sequence[Block] = ()) -> Card:
    """Return the sentence after which it is quiet for a while."""
    mint, waits = beside.mint, flow.step(run.step)
    is_first = run.step == flow.start and not flow.has_short_way
    return Card(
        text_id=f"flow.{flow.id}.{run.step}",
        blocks=(
            *lead,
            *(heads_up(beside, flow) if is_first else ()),
            *said(beside, flow, run),
            *(_shown(beside, waits) if isinstance(waits, SayStep) else ()),
            row(stop_button(mint, run), help_button(mint)),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def said(beside: Beside, flow: Flow, run: FlowRun) -> tuple[Block, ...]:
    """Return what stands above the present step: the steps that only say something."""
    steps = [flow.step(step_id) for step_id in run.said]
    return tuple(block for one in steps if isinstance(one, SayStep) for block in _shown(beside, one))


def longest_of(asked: Step) -> int:
    """Return how many characters the form of a step holds."""
    if isinstance(asked, PlanStep):
        return PLAN_MAX
    return SCENE_MAX if isinstance(asked, TextStep) and asked.scene else ENTRY_MAX


def form(
    ref: str,
    flow: Flow,
    asked: TextStep | DateStep | PlanStep,
    question: str,
    *,
    text: str,
    is_first: bool,
) -> Form:
    """Return the form of a step that is written, with what waits for it; a run's first asks for no names."""
    hint, limit = _HINT if is_first else "", longest_of(asked)
    fields: tuple[Field, ...]
    match asked:
        case TextStep():
            label = "In your own words"
            fields = (
                TextField(name=TEXT, label=label, hint=hint, value=shown(text), long=True, limit=limit),
            )
        case DateStep():
            fields = (DateField(name=DAY, label="Which day", hint=DAY_HINT),)
        case PlanStep():
            fields = (
                TextField(name=TEXT, label="In one line", hint=hint, value=shown(text), limit=limit),
                DateField(name=DAY, label="By when, if there is a day", hint=DAY_HINT, required=False),
            )
        case _:
            assert_never(asked)
    return Form(
        text_id=f"flow.{flow.id}.{asked.id}",
        ref=ref,
        name="flow.save",
        title=flow.short_title,
        intro=question,
        fields=fields,
    )


def stop_button(mint: Mint, run: FlowRun) -> Button:
    """Return the way out that stands at each step."""
    return press(mint, "flow.stop", "Stop here", run.id, arg=run.step)


def heads_up(beside: Beside, flow: Flow) -> tuple[Block, ...]:
    """Return the line of warning before a tender or guarded flow, and that nobody has reviewed it."""
    tender = (aside(_TENDER),) if flow.sensitivity >= Sensitivity.TENDER else ()
    return (*tender, *((aside(UNREAD),) if beside.unread else ()))


def _question(beside: Beside, run: FlowRun, asked: Question) -> tuple[Block, ...]:
    """Return who to call where that stands with it, the question with its control, and the row below."""
    mint = beside.mint
    presses: list[Button] = []
    if isinstance(asked, TextStep | DateStep | PlanStep):
        presses.append(press(mint, "flow.write", "Write", run.id, arg=asked.id))
    if may_skip(asked):
        presses.append(press(mint, "flow.pass", "Pass", run.id, arg=asked.id))
    presses += [press(mint, "flow.stop", "Stop here", run.id, arg=asked.id), help_button(mint)]
    return (
        *_help_lines(beside, asked),
        *_ways(beside, asked),
        _control(mint, run, asked),
        row(*presses),
    )


def _control(mint: Mint, run: FlowRun, asked: Question) -> Block:
    ref, name = mint("flow.answer", run.id, asked.id), "flow.answer"
    text = text_of(asked, run.route or Route.LONG) or ""
    match asked:
        case ChoiceStep():
            return Choose(ref=ref, name=name, ask=text, options=asked.options)
        case MultiStep():
            most = asked.at_most or len(asked.options)
            return Choose(ref=ref, name=name, ask=text, options=asked.options, at_most=most)
        case ScaleStep():
            ends = (asked.low_label, asked.high_label)
            return Scale(ref=ref, name=name, ask=text, low=SCALE_LOW, high=SCALE_HIGH, words=ends)
        case TextStep() | DateStep() | PlanStep():
            return say(text)
        case _:
            assert_never(asked)


def _shown(beside: Beside, one: SayStep) -> tuple[Block, ...]:
    """Return what a step says, and who to call where that stands with it."""
    return (*_help_lines(beside, one), say(one.text), *_ways(beside, one))


def _help_lines(beside: Beside, one: SayStep | Question) -> tuple[Block, ...]:
    if one.resource is not Resource.HELP_NOW:
        return ()
    return help_cards.help_now(beside.region, beside.on_call, staff=beside.staff).blocks


def _ways(beside: Beside, one: SayStep | Question) -> tuple[Block, ...]:
    """Return the ways that stand with a step: to the organisation's own page, and to one's own people."""
    blocks: list[Block] = []
    if one.links is Link.ADMIN_POLICY:
        blocks.append(its_page("flow.policy", beside.policy, where=_ASK_LEAD))
    if one.resource is Resource.MY_PEOPLE:
        people = press(beside.mint, "people.show", "Someone on my list")
        blocks.append(row(people))
    return tuple(blocks)
