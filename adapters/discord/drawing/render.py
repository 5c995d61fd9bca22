"""Draws cards as messages that stay, or as layouts for one pair of eyes. Pure, and whole: nothing is cut.

What stays is plain `content` with rows below it, since a lock screen shows its first words; where that has no
room, it is a layout. What only one person sees is a layout, in as many messages as it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import assert_never

from adapters.discord import limits, text
from adapters.discord.drawing.controls import (
    Asked,
    command_button,
    draw_buttons,
    draw_choose,
    draw_scale,
    kept_button,
    row,
    told_apart,
)
from adapters.discord.drawing.pictures import draw_picture
from adapters.discord.text import Payload
from bot.errors import BeyondReach, SurfaceError
from bot.surface import phrases
from bot.surface.card import Block, Buttons, Card, Choose, Fields, Paragraph, Picture, Reach, Scale, Shared
from bot.surface.parts import pieces, units

TEXT, SEPARATOR = 10, 14
"""Types of components (Discord, "Component reference")."""
WITHOUT_PREVIEWS = 1 << 2
IS_LAYOUT = 1 << 15
"""Flags of a message (Discord, "Message flags")."""

_NO_MENTIONS: Payload = {"parse": []}
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class _Group:
    """Components that stay together: a text, a question with its rows, or a row of presses."""

    parts: tuple[Payload, ...] = field(repr=False)
    is_question: bool = False
    is_row: bool = False

    @property
    def signs(self) -> int:
        """Units of all its texts."""
        return sum(units(part["content"]) for part in self.parts if part["type"] == TEXT)

    @property
    def count(self) -> int:
        """How many components it has, those inside of rows among them."""
        return sum(1 + len(part.get("components", ())) for part in self.parts)

    @property
    def fits(self) -> bool:
        """Whether one layout holds it."""
        return self.signs <= limits.LAYOUT_CHARS and self.count <= limits.LAYOUT_PARTS

    def __add__(self, after: _Group) -> _Group:
        """Put another below it."""
        return _Group((*self.parts, *after.parts), is_question=self.is_question or after.is_question)


def post_of(card: Card, *, as_layout: bool = False) -> Payload:
    """Return a card as the body of a message that stays. Its first words are the card's summary.

    `as_layout` is for what takes the place of a layout, which never becomes plain again.

    Raises:
        BeyondReach: it is sealed. A message remains, and others may come to see it.
        SurfaceError: Discord would not take it.
    """
    if card.reach is Reach.SEALED:
        raise BeyondReach
    if not as_layout:
        try:
            return _plain(card)
        except SurfaceError:
            pass  # a layout holds more
    groups = list(chain.from_iterable(map(_block, card.blocks)))
    first = groups[0].parts[0].get("content", "") if groups else ""
    opening = list(map(_words, _opening(card, first)))
    return _layout(_joined([*opening, *groups] or [_NOTHING]), card.text_id)


def change_of(card: Card, *, is_layout: bool) -> Payload:
    """Return a card as the body that changes a message of ours, which is a layout or plain.

    Raises:
        BeyondReach, SurfaceError: as of `post_of`.
    """
    body = post_of(card, as_layout=is_layout)
    return body if is_layout or "content" in body else {**body, "content": None}


def layouts_of(cards: Sequence[Card], *, below: Payload | None = None) -> list[Payload]:
    """Return all that the cards say and offer, in order, as the bodies of one message or several.

    A card begins a new message where the one before has no room for all of it and a whole one has. A question
    keeps its controls, and the card's last row, where a message can hold them together. `below` is a row of
    ours that stands at the end of all.

    Raises:
        SurfaceError: a part of it is more than Discord can hold.
    """
    pages: list[_Group] = []
    for card in cards:
        groups = _bound(list(_groups(card)))
        whole = _joined(groups)
        for place, group in enumerate([whole] if whole.fits else groups):
            beside = _below(pages[-1], group, is_new=not place) if pages else None
            if beside and beside.fits:
                pages[-1] = beside
            else:
                pages.append(group)
    if below:
        end = _Group((below,))
        pages = [*pages[:-1], pages[-1] + end] if (pages[-1] + end).fits else [*pages, end]
    return [_layout(page, cards[0].text_id) for page in pages]


def layout_line(line: str, *controls: Payload) -> Payload:
    """Return one of our own sentences as a layout, with a row of controls below it where there are any."""
    return _layout(_words(text.escape(line)) + _Group((row(*controls),) if controls else ()), "line")


def post_line(line: str) -> Payload:
    """Return one of our own sentences as a message."""
    return _message(text.escape(line), [], "line")


def way_in(command: str) -> Payload:
    """Return a message with the button that gives `command` where its answer can be read alone."""
    return _way_in(command_button(command, phrases.OPEN_HERE))


def way_in_kept(token: str) -> Payload:
    """Return a message with the button that shows what is kept under a token; beside it stands help."""
    return _way_in(kept_button(token, phrases.OPEN_HERE), command_button("helpnow", text.HELP_NOW))


def _way_in(*buttons: Payload) -> Payload:
    return _message(text.escape(phrases.FOR_YOUR_EYES), [row(*buttons)], "way_in")


def _plain(card: Card) -> Payload:
    """Return a card as content, with all that it asks in order, and rows.

    Raises:
        SurfaceError: it has too many signs or rows.
    """
    is_one_of_several = sum(isinstance(block, Choose | Scale) for block in card.blocks) > 1
    said: list[str] = []
    rows: list[Payload] = []
    for block in card.blocks:
        match block:
            case Choose():
                asked = draw_choose(block, in_one_row=is_one_of_several)
            case Scale():
                asked = draw_scale(block, in_one_row=is_one_of_several)
            case Buttons():
                asked = Asked((), (draw_buttons(block),))
            case _:
                asked = Asked(tuple(_said(block)), ())
        said += asked.above
        rows += asked.rows
    opening = _opening(card, said[0] if said else "")
    return _message(_BETWEEN.join([*opening, *said]), rows, card.text_id)


def _opening(card: Card, first: str) -> Iterator[str]:
    """Walk the first words of a message: summary and title, neither of them twice.

    What stands for the summary has no markup of its own, since a lock screen may show it. `first` are the
    first words below, as they are drawn.
    """
    summary, title = card.summary.strip(), card.title.strip()
    if title != summary and _begins(summary, title):
        title = ""  # the summary says it
    is_said = _begins(title, summary) if title else _begins(first, text.escape(summary))
    if summary and not is_said:
        yield text.escape(summary)
    if title:
        yield text.escape(title) if is_said else text.bold(title)


def _begins(words: str, summary: str) -> bool:
    """Whether words begin with the whole of a summary."""
    after = words.removeprefix(summary)
    return words.startswith(summary) and not after[:1].isalnum()


def _message(content: str, rows: list[Payload], what: str) -> Payload:
    content = text.plain(content)
    if units(content) > limits.CONTENT_CHARS or len(rows) > limits.ROWS:
        raise SurfaceError(
            f"{what}: {units(content)} characters and {len(rows)} rows, "
            f"{limits.CONTENT_CHARS} and {limits.ROWS} fit"
        )
    return {
        "content": content,
        "components": told_apart(rows),
        "flags": WITHOUT_PREVIEWS,
        "allowed_mentions": _NO_MENTIONS,
    }


def _layout(page: _Group, what: str) -> Payload:
    if not page.fits:
        raise SurfaceError(
            f"{what}: {page.signs} characters and {page.count} components, "
            f"{limits.LAYOUT_CHARS} and {limits.LAYOUT_PARTS} fit"
        )
    return {"components": told_apart(page.parts), "flags": IS_LAYOUT, "allowed_mentions": _NO_MENTIONS}


def _below(page: _Group, group: _Group, *, is_new: bool) -> _Group:
    """Return a page with a group below; a line is between two cards."""
    return page + _Group(({"type": SEPARATOR},)) + group if is_new else page + group


def _bound(groups: list[_Group]) -> list[_Group]:
    """Return groups with as much of the end in one as a message holds, from the first question on.

    Where nothing is asked, the last row stays with the words before it.
    """
    asking = next((place for place, group in enumerate(groups) if group.is_question), len(groups) - 1)
    starts = range(asking - 1 if groups[asking].is_row and asking else asking, len(groups))
    start = next((start for start in starts if _joined(groups[start:]).fits), len(groups) - 1)
    return [*groups[:start], _joined(groups[start:])]


def _joined(groups: Iterable[_Group]) -> _Group:
    whole = _Group(())
    for group in groups:
        whole += group
    return whole


def _groups(card: Card) -> Iterator[_Group]:
    """Walk a card for a layout; there is always something."""
    title = [_words(text.heading(card.title))] if card.title.strip() else []
    drawn = [*title, *chain.from_iterable(map(_block, card.blocks))]
    yield from drawn or [_NOTHING]


def _block(block: Block) -> Iterator[_Group]:
    match block:
        case Choose():
            yield _question(draw_choose(block))
        case Scale():
            yield _question(draw_scale(block))
        case Buttons():
            yield _Group((draw_buttons(block),), is_row=True)
        case _:
            yield from map(_words, _said(block))


def _question(asked: Asked) -> _Group:
    above = (part for words in asked.above for part in _words(words).parts)
    return _Group((*above, *asked.rows), is_question=True)


def _words(drawn: str) -> _Group:
    return _Group(({"type": TEXT, "content": drawn},))


_NOTHING = _words(text.plain(""))
"""Stands where a card has nothing to read: there is no message of nothing."""


def _said(block: Paragraph | Shared | Fields | Picture) -> Iterator[str]:
    """Walk what a block says, as markdown, each part short enough for a layout and with something to read."""
    match block:
        case Paragraph(quiet=True):
            yield from _parted(block.text, text.small)
        case Paragraph():
            yield from _parted(block.text, text.escape)
        case Shared():
            yield from _parted(block.text, text.quoted)
        case Fields():
            yield from _facts(block)
        case Picture():
            yield draw_picture(block)
        case _:
            assert_never(block)


def _parted(words: str, draw: Callable[[str], str]) -> Iterator[str]:
    """Walk the pieces of words that have anything to read, each as it is drawn."""
    found = pieces(words, limits.LAYOUT_CHARS, lambda piece: units(draw(piece)))
    return (draw(piece.text) for piece in found if piece.text.strip())


def _facts(block: Fields) -> Iterator[str]:
    """Walk facts: together while one text holds them, else each by itself, the value of a long one parted."""
    facts = [_fact(name, value) for name, value in block.pairs]
    together = "\n".join(filter(None, facts))
    if units(together) <= limits.LAYOUT_CHARS:
        yield from filter(None, [together])
        return
    for fact, (name, value) in zip(facts, block.pairs, strict=True):
        if units(fact) <= limits.LAYOUT_CHARS:
            yield from filter(None, [fact])
        else:
            yield from _parted(name, text.escape)
            yield from _parted(value, text.escape)


def _fact(name: str, value: str) -> str:
    """Return a fact with its name in bold; empty where there is nothing to read."""
    named = f"{text.bold(name)}: " if name.strip() else ""
    return f"{named}{text.escape(value)}" if (name + value).strip() else ""
