"""The words of a round that stand around what people share in it, as its circle keeps it."""

from __future__ import annotations

from bot.domain.rounds import Wish
from bot.services.cards.circles.sharing import PLAIN, Texts
from bot.services.circles.current import round_of
from bot.services.circles.pages import Page
from bot.services.circles.settings import setup_of
from bot.services.desk import Desk


def texts_of(desk: Desk, page: Page) -> Texts:
    """Return the words of the round that is open, else of the one that the circle keeps.

    Where the library has that round no more, plain ones stand in.
    """
    current = round_of(page)
    template = desk.catalogue.round(current.template if current else setup_of(page).template)
    if template is None:
        return PLAIN
    return Texts(
        share=template.share,
        wishes={Wish(each.name): each.label for each in template.wishes},
        heard=template.heard,
        known=template.known,
        answer=template.answer,
        starters=template.starters,
    )
