"""Writing: the form that keeps words, what is said when it did, and the question before an entry goes."""

from __future__ import annotations

from uuid import UUID

from bot.domain.journal import DRAFT_KEPT_DAYS, DRAFT_MAX, ENTRY_MAX, SCENE_MAX
from bot.services.cards.plain import plain
from bot.services.desk import Mint
from bot.surface.card import Button, Buttons, Card, Reach, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

FIELD = "text"
SCENE = "scene"
_HINT = "No names or details, please. Only you can read this back."
_SCENE_HINT = "What happened, if it helps to set it down. This part goes by itself."


def writing(
    ref: str, question: str, *, text: str = "", scene: str = "", scene_days: int | None = None
) -> Form:
    """Return the page of an entry, filled with what was typed before, if anything.

    With `scene_days` it has a second part, for what goes after so many days.
    """
    stays = TextField(
        name=FIELD,
        label="What I take with me",
        hint=_HINT,
        value=shown(text),
        required=scene_days is None,
        long=True,
        limit=ENTRY_MAX,
    )
    fields = (stays,) if scene_days is None else (stays, _goes(scene, scene_days))
    return Form(text_id="entry", ref=ref, name="entry", title="Just for you", intro=question, fields=fields)


def _goes(scene: str, scene_days: int) -> TextField:
    return TextField(
        name=SCENE,
        label=f"Scene (goes after {days(scene_days)})",
        hint=_SCENE_HINT,
        value=shown(scene),
        required=False,
        long=True,
        limit=SCENE_MAX,
    )


def days(count: int) -> str:
    """Return "1 day" or "7 days"."""
    return "1 day" if count == 1 else f"{count} days"


def saved() -> Card:
    """Return the one line that remains. It is shown after the commit, so it is true."""
    return plain("entry.saved", "Saved privately.")


def too_long(length: int, what: str, limit: int) -> str:
    """Return what stands at the field when a text is longer than fits; the words are a draft now."""
    return (
        f"That is {length:,} characters; {what} holds {limit:,}. Your words are kept as a draft for "
        f"{DRAFT_KEPT_DAYS} days: shorten them here, or come back with `write`."
    )


def more_than_a_page(length: int) -> Card:
    """Return what is said to words for a new page that do not fit one: they stand where they were said."""
    return plain(
        "entry.more_than_a_page",
        f"That is {length:,} characters; a page holds {ENTRY_MAX:,}. Nothing was kept, and your words stand "
        "where you wrote them.",
    )


def far_too_long(length: int) -> str:
    """Return what stands at the field when a text does not even fit a draft."""
    return (
        f"That is {length:,} characters and was not kept; a draft holds {DRAFT_MAX:,}. "
        "Please shorten it here."
    )


def stays_whole() -> Card:
    """Return what is said to a wish to change a page that grew longer, in a flow, than a form holds."""
    return plain(
        "entry.stays_whole",
        f"This page is longer than the {ENTRY_MAX:,} characters that a form holds, so it stays as it is. "
        "You can read it, tag it and delete it, and `export` takes it along.",
    )


EMPTY = "Nothing is written yet. Leave it if you would rather not."
NOT_SAVED = "Not saved yet. Your words are still here; please press again."


def remove(mint: Mint, entry: UUID) -> Card:
    """Return the question before an entry goes; what cannot be undone is said before."""
    return Card(
        text_id="entry.remove",
        blocks=(
            say("Delete this page for good? There is no way back: nothing of it is kept."),
            Buttons(
                buttons=(
                    Button(ref=mint("entry.remove", entry), name="entry.remove", label="Delete it"),
                    Button(ref=mint("entry.stay", entry), name="entry.stay", label="Keep it"),
                )
            ),
        ),
        summary="Delete this page for good?",
        reach=Reach.PERSONAL,
    )


def removed() -> Card:
    """Return the answer to a removal. It is shown after the commit, so it is true."""
    return plain("entry.removed", "Gone.")


def stays() -> Card:
    """Return the answer to a no to a removal."""
    return plain("entry.stays", "It stays.")


def no_entry() -> Card:
    """Return what is said when a page was removed before, or went when its time was over."""
    return plain("entry.gone", "That page is no longer here.")


def dropped() -> Card:
    """Return the answer to a no: the words are gone from here."""
    return plain("draft.dropped", "Fine, nothing was kept.")


def draft_gone() -> Card:
    """Return what is said when a draft was kept or dropped before."""
    return plain("draft.gone", "Those words are no longer waiting here. `write` opens a new page.")
