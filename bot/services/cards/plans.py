"""Plans: the notice that says nothing of them, and what their writer alone reads and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from bot.domain.calendar_spans import span_of
from bot.domain.flows import LookingBack
from bot.domain.plans import Plan, PlanState
from bot.domain.prompts import Option
from bot.services.cards.days import day_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.cards.when import when
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    Block,
    Button,
    Card,
    Choose,
    Fields,
    Reach,
    aside,
    own_words,
    say,
)
from bot.surface.text import shown

CLOSES = "closed"
"""The option that closes a plan, in the library's flows as well: nothing more is asked after it."""
PLAIN = LookingBack(
    notice="You asked me to bring something back today.",
    ask="How did it go?",
    options=(
        Option(name="tried", label="I tried it"),
        Option(name="changed", label="it took another shape"),
        Option(name="not_yet", label="not yet"),
        Option(name=CLOSES, label="it no longer applies"),
    ),
    again=("not_yet",),
    reflect="What do you take from it?",
)
"""Asked where the library no longer has the flow, or where it asks nothing."""

SPANS = tuple(span_of(written) for written in ("P2D", "P1W", "P2W"))
"""The other days on offer."""

_SHORT = 200
"""So much of a plan's words stands in the list; all of them where it is opened."""


def notice(mint: Mint, plan: UUID, text: str) -> Card:
    """Return what comes on the day. It may be seen by others, so nothing of the plan stands on it."""
    return Card(
        text_id="plan.notice",
        blocks=(
            say(text),
            row(
                press(mint, "plan.open", "Open", plan),
                press(mint, "plan.later", "Another day", plan),
                help_button(mint),
            ),
        ),
        summary=text,
        reach=Reach.PERSONAL,
    )


def notices(mint: Mint) -> Card:
    """Return what comes where several are back at one moment. It says as little, not even how many."""
    text = "You asked me to bring some things back today."
    open_them = press(mint, "plan.due", "Open")
    return Card(
        text_id="plan.notices",
        blocks=(say(text), row(open_them, help_button(mint))),
        summary=text,
        reach=Reach.PERSONAL,
    )


def asked(mint: Mint, plan: Plan, back: LookingBack, today: date) -> Card:
    """Return a plan with the question how it went."""
    ask = Choose(ref=mint("plan.went", plan.id), name="plan.went", ask=back.ask, options=back.options)
    return _read("plan.asked", plan, today, (ask, row(help_button(mint))))


def opened(mint: Mint, plan: Plan, today: date) -> Card:
    """Return a plan with what may be done with it."""
    buttons = (
        press(mint, "plan.open", "It went like this", plan.id),
        press(mint, "plan.move", "Move", plan.id),
        _close(mint, plan.id),
    )
    return _read("plan", plan, today, (row(*buttons),))


def listed(mint: Mint, plans: Sequence[Plan], today: date, more: int | None) -> Card:
    """Return a page of open plans, to be read; `more` is where the next page begins, if there is one."""
    blocks: list[Block] = [own_words(_line(plan, today)) for plan in plans]
    options = tuple(Option(name=plan.id.hex, label=_label(plan)) for plan in plans)
    blocks.append(Choose(ref=mint("plan.pick"), name="plan.pick", ask="Open which one?", options=options))
    ways = [threads_button(mint)]
    if more is not None:
        blocks.insert(-1, aside("Older ones come with More."))
        ways.append(press(mint, "plan.more", "More", arg=str(more)))
    blocks.append(row(*ways))
    return Card(
        text_id="plans", title="Your plans", blocks=tuple(blocks), summary="Your plans", reach=Reach.SEALED
    )


def none_open(mint: Mint, *, has_ended: bool) -> Card:
    """Return what `plans` says where there is none; those that `has_ended` are one press away."""
    text = "No plan is open."
    ways = (row(threads_button(mint)),) if has_ended else ()
    return Card(text_id="plans.none", blocks=(say(text), *ways), summary=text, reach=Reach.SEALED)


def threads_button(mint: Mint) -> Button:
    """Return the way to how each plan went on, those that ended too."""
    return press(mint, "plan.threads", "How they went on")


def another_day(mint: Mint, plan: UUID) -> Card:
    """Return the days on offer."""
    ask = when(mint("plan.again", plan), "plan.again", SPANS)
    return Card(text_id="plan.another_day", blocks=(ask,), summary="Another day", reach=Reach.SEALED)


def reflecting(mint: Mint, plan: UUID, reflect: str) -> Card:
    """Return the one question that follows how it went; its form opens by a press."""
    write = press(mint, "plan.write", "Write", plan)
    return Card(
        text_id="plan.reflect",
        blocks=(say("Noted."), say(reflect), row(write, _close(mint, plan))),
        summary="Noted.",
        reach=Reach.SEALED,
    )


def moved(day: date, today: date) -> Card:
    """Return the answer to a day."""
    return _sealed("plan.moved", f"{day_phrase(day, today)}, then. I'll ask without saying what about.")


def resting() -> Card:
    """Return the answer to no day at all."""
    return _sealed("plan.resting", "Fine. It stays in `plans`, and I won't bring it back.")


def closed() -> Card:
    """Return the answer to closing one."""
    return _sealed("plan.closed", "Closed. It won't come back.")


def gone() -> Card:
    """Return what is said to a control of a plan that has ended, or is no longer here."""
    return plain("plan.gone", "That one is closed. `plans` shows what is open.")


def _read(text_id: str, plan: Plan, today: date, controls: tuple[Block, ...]) -> Card:
    words = (own_words(plan.words),) if plan.words else ()
    return Card(
        text_id=text_id,
        title=plan.title,
        blocks=(*words, Fields(pairs=_days(plan, today)), *controls),
        summary="For you to read.",
        reach=Reach.SEALED,
    )


def _days(plan: Plan, today: date) -> tuple[tuple[str, str], ...]:
    """Return the days of a plan that still say something, and what it waits for."""
    pairs = [("Written", day_phrase(plan.written_on, today))]
    if plan.state is PlanState.OPENED:
        pairs.append(("State", plan.ended_as.replace("_", " ")))
    if plan.by is not None:
        pairs.append(("By", day_phrase(plan.by, today)))
    if plan.state is PlanState.TRIED:
        pairs.append(("Tried", day_phrase(plan.thread[-1].on, today)))
    if plan.back_on is not None and plan.back_on > today:
        pairs.append(("Comes back", day_phrase(plan.back_on, today)))
    return tuple(pairs)


def _line(plan: Plan, today: date) -> str:
    """Return how a plan stands in the list: its words, and below them where it comes from and its days."""
    facts = (plan.title, *(f"{name}: {day}" for name, day in _days(plan, today)))
    said = " ".join(fact if fact.endswith("?") else f"{fact}." for fact in facts)
    return f"{_short(plan.words, _SHORT)}\n{said}".strip()


def _label(plan: Plan) -> str:
    return _short(plan.words, LABEL_MAX) or plan.title[:LABEL_MAX]


def _short(words: str, limit: int) -> str:
    """Return the first line or so of somebody's words."""
    line = " ".join(shown(words).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "\u2026"


def _close(mint: Mint, plan: UUID) -> Button:
    return press(mint, "plan.close", "Close it", plan)


def _sealed(text_id: str, text: str) -> Card:
    """Return a card of one line that follows from what was chosen or written."""
    return Card(text_id=text_id, blocks=(say(text),), summary=text, reach=Reach.SEALED)
