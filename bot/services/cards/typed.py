"""Words typed where no form was open: the offer to keep them, and what follows when they change there."""

from __future__ import annotations

from uuid import UUID

from bot.domain.journal import DRAFT_MAX, ENTRY_MAX
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import stays_at
from bot.services.desk import Mint
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Card, Paragraph, Reach, aside, say


def typed(mint: Mint, draft: UUID, capabilities: Capabilities) -> Card:
    """Return the offer to keep words that were typed where no form was open."""
    stays = aside(f"The message itself stays here: {stays_at(capabilities.surface)}.")
    return _asking(
        "typed",
        "Shall I keep these words in your journal?",
        press(mint, "draft.open", "Look and keep", draft),
        press(mint, "draft.drop", "No", draft),
        *((stays,) if capabilities.hosted else ()),
    )


def much_too_long(length: int) -> Card:
    """Return what is said to a typed message that does not fit a draft."""
    return plain(
        "typed.too_long",
        f"That is {length:,} characters, more than a draft holds ({DRAFT_MAX:,}). Nothing was kept.",
    )


def edited(mint: Mint, draft: UUID) -> Card:
    """Return the offer to take what a message says now into the entry that it became."""
    return _asking(
        "typed.edited",
        "Take the change into your journal too?",
        press(mint, "change.take", "Take it", draft),
        press(mint, "change.leave", "Leave it", draft),
    )


def edit_too_long(length: int) -> Card:
    """Return what is said when a message, kept before, has grown longer than an entry."""
    return plain(
        "typed.edit_too_long",
        f"That is {length:,} characters now, more than a page holds ({ENTRY_MAX:,}). "
        "Your private copy stays as it was.",
    )


def left() -> Card:
    """Return the answer to a no to a change."""
    return plain("typed.left", "Your private copy stays as it was.")


def deleted(mint: Mint, entry: UUID) -> Card:
    """Return what is asked when a message that was kept is deleted on its platform."""
    return _asking(
        "typed.deleted",
        "Your private copy stays. Remove it too?",
        press(mint, "entry.remove", "Remove it", entry),
        press(mint, "entry.stay", "Keep it", entry),
        aside("Once removed, it cannot be brought back."),
    )


def _asking(text_id: str, ask: str, yes: Button, no: Button, *more: Paragraph) -> Card:
    return Card(
        text_id=text_id,
        blocks=(say(ask), *more, row(yes, no)),
        summary=ask,
        reach=Reach.PERSONAL,
    )
