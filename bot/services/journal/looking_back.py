"""Looking back on a plan: how it went, another day, and the list of what is open."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from bot.domain.plans import Plan, PlanState
from bot.services.cards import journal as journal_cards
from bot.services.cards import plans as cards
from bot.services.cards.when import ANOTHER_DAY, DAY, NOT_AT_ALL, day_form
from bot.services.days import day_typed
from bot.services.desk import Turn
from bot.services.journal.drafts import Held
from bot.services.journal.entries import draft_of
from bot.services.journal.journal import keep_typed
from bot.services.plans.plans import (
    bring_back,
    every_plan,
    looking_back_of,
    open_plans,
    plan_of,
    write_plan,
)
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, Show, answer

AT_ONCE = 10
"""Plans on one page of the list."""


def show_all(turn: Turn) -> Outcome:
    """Show the open plans with their words and days, the newest first, a page at a time."""
    kept, begins = every_plan(turn), int(turn.ref.arg or 0)
    plans = [plan for plan in kept if plan.is_open]
    if not plans:
        return answer(cards.none_open(turn.mint, has_ended=bool(kept)))
    if begins >= len(plans):
        begins = 0  # some were closed since the page before
    ends = begins + AT_ONCE
    more = ends if ends < len(plans) else None
    return _read(turn, cards.listed(turn.mint, plans[begins:ends], turn.today, more))


def show_due(turn: Turn) -> Outcome:
    """Show the plans whose day has come; where none is left, or more than a page of them, all."""
    due = [plan for plan in open_plans(turn) if plan.back_on is not None and plan.back_on <= turn.today]
    if not 0 < len(due) <= AT_ONCE:
        return show_all(turn)
    return _read(turn, cards.listed(turn.mint, due, turn.today, None))


def pick(turn: Turn) -> Outcome:
    """Show one plan of the list with what may be done with it."""
    plan = next((plan for plan in open_plans(turn) if plan.id.hex == turn.choice), None)
    return _read(turn, cards.opened(turn.mint, plan, turn.today)) if plan else answer(cards.gone())


def ask(turn: Turn) -> Outcome:
    """Show a plan with the question how it went."""
    plan = _open_one(turn, turn.subject)
    if plan is None:
        return answer(cards.gone())
    back = looking_back_of(turn.desk.catalogue, plan)
    return _read(turn, cards.asked(turn.mint, plan, back, turn.today))


def went(turn: Turn) -> Outcome:
    """Take how it went: another day, the end of it, or a question to look back with."""
    plan, chosen = _open_one(turn, turn.subject), turn.choice
    if plan is None:
        return answer(cards.gone())
    back = looking_back_of(turn.desk.catalogue, plan)
    if chosen not in {option.name for option in back.options}:
        return ask(turn)  # the library asks otherwise by now
    if chosen == cards.CLOSES:
        return _close(turn, plan)
    if chosen in back.again:
        write_plan(turn, plan.not_yet())
        return answer(cards.another_day(turn.mint, plan.id))
    write_plan(turn, plan.tried(turn.today))
    return answer(cards.reflecting(turn.mint, plan.id, back.reflect))


def another_day(turn: Turn) -> Outcome:
    """Offer other days."""
    plan = _open_one(turn, turn.subject)
    return answer(cards.another_day(turn.mint, plan.id) if plan else cards.gone())


def again(turn: Turn) -> Outcome:
    """Take a day on offer, open the form for another one, or let the plan rest."""
    plan, chosen = _open_one(turn, turn.subject), turn.choice
    if plan is None:
        return answer(cards.gone())
    if chosen == ANOTHER_DAY:
        return _day_form(turn)
    if chosen == NOT_AT_ALL:
        bring_back(turn, plan, None)
        return answer(cards.resting())
    span = next((span for span in cards.SPANS if span.iso == chosen), None)
    return _move(turn, plan, span.after(turn.today)) if span else another_day(turn)


def move(turn: Turn) -> Outcome:
    """Open the form for a day of one's own."""
    return _day_form(turn) if _open_one(turn, turn.subject) else answer(cards.gone())


def take_day(turn: Turn) -> Outcome:
    """Take a day of one's own; one that cannot be read or is past gets a sentence."""
    plan = _open_one(turn, turn.subject)
    if plan is None:
        return answer(cards.gone())
    day = day_typed(turn, DAY)
    return day if isinstance(day, Outcome) else _move(turn, plan, day)


def close(turn: Turn) -> Outcome:
    """Let a plan go."""
    plan = _open_one(turn, turn.subject)
    return _close(turn, plan) if plan else answer(cards.gone())


def write(turn: Turn) -> Outcome:
    """Open a page under the question of its flow. Its ref names the entry: pressing twice writes one."""
    plan = _open_one(turn, turn.subject)
    if plan is None:
        return answer(cards.gone())
    ref = turn.mint("plan.reflect", plan.id, turn.desk.chance.new_id().hex[:12])
    question = looking_back_of(turn.desk.catalogue, plan).reflect
    return Outcome(first=Open(form=journal_cards.writing(ref, question)))


def reflect(turn: Turn) -> Outcome:
    """Keep what was written as an entry; that ends the plan. Words for one that ended are kept too."""
    plan = plan_of(turn.desk, turn.unit, turn.person, turn.subject)
    entry = uuid5(turn.subject, turn.ref.arg)
    about = Held(
        text="",
        question=looking_back_of(turn.desk.catalogue, plan).reflect if plan else "",
        source=plan.title if plan else "",
        state=PlanState.REVISITED,
    )
    outcome = keep_typed(turn, entry, draft=draft_of(entry), about=about)
    if plan is not None and plan.is_open and not isinstance(outcome.first, Refuse):
        write_plan(turn, plan.revisited(turn.today))
    return outcome


def _open_one(turn: Turn, plan: UUID) -> Plan | None:
    """Return a plan of who acts, while it is open."""
    found = plan_of(turn.desk, turn.unit, turn.person, plan)
    return found if found is not None and found.is_open else None


def _move(turn: Turn, plan: Plan, day: date) -> Outcome:
    bring_back(turn, plan, day)
    return answer(cards.moved(day, turn.today))


def _close(turn: Turn, plan: Plan) -> Outcome:
    write_plan(turn, plan.closed(turn.today))
    return answer(cards.closed())


def _day_form(turn: Turn) -> Outcome:
    form = day_form(turn.mint("plan.day", turn.subject), "plan.day", "Another day")
    return Outcome(first=Open(form=form))


def _read(turn: Turn, card: Card) -> Outcome:
    reading = Reading(to=turn.event.account, handle=turn.event.handle)
    return Outcome(first=Show(card=card, audience=reading))
