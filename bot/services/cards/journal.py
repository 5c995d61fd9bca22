"""The journal: the form that keeps words, and the one place where they are read back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from bot.domain.journal import DRAFT_KEPT_DAYS, ENTRY_MAX
from bot.services.cards.days import day_phrase
from bot.services.cards.plain import plain
from bot.services.desk import Mint
from bot.surface.card import Button, Buttons, Card, Reach, aside, own_words, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

FIELD = "text"
_HINT = "No names or details, please. Only you can read this back."


def writing(ref: str, question: str = "", value: str = "") -> Form:
    """Return the form for an entry; `value` is what was typed before, if anything."""
    return Form(
        text_id="entry",
        ref=ref,
        name="entry",
        title="Just for you",
        intro=question,
        fields=(
            TextField(
                name=FIELD,
                label="In your own words",
                hint=_HINT,
                value=shown(value),
                long=True,
                limit=ENTRY_MAX,
            ),
        ),
    )


def saved() -> Card:
    """Return the one line that remains. It is shown after the commit, so it is true."""
    return plain("entry.saved", "Saved privately.")


def too_long(length: int) -> str:
    """Return what stands at the field when a text is longer than an entry; the words are a draft now."""
    return (
        f"That is {length:,} characters; one entry holds {ENTRY_MAX:,}. Your words are kept as a draft for "
        f"{DRAFT_KEPT_DAYS} days: shorten them here, or come back with `write`."
    )


def far_too_long(length: int, limit: int) -> str:
    """Return what stands at the field when a text does not even fit a draft."""
    return f"That is {length:,} characters and was not kept; a draft holds {limit:,}. Please shorten it here."


def much_too_long(length: int, limit: int) -> Card:
    """Return what is said to a typed message that does not fit a draft."""
    return plain(
        "typed.too_long",
        f"That is {length:,} characters, more than a draft holds ({limit:,}). Nothing was kept.",
    )


EMPTY = "Nothing is written yet. Close the form if you would rather not."
NOT_SAVED = "Not saved yet. Your words are still in the form; please press again."


def last(day: date, today: date, question: str, text: str) -> Card:
    """Return an entry to its writer. Own words: it may only be read, never posted."""
    asked = (aside(question),) if question else ()
    return Card(
        text_id="journal.last",
        title=day_phrase(day, today),
        blocks=(*asked, own_words(text)),
        summary="Your last entry.",
        reach=Reach.SEALED,
    )


def nothing_yet() -> Card:
    """Return what stands in an empty journal."""
    return plain("journal.empty", "Nothing is written yet. `write` opens a page.")


def typed(mint: Mint, draft: UUID, *, hosted: bool) -> Card:
    """Return the offer to keep words that were typed where no form was open."""
    stays = aside("The message itself stays here, where your workspace's owners may be able to export it.")
    return Card(
        text_id="typed",
        blocks=(
            say("Shall I keep these words in your journal?"),
            *((stays,) if hosted else ()),
            Buttons(
                buttons=(
                    Button(ref=mint("draft.open", draft), name="draft.open", label="Look and keep"),
                    Button(ref=mint("draft.drop", draft), name="draft.drop", label="No"),
                )
            ),
        ),
        summary="Shall I keep these words?",
        reach=Reach.PERSONAL,
    )


def dropped() -> Card:
    """Return the answer to a no: the words are gone from here."""
    return plain("draft.dropped", "Fine, nothing was kept.")


def draft_gone() -> Card:
    """Return what is said when a draft was kept or dropped before."""
    return plain("draft.gone", "Those words are no longer waiting here. `write` opens a new page.")
