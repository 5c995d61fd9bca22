"""A circle that is being closed: one last line is on its way to its channel, and then it is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.circles import Post, PostKind
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import pages, posts
from bot.services.gatherings.pages import Page

PART = "ending"
_A_MOMENT = timedelta(seconds=1)


def begin(desk: Desk, unit: Unit, page: Page, text: str) -> None:
    """Let nothing more come of a circle but a last line, after which its key and its rows go.

    The invitation is taken away before, as far as the channel lets it be.
    """
    now = desk.clock.now()
    last = posts.new(desk, PostKind.LINE, text=text)
    unit.agenda.remove_for(page.id)
    page = pages.keep(desk, unit, page, **{PART: {"last": last.id.hex}})
    for invite in posts.of(desk, unit, page, PostKind.INVITE):
        posts.say(desk, unit, page, replace(invite, is_gone=True), now)
    posts.say(desk, unit, page, last, now + _A_MOMENT)


def is_ending(page: Page) -> bool:
    """Whether a circle is being closed: whoever asks is told that it is over."""
    return bool(page.part(PART))


def is_last(page: Page, post: Post) -> bool:
    """Whether a post is the last line of its circle."""
    return bool(page.part(PART).get("last") == post.id.hex)
