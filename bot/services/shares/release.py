"""Shares without a name come out together, mixed, as rows of their own; what stays alone is dropped.

Each gets a new id when it comes out. Whoever sees row after row appear while people write, and reads the
channel later, finds no way from the one to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.domain.circles import UNNAMED_LEAST, Post, PostKind, Round, Share, ShareState
from bot.domain.round_hours import NOT_IN_LAST, Hours
from bot.domain.zones import zone_of
from bot.ports.chance import Chance
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import posts
from bot.services.gatherings.current import round_of
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.services.shares import aliases

TOGETHER = 2
"""So many aliases at least have something waiting, or nothing comes out."""
_LATE = timedelta(minutes=10)
"""A step that comes so much after its instant still counts as in time; later it is left out."""

T = TypeVar("T")


def batch(desk: Desk, unit: Unit, page: Page, now: datetime) -> None:
    """Let what waits without a name come out, two or more together.

    Fewer wait. So does all in a circle that is too small, and at an hour at which whoever looks after it
    is not there for two hours more, as after a long sleep.
    """
    current = round_of(page)
    if (
        current is None
        or not setup_of(page).is_unnamed_on
        or is_small(unit, page)
        or not _is_looked_after(page, now)
    ):
        return
    ready = [
        post
        for post in _of_round(desk, unit, page, current)
        if posts.share_in(post).state is ShareState.PENDING
        and not aliases.rests(page, current, posts.share_in(post).alias)
    ]
    if len({posts.share_in(post).alias for post in ready}) < TOGETHER:
        return
    for post in _shuffled(desk.chance, ready):
        posts.remove(unit, post.id)
    for post in _shuffled(desk.chance, ready):
        out = replace(posts.share_in(post), state=ShareState.OUT)
        new = posts.with_share(Post(id=desk.chance.new_id(), kind=PostKind.SHARE), out)
        posts.say(desk, unit, page, new, now)


def drop(desk: Desk, unit: Unit, page: Page, current: Round) -> None:
    """Let a round have no author any more: what waits without a name is dropped, and no proof remains.

    Nor can anybody work out an alias again, once no other round opens in its week.
    """
    for post in _of_round(desk, unit, page, current):
        share = posts.share_in(post)
        if share.state in {ShareState.WAITING, ShareState.PENDING}:
            posts.remove(unit, post.id)
        else:
            posts.keep(desk, unit, page, posts.with_share(post, _without_author(share)))
    aliases.forget(desk, unit, page, current)


def is_small(unit: Unit, page: Page) -> bool:
    """Whether a circle has too few members for anything to come without a name."""
    return len(unit.gatherings.members(page.id)) < UNNAMED_LEAST


def _is_looked_after(page: Page, now: datetime) -> bool:
    """Whether an instant is in the hours of who looks after a circle, and not in their last two."""
    setup = setup_of(page)
    zone, hours = zone_of(setup.zone), Hours(days=setup.days, start=setup.start, end=setup.end)
    day = hours.belongs_to(now.astimezone(zone))
    last = hours.end_on(day, zone) - NOT_IN_LAST + _LATE
    return day.weekday() in hours.days and hours.start_on(day, zone) <= now <= last


def _of_round(desk: Desk, unit: Unit, page: Page, current: Round) -> Sequence[Post]:
    found = posts.of(desk, unit, page, PostKind.SHARE)
    return [post for post in found if _is_unnamed_in(posts.share_in(post), current)]


def _is_unnamed_in(share: Share, current: Round) -> bool:
    return share.is_unnamed and share.round == current.number


def _without_author(share: Share) -> Share:
    return replace(share, alias="", proof="", aside=())


def _shuffled(chance: Chance, things: Sequence[T]) -> list[T]:
    left, mixed = list(things), list[T]()
    while left:
        mixed.append(left.pop(chance.below(len(left))))
    return mixed
