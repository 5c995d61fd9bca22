"""Which card each post is, as things are when it leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from bot.domain.circles import Post, PostKind, ShareState
from bot.ports.store import Unit
from bot.services.cards.circles import answering, joining, plain, sharing
from bot.services.circles import posts
from bot.services.circles.pages import Page
from bot.services.circles.settings import setup_of
from bot.services.circles.texts import texts_of
from bot.services.desk import Desk, Mint
from bot.surface.card import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A post that leaves, and the world around it. `mint` makes refs for who will see it."""

    desk: Desk
    unit: Unit
    page: Page
    post: Post
    mint: Mint


Draw = Callable[[Drawing], Card | None]


def draw(drawing: Drawing) -> Card | None:
    """Return the card of a post; None where there is nothing to say any more."""
    return DRAWN[drawing.post.kind](drawing)


def _line(drawing: Drawing) -> Card:
    return plain.line(str(drawing.post.details["text"]))


def _note(drawing: Drawing) -> Card:
    return plain.note(str(drawing.post.details["text"]))


def _invite(drawing: Drawing) -> Card:
    return joining.invite(drawing.mint, drawing.page.id, setup_of(drawing.page))


def _share(drawing: Drawing) -> Card | None:
    share = posts.share_in(drawing.post)
    match share.state:
        case ShareState.OUT:
            texts = texts_of(drawing.desk, drawing.page)
            return sharing.posted(drawing.mint, drawing.post.id, share, texts)
        case ShareState.HIDDEN:
            return sharing.hidden()
        case ShareState.WAITING | ShareState.PENDING | ShareState.GONE:
            return None
        case _:
            assert_never(share.state)


def _answer(drawing: Drawing) -> Card | None:
    share = posts.share_in(drawing.post)
    match share.state:
        case ShareState.OUT:
            return answering.posted(drawing.mint, drawing.post.id, share)
        case ShareState.HIDDEN:
            return sharing.hidden()
        case ShareState.WAITING | ShareState.PENDING | ShareState.GONE:
            return None
        case _:
            assert_never(share.state)


DRAWN: Mapping[PostKind, Draw] = {
    PostKind.ANSWER: _answer,
    PostKind.INVITE: _invite,
    PostKind.LINE: _line,
    PostKind.NOTE: _note,
    PostKind.SHARE: _share,
}
"""By kind. Each is drawn in the module that says it."""
