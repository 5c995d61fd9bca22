"""Keeping what one shared in a circle in one's own journal, with one press."""

from __future__ import annotations

from uuid import UUID

from bot.domain.journal import Page
from bot.services.cards.circles import sharing as cards
from bot.services.desk import Turn
from bot.services.journal.entries import write_entry
from bot.services.shares import mine, words
from bot.surface.outcome import Outcome, answer


def keep(turn: Turn) -> Outcome:
    """Keep words of who acts as a page of theirs, posted or not; pressed twice, it is one page."""
    found = words.own(turn, turn.subject) or mine.alone(turn, turn.subject)
    if found is None:
        return answer(cards.gone())
    return keep_words(turn, found.post.id, found.share.text)


def keep_words(turn: Turn, post: UUID, text: str) -> Outcome:
    """Keep `text` as a page of who acts, once for each post; one that they changed since stays as it is.

    The page's id is a keyed hash: whoever reads the database cannot tell of which post it came.
    """
    digest = turn.desk.vault.digest("kept", post.hex, turn.person.id.hex)
    entry = UUID(bytes=digest[:16], version=4)
    if turn.unit.journal.get(entry) is None:
        page = Page(text=text, at=turn.now, question=cards.KEPT_FROM)
        write_entry(turn.desk, turn.unit, turn.person, entry, page, before=None)
    return answer(cards.kept_in_journal(turn.mint))
