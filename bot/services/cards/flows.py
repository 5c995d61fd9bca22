"""Beginning a guided flow, and finding back into one: the list, the ways, and where somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.flow_runs import FlowRun
from bot.domain.flow_walk import longest
from bot.domain.flows import Flow, Route
from bot.domain.prompts import Depth, Domain, Option
from bot.services.cards.flow_steps import BACK, SUMMARY, Beside, heads_up, stop_button
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, OPTIONS_MAX, Block, Button, Card, Choose, Reach, say

_LASTS = {Depth.SHORT: "a minute", Depth.MEDIUM: "a few minutes", Depth.LONG: "ten minutes"}


def choice_of(mint: Mint, flows: Sequence[Flow]) -> Card:
    """Return the flows to choose from, with about how long each takes: short ones first, then by care.

    Nothing of them is begun yet.
    """
    nearest = sorted(flows, key=_how_far)
    lists = [
        Choose(
            ref=mint("flow.choose", None, str(n)),
            name="flow.choose",
            ask="Or one of these?" if n else "Which one? Each can be stopped at any step.",
            options=tuple(Option(name=flow.id, label=_label(flow)) for flow in nearest[n : n + OPTIONS_MAX]),
        )
        for n in range(0, len(nearest), OPTIONS_MAX)
    ]
    return Card(
        text_id="flow.choice",
        title="Something to practise",
        blocks=(
            *lists,
            row(
                press(mint, "topic.which", "A question on a topic"),
                press(mint, "reading.which", "Something to read"),
                help_button(mint),
            ),
        ),
        summary="Something to practise",
        reach=Reach.PERSONAL,
    )


def not_here() -> Card:
    """Return what is said where the library has no such flow."""
    return plain("flow.none", "This library does not have that one. `practise` lists what it has.")


def nothing_here() -> Card:
    """Return what is said where the library has no flow at all."""
    return plain(
        "flow.nothing", "There is nothing to practise in this library yet. `write` is here any time."
    )


def in_the_middle(mint: Mint, run: FlowRun) -> Card:
    """Return where somebody is who asks for a flow while another is open."""
    return Card(
        text_id="flow.middle",
        blocks=(
            say(f"You are in the middle of \u201c{run.title}\u201d."),
            row(press(mint, "flow.on", "Go on", run.id), stop_button(mint, run), help_button(mint)),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def which_way(beside: Beside, flow: Flow, run: FlowRun, lead: Sequence[Block] = ()) -> Card:
    """Return the choice between the short way and the long one, before anything is asked."""
    mint = beside.mint
    short, long = longest(flow, Route.SHORT), longest(flow)
    return Card(
        text_id=f"flow.{flow.id}.way",
        title=flow.title,
        blocks=(
            *lead,
            *heads_up(beside, flow),
            say(f"The long way asks up to {long} questions, the short one up to {short}."),
            row(
                Button(ref=mint("flow.route", run.id, Route.SHORT), name="flow.short", label="Short"),
                Button(ref=mint("flow.route", run.id, Route.LONG), name="flow.long", label="Long"),
                press(mint, "flow.drop", "Not now", run.id, arg=run.step),
                help_button(mint),
            ),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def back(mint: Mint, run: FlowRun) -> Card:
    """Return what comes after a wait where the next step depends on what was answered: only the way there."""
    return Card(
        text_id="flow.back",
        blocks=(
            say(BACK),
            row(press(mint, "flow.on", "Go on", run.id)),
        ),
        summary=BACK,
        reach=Reach.PERSONAL,
    )


def closed() -> Card:
    """Return the answer to a control of a run that has ended."""
    return plain("flow.closed", "That one is closed. `practise` lists what there is to begin.")


def _how_far(flow: Flow) -> tuple[int, int, bool, int, int, str]:
    """A few minutes before ten, gentle before tender, little before much; inner domains in their order."""
    depth, domain = [*Depth].index(flow.depth), [*Domain].index(flow.domain)
    return (depth, flow.sensitivity, not flow.gentle, longest(flow), domain, flow.id)


def _label(flow: Flow) -> str:
    label = f"{flow.title}, {_LASTS[flow.depth]}"
    return label if len(label) <= LABEL_MAX else f"{flow.short_title}, {_LASTS[flow.depth]}"
