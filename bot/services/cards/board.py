"""Questions of law and licence: a place to ask, and no answer."""

from __future__ import annotations

from bot.services.cards.plain import its_page
from bot.surface.card import Card, Reach, say

_ASK_THEM = "I can't answer questions of law or licence. Please ask your board or your organisation."


def board(policy: str) -> Card:
    """Return whom to ask; `policy` is the address of the organisation's own page, empty where none is set."""
    return Card(
        text_id="board",
        blocks=(say(_ASK_THEM), its_page("board.policy", policy)),
        summary="A place to ask.",
        reach=Reach.PERSONAL,
    )
