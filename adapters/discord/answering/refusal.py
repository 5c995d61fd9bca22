"""A form that was refused: what was typed goes back to its writer, since Discord has closed it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.discord import text
from adapters.discord.answering.kept import KeptForm
from adapters.discord.drawing.forms import TEXT_INPUT, filled, typed_in
from adapters.discord.text import Payload
from bot.surface import phrases
from bot.surface.card import Block, Card, Fields, Reach, aside, own_words, say
from bot.surface.inputs import field_of
from bot.surface.outcome import Refuse

Typed = Sequence[Mapping[str, Any]]
"""Components of a form as they came back."""


def given_back(refused: Refuse, typed: Typed, drawn: KeptForm | None) -> Card:
    """Return why a form was refused, and all that was written in it, to be read by its writer alone.

    What stood there when it opened, and was not changed, was not written.

    Without `drawn` nobody knows any more what the form looked like: its words can be copied.
    """
    stood = typed_in(drawn.modal["components"]) if drawn else {}
    written = [
        words
        for field, words in typed_in(filter(_is_text, typed)).items()
        if words.strip() and words != stood.get(field)
    ]
    blocks: list[Block] = list(_why(refused, _labels(drawn.modal) if drawn else {}))
    if written:
        blocks += [say(text.YOUR_WORDS), *map(own_words, written)]
    if drawn or written:
        blocks.append(aside(text.OPENS_AGAIN if drawn else text.COPY_THEM))
    return Card(text_id="refused", blocks=tuple(blocks), summary=phrases.PRODUCT, reach=Reach.SEALED)


def drawn_again(form: KeptForm, typed: Typed) -> KeptForm:
    """Return a form as it opens again: with what was typed and chosen in it."""
    return KeptForm(modal=filled(form.modal, typed), origin=form.origin, is_offered=True)


def _why(refused: Refuse, labels: Mapping[str, str]) -> Iterator[Block]:
    """Walk the sentences; where a form has several fields each stands beside the name of its own."""
    said: set[tuple[str, str]] = set()
    for field, sentence in refused.errors.items():
        label = labels.get(field, "") if len(labels) > 1 else ""
        if (label, sentence) not in said:
            yield Fields(pairs=((label, sentence),)) if label else say(sentence)
        said.add((label, sentence))


def _labels(modal: Payload) -> dict[str, str]:
    """Return what is written above each field, by its name."""
    labels: dict[str, str] = {}
    for part in modal["components"]:
        if "component" in part:
            labels.setdefault(field_of(part["component"]["custom_id"]), part["label"])
    return labels


def _is_text(part: Mapping[str, Any]) -> bool:
    """Whether somebody wrote there, and did not choose."""
    return (part.get("component") or {}).get("type") == TEXT_INPUT
