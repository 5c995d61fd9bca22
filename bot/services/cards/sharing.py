"""Before a text is shared with others: what they would read, and one choice. For its writer alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.services.cards.masking import count_of
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, aside, own_words, say

SUMMARY = "For you to read."
_RECOGNISE = "ould a colleague still recognise this person?"
_OTHERS = "Others will read this."
_LET_BE = "Your list of words never flagged is for your own pages. Others read this, so those are shown, too."
_DETAILS = "No name stands here, but these details together may point at one person."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceControls:
    """The names of the controls that a feature answers itself, each a route of its own.

    `about` takes the answer to "Is this about", where words can mean danger: it calls `choosing.about`.
    `readers` says who will read it.
    """

    masked: str
    edit: str
    as_it_is: str
    drop: str
    about: str
    readers: str = _OTHERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen of a text that waits in `row`. `places` may point at a person, in order and apart.

    `shown` is what a control carries to know again which text stood on its card.
    `is_dense`: rare detail remains, masked too. `is_let_be`: some places are words never flagged elsewhere.
    """

    row: UUID
    shown: str
    text: str = field(repr=False)
    masked: str = field(repr=False)
    places: Sequence[tuple[int, int]]
    is_soft: bool
    is_dense: bool
    is_let_be: bool

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.places)

    @property
    def pointed_at(self) -> str:
        """The text with each place between guillemets."""
        parts: list[str] = []
        at = 0
        for start, end in self.places:
            parts += [self.text[at:start], "\u00ab", self.text[start:end], "\u00bb"]
            at = end
        return "".join([*parts, self.text[at:]])


def choice(mint: Mint, controls: ChoiceControls, seen: Seen, above: Sequence[Block]) -> Card:
    """Return the one choice; `above` is who to call, where words can mean danger, and what changed."""
    masked = press(mint, controls.masked, "Share masked", seen.row, arg=seen.shown)
    ways = (
        press(mint, controls.edit, "Edit", seen.row, arg=seen.shown),
        press(mint, controls.as_it_is, "Share as it is", seen.row, arg=seen.shown),
        press(mint, controls.drop, "Do not share", seen.row, arg=seen.shown),
    )
    return Card(
        text_id="sharing.choice",
        blocks=(
            *above,
            *(_found(seen) if seen.count else _nothing_found(seen)),
            say(controls.readers),
            row(*((masked,) if seen.count else ()), *ways),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def has_changed() -> Block:
    """Return what stands above a text that is not the one that was chosen for."""
    return say("This text has changed since. Nothing was shared. This is what stands here now:")


def _found(seen: Seen) -> tuple[Block, ...]:
    return (
        say(count_of(seen.count, is_soft=seen.is_soft)),
        own_words(seen.pointed_at),
        *((aside(_LET_BE),) if seen.is_let_be else ()),
        aside("Masked:"),
        own_words(seen.masked),
        *((say(f"Even masked, c{_RECOGNISE}"),) if seen.is_dense else ()),
    )


def _nothing_found(seen: Seen) -> tuple[Block, ...]:
    if seen.is_dense:
        return say(f"C{_RECOGNISE}"), own_words(seen.text), aside(_DETAILS)
    return (own_words(seen.text),)
