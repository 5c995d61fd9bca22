"""Joining a circle and leaving it: no notebook, no check-ins, and no word of it in the channel."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import Post, PostKind, ShareState
from bot.ports.store import Unit
from bot.services.cards.circles import joining as cards
from bot.services.circles import members, posts, showing, templates
from bot.services.circles.members import Member
from bot.services.circles.pages import Page
from bot.services.circles.settings import keep_setup, setup_of
from bot.services.circles.where import name_here
from bot.services.desk import Desk, Turn
from bot.surface.outcome import Outcome, answer

_MOST_WITHOUT_TEXTS = 12
"""Members of a circle whose round is not in the library any more."""


def card_for(turn: Turn, page: Page) -> Outcome:
    """Answer somebody who is not in a circle and pressed something of it: with the way in, to them alone."""
    return answer(cards.join(turn.mint, page.id, setup_of(page)))


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
    has_shares = any(_stands(post) for post in _shares_of(turn.desk, turn.unit, page, member))
    if member.is_keeper or has_shares:
        return answer(cards.ask_leave(turn.mint, page.id, keeps=member.is_keeper, has_shares=has_shares))
    take_out(turn.desk, turn.unit, page, member)
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
    take_out(turn.desk, turn.unit, page, member, with_shares=takes_down)
    return answer(cards.left(took_down=takes_down))


def with_name(turn: Turn, page: Page) -> Page:
    """Return a circle's page with the channel's name as it is told where somebody acts in it."""
    setup, name = setup_of(page), name_here(turn)
    if turn.place != page.place or not name or name == setup.called:
        return page
    return keep_setup(turn.desk, turn.unit, page, replace(setup, called=name))


def take_out(desk: Desk, unit: Unit, page: Page, member: Member, *, with_shares: bool = False) -> None:
    """Remove a member, and what was to reach them or come from them; nothing is said in the channel.

    `with_shares`: what they shared under their name and stands there is taken down, too.
    """
    now = desk.clock.now()
    for post in posts.of(desk, unit, page):
        if post.to == member.id:
            posts.remove(unit, post.id)
    for post in _shares_of(desk, unit, page, member):
        if not _stands(post):
            posts.remove(unit, post.id)
        elif with_shares:
            gone = replace(posts.share_in(post), state=ShareState.GONE)
            posts.say(desk, unit, page, replace(posts.with_share(post, gone), is_gone=True), now)
    unit.gatherings.remove_member(member.id)


def _shares_of(desk: Desk, unit: Unit, page: Page, member: Member) -> list[Post]:
    """Return what a member shared under their name, or is about to; what has no name has no author."""
    found = posts.of(desk, unit, page, PostKind.SHARE)
    return [post for post in found if posts.share_in(post).member == member.id]


def _stands(post: Post) -> bool:
    """Whether a share stands in the channel, or is on its way there."""
    return posts.share_in(post).state in {ShareState.OUT, ShareState.HIDDEN} and not post.is_gone
