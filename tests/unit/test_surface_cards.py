"""Cards and forms: what cannot be shown everywhere cannot be made."""

from __future__ import annotations

import pytest

from bot.domain.people import Account
from bot.domain.prompts import Option
from bot.errors import BeyondReach, SurfaceError
from bot.surface.audience import Audience, Direct, OnlyYou, Reading
from bot.surface.card import Button, Buttons, Card, Choose, LinkButton, Picture, Reach, Scale, own_words, say
from bot.surface.form import Form, TextField
from bot.surface.outcome import Replace, Show
from tests.contract.surface_samples import WEEK

ME = Account(surface="console", workspace="local", user="me")
READING = Reading(to=ME, handle="h")


def _card(reach: Reach, *, own: bool = False) -> Card:
    return Card(text_id="t", blocks=(own_words("mine") if own else say("hello"),), summary="s", reach=reach)


@pytest.mark.parametrize(
    ("card", "audience", "may"),
    [
        (_card(Reach.OPEN), Direct(), True),
        (_card(Reach.PERSONAL), Direct(), True),
        (_card(Reach.PERSONAL), OnlyYou(), True),
        (_card(Reach.SEALED), Direct(), False),
        (_card(Reach.SEALED), OnlyYou(), True),
        (_card(Reach.SEALED, own=True), OnlyYou(), False),
        (_card(Reach.SEALED, own=True), Direct(), False),
        (_card(Reach.SEALED, own=True), READING, True),
    ],
)
def test_a_card_beyond_its_reach_cannot_be_constructed(card: Card, audience: Audience, *, may: bool) -> None:
    """Own words are only ever read; what follows from an answer is for the person alone."""
    if may:
        assert Show(card=card, audience=audience).card is card
        return
    with pytest.raises(BeyondReach):
        Show(card=card, audience=audience)


def test_own_words_make_a_card_sealed_or_none() -> None:
    """A card with a person's words and a wider reach does not exist."""
    with pytest.raises(SurfaceError):
        _card(Reach.PERSONAL, own=True)


def test_a_posted_card_is_never_replaced_by_a_sealed_one() -> None:
    """The message that becomes something else may stand where others look."""
    with pytest.raises(BeyondReach):
        Replace(card=_card(Reach.SEALED))


def test_what_no_platform_holds_is_refused_not_cut() -> None:
    """Limits raise when a card is made; nothing is cut later."""
    with pytest.raises(SurfaceError):
        Button(ref="r", name="n", label="x" * 76)
    with pytest.raises(SurfaceError):
        Buttons(buttons=tuple(Button(ref=str(i), name=str(i), label="x") for i in range(6)))
    with pytest.raises(SurfaceError):
        Choose(ref="r", name="n", ask="?", options=tuple(Option(name=str(i), label="x") for i in range(26)))
    with pytest.raises(SurfaceError):
        Scale(ref="r", name="n", ask="?", low=1, high=5, words=("a", "b", "c"))
    with pytest.raises(SurfaceError):
        LinkButton(name="n", label="x", url="http://plain.example")
    with pytest.raises(SurfaceError):
        say("\x1b[2J")
    with pytest.raises(SurfaceError):
        Card(text_id="t", blocks=(), summary="s", reach=Reach.OPEN)


def test_intro_and_inputs_of_a_form_are_five_in_all() -> None:
    """The least that platforms allow is what every form keeps."""
    fields = tuple(TextField(name=str(i), label="x") for i in range(5))
    assert Form(text_id="t", ref="r", name="n", title="x", fields=fields).fields == fields
    with pytest.raises(SurfaceError):
        Form(text_id="t", ref="r", name="n", title="x", intro="y", fields=fields)
    with pytest.raises(SurfaceError):
        Form(text_id="t", ref="r", name="n", title="x" * 25, fields=fields[:1])


@pytest.mark.parametrize(
    ("alt", "png"), [("", WEEK.png), (" ", WEEK.png), ("x" * 257, WEEK.png), ("Your week.", b"GIF89a")]
)
def test_a_picture_has_words_and_is_a_png(alt: str, png: bytes) -> None:
    """Who cannot see it reads what it shows."""
    with pytest.raises(SurfaceError):
        Picture(alt=alt, png=png)


def test_a_picture_keeps_to_itself() -> None:
    """Its words stand in the card's text; its pixels stand in no log."""
    assert Card(text_id="t", blocks=(WEEK,), summary="s", reach=Reach.SEALED).text == WEEK.alt
    assert "PNG" not in repr(WEEK)
