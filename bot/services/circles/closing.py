"""Closing a circle, after one question; and taking one over that nobody looks after any more."""

from __future__ import annotations

from dataclasses import replace

from bot.services.cards.circles import changing as cards
from bot.services.cards.circles import creating as duty_cards
from bot.services.cards.circles import joining as joining_cards
from bot.services.cards.circles import team as team_cards
from bot.services.circles import changing, creating, showing
from bot.services.circles.creating import Wished
from bot.services.desk import Turn
from bot.services.gatherings import ending, members, standing
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.services.shares import reports
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Open, Outcome, Refuse, answer


def ask(turn: Turn) -> Outcome:
    """Ask once before a circle is closed."""
    page = _circle(turn)
    return page if isinstance(page, Outcome) else answer(cards.ask_close(turn.mint, page.id, setup_of(page)))


def close(turn: Turn) -> Outcome:
    """Say a last line in the channel; when it left, all that is kept of the circle goes."""
    page = _circle(turn)
    if isinstance(page, Outcome):
        return page
    ending.begin(turn.desk, turn.unit, page, cards.CLOSED)
    return answer(cards.closed())


def offer_duties(turn: Turn) -> Outcome:
    """Show what is taken on with a circle that nobody looks after."""
    page = _left_alone(turn)
    if isinstance(page, Outcome):
        return page
    return answer(duty_cards.duties(turn.mint, "circle.take.duties", subject=page.id))


def take_on(turn: Turn) -> Outcome:
    """Open the form once all duties are ticked: their hours take the place of those before."""
    page = _left_alone(turn)
    if isinstance(page, Outcome):
        return page
    if set(turn.chosen) != duty_cards.DUTIES.keys():
        return answer(duty_cards.duties(turn.mint, "circle.take.duties", subject=page.id, again=True))
    return Outcome(first=Open(form=changing.form_of(turn, page, "circle.take.save")))


def take_over(turn: Turn) -> Outcome:
    """Let who acts look after the circle from now on, in their hours; who did before stays a member."""
    page = _left_alone(turn)
    if isinstance(page, Outcome):
        return page
    wished = creating.read(turn)
    if not isinstance(wished, Wished):
        return Outcome(first=Refuse(errors=wished))
    for before in members.every(turn.desk, turn.unit, page):
        if before.is_keeper:
            members.keep(turn.desk, turn.unit, replace(before, is_keeper=False), keeping=None)
    creating.look_after(turn, page)
    reports.tell_all(turn.desk, turn.unit, page)
    setup = creating.with_wish(setup_of(page), wished)
    page = changing.keep_anew(turn, page, setup)
    changing.tell(turn, page, cards.TAKEN_OVER)
    return showing.to_member(turn, page)


def _circle(turn: Turn) -> Page | Outcome:
    """Return the circle that a control is about, where who acts may close it; else what they are told."""
    page = showing.circle_of(turn)
    if page is None:
        if isinstance(turn.event, FormSubmitted):
            return Outcome(first=Refuse(errors={next(iter(turn.typed), ""): joining_cards.OVER}))
        return answer(joining_cards.over())
    return standing.may_not(turn, page, team_cards.not_yours(cards.NOT_LET)) or page


def _left_alone(turn: Turn) -> Page | Outcome:
    """Return a circle that nobody looks after, where who acts may; else what they are told."""
    page = _circle(turn)
    if isinstance(page, Outcome) or not standing.has_keeper(turn.desk, turn.unit, page):
        return page
    if isinstance(turn.event, FormSubmitted):
        return Outcome(first=Refuse(errors={next(iter(turn.typed), ""): cards.HAS_KEEPER}))
    return answer(cards.has_keeper())
