"""Words never flagged, read by their writer alone: the list, and one of them taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.prompts import Option
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Button, Buttons, Card, Choose, Paragraph, Reach, own_words, say
from bot.surface.text import shown

TITLE = "Words never flagged"
AT_ONCE = 20
"""Words on one card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A list, and from which of its words on it is shown."""

    list: UUID
    version: int
    words: Sequence[str] = field(repr=False)
    begins: int


def way(mint: Mint) -> Buttons:
    """Return the way to the list, for who has one."""
    return row(press(mint, "letbe.show", TITLE))


def undo(mint: Mint, list_id: UUID, version: int, place: int) -> Button:
    """Return the way back for who has just put words on the list."""
    return press(mint, "letbe.back", "Flag it again", list_id, arg=f"{version}.{place}")


def listed(mint: Mint, part: Part, *, has_changed: bool) -> Card:
    """Return some words of the list with one choice: which of them is flagged again. Own words, so sealed."""
    begins = part.begins if part.begins < len(part.words) else 0
    ends = begins + AT_ONCE
    some = part.words[begins:ends]
    news: tuple[Paragraph, ...] = (say("The list has changed since. This is what it holds."),)
    on = press(mint, "letbe.show", "More", arg=str(ends)) if ends < len(part.words) else None
    back = press(mint, "letbe.show", "From the beginning") if begins else None
    return Card(
        text_id="letbe",
        title=TITLE,
        blocks=(
            *(news if has_changed else ()),
            own_words(", ".join(some)),
            Choose(
                ref=mint("letbe.back", part.list, str(part.version)),
                name="letbe.back",
                ask="Which one shall be flagged again?",
                options=tuple(
                    Option(name=f"w{place}", label=label(words)) for place, words in enumerate(some, begins)
                ),
            ),
            *((row(more),) if (more := on or back) else ()),
        ),
        summary=TITLE,
        reach=Reach.SEALED,
    )


def nothing() -> Card:
    """Return what stands there while there is no list."""
    return _noted("letbe.none", "No words are on that list.")


def taken_back() -> Card:
    """Return the answer to one that was taken back; which one is not said."""
    return _noted("letbe.taken_back", "Noted. From the next page on it is flagged again.")


def label(words: str, most: int = LABEL_MAX) -> str:
    """Return somebody's words as a label, on one line and as much of them as fits."""
    line = " ".join(shown(words).split())
    return line if len(line) <= most else f"{shown(line[: most - 1]).rstrip()}\u2026"


def _noted(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary="Noted.", reach=Reach.SEALED)
