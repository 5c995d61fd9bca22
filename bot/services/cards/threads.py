"""Threads: how each plan went on, day by day, read by its writer alone. How long it took is not told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.plans import Plan, PlanState, Turned
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, own_words, say

TURNS: Mapping[str, str] = {
    PlanState.OPENED: "written",
    PlanState.TRIED: "tried",
    PlanState.REVISITED: "looked back on",
    PlanState.CLOSED: "closed",
}
"""How a plan came to stand, in a word or two."""


def threads(mint: Mint, plans: Sequence[Plan], today: date, more: int | None) -> Card:
    """Return a page of threads; `more` is where the next page begins, if there is one."""
    blocks: list[Block] = []
    for plan in plans:
        blocks += [own_words(plan.words)] if plan.words else []
        blocks.append(say(_line(plan, today)))
    ways = [press(mint, "plan.more", "Open plans")]
    if more is not None:
        ways.insert(0, press(mint, "plan.threads", "More", arg=str(more)))
    return Card(
        text_id="plan.threads",
        title="How they went on",
        blocks=(*blocks, row(*ways)),
        summary="For you to read.",
        reach=Reach.SEALED,
    )


def none_yet() -> Card:
    """Return what is said where there is none."""
    text = "No plan was written yet."
    return Card(text_id="plan.no_threads", blocks=(say(text),), summary=text, reach=Reach.SEALED)


def _line(plan: Plan, today: date) -> str:
    """Return where a thread comes from, and each of its turns with the day."""
    turns = ", ".join(_turn(turned, today) for turned in plan.thread)
    comes = f" Comes back {date_phrase(plan.back_on, today)}." if plan.back_on else ""
    title = plan.title if plan.title.endswith("?") else f"{plan.title}."
    return f"{title} {turns[0].upper()}{turns[1:]}.{comes}"


def _turn(turned: Turned, today: date) -> str:
    return f"{TURNS[turned.state]} {date_phrase(turned.on, today)}"
