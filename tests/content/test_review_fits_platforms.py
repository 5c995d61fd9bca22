"""Every card and form of the review desk, with the real library, fits whatever platform it is shown on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from bot.app.content_cards import Met
from bot.app.platforms import PLATFORMS, Kind
from bot.domain.prompts import Prompt
from bot.domain.reviews import ROLE_MAX, WORDING_MAX, Verdict
from bot.services.admin.review import as_read
from bot.services.admin.texts import FLOWS, Text, texts_in
from bot.services.cards.admin import review as cards
from bot.services.desk import Mint
from bot.surface.card import Card
from bot.surface.form import Form
from bot.surface.refs import RefCodec
from tests.made_once import our_library
from tests.unit.small_house import ANA

LIBRARY = our_library()
TEXTS = texts_in(LIBRARY)
MINT = Mint(RefCodec(b"k" * 32), ANA)
ROLE, WORDS = "r" * ROLE_MAX, "w " * (WORDING_MAX // 2)


def shown(text: Text, *, edited: bool) -> cards.Shown:
    """Return a text as it stands on the desk, with as much beside it as there can be."""
    of, (title, pages) = text.of, as_read(text)
    is_prompt = isinstance(of, Prompt)
    return cards.Shown(
        ref=text.ref,
        id=text.id,
        of=of if isinstance(of, Prompt) else None,
        title=title,
        words=WORDS if edited and is_prompt else of.text if isinstance(of, Prompt) else "",
        pages=pages,
        in_outline=text.topic == FLOWS,
        status="signed in other words",
        signed=f"{ROLE}, Wednesday 30 September 2026",
    )


def everything() -> Iterator[Card | Form]:
    """Walk what the desk can show."""
    for text in TEXTS:
        one = shown(text, edited=True)
        yield cards.text(MINT, shown(text, edited=False))
        yield from (cards.text(MINT, one, page) for page in range(1, (len(one.pages) or 1) + 1))
        for verdict in Verdict if text.is_prompt else (Verdict.ACCEPTED,):
            yield cards.form(MINT("review.save", text.ref, verdict), one, verdict, ROLE)
            yield cards.done(MINT, one, verdict, ROLE, "Wednesday 30 September 2026")
    yield cards.topics(MINT, cards.ORDER)
    many = [replace(shown(TEXTS[0], edited=True), ref=UUID(int=n)) for n in range(40)]
    for topic in cards.ORDER:
        there = [shown(text, edited=True) for text in TEXTS if text.topic == topic]
        yield cards.texts(MINT, topic, there or [shown(TEXTS[0], edited=True)])
        yield cards.texts(MINT, topic, many)


@pytest.mark.parametrize("kind", PLATFORMS, ids=lambda kind: kind.surface)
def test_the_desk_fits(kind: Kind) -> None:
    """Drawn as the platform draws it, with the longest role and wording that are taken."""
    drawn = [list(kind.outline(Met(what=what))) for what in everything()]
    assert len(drawn) > len(TEXTS) * 3
    assert all(len(lines) > 1 for lines in drawn)


def test_every_text_is_there_once_under_a_reference_of_its_own() -> None:
    """What is held back until it is signed comes first, then all by their ids."""
    waits = [text.waits for text in TEXTS]
    assert waits == sorted(waits, reverse=True)
    assert any(waits)
    assert len({text.ref for text in TEXTS}) == len({text.id for text in TEXTS}) == len(TEXTS)
    assert {text.topic for text in TEXTS} <= set(cards.ORDER)
