"""Words that can mean danger: a signpost for their writer alone, after they were saved (docs/content.md)."""

from __future__ import annotations

from bot.services.desk import Turn
from bot.surface.outcome import Act


def signpost(turn: Turn, text: str) -> tuple[Act, ...]:  # noqa: ARG001 - the guard comes in the next commit
    """Return what the writer alone sees after `text` was saved; mostly nothing. Nothing of it is kept."""
    return ()
