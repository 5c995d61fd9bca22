"""A channel that takes nothing: whoever looks after the gathering hears it, once until something arrives."""

from __future__ import annotations

from bot.domain.circles import Post, PostKind
from bot.ports.chat import Why
from bot.ports.store import Unit
from bot.services.cards.circles import trouble as cards
from bot.services.circles import members, pages, posts
from bot.services.circles.pages import Page
from bot.services.desk import Desk

PART = "trouble"


def does_not_arrive(desk: Desk, unit: Unit, page: Page, post: Post, why: Why | None) -> None:
    """Tell who looks after a gathering that a post was not said, or not taken away; once in a row."""
    told = ("gone " if post.is_gone else "") + (why.value if why else "unknown")
    if page.part(PART).get("told") == told:
        return
    keeper = members.keeper(desk, unit, page)
    pages.keep(desk, unit, page, **{PART: {"told": told}})
    if keeper is not None:
        say = cards.not_taken_away if post.is_gone else cards.not_posted
        text = say(page.place.surface, post.kind, why)
        posts.say(desk, unit, page, posts.new(desk, PostKind.NOTE, to=keeper.id, text=text), desk.clock.now())


def is_over(desk: Desk, unit: Unit, page: Page) -> Page:
    """Something arrived: what is in the way from now on is told anew."""
    return pages.keep(desk, unit, page, **{PART: None}) if page.part(PART) else page
