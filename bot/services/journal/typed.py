"""Words typed where no form was open, and what becomes of a kept copy when they change on their platform.

What happens to a message never happens to a kept copy by itself: its writer is asked.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.journal import DRAFT_MAX, ENTRY_MAX, Draft, Entry, Page
from bot.errors import Tampered
from bot.guards.board.questions import asks_board
from bot.services.cards import journal as journal_cards
from bot.services.cards import typed as cards
from bot.services.desk import Turn
from bot.services.journal import drafts
from bot.services.journal.drafts import Held
from bot.services.journal.entries import change_of, open_pages, read_entry
from bot.services.journal.journal import keep_page
from bot.services.support.board import pointed
from bot.services.support.danger import above
from bot.surface.inbound import DirectMessage, MessageDeleted, MessageEdited
from bot.surface.outcome import QUIET, Outcome, Replace, answer
from bot.surface.text import kept

QUESTION_MAX = 300
"""Characters up to which words that ask of law or licence are that question, and nothing to keep."""


def typed(turn: Turn) -> Outcome:
    """Hold words that were typed where no form was open, and ask whether to keep them.

    They are held from here on: where they can mean danger, who to call comes before the question. A question
    of law or licence is shown whom to ask; a short one is that alone, and is not held.
    """
    if not isinstance(turn.event, DirectMessage):
        return QUIET
    text = kept(turn.event.text)
    if not text.strip():
        return QUIET  # a picture alone, say
    if len(text) > DRAFT_MAX:
        return answer(cards.much_too_long(len(text)))
    is_for_board = asks_board(text)
    if is_for_board and len(text) <= QUESTION_MAX:
        return above(turn, text, pointed(turn))
    draft = turn.desk.chance.new_id()
    drafts.hold(turn, draft, Held(text=text, message=_digest(turn, turn.event.message)))
    offer = answer(cards.typed(turn.mint, draft, turn.capabilities))
    return above(turn, text, pointed(turn, offer.first) if is_for_board else offer)


def edited(turn: Turn) -> Outcome:
    """Offer a change to the entry that a message became; one that still waits is changed in silence."""
    if not isinstance(turn.event, MessageEdited) or not _may_hear(turn):
        return QUIET
    message, text = _digest(turn, turn.event.message), kept(turn.event.text)
    if not message or not text.strip():
        return QUIET
    if found := _entry_of(turn, message):
        return _offer(turn, *found, text)
    if (waiting := _draft_of(turn, message)) and len(text) <= DRAFT_MAX:
        draft, held = waiting
        drafts.hold(turn, draft.id, replace(held, text=text))
        return above(turn, text, QUIET)
    return QUIET


def deleted(turn: Turn) -> Outcome:
    """Ask about the entry that a deleted message became. Words that still wait stay, until their days end."""
    if not isinstance(turn.event, MessageDeleted) or not _may_hear(turn):
        return QUIET
    message = _digest(turn, turn.event.message)
    found = _entry_of(turn, message) if message else None
    return answer(cards.deleted(turn.mint, found[0].id)) if found else QUIET


def take_change(turn: Turn) -> Outcome:
    """Write a message's change into its entry; everything else on that page stays."""
    draft = turn.own(turn.unit.journal.draft(turn.subject))
    held = drafts.read_draft(turn, draft) if draft else None
    entry = turn.unit.journal.get(held.entry) if held and held.entry else None
    if held is None or entry is None:
        return answer(journal_cards.draft_gone())
    drafts.let_go(turn, turn.subject)
    page = read_entry(turn.desk, turn.person, entry)
    return keep_page(turn, entry.id, replace(page, text=held.text), before=entry)


def leave_change(turn: Turn) -> Outcome:
    """Take the no to a change: the entry stays as it was, and what was held for it goes."""
    drafts.let_go(turn, turn.subject)
    return Outcome(first=Replace(card=cards.left()))


def _may_hear(turn: Turn) -> bool:
    """Whether a yes stands: who gave none is not answered for changing a message of theirs."""
    return turn.visitor is not None and turn.visitor.has_said_yes


def _offer(turn: Turn, entry: Entry, page: Page, text: str) -> Outcome:
    if text == page.text:
        return QUIET
    if len(text) > ENTRY_MAX:
        return answer(cards.edit_too_long(len(text)))
    change = change_of(entry.id)
    held = Held(text=text, scene=page.scene, question=page.question, entry=entry.id, message=page.message)
    drafts.hold(turn, change, held)
    return above(turn, text, answer(cards.edited(turn.mint, change)))


def _entry_of(turn: Turn, message: str) -> tuple[Entry, Page] | None:
    """Return the entry that a message became. The link stands inside the seal, so pages are opened for it."""
    latest_first = turn.unit.journal.every(turn.person.id)[::-1]
    pages = open_pages(turn.desk, turn.person, latest_first)
    return next((found for found in pages if found[1].message == message), None)


def _draft_of(turn: Turn, message: str) -> tuple[Draft, Held] | None:
    for draft in turn.unit.journal.drafts(turn.person.id):
        try:
            held = drafts.read_draft(turn, draft)
        except Tampered:
            continue
        if held.message == message:
            return draft, held
    return None


def _digest(turn: Turn, message: str) -> str:
    """Return the keyed digest under which a message is known here; nothing for one without an id."""
    if not message:
        return ""
    account = turn.event.account
    parts = (account.surface, account.workspace, account.user, message)
    return turn.desk.vault.digest("message", *parts).hex()
