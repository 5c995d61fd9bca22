"""What was agreed in a session, as a plan: it comes back on a day, and is looked back on like any other."""

from __future__ import annotations

from datetime import date
from uuid import uuid5

from bot.domain.flows import PlanAbout
from bot.domain.plans import Plan, opened
from bot.domain.supervision import Session
from bot.services.cards import plans as plan_cards
from bot.services.cards import sessions as cards
from bot.services.cards.when import ANOTHER_DAY, DAY, NOT_AT_ALL, day_form
from bot.services.days import day_typed
from bot.services.desk import Turn
from bot.services.plans.plans import bring_back, plan_of
from bot.services.supervision.sessions import session_of
from bot.surface.outcome import Open, Outcome, answer

TITLE = "What was agreed"
"""Under this such a plan is known: no flow ends with it."""


def ask(turn: Turn) -> Outcome:
    """Offer days."""
    session = _agreed(turn)
    return answer(cards.bring(turn.mint, session.id) if session else cards.gone())


def choose(turn: Turn) -> Outcome:
    """Take a day on offer, open the form for another one, or none at all."""
    session, chosen = _agreed(turn), turn.choice
    if session is None:
        return answer(cards.gone())
    if chosen == ANOTHER_DAY:
        form = day_form(turn.mint("session.back_day", session.id), "session.back_day", TITLE)
        return Outcome(first=Open(form=form))
    if chosen == NOT_AT_ALL:
        return answer(cards.not_brought())
    span = next((span for span in plan_cards.SPANS if span.iso == chosen), None)
    return _bring(turn, session, span.after(turn.today)) if span else ask(turn)


def day(turn: Turn) -> Outcome:
    """Take a day of one's own; one that cannot be read or is past gets a sentence."""
    session = _agreed(turn)
    if session is None:
        return answer(cards.gone())
    typed = day_typed(turn, DAY)
    return typed if isinstance(typed, Outcome) else _bring(turn, session, typed)


def _bring(turn: Turn, session: Session, on: date) -> Outcome:
    """Let it come back as a plan. Asked again it is the same one, on another day; changed since, another."""
    known = uuid5(session.id, session.agreed)
    plan = plan_of(turn.desk, turn.unit, turn.person, known) or Plan(
        id=known,
        flow="",
        version=1,
        title=TITLE,
        ended_as="planned",
        about=PlanAbout.MOVE,
        words=session.agreed,
        thread=opened(turn.today),
    )
    if not plan.is_open:
        return answer(plan_cards.gone())
    bring_back(turn, plan, on)
    return answer(plan_cards.moved(on, turn.today))


def _agreed(turn: Turn) -> Session | None:
    """Return a session of who acts in which something was agreed."""
    session = session_of(turn, turn.subject)
    return session if session is not None and session.agreed else None
