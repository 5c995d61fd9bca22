"""Answering a share: the form, what stands below the share, and what who pressed is told."""

from __future__ import annotations

from uuid import UUID

from bot.domain.circles import SHARE_MAX, Share
from bot.domain.rounds import Wish
from bot.services.cards.circles.sharing import FIELD, Texts, name_of, wish_of
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, say, shared_words
from bot.surface.form import HINT_MAX, INTRO_MAX, Form, TextField
from bot.surface.text import shown

_WISHED: dict[Wish, str] = {
    Wish.HEARD: "They ask to be heard, and nothing more. Say what you heard, without advice.",
    Wish.KNOWN: "They ask who knows it too. Say what you know of it from yourself, without advice.",
    Wish.IDEA: "They ask for one idea. Say first what you heard; then one idea is welcome.",
}
"""Listening comes first everywhere; advice is welcome only where somebody asked for it."""
IS_GONE = "What you answered is not there any more, so nothing was posted. Your words are still here."


def form(ref: str, share: Share, texts: Texts, *, text: str = "") -> Form:
    """Return the page of an answer: which answers are wished for, and first words for who looks for some."""
    field = TextField(
        name=FIELD,
        label="Everybody here reads it, with your name",
        hint=starters(texts),
        value=shown(text),
        long=True,
        limit=SHARE_MAX,
    )
    return Form(
        text_id="answer.form",
        ref=ref,
        name="answer",
        title="Answer",
        intro=_WISHED[wish_of(share)][:INTRO_MAX],
        fields=(field,),
        submit="Answer",
    )


def starters(texts: Texts) -> str:
    """Return the first words of an answer in one line, as many of them as fit."""
    said = ""
    for each in texts.starters:
        longer = f"{said} · {each} …" if said else f"{each} …"
        if len(longer) > HINT_MAX:
            break
        said = longer
    return said


def posted(mint: Mint, post: UUID, share: Share) -> Card:
    """Return an answer as it stands below its share."""
    return Card(
        text_id="answer.posted",
        blocks=(
            say(f"{name_of(share)}:"),
            shared_words(share.text),
            row(press(mint, "share.report", "Report", post)),
        ),
        summary="Somebody answered in the circle.",
        reach=Reach.OPEN,
    )


def passed_on() -> Card:
    """Return what is said to who pressed that they heard, or that they know it too."""
    return plain("answer.passed_on", "Passed on. Nobody sees that it was you, and nobody counts.")


def own() -> Card:
    """Return what is said to who answers their own words with a press."""
    return plain("answer.own", "These are your own words. The answers are for the others to give.")
