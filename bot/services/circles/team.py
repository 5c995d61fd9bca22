"""The team prompt: one question a week in a channel, for whoever is there. No members, no answers kept."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, time

from bot.domain.agenda import AgendaRow
from bot.domain.circles import PostKind, Setup
from bot.domain.organisations import may_create
from bot.domain.recurrence import Rule
from bot.domain.roles import Gathering
from bot.domain.team_prompts import next_team_prompt
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards.circles import creating as creating_cards
from bot.services.cards.circles import team as cards
from bot.services.cards.circles.words import in_a_channel, no_channels
from bot.services.cards.plain import press, row
from bot.services.circles import creating
from bot.services.circles.fields import Errors, first_of, read_when, zone_offered
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members, pages, posts, standing, upcoming, where
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import keep_setup, setup_of
from bot.services.letters.team import is_off
from bot.services.organisations.decisions import shelf_in
from bot.services.organisations.rules import make, name_to_make, organisation_here, rules_in, rules_of
from bot.services.organisations.standing import standing_of
from bot.surface.outcome import Open, Outcome, Refuse, Replace, answer

PART = "team"
OFFERED_AFTER = 4
"""Questions, before a circle is offered once."""
_USUAL_DAY, _USUAL_AT = 1, time(9)

_log = logging.getLogger(__name__)


def prompt(turn: Turn) -> Outcome:
    """Answer `team prompt`: with what comes to a channel, or the form with which it begins."""
    if not turn.capabilities.hosted:
        return answer(no_channels())
    spot = where.here(turn)
    if spot is None:
        return answer(in_a_channel("team prompt"))
    held = pages.at(turn.desk, turn.unit, spot.place, Gathering.TEAM)
    if held is not None:
        return _shown(turn, held)
    if (refusal := standing.may_not_begin(turn, "team prompt")) is not None:
        return refusal
    if not may_create(rules_of(turn), standing_of(turn).roles, Gathering.TEAM, spot.called):
        return answer(creating_cards.not_here())
    form = cards.form(
        turn.mint("team.make", arg=where.word_for(turn, spot)),
        day=_USUAL_DAY,
        at=_USUAL_AT,
        zone=zone_offered(turn),
        submit="Begin",
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Let a question come each week from now on."""
    errors: Errors = {}
    wished, spot = read_when(turn, errors), where.meant(turn, turn.ref.arg)
    if wished is None:
        return Outcome(first=Refuse(errors=errors))
    if spot is None or (not name_to_make(turn) and organisation_here(turn) is None):
        return Outcome(first=Refuse(errors={"day": in_a_channel("team prompt").text}))
    if pages.at(turn.desk, turn.unit, spot.place, Gathering.TEAM) is not None:
        return Outcome(first=Refuse(errors={"day": cards.TAKEN}))
    roles = standing_of(turn).roles
    if spot.called and not may_create(rules_of(turn), roles, Gathering.TEAM, spot.called):
        return Outcome(first=Refuse(errors={"day": creating_cards.NOT_HERE}))
    organisation = make(turn).id
    page = pages.begin(turn.desk, turn.unit, organisation=organisation, kind=Gathering.TEAM, place=spot.place)
    setup = Setup(called=spot.called, rule=wished.rule, zone=wished.zone)
    page = keep_setup(turn.desk, turn.unit, page, setup)
    members.add(turn, page, is_keeper=True)
    upcoming.plan(turn.desk, turn.unit, page, turn.now)
    return answer(cards.begun(setup, first_of(turn, setup)))


def change(turn: Turn) -> Outcome:
    """Open the form with what is set."""
    page = _page_of(turn)
    if page is None:
        return answer(cards.over())
    if (refusal := standing.may_not(turn, page, cards.not_yours(cards.CHANGING))) is not None:
        return refusal
    setup = setup_of(page)
    rule = Rule.parse(setup.rule)
    day = min(rule.days or {_USUAL_DAY})
    form = cards.form(turn.mint("team.save", page.id), day=day, at=rule.at, zone=setup.zone, submit="Change")
    return Outcome(first=Open(form=form))


def save_change(turn: Turn) -> Outcome:
    """Let the question come at another hour from now on."""
    page = _page_of(turn)
    errors: Errors = {}
    wished = read_when(turn, errors)
    if page is None:
        return Outcome(first=Refuse(errors={"day": cards.STOPPED}))
    if (refusal := standing.may_not(turn, page, cards.not_yours(cards.CHANGING))) is not None:
        return refusal
    if wished is None:
        return Outcome(first=Refuse(errors=errors))
    setup = replace(setup_of(page), rule=wished.rule, zone=wished.zone)
    page = keep_setup(turn.desk, turn.unit, page, setup)
    page = upcoming.plan(turn.desk, turn.unit, page, turn.now)
    return _shown(turn, page)


