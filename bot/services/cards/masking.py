"""After a page was kept: places on it that may point at a person, read by its writer alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.prompts import Option
from bot.guards.identifiers.lines import Line
from bot.services.cards import let_be
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Button,
    Card,
    Choose,
    Reach,
    aside,
    own_words,
    say,
)

LINES_MAX = 3
"""Lines of a page that are shown at once."""

_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_SUMMARY = "For you to read."
_ONCE = "Could a colleague still recognise this person?"
_NEVER = 'Never flag "{words}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What is offered of one version of an entry. `names` are words that may be let be, by their place."""

    entry: UUID
    version: int
    count: int
    is_soft: bool
    lines: Sequence[Line] = field(repr=False)
    names: Sequence[tuple[int, str]] = field(repr=False)


def offer(mint: Mint, offered: Offered, above: Sequence[Block] = ()) -> Card:
    """Return the lines with what was found, as they stand and masked. Nothing has to be done about it."""
    left = offered.count - sum(line.places for line in offered.lines)
    return Card(
        text_id="guard.offer",
        blocks=(
            *above,
            say(count_of(offered.count, is_soft=offered.is_soft)),
            *(own_words(line.text) for line in offered.lines),
            *((aside(more_places(left)),) if left else ()),
            aside("Masked:"),
            *(own_words(line.masked) for line in offered.lines),
            row(*_ways(mint, offered)),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def has_changed() -> Block:
    """Return what stands above an offer that takes the place of one for a page as it was."""
    return say("This page has changed since. This is what stands on it now.")


def nothing_left() -> Card:
    """Return what is said to an offer of before, where nothing is found on the page any more."""
    return _noted("guard.nothing", "Nothing on this page is flagged now.")


def masked(mint: Mint, entry: UUID, *, asks: bool) -> Card:
    """Return the answer to a mask, with the way to read the page; `asks` puts the one question below."""
    read = press(mint, "entry.open", "Read it", entry)
    below = (say(_ONCE), row(read, *_answers(mint, entry))) if asks else (row(read),)
    return Card(text_id="guard.masked", blocks=(say("Masked."), *below), summary=_SUMMARY, reach=Reach.SEALED)


def once(mint: Mint, entry: UUID) -> Card:
    """Return the one question about a page with rare detail on it."""
    blocks = (say(_ONCE), row(*_answers(mint, entry)))
    return Card(text_id="guard.once", blocks=blocks, summary=_SUMMARY, reach=Reach.SEALED)


def fine() -> Card:
    """Return the answer to a yes: it is fine."""
    return _noted("guard.fine", "Fine.")


def stays() -> Card:
    """Return the answer to a page that is left as it is."""
    return _noted("guard.kept", "It stays as you wrote it.")


def which_never(mint: Mint, entry: UUID, version: int, names: Sequence[tuple[int, str]]) -> Card:
    """Return the choice of which words are let be. Own words, so it is only read."""
    some = names[:OPTIONS_MAX]
    return Card(
        text_id="guard.which",
        blocks=(
            own_words(", ".join(words for _, words in some)),
            Choose(
                ref=mint("guard.never", entry, str(version)),
                name="guard.never",
                ask="Which one shall never be flagged?",
                options=tuple(Option(name=f"p{place}", label=let_be.label(words)) for place, words in some),
            ),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def never(undo: Button) -> tuple[Block, ...]:
    """Return the answer to words that are let be; which ones is not said. `undo` takes it back."""
    return say("Noted. It is not flagged again; `settings` has the list."), row(undo)


def never_alone(undo: Button) -> Card:
    """Return that answer where nothing else is left to offer."""
    return Card(text_id="guard.never", blocks=never(undo), summary="Noted.", reach=Reach.SEALED)


def list_is_full(most: int) -> Card:
    """Return what is said where no more words fit."""
    return _noted("guard.full", f"Your list holds {most} words, and is full. `settings` takes one off it.")


def count_of(count: int, *, is_soft: bool) -> str:
    """Return how many places were found; colleagues alone are said more quietly."""
    is_one = count == 1
    if is_soft:
        return "This may name a colleague:" if is_one else "These may name colleagues:"
    number = _COUNTS[count] if count < len(_COUNTS) else f"{count:,}"
    return f"{number} {'place' if is_one else 'places'} may point at a person:"


def more_places(left: int) -> str:
    """Return how many places are not shown."""
    return "and one more place" if left == 1 else f"and {left:,} more places"


def _ways(mint: Mint, offered: Offered) -> list[Button]:
    entry, version = offered.entry, str(offered.version)
    ways = [
        press(mint, "guard.mask", "Mask", entry, arg=version),
        press(mint, "entry.edit", "Edit", entry),
        press(mint, "guard.keep", "Keep as it is", entry),
    ]
    match offered.names:
        case []:
            pass
        case [(place, words)]:
            said = _NEVER.format(words=let_be.label(words, LABEL_MAX - len(_NEVER.format(words=""))))
            ways.append(press(mint, "guard.never", said, entry, arg=f"{version}.{place}"))
        case _:
            ways.append(press(mint, "guard.never", "Never flag one of these", entry, arg=version))
    return ways


def _answers(mint: Mint, entry: UUID) -> tuple[Button, ...]:
    return press(mint, "entry.edit", "Edit", entry), press(mint, "guard.fine", "It is fine")


def _noted(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary="Noted.", reach=Reach.SEALED)
