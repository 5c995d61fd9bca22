"""A channel that takes nothing: whoever looks after the gathering hears it, once until something arrives."""

from __future__ import annotations

from bot.domain.circles import Post, PostKind
from bot.ports.chat import Why
from bot.ports.store import Unit
from bot.services.cards.circles import trouble as cards
from bot.services.desk import Desk
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.pages import Page

PART = "trouble"
_WORDS = frozenset({PostKind.SHARE, PostKind.ANSWER})


def does_not_arrive(desk: Desk, unit: Unit, page: Page, post: Post, why: Why | None) -> None:
    """Tell who looks after a gathering that a post was not said, or not taken away; once in a row."""
    if post.kind in _WORDS and not post.is_gone:
        _tell_writer(desk, unit, page, post, why)
    told = ("gone " if post.is_gone else "") + (why.value if why else "unknown")
    if page.part(PART).get("told") == told:
        return
    keeper = members.keeper(desk, unit, page)
    pages.keep(desk, unit, page, **{PART: {"told": told}})
    if keeper is not None:
        say = cards.not_taken_away if post.is_gone else cards.not_posted
        text = say(posts.place_of(page, post).surface, post.kind, why)
        posts.say(desk, unit, page, posts.new(desk, PostKind.NOTE, to=keeper.id, text=text), desk.clock.now())


def _tell_writer(desk: Desk, unit: Unit, page: Page, post: Post, why: Why | None) -> None:
    """Tell whoever said something with their name that it does not stand there."""
    writer = posts.share_in(post).member if not post.message else None
    if writer is not None:
        note = posts.new(desk, PostKind.NOTE, to=writer, text=cards.own_not_posted(why))
        posts.say(desk, unit, page, note, desk.clock.now())


def is_over(desk: Desk, unit: Unit, page: Page) -> Page:
    """Something arrived: what is in the way from now on is told anew."""
    return pages.keep(desk, unit, page, **{PART: None}) if page.part(PART) else page
