"""The words of blocks, messages and views, as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from tests.json_types import Json

_WORDS = {"plain_text", "mrkdwn", "text"}


def words(of: object) -> Iterator[str]:
    """Every text in blocks, views or parts of them, in order: labels, options, hints, pictures' alt words."""
    if isinstance(of, list):
        for each in of:
            yield from words(each)
    elif isinstance(of, dict):
        if of.get("type") in _WORDS and isinstance(of.get("text"), str):
            yield unescape(of["text"]) if of["type"] == "mrkdwn" else of["text"]
            return
        if of.get("type") == "image":
            yield str(of.get("alt_text", ""))
        for key, value in of.items():
            if key in {"initial_value", "value"} and of.get("type") == "plain_text_input":
                yield str(value or "")
            elif key not in _SILENT:
                yield from words(value)


_SILENT = {"private_metadata", "callback_id", "block_id", "action_id", "hash", "id", "confirm"}


def text_of(text: str, blocks: list[Json]) -> str:
    """Return what a message says: its blocks, or its text where it has none."""
    return "\n".join(words(blocks)) if blocks else text
