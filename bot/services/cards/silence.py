"""What is said once after five check-ins went by."""

from __future__ import annotations

from bot.services.desk import Mint
from bot.surface.card import Button, Buttons, Card, Reach, say

_WENT_BY = "Five went by, and that is fine. I'll be quiet now. Or would less often suit you?"


def went_by(mint: Mint, *, has_rota: bool) -> Card:
    """Return the one question about a silence. Unanswered it is a pause, and nothing more is sent.

    Three a week would break a rota: who has one may change it instead.
    """
    less = Button(ref=mint("silence.three"), name="silence.three", label="Three a week")
    if has_rota:
        less = Button(ref=mint("settings.shifts"), name="settings.shifts", label="Change my shifts")
    return Card(
        text_id="silence",
        blocks=(
            say(_WENT_BY),
            Buttons(
                buttons=(
                    Button(ref=mint("silence.pause"), name="silence.pause", label="Stay quiet"),
                    less,
                    Button(ref=mint("silence.as_it_was"), name="silence.as_it_was", label="As it was"),
                )
            ),
        ),
        summary="A word about check-ins.",
        reach=Reach.PERSONAL,
    )
