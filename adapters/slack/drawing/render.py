"""Draws cards as blocks: for a message, a modal, or the Home tab. Pure, and whole: nothing is ever cut."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import assert_never

from adapters.slack import limits, text
from adapters.slack.drawing.controls import (
    command_button,
    draw_buttons,
    draw_choose,
    draw_scale,
    quiet,
    spoken,
)
from adapters.slack.drawing.pictures import draw_picture
from adapters.slack.text import Payload, bold, escape, plain, quoted
from bot.errors import BeyondReach, SurfaceError
from bot.surface import phrases
from bot.surface.card import Block, Buttons, Card, Choose, Fields, Paragraph, Picture, Reach, Scale, Shared
from bot.surface.parts import Piece, pieces, units

CARD = "card"
HOME = "home"
"""The `callback_id` of a view that shows cards, and of the Home tab."""


def blocks_of(cards: Sequence[Card]) -> list[Payload]:
    """Return all that the cards say and offer, in order, a line between two. Ids are unique over the whole.

    Raises:
        SurfaceError: a part of it is more than Slack can hold.
    """
    drawn: list[Payload] = []
    for place, card in enumerate(cards):
        drawn += [{"type": "divider"}] if place else []
        drawn += [{"type": "header", "text": plain(card.title)}] if card.title.strip() else []
        drawn += [each for block in card.blocks for each in _block(block)] or [spoken("")]
    return _numbered(drawn)


def message_of(*cards: Card) -> Payload:
    """Return cards as the text and blocks of one message. What a notification shows is the first's summary.

    Raises:
        BeyondReach: one of them is sealed. A message remains, and others may come to see it.
        SurfaceError: Slack would not take it.
    """
    if any(card.reach is Reach.SEALED for card in cards):
        raise BeyondReach
    return _message(cards[0].summary, blocks_of(cards), cards[0].text_id)


def whisper_of(card: Card) -> Payload:
    """Return a card as a message that one person sees and that does not stay, where no modal can open.

    Raises:
        BeyondReach: somebody's own words stand on it.
        SurfaceError: Slack would not take it.
    """
    if card.has_own_words:
        raise BeyondReach
    return _message(card.summary, blocks_of([card]), card.text_id)


def modal_of(cards: Sequence[Card]) -> Payload:
    """Return cards as a modal, which is for one pair of eyes and stays nowhere.

    Raises:
        SurfaceError: Slack would not take it.
    """
    return _modal(blocks_of(cards), cards[0].text_id)


def home_of(card: Card) -> Payload:
    """Return a card as a person's Home tab.

    Raises:
        BeyondReach: it is sealed. What the tab shows, Slack keeps.
        SurfaceError: Slack would not take it.
    """
    if card.reach is Reach.SEALED:
        raise BeyondReach
    return fitting({"type": "home", "callback_id": HOME, "blocks": blocks_of([card])}, card.text_id)


def message_line(line: str) -> Payload:
    """Return one of our own sentences as a message."""
    return _message(line, _numbered([spoken(line)]), "line")


def modal_line(line: str) -> Payload:
    """Return one of our own sentences as a modal."""
    return _modal(_numbered([spoken(line)]), "line")


def way_in(command: str) -> Payload:
    """Return a message with the button that gives `command` where its answer can be read alone."""
    line = phrases.FOR_YOUR_EYES
    return _message(line, _numbered([spoken(line), command_button(command, phrases.OPEN_HERE)]), "way_in")


def fitting(view: Payload, what: str) -> Payload:
    """Return `view` if Slack takes so much of it.

    Raises:
        SurfaceError: there are too many blocks or bytes.
    """
    size = len(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    if len(view["blocks"]) > limits.VIEW_BLOCKS or size > limits.VIEW_BYTES:
        raise SurfaceError(
            f"{what}: {len(view['blocks'])} blocks and {size} bytes, "
            f"{limits.VIEW_BLOCKS} and {limits.VIEW_BYTES} fit"
        )
    return view


def _message(summary: str, blocks: list[Payload], what: str) -> Payload:
    size = sum(units(words) for words in words_of(blocks))
    if len(blocks) > limits.MESSAGE_BLOCKS or size > limits.MESSAGE_CHARS:
        raise SurfaceError(
            f"{what}: {len(blocks)} blocks and {size} characters, "
            f"{limits.MESSAGE_BLOCKS} and {limits.MESSAGE_CHARS} fit"
        )
    return {"text": escape(summary) if summary.strip() else phrases.PRODUCT, "blocks": blocks}


def _modal(blocks: list[Payload], what: str) -> Payload:
    view = {
        "type": "modal",
        "callback_id": CARD,
        "title": plain(phrases.PRODUCT),
        "close": plain(text.CLOSE),
        "private_metadata": "",
        "blocks": blocks,
    }
    return fitting(view, what)


def _block(block: Block) -> Iterator[Payload]:
    match block:
        case Paragraph(quiet=True):
            yield from (quiet(piece.text) for piece in _readable(block.text, limits.CONTEXT_CHARS))
        case Paragraph():
            yield from (spoken(piece.text) for piece in _readable(block.text, limits.SECTION_CHARS))
        case Shared():
            yield from (quoted(piece.text) for piece in _readable(block.text, limits.SECTION_CHARS))
        case Fields():
            yield from _fields(block)
        case Picture():
            yield draw_picture(block)
        case Choose():
            yield from draw_choose(block)
        case Scale():
            yield from draw_scale(block)
        case Buttons():
            yield draw_buttons(block)
        case _:
            assert_never(block)


def _readable(words: str, most: int) -> list[Piece]:
    """Return the pieces that have anything to read: Slack takes no blank text."""
    return [piece for piece in pieces(words, most) if piece.text.strip()]


def _fields(block: Fields) -> Iterator[Payload]:
    for start in range(0, len(block.pairs), limits.SECTION_PAIRS):
        pairs = block.pairs[start : start + limits.SECTION_PAIRS]
        fields = [drawn for name, value in pairs for drawn in (bold(name), plain(value))]
        longest = max(units(drawn["text"]) for drawn in fields)
        if longest > limits.FIELD_CHARS:
            raise SurfaceError(f"a field: {longest} characters, {limits.FIELD_CHARS} fit")
        yield {"type": "section", "fields": fields}


def _numbered(blocks: list[Payload]) -> list[Payload]:
    return [{**block, "block_id": f"b{place}"} for place, block in enumerate(blocks)]


def words_of(drawn: object) -> Iterator[str]:
    """Walk all texts of something drawn, in order."""
    waiting = [drawn]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            text = here.get("text")
            if isinstance(text, str):
                yield text
            here = list(here.values())
        if isinstance(here, list):
            waiting += [each for each in reversed(here) if isinstance(each, dict | list)]
