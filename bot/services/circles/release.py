"""Shares without a name come out together, mixed, as rows of their own; what stays alone is dropped.

Each gets a new id when it comes out. Whoever sees row after row appear while people write, and reads the
channel later, finds no way from the one to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.domain.circles import UNNAMED_LEAST, Post, PostKind, Round, Share, ShareState
from bot.ports.chance import Chance
from bot.ports.store import Unit
from bot.services.circles import aliases, posts
from bot.services.circles.current import round_of
from bot.services.circles.pages import Page
from bot.services.circles.settings import setup_of
from bot.services.desk import Desk

TOGETHER = 2
"""So many aliases at least have something waiting, or nothing comes out."""

T = TypeVar("T")


def batch(desk: Desk, unit: Unit, page: Page, now: datetime) -> None:
    """Let what waits without a name come out, two or more together; fewer wait, and in too small a circle."""
    current = round_of(page)
    if current is None or not setup_of(page).is_unnamed_on or is_small(unit, page):
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
    """Let a round have no author any more: what waits without a name is dropped, and no proof remains."""
    for post in _of_round(desk, unit, page, current):
        share = posts.share_in(post)
        if share.state in {ShareState.WAITING, ShareState.PENDING}:
            posts.remove(unit, post.id)
        else:
            posts.keep(desk, unit, page, posts.with_share(post, _without_author(share)))


def is_small(unit: Unit, page: Page) -> bool:
    """Whether a circle has too few members for anything to come without a name."""
    return len(unit.gatherings.members(page.id)) < UNNAMED_LEAST


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
