"""The words of messages and modals, as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.json_types import Json
from tests.sim.discord.markup import shown

TEXT_DISPLAY, BUTTON = 10, 2
"""Types of components."""


def texts_of(content: str, components: object) -> Iterator[str]:
    """Every text of a message, in order."""
    if content:
        yield shown(content).words
    yield from words(components)


def words(of: object) -> Iterator[str]:
    """Every text in components or parts of them, in order: labels, options, hints, what stands in a field."""
    if isinstance(of, list):
        for each in of:
            yield from words(each)
    elif isinstance(of, dict):
        if of.get("type") == TEXT_DISPLAY:
            yield shown(str(of.get("content", ""))).words
            return
        for key in _PLAIN:
            if isinstance(of.get(key), str) and of[key]:
                yield of[key]
        if of.get("type") == _TEXT_INPUT and of.get("value"):
            yield str(of["value"])
        for key in _DEEPER:
            if key in of:
                yield from words(of[key])


def links(of: object) -> Iterator[str]:
    """Every address that a button leads to."""
    if isinstance(of, list):
        for each in of:
            yield from links(each)
    elif isinstance(of, dict):
        if of.get("type") == BUTTON and isinstance(of.get("url"), str):
            yield of["url"]
        for key in _DEEPER:
            yield from links(of.get(key))


def modal_words(modal: Json) -> str:
    """Return all that a modal says."""
    return "\n".join([str(modal.get("title", "")), *words(modal.get("components", []))])


_TEXT_INPUT = 4
_PLAIN = ("label", "description", "placeholder")
_DEEPER = ("components", "component", "accessory", "options", "items")
