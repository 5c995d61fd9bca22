"""Which card each post is, as things are when it leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.circles import Post, PostKind
from bot.ports.store import Unit
from bot.services.cards.circles import joining, plain
from bot.services.circles.pages import Page
from bot.services.circles.settings import setup_of
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


DRAWN: Mapping[PostKind, Draw] = {
    PostKind.INVITE: _invite,
    PostKind.LINE: _line,
    PostKind.NOTE: _note,
}
"""By kind. Each is drawn in the module that says it."""
