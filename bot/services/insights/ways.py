"""Ways on from a look back, and the question of the month below them while it waits."""

from __future__ import annotations

from bot.services.cards import look_backs as cards
from bot.services.desk import Turn
from bot.services.insights import monthly, rereading
from bot.services.rhythm import looks
from bot.surface.card import Block


def ways(turn: Turn, *, days: int | None = None, is_offered: bool = False) -> tuple[Block, ...]:
    """Return what stands below a look back: over so many `days`, or None below the marks.

    `is_offered`: last year is offered there already.
    """
    known = cards.Ways(
        comes=looks.rhythm_of(turn.unit, turn.person) is not None,
        has_pages=rereading.has_pages(turn),
        has_then=rereading.has_then(turn),
    )
    return (
        *cards.ways(turn.mint, known, days=days, is_offered=is_offered),
        *monthly.question(turn),
    )
