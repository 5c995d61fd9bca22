"""`circle`: what a circle is and when it comes, to who is in it; the way in, to others."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from bot.domain.circles import Setup, Stage
from bot.domain.roles import Gathering
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.services.cards.circles import changing, company
from bot.services.cards.circles import joining as cards
from bot.services.cards.circles.sharing import share_button
from bot.services.cards.circles.words import comes, no_channels
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import press, row
from bot.services.circles.fields import today_of
from bot.services.desk import Turn
from bot.services.gatherings import current, members, outsiders, pages, standing, templates, upcoming
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.surface.card import Block
from bot.surface.outcome import Outcome, answer

MOST_LISTED = 25


def look(turn: Turn) -> Outcome | None:
    """Answer `circle`; None where it is to be noted first that who acts looks after it no more."""
    page = pages.at(turn.desk, turn.unit, turn.place, Gathering.CIRCLE) if turn.place else None
    return None if page is not None and standing.is_no_more(turn, page) else show(turn)


def note(turn: Turn) -> Outcome:
    """Note that who acts looks after a circle no more, as their platform says, and show it."""
    page = pages.at(turn.desk, turn.unit, turn.place, Gathering.CIRCLE) if turn.place else None
    member = members.here(turn, page) if page is not None and standing.is_no_more(turn, page) else None
    if member is not None:
        members.keep(turn.desk, turn.unit, member, turn, keeping=None)
    return show(turn)


def show(turn: Turn) -> Outcome:
    """Answer `circle`: in a channel with its circle, in one's own conversation with those one is in."""
    if not turn.capabilities.hosted:
        return answer(no_channels())
    if turn.place is None:
        return _mine(turn)
    page = pages.at(turn.desk, turn.unit, turn.place, Gathering.CIRCLE)
    if page is None or is_ending(page):
        return answer(cards.none_here())
    return here(turn, page)


def here(turn: Turn, page: Page) -> Outcome:
    """Show a circle to who is in it, and the way in to others."""
    if members.here(turn, page) is not None:
        return to_member(turn, page)
    if not standing.may_look_after(turn, page):
        return outsiders.card_for(turn, page)
    if not standing.has_keeper(turn.desk, turn.unit, page):
        return answer(changing.without_keeper(turn.mint, page.id))
    way = row(changing.close_button(turn.mint, page.id))
    return answer(cards.join(turn.mint, page.id, setup_of(page), way))


def circle_of(turn: Turn) -> Page | None:
    """Return the circle that a control is about; None where it was closed."""
    page = pages.get(turn.desk, turn.unit, turn.ref.subject or _id(turn.choice))
    is_there = page is not None and page.kind is Gathering.CIRCLE and not is_ending(page)
    return page if is_there else None


def open_one(turn: Turn) -> Outcome:
    """Show the circle that was chosen, or that a control is about; only to who is in it."""
    page = circle_of(turn)
    if page is None:
        return answer(cards.over())
    if members.here(turn, page) is None:
        return answer(cards.not_in())
    return to_member(turn, page)


def to_member(turn: Turn, page: Page) -> Outcome:
    """Show a circle to somebody who is in it."""
    setup = setup_of(page)
    template = templates.named(turn.desk, setup.template)
    about = cards.what(template.title, setup) if template else cards.NO_TEXTS
    facts = (*when(turn, page), cards.names(is_unnamed_on=setup.is_unnamed_on))
    return answer(cards.shown(setup, about, facts, *_ways(turn, page)))


def when(turn: Turn, page: Page) -> Sequence[str]:
    """Return when rounds come, in sentences."""
    setup, found = setup_of(page), list[str]()
    zone = zone_of(setup.zone)
    today = turn.now.astimezone(zone).date()
    open_now = current.round_of(page)
    if open_now is not None:
        found.append(cards.is_open(_moment(open_now.ends, setup, today)))
    if setup.is_paused:
        return (*found, cards.PAUSED)
    if not standing.has_keeper(turn.desk, turn.unit, page):
        return (*found, cards.NO_KEEPER)
    if setup.hushed_until is not None and setup.hushed_until > today:
        found.append(cards.rests_until(date_phrase(setup.hushed_until, today)))
    if (slot := upcoming.next_slot(setup, turn.now)) is not None:
        found.append(cards.opens(comes(slot, today)))
    return found


def _mine(turn: Turn) -> Outcome:
    found = []
    for row_of in turn.unit.gatherings.memberships(turn.index):
        with suppress(KeyProblem):
            page = pages.get(turn.desk, turn.unit, row_of.gathering)
            is_there = page is not None and page.kind is Gathering.CIRCLE and not is_ending(page)
            if page is not None and is_there and members.here(turn, page) is not None:
                found.append(page)
    if not found:
        return answer(cards.none_yet())
    if len(found) == 1:
        return to_member(turn, found[0])
    listed = [(page.id, setup_of(page).called) for page in found[:MOST_LISTED]]
    return answer(cards.which(turn.mint("circle.open"), listed))


def _ways(turn: Turn, page: Page) -> Sequence[Block]:
    """Return what somebody may do in a circle, and what is for who looks after it alone."""
    open_now = current.round_of(page)
    takes_shares = open_now is not None and open_now.stage is Stage.SHARING
    share = (share_button(turn.mint, open_now.opening),) if open_now is not None and takes_shares else ()
    leave = press(turn.mint, "circle.leave", "Leave", page.id)
    ways = (row(*share, company.way(turn.mint, page.id), leave),)
    setup = setup_of(page)
    if standing.is_keeper(turn, page):
        is_hushed = setup.hushed_until is not None and setup.hushed_until > today_of(turn, setup)
        return (*ways, *changing.ways(turn.mint, page.id, setup, rests=setup.is_paused or is_hushed))
    if not standing.may_look_after(turn, page):
        return ways
    close = changing.close_button(turn.mint, page.id)
    if standing.has_keeper(turn.desk, turn.unit, page):
        return (*ways, row(close))
    return (*ways, row(changing.take_button(turn.mint, page.id), close))


def _moment(at: datetime, setup: Setup, today: date) -> str:
    local = at.astimezone(zone_of(setup.zone))
    return f"{date_phrase(local.date(), today)} at {local:%H:%M}"


def _id(text: str) -> UUID | None:
    try:
        return UUID(hex=text)
    except ValueError:
        return None
