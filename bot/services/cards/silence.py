"""What is said once after five check-ins went by."""

from __future__ import annotations

from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, say

_WENT_BY = "Five went by, and that is fine. I'll be quiet now. Or would less often suit you?"


def went_by(mint: Mint, *, has_rota: bool) -> Card:
    """Return the one question about a silence. Unanswered it is a pause, and nothing more is sent.

    Three a week would break a rota: who has one may change it instead.
    """
    less = press(mint, "silence.three", "Three a week")
    if has_rota:
        less = press(mint, "settings.shifts", "Change my shifts")
    return Card(
        text_id="silence",
        blocks=(
            say(_WENT_BY),
            row(
                press(mint, "silence.pause", "Stay quiet"),
                less,
                press(mint, "silence.as_it_was", "As it was"),
            ),
        ),
        summary="A word about check-ins.",
        reach=Reach.PERSONAL,
    )
