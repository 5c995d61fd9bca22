"""Something small after a low mark or a rough word: a question that asks little, and offers."""

from __future__ import annotations

from bot.domain.checkins import Run
from bot.domain.prompts import Modality, Prompt
from bot.services.cards.checkin import question
from bot.services.cards.plain import plain
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Buttons, Card, Reach, say

REST_STOP = "rest_stop"
"""The guided flow that is offered."""

_SUMMARY = "For you alone."
_SMALL = "Something small today."


def small(mint: Mint, run: Run | None, prompt: Prompt | None, *, kind_word: bool) -> Card:
    """Return the card for one person alone, the same whichever mark or word it follows."""
    blocks: list[Block] = [say(_SMALL)]
    if run is not None and prompt is not None:
        blocks += _question(mint, run, prompt)
    blocks.append(Buttons(buttons=_offers(mint, run, kind_word=kind_word)))
    return Card(text_id="gentle", blocks=tuple(blocks), summary=_SUMMARY, reach=Reach.SEALED)


def alone(mint: Mint, run: Run, prompt: Prompt) -> Card:
    """Return a question that was asked for from among the offers, and a way to leave it."""
    blocks = (*_question(mint, run, prompt), Buttons(buttons=(_no(mint, run),)))
    return Card(text_id="gentle.kind", blocks=blocks, summary=_SUMMARY, reach=Reach.SEALED)


def noted() -> Card:
    """Return the receipt for an answer, never which."""
    return plain("gentle.noted", "Noted.")


def passed() -> Card:
    """Return the answer to "No, thanks"."""
    return plain("gentle.passed", "Fine.")


def none_left() -> Card:
    """Return what is said where the library has no kind word, or that topic rests."""
    return plain("gentle.none", "There is no such question here now. `write` is here any time.")


def _question(mint: Mint, run: Run, prompt: Prompt) -> list[Block]:
    blocks = question(mint("checkin.prompt", run.id), "gentle.prompt", prompt)
    if prompt.modality is Modality.TEXT:
        write = Button(ref=mint("checkin.write", run.id), name="gentle.write", label="Write")
        blocks.append(Buttons(buttons=(write,)))
    return blocks


def _offers(mint: Mint, run: Run | None, *, kind_word: bool) -> tuple[Button, ...]:
    kind = Button(ref=mint("gentle.kind"), name="gentle.self_compassion", label="A kind word to yourself")
    return (
        Button(ref=mint("flow.start", None, REST_STOP), name="gentle.rest_stop", label="Rest stop, 3 min"),
        *((kind,) if kind_word else ()),
        Button(ref=mint("people.show"), name="gentle.people", label="Someone on my list"),
        help_button(mint),
        _no(mint, run),
    )


def _no(mint: Mint, run: Run | None) -> Button:
    return Button(ref=mint("gentle.no", run.id if run else None), name="gentle.no", label="No, thanks")
