"""Beginning a circle in a channel: three duties, one form, and the invitation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from bot.domain.circles import PostKind, Setup
from bot.domain.hours_words import HoursMeant, hours_meant, hours_said
from bot.domain.organisations import may_create
from bot.domain.recurrence import WEEKDAYS
from bot.domain.roles import Gathering
from bot.services.cards.circles import creating as cards
from bot.services.cards.circles.words import in_a_channel, no_channels
from bot.services.circles import showing
from bot.services.circles.fields import Errors, first_of, read_into, read_when, zone_offered
from bot.services.desk import Turn
from bot.services.gatherings import members, pages, posts, standing, templates, upcoming, where
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import keep_setup
from bot.services.gatherings.where import Where
from bot.services.organisations.rules import make, name_to_make, organisation_here, rules_of
from bot.services.organisations.standing import standing_of
from bot.surface.outcome import Open, Outcome, Refuse, answer

_USUAL_HOURS = hours_said(WEEKDAYS, time(9), time(17))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """What the form asked for, read and found sound."""

    template: str
    rule: str
    zone: str
    hours: HoursMeant


def begin(turn: Turn) -> Outcome:
    """Answer `circle create`: the duties, where a circle may begin."""
    if not turn.capabilities.hosted:
        return answer(no_channels())
    spot = where.here(turn)
    if spot is None:
        return answer(in_a_channel("circle create"))
    if (refusal := standing.may_not_begin(turn, "circle create")) is not None:
        return refusal
    held = pages.at(turn.desk, turn.unit, spot.place, Gathering.CIRCLE)
    if held is not None:
        return showing.here(turn, held)
    if not _may_begin(turn, spot):
        return answer(cards.not_here())
    rounds = [(each.title, each.about) for each in templates.every(turn.desk)]
    return answer(cards.duties(turn.mint, "circle.duties", where.word_for(turn, spot), rounds=rounds))


def take_on(turn: Turn) -> Outcome:
    """Open the form once all duties are ticked."""
    spot = where.meant(turn, turn.ref.arg)
    if spot is None:
        return answer(in_a_channel("circle create"))
    if set(turn.chosen) != cards.DUTIES.keys():
        return answer(cards.duties(turn.mint, "circle.duties", turn.ref.arg, again=True))
    usual = templates.every(turn.desk)[0]
    offered = cards.Offered(
        rounds=[(each.id, each.title) for each in templates.every(turn.desk)],
        round=usual.id,
        day=usual.opens_on,
        at=usual.opens_at,
        zone=zone_offered(turn),
        hours=_USUAL_HOURS,
    )
    form = cards.form(
        turn.mint("circle.make", arg=turn.ref.arg), offered, title="A circle here", submit="Begin"
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Begin the circle, invite the channel, and let its first round come."""
    wished = read(turn)
    if not isinstance(wished, Wished):
        return Outcome(first=Refuse(errors=wished))
    spot = where.meant(turn, turn.ref.arg)
    if spot is None or (not name_to_make(turn) and organisation_here(turn) is None):
        return Outcome(first=Refuse(errors={"round": cards.NOWHERE}))
    if pages.at(turn.desk, turn.unit, spot.place, Gathering.CIRCLE) is not None:
        return Outcome(first=Refuse(errors={"round": cards.TAKEN}))
    if spot.called and not _may_begin(turn, spot):
        return Outcome(first=Refuse(errors={"round": cards.NOT_HERE}))
    organisation = make(turn).id
    page = pages.begin(
        turn.desk, turn.unit, organisation=organisation, kind=Gathering.CIRCLE, place=spot.place
    )
    setup = with_wish(Setup(called=spot.called, rule="", zone=""), wished)
    page = keep_setup(turn.desk, turn.unit, page, setup)
    look_after(turn, page)
    upcoming.plan(turn.desk, turn.unit, page, turn.now)
    posts.say(turn.desk, turn.unit, page, posts.new(turn.desk, PostKind.INVITE), turn.now)
    return answer(cards.made(setup, first_of(turn, setup)))


def look_after(turn: Turn, page: Page) -> None:
    """Let who acts look after a circle from now on; they are in it, too."""
    member = members.add(turn, page, is_keeper=True)
    by = standing.source_here(turn)
    members.keep(turn.desk, turn.unit, member, keeping={"by": by} if by else None)


def with_wish(setup: Setup, wished: Wished) -> Setup:
    """Return how a circle is set up by a form."""
    return replace(
        setup,
        template=wished.template,
        rule=wished.rule,
        zone=wished.zone,
        days=wished.hours.days,
        start=wished.hours.start,
        end=wished.hours.end,
    )


def read(turn: Turn) -> Wished | Errors:
    """Return what a form for a circle asks for, or a sentence for each field that cannot be taken."""
    errors: Errors = {}
    template = templates.named(turn.desk, turn.typed.get("round", ""))
    if template is None:
        errors["round"] = cards.BAD_ROUND
    when = read_when(turn, errors)
    hours = read_into(errors, "hours", lambda: hours_meant(turn.typed.get("hours", "")))
    if template is None or when is None or hours is None:
        return errors
    read_into(errors, "at", lambda: templates.check(template, when.day, when.at, hours))
    if errors:
        return errors
    return Wished(template=template.id, rule=when.rule, zone=when.zone, hours=hours)


def _may_begin(turn: Turn, spot: Where) -> bool:
    return may_create(rules_of(turn), standing_of(turn).roles, Gathering.CIRCLE, spot.called)
