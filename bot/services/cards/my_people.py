"""My people: whom somebody would turn to, read by their writer alone. Nobody on the list is contacted."""

from __future__ import annotations

from collections.abc import Sequence

from bot.services.cards.plain import press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Button, Card, Reach, aside, own_words, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

FIELDS = ("one", "two", "three")
"""The fields of the form: so many fit on the list."""
LONGEST = 200
"""Characters for one of them."""

_SUMMARY = "For you to read."
_NEVER = "I never contact anyone on it."


def people_button(mint: Mint) -> Button:
    """Return the way to the list, the same on every card."""
    return press(mint, "people.show", "Someone on my list")


def listed(mint: Mint, people: Sequence[str]) -> Card:
    """Return the list to its writer. Own words: it may only be read, never posted."""
    buttons = (
        _change(mint, "Change"),
        press(mint, "people.clear", "Remove all"),
        help_button(mint),
    )
    return Card(
        text_id="people",
        title="My people",
        blocks=(*(own_words(one) for one in people), aside(_NEVER), row(*buttons)),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def nobody(mint: Mint) -> Card:
    """Return what stands there while the list is empty, with the way to begin it."""
    return Card(
        text_id="people.none",
        blocks=(
            say("Nobody is on your list yet."),
            row(_change(mint, "Add"), help_button(mint)),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def form(ref: str, people: Sequence[str]) -> Form:
    """Return the form that changes the list; an empty field leaves one out."""
    labels = ("A name, and how you reach them", "Another, if you like", "And another")
    values = (*people, "", "", "")
    return Form(
        text_id="people.form",
        ref=ref,
        name="people",
        title="My people",
        intro=f"Sealed, and shown to you alone. {_NEVER}",
        fields=tuple(
            TextField(name=name, label=label, value=shown(value), required=False, limit=LONGEST)
            for name, label, value in zip(FIELDS, labels, values, strict=False)
        ),
    )


def kept() -> Card:
    """Return the answer to a list that was written."""
    return _sealed("people.kept", f"Kept, for you alone. {_NEVER}")


def cleared() -> Card:
    """Return the answer to a list that is empty now."""
    return _sealed("people.cleared", "Removed. Nobody is on your list now.")


def too_long(length: int) -> str:
    """Return what stands at a field that holds too much."""
    return f"That is {length:,} characters; {LONGEST} fit. A few words are enough."


def _change(mint: Mint, label: str) -> Button:
    return press(mint, "people.change", label)


def _sealed(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary=_SUMMARY, reach=Reach.SEALED)