def stop(turn: Turn) -> Outcome:
    """Stop it at once, and forget it: one press, by any admin or facilitator."""
    page = _page_of(turn)
    if page is None:
        return answer(cards.over())
    if (refusal := standing.may_not(turn, page, cards.not_yours(cards.STOPPING))) is not None:
        return refusal
    pages.end(turn.desk, turn.unit, page.id)
    return Outcome(first=Replace(card=cards.stopped()))


def begin_circle(turn: Turn) -> Outcome:
    """Take the offer of a circle: its duties come first."""
    page = _page_of(turn)
    if page is not None and not turn.place:
        return answer(in_a_channel("circle create"))
    if page is not None:
        otherwise = cards.not_yours(cards.BEGINNING)
        if (refusal := standing.may_not(turn, page, otherwise)) is not None:
            return refusal
    return creating.begin(turn)


def no_circle(turn: Turn) -> Outcome:
    """Let the offer go: it is made once."""
    page = _page_of(turn)
    if page is None:
        return answer(cards.over())
    if (refusal := standing.may_not(turn, page, cards.not_yours(cards.DECLINING))) is not None:
        return refusal
    return Outcome(first=Replace(card=cards.no_circle()))


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Post the question of the week, and plan the next; after a long sleep it is one, and no pile."""
    try:
        page = pages.get(desk, unit, row.ref)
        if page is None or upcoming.planned(page) != row.id:
            unit.agenda.remove(row.id)
            return
        if not _rests(desk, unit, page, now):
            page = _post(desk, unit, page, now)
        upcoming.plan(desk, unit, page, now)
    except KeyProblem as problem:
        _log.warning("a team prompt does not open: %s", type(problem).__name__)
        unit.agenda.put(replace(row, due_at=None))


def _rests(desk: Desk, unit: Unit, page: Page, now: datetime) -> bool:
    """Whether nothing comes today: it was told to rest, or the organisation lets nothing come."""
    setup = setup_of(page)
    rules = rules_in(desk, unit.organisations.get(page.row.organisation))
    today = now.astimezone(zone_of(setup.zone)).date()
    is_resting = setup.is_paused or (setup.hushed_until is not None and today < setup.hushed_until)
    return is_resting or rules.is_hushed(now) or is_off(desk, rules, today)


def _post(desk: Desk, unit: Unit, page: Page, now: datetime) -> Page:
    """Let the next question leave, and once, after some weeks, the offer of a circle."""
    held = page.part(PART)
    organisation = unit.organisations.get(page.row.organisation)
    shelf = shelf_in(desk, unit, organisation, hosted=True)
    found = next_team_prompt(
        desk.catalogue.prompts(),
        held.get("used", ()),
        desk.chance.below,
        held=shelf.held(desk.catalogue.stock()),
    )
    if found is None:
        return page
    for old in posts.of(desk, unit, page, PostKind.TEAM_PROMPT):
        posts.remove(unit, old.id)
    posts.say(desk, unit, page, posts.new(desk, PostKind.TEAM_PROMPT, prompt=found.prompt.id), now)
    sent = held.get("sent", 0) + 1
    is_offered = held.get("offered", False)
    if sent > OFFERED_AFTER and not is_offered:
        is_offered = True
        if pages.at(desk, unit, page.place, Gathering.CIRCLE) is None:
            posts.say(desk, unit, page, posts.new(desk, PostKind.TEAM_OFFER), now)
    return pages.keep(desk, unit, page, team={"used": list(found.used), "sent": sent, "offered": is_offered})


def _page_of(turn: Turn) -> Page | None:
    page = pages.get(turn.desk, turn.unit, turn.ref.subject)
    return page if page is not None and page.kind is Gathering.TEAM else None


def _shown(turn: Turn, page: Page) -> Outcome:
    """Show what comes and when; to who may change it, the ways to do so."""
    setup = setup_of(page)
    when = first_of(turn, setup)
    ways = (
        row(
            press(turn.mint, "team.change", "Change", page.id),
            press(turn.mint, "team.stop", "Stop this", page.id),
        ),
    )
    facts = (cards.comes(when),) if when else ()
    return answer(cards.shown(setup, facts, *(ways if standing.may_look_after(turn, page) else ())))
