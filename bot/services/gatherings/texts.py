"""The words of a round that stand around what people share in it, as its circle keeps it."""

from __future__ import annotations

from bot.services.cards.circles.rounds import words_of
from bot.services.cards.circles.sharing import PLAIN, Texts
from bot.services.desk import Desk
from bot.services.gatherings.current import round_of
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of


def texts_of(desk: Desk, page: Page) -> Texts:
    """Return the words of the round that is open, else of the one that the circle keeps.

    Where the library has that round no more, plain ones stand in.
    """
    current = round_of(page)
    template = desk.catalogue.round(current.template if current else setup_of(page).template)
    if template is None:
        return PLAIN
    return words_of(template)
