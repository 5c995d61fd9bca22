"""Changing a circle: its round and hours, a pause, a rest, names on shares. Its channel is told of each."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import UNNAMED_LEAST, PostKind, Setup
from bot.domain.dates import day_ahead
from bot.domain.hours_words import hours_said
from bot.domain.recurrence import Rule
from bot.errors import BadInput
from bot.services.cards.circles import changing as cards
from bot.services.cards.circles import creating as form_cards
from bot.services.cards.circles import joining as joining_cards
from bot.services.circles import creating, showing
from bot.services.circles.creating import Wished
from bot.services.circles.fields import first_of, today_of
from bot.services.desk import Turn
from bot.services.gatherings import posts, standing, templates, upcoming
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import keep_setup, setup_of
from bot.surface.form import Form
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Open, Outcome, Refuse, answer


def change(turn: Turn) -> Outcome:
    """Open the form with what is set."""
    page = kept_by(turn)
    return page if isinstance(page, Outcome) else Outcome(first=Open(form=form_of(turn, page, "circle.save")))


def save(turn: Turn) -> Outcome:
    """Let rounds come as the form says; a round that is open goes on as it began."""
    page = kept_by(turn)
    if isinstance(page, Outcome):
        return page
    wished = creating.read(turn)
    if not isinstance(wished, Wished):
        return Outcome(first=Refuse(errors=wished))
    before = setup_of(page)
    setup = creating.with_wish(before, wished)
    is_told = (before.rule, before.zone, before.template) != (setup.rule, setup.zone, setup.template)
    return _set(turn, page, setup, cards.changed(setup) if is_told else "")


def pause(turn: Turn) -> Outcome:
    """Let no round open until somebody says so."""
    page = kept_by(turn)
    if isinstance(page, Outcome):
        return page
    setup = setup_of(page)
    return _set(turn, page, replace(setup, is_paused=True), "" if setup.is_paused else cards.PAUSED)


def go_on(turn: Turn) -> Outcome:
    """Let rounds come again, with the next hour; nothing that went by is made up for."""
    page = kept_by(turn)
    if isinstance(page, Outcome):
        return page
    setup = setup_of(page)
    after = replace(setup, is_paused=False, hushed_until=None)
    return _set(turn, page, after, "" if after == setup else cards.goes_on(first_of(turn, after)))


def rest(turn: Turn) -> Outcome:
    """Open the form for a day."""
    page = kept_by(turn)
    if isinstance(page, Outcome):
        return page
    return Outcome(first=Open(form=cards.rest_form(turn.mint("circle.rest.save", page.id))))


def save_rest(turn: Turn) -> Outcome:
    """Let no round open before a day."""
    page = kept_by(turn)
    if isinstance(page, Outcome):
        return page
    setup = setup_of(page)
    today = today_of(turn, setup)
    try:
        until = day_ahead(turn.typed.get(cards.UNTIL, ""), today)
    except BadInput as problem:
        return Outcome(first=Refuse(errors={cards.UNTIL: problem.sentence}))
    return _set(turn, page, replace(setup, hushed_until=until), cards.rests(until, today))


def unnamed(turn: Turn) -> Outcome:
    """Let shares come without a name, or not any more; too few people, and it stays off."""
    page = kept_by(turn)
    if isinstance(page, Outcome):
        return page
    setup, is_on = setup_of(page), turn.ref.arg == "on"
    if is_on and len(turn.unit.gatherings.members(page.id)) < UNNAMED_LEAST:
        return answer(cards.too_few())
    said = cards.UNNAMED_ON if is_on else cards.UNNAMED_OFF
    after = replace(setup, is_unnamed_on=is_on)
    return _set(turn, page, after, "" if after == setup else said)


def kept_by(turn: Turn) -> Page | Outcome:
    """Return the circle that a control is about, where who acts looks after it; else what they are told."""
    page = showing.circle_of(turn)
    if page is None:
        return _said(turn, joining_cards.OVER) or answer(joining_cards.over())
    if standing.is_keeper(turn, page):
        return page
    refusal = standing.may_not(turn, page, cards.not_keeper())
    return refusal or _said(turn, cards.NOT_KEEPER) or answer(cards.not_keeper())


def form_of(turn: Turn, page: Page, action: str) -> Form:
    """Return the form for a circle with what is set, for whoever changes it or takes it over."""
    setup = setup_of(page)
    rule = Rule.parse(setup.rule)
    offered = form_cards.Offered(
        rounds=[(each.id, each.title) for each in templates.every(turn.desk)],
        round=setup.template,
        day=min(rule.days or {0}),
        at=rule.at,
        zone=setup.zone,
        hours=hours_said(setup.days, setup.start, setup.end),
    )
    return form_cards.form(turn.mint(action, page.id), offered, title="This circle", submit="Save")


def tell(turn: Turn, page: Page, text: str) -> None:
    """Say a line in the channel."""
    posts.say(turn.desk, turn.unit, page, posts.new(turn.desk, PostKind.LINE, text=text), turn.now)


def _set(turn: Turn, page: Page, setup: Setup, said: str) -> Outcome:
    """Write how a circle is set up, plan its next round anew, and tell its channel."""
    page = keep_anew(turn, page, setup)
    if said:
        tell(turn, page, said)
    return showing.to_member(turn, page)


def keep_anew(turn: Turn, page: Page, setup: Setup) -> Page:
    """Write how a circle is set up and plan its next round by it; the invitation says the new hour, too."""
    before = setup_of(page)
    page = keep_setup(turn.desk, turn.unit, page, setup)
    if (before.rule, before.zone) != (setup.rule, setup.zone):
        for invite in posts.of(turn.desk, turn.unit, page, PostKind.INVITE):
            posts.leave(turn.desk, turn.unit, page, invite.id, turn.now)
    return upcoming.plan(turn.desk, turn.unit, page, turn.now)


def _said(turn: Turn, sentence: str) -> Outcome | None:
    """Return a form that stays open with a sentence; None where no form was sent."""
    if not isinstance(turn.event, FormSubmitted):
        return None
    return Outcome(first=Refuse(errors={next(iter(turn.typed), ""): sentence}))
