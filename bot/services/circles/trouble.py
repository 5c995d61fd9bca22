"""A channel that takes nothing: whoever looks after the gathering hears it, once until something arrives."""

from __future__ import annotations

from bot.domain.circles import PostKind
from bot.ports.chat import Why
from bot.ports.store import Unit
from bot.services.cards.circles import trouble as cards
from bot.services.circles import members, pages, posts
from bot.services.circles.pages import Page
from bot.services.desk import Desk

PART = "trouble"


def does_not_arrive(desk: Desk, unit: Unit, page: Page, kind: PostKind, why: Why | None) -> None:
    """Tell who looks after a gathering that nothing could be posted; the same is not told twice in a row."""
    told = why.value if why else "unknown"
    if page.part(PART).get("told") == told:
        return
    pages.keep(desk, unit, page, **{PART: {"told": told}})
    _tell(desk, unit, page, cards.not_posted(page.place.surface, kind, why))


def stays_there(desk: Desk, unit: Unit, page: Page, why: Why | None) -> None:
    """Tell who looks after a gathering that something was taken back, and could not be removed there.

    Where the channel or the message is gone, so is what stood in it.
    """
    if why is not Why.GONE:
        _tell(desk, unit, page, cards.not_removed(why))


def is_over(desk: Desk, unit: Unit, page: Page) -> Page:
    """Something arrived: what is in the way from now on is told anew."""
    return pages.keep(desk, unit, page, **{PART: None}) if page.part(PART) else page


def _tell(desk: Desk, unit: Unit, page: Page, text: str) -> None:
    keeper = members.keeper(desk, unit, page)
    if keeper is not None:
        note = posts.new(desk, PostKind.NOTE, to=keeper.id, text=text)
        posts.say(desk, unit, page, note, desk.clock.now())
