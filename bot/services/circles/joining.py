"""Joining a circle and leaving it: no notebook, no check-ins, and no word of it in the channel."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import ShareState
from bot.services.cards.circles import joining as cards
from bot.services.circles import memberships, showing
from bot.services.desk import Turn
from bot.services.gatherings import members, templates
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import keep_setup, setup_of
from bot.services.gatherings.where import name_here
from bot.surface.outcome import Outcome, answer

_STANDING = frozenset({ShareState.OUT, ShareState.HIDDEN})
_MOST_WITHOUT_TEXTS = 12
"""Members of a circle whose round is not in the library any more."""


def join(turn: Turn) -> Outcome:
    """Let somebody in. Who is in already sees the circle."""
    page = showing.circle_of(turn)
    if page is None:
        return answer(cards.over())
    page = with_name(turn, page)
    if members.here(turn, page) is not None:
        return showing.to_member(turn, page)
    template = templates.named(turn.desk, setup_of(page).template)
    most = template.most if template else _MOST_WITHOUT_TEXTS
    if len(turn.unit.gatherings.members(page.id)) >= most:
        return answer(cards.full())
    members.add(turn, page)
    return answer(cards.joined(setup_of(page), *showing.when(turn, page)))


def leave(turn: Turn) -> Outcome:
    """Let somebody go at once; who looks after it, or has shares in the channel, is asked first."""
    page = showing.circle_of(turn)
    if page is None:
        return answer(cards.over())
    member = members.here(turn, page)
    if member is None:
        return answer(cards.not_in())
    has_shares = _has_shares(turn, page, member)
    if member.is_keeper or has_shares:
        return answer(cards.ask_leave(turn.mint, page.id, keeps=member.is_keeper, has_shares=has_shares))
    memberships.end(turn.desk, turn.unit, page, member)
    return answer(cards.left(took_down=False))


def leave_now(turn: Turn) -> Outcome:
    """Let somebody go after the question, with what they shared or without."""
    page = showing.circle_of(turn)
    if page is None:
        return answer(cards.over())
    member = members.here(turn, page)
    if member is None:
        return answer(cards.not_in())
    takes_down = turn.ref.arg == "down"
    memberships.end(turn.desk, turn.unit, page, member, shares_stay=not takes_down)
    return answer(cards.left(took_down=takes_down))


def with_name(turn: Turn, page: Page) -> Page:
    """Return a circle's page with the channel's name as it is told where somebody acts in it."""
    setup, name = setup_of(page), name_here(turn)
    if turn.place != page.place or not name or name == setup.called:
        return page
    return keep_setup(turn.desk, turn.unit, page, replace(setup, called=name))


def _has_shares(turn: Turn, page: Page, member: Member) -> bool:
    """Whether something stands in the channel with a member's name, as far as that is known here."""
    said = memberships.said_by(turn.desk, turn.unit, page, member)
    return any(share.state in _STANDING for _, share in said)
