"""How a flow ends: stopping, keeping or not, the day on which a plan comes back, and what may come next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.flow_runs import FlowRun
from bot.domain.flows import EndStep, Flow, FollowUp
from bot.domain.journal import DRAFT_KEPT_DAYS
from bot.services.cards.days import day_phrase
from bot.services.cards.flow_steps import SUMMARY
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.cards.when import WHEN, when
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Block, Card, Reach, aside, say

_STOP = "Stop here? You can also close this and come back: your place is kept for {days} days."
_PLACE = "Your place is kept for {days} days. `repair` or `practise` brings you back to it."
_SAVED = "Saved privately."
_DONE = "That was all of it."


def stop_which(mint: Mint, run: FlowRun) -> Card:
    """Return the question what `stop` means while a flow is open. Nothing has changed yet."""
    flow = press(mint, "flow.stop", "Stop this reflection", run.id, arg=run.step)
    yes = press(mint, "yes.back", "Take my yes back")
    return Card(
        text_id="stop.which",
        blocks=(say("Stop this reflection, or take your yes back?"), row(flow, yes)),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def stop(mint: Mint, run: FlowRun, *, has_words: bool) -> Card:
    """Return the three ways at "stop here"; two where nothing was answered that can be kept."""
    keep = press(mint, "flow.keep", "Keep what I wrote", run.id, arg=run.step)
    drop = press(mint, "flow.drop", "Discard it" if has_words else "Stop", run.id, arg=run.step)
    on = press(mint, "flow.on", "Go on", run.id)
    return Card(
        text_id="flow.stop",
        blocks=(
            say(_STOP.format(days=DRAFT_KEPT_DAYS)),
            row(*((keep,) if has_words else ()), drop, on, help_button(mint)),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def place_kept(mint: Mint, run: FlowRun, end: EndStep, above: Sequence[Block]) -> Card:
    """Return what is said to who stops here for now: that the question waits, how long, and the way back."""
    own = (say(end.text),) if end.text else ()
    on = press(mint, "flow.on", "Go on", run.id)
    return Card(
        text_id="flow.place_kept",
        blocks=(
            *above,
            *own,
            say(_PLACE.format(days=DRAFT_KEPT_DAYS)),
            row(on, help_button(mint)),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def lost(mint: Mint, run: FlowRun, *, has_words: bool) -> Card:
    """Return what is said where the library no longer has the version that a run began with."""
    return _keeping(
        mint,
        run,
        "flow.lost",
        (say(f"\u201c{run.title}\u201d has changed since you began, so this one cannot go on."),),
        has_words=has_words,
    )


def asks_to_keep(mint: Mint, run: FlowRun, above: Sequence[Block], *, is_all: bool) -> Card:
    """Return the question whether what was written is kept: all of it, or what was to be asked about."""
    ask = "Shall I keep what you wrote here?" if is_all else "Shall I keep these last words in your journal?"
    return _keeping(mint, run, "flow.keep", (*above, say(ask)), has_words=True)


def follow_up(
    mint: Mint, run: FlowRun, end: EndStep, *, offer: FollowUp, above: Sequence[Block], follows: Flow | None
) -> Card:
    """Return the question when this comes back. No reminder is among the answers."""
    return Card(
        text_id=f"flow.{run.flow}.{end.id}",
        blocks=(
            *above,
            *((say(end.text),) if end.text else ()),
            when(mint("flow.when", run.id), "flow.when", offer.presets, offer.ask or WHEN),
            *_next(mint, follows),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def ended(mint: Mint, run: FlowRun, end: EndStep, above: Sequence[Block], follows: Flow | None) -> Card:
    """Return the last card of a flow, where no day was asked for.

    Where it stopped for safety the numbers are gone from the screen, and stay one press away.
    """
    help_now = (row(help_button(mint)),) if end.asks_to_keep else ()
    return _last(mint, f"flow.{run.flow}.{end.id}", (*above, say(end.text or _DONE), *help_now), follows)


def comes_back(
    mint: Mint, back_on: date | None, today: date, *, has_plan: bool, follows: Flow | None
) -> Card:
    """Return what a chosen day is answered with: the day, and never what about."""
    if back_on is not None:
        line = f"{day_phrase(back_on, today)}, then. I'll bring it back without saying what about."
    else:
        line = "Fine, no reminder." + (" `plans` has it." if has_plan else "")
    return _last(mint, "flow.comes_back" if back_on else "flow.no_reminder", (say(line),), follows)


def closed_meanwhile(mint: Mint, follows: Flow | None) -> Card:
    """Return the answer to a day for a plan that was closed before it was chosen: nothing comes."""
    return _last(mint, "flow.plan_closed", (say("You closed that plan, so it won't come back."),), follows)


def kept() -> Card:
    """Return the one line after stopping with what was written. It is shown after the commit."""
    return plain("flow.kept", _SAVED)


def dropped() -> Card:
    """Return the one line after stopping without it."""
    return plain("flow.dropped", "Fine, nothing was kept.")


def saved_line(*, is_kept: bool, is_rest: bool) -> tuple[Block, ...]:
    """Return what became of the words, above what an end says."""
    if is_rest:
        return (aside("These are not kept. The rest is saved privately."),)
    return (aside(_SAVED),) if is_kept else ()


def nothing_kept() -> tuple[Block, ...]:
    """Return the line after a no to keeping, above what an end says."""
    return (aside("Fine, nothing was kept."),)


def _keeping(mint: Mint, run: FlowRun, text_id: str, above: Sequence[Block], *, has_words: bool) -> Card:
    keep = press(mint, "flow.keep", "Keep", run.id, arg=run.step)
    drop = press(mint, "flow.drop", "Discard", run.id, arg=run.step)
    return Card(
        text_id=text_id,
        blocks=(
            *above,
            row(*((keep,) if has_words else ()), drop, help_button(mint)),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def _last(mint: Mint, text_id: str, blocks: Sequence[Block], follows: Flow | None) -> Card:
    return Card(
        text_id=text_id,
        blocks=(*blocks, *_next(mint, follows)),
        summary="That was all of it.",
        reach=Reach.SEALED,
    )


def _next(mint: Mint, follows: Flow | None) -> tuple[Block, ...]:
    """Return the flow that is offered next. It never begins by itself."""
    if follows is None:
        return ()
    label = f"Begin: {follows.title}"
    button = press(
        mint,
        "flow.start",
        label if len(label) <= LABEL_MAX else f"Begin: {follows.short_title}",
        arg=follows.id,
    )
    return (row(button),)
