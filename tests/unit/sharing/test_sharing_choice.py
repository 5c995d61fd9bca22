"""Before a text is shared with others its writer reads what they would read, and chooses once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.guards.identifiers.detail import is_dense
from bot.guards.identifiers.finding import as_let_be, find
from bot.guards.identifiers.masking import masked
from bot.surface.audience import Reading
from bot.surface.card import Button, Card
from bot.surface.outcome import Outcome, Show
from tests.unit.sharing.circle import CHOICE, Circle
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World, world

NAMED = "Mrs Fern laughed today. I wrote it down for fern@example.org."
CLEAR = "We laughed a lot today."
DENSE = "The retired lighthouse keeper, 84, a Baptist, came with the blue parrot. He spoke of the drowning."
RECOGNISE = "Could a colleague still recognise this person?"


@asynccontextmanager
async def with_a_circle(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[World, Circle]]:
    """Open a house with a small circle, and somebody who settled in."""
    with world() as house:
        circle = Circle(monkeypatch)
        await house.settle_in()
        yield house, circle


async def sent(house: World, text: str) -> Outcome:
    """Send a text to the circle."""
    return await house.submit(form_of(await house.command("write")), text=text)


def pointed_at(text: str) -> str:
    """Return a text with what was found in it between guillemets."""
    for place in reversed(find(text)):
        inside = f"\u00ab{text[place.start : place.end]}\u00bb"
        text = text[: place.start] + inside + text[place.end :]
    return text


def choices(card: Card) -> list[str]:
    """Return what may be chosen on a card, by the labels."""
    return [one.label for one in card.controls if isinstance(one, Button)]


async def test_what_was_found_is_shown_with_the_text_as_others_would_read_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The places, the masked text, who reads it, and four choices; nothing goes out meanwhile."""
    async with with_a_circle(monkeypatch) as (house, circle):
        outcome = await sent(house, NAMED)
        card = card_of(outcome)
        assert isinstance(outcome.first, Show)
        assert isinstance(outcome.first.audience, Reading)
        assert card.text.startswith(f"Two places may point at a person:\n\n{pointed_at(NAMED)}\n\n")
        assert "\n\nMasked:\n\n" + masked(NAMED, find(NAMED)) in card.text
        assert card.text.endswith("Others will read this.")
        assert choices(card) == ["Share masked", "Edit", "Share as it is", "Do not share"]
        assert circle.posted == []


@pytest.mark.parametrize(
    ("press", "posted"),
    [(CHOICE.masked, masked(NAMED, find(NAMED))), (CHOICE.as_it_is, NAMED), (CHOICE.drop, None)],
)
async def test_what_is_shared_is_what_was_shown(
    monkeypatch: pytest.MonkeyPatch, press: str, posted: str | None
) -> None:
    """Masked, as it is, or nothing; and nothing of it waits any more."""
    async with with_a_circle(monkeypatch) as (house, circle):
        await house.press(control(card_of(await sent(house, NAMED)), press))
        assert circle.posted == ([("no name", posted)] if posted else [])
        assert house.tables.drafts == {}


async def test_an_edited_text_goes_the_same_way_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The form opens with it; what is clear then goes on without a question."""
    async with with_a_circle(monkeypatch) as (house, circle):
        form = form_of(await house.press(control(card_of(await sent(house, NAMED)), CHOICE.edit)))
        assert form.fields[0].value == NAMED
        assert card_of(await house.submit(form, text="Dr. Mrs Moss")).text_id == "sharing.choice"
        await house.submit(form, text=CLEAR)
        assert circle.posted == [("no name", CLEAR)]


async def test_nothing_is_asked_of_a_text_in_which_nothing_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on at once."""
    async with with_a_circle(monkeypatch) as (house, circle):
        assert card_of(await sent(house, CLEAR)).text_id == "circle.thanks"
        assert circle.posted == [("no name", CLEAR)]


async def test_dense_detail_without_a_name_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    """Masking would change nothing, so it is not offered."""
    async with with_a_circle(monkeypatch) as (house, circle):
        card = card_of(await sent(house, DENSE))
        assert card.text.startswith(f"{RECOGNISE}\n\n{DENSE}")
        assert choices(card) == ["Edit", "Share as it is", "Do not share"]
        await house.press(control(card, CHOICE.as_it_is))
        assert circle.posted == [("no name", DENSE)]


async def test_a_masked_text_that_is_still_dense_says_so_on_the_same_card(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One choice, never two in a row."""
    async with with_a_circle(monkeypatch) as (house, circle):
        text = f"{DENSE} Mrs Fern smiled."
        assert is_dense(masked(text, find(text)))
        card = card_of(await sent(house, text))
        assert "Even masked, could a colleague still recognise this person?" in card.text
        await house.press(control(card, CHOICE.masked))
        assert circle.posted == [("no name", masked(text, find(text)))]


@pytest.mark.parametrize("press", [CHOICE.masked, CHOICE.as_it_is])
@pytest.mark.parametrize("text", ["Mrs Moss laughed today.", CLEAR])
async def test_a_text_that_changed_meanwhile_is_shown_and_not_shared(
    monkeypatch: pytest.MonkeyPatch, press: str, text: str
) -> None:
    """Also where nothing is found in it any more; what is chosen then is shared."""
    async with with_a_circle(monkeypatch) as (house, circle):
        before = card_of(await sent(house, NAMED))
        form = form_of(await house.press(control(before, CHOICE.edit)))
        circle.is_slow = True
        await house.submit(form, text=text)
        again = card_of(await house.press(control(before, press)))
        assert "This text has changed since. Nothing was shared." in again.text
        assert circle.posted == []
        await house.press(control(again, CHOICE.as_it_is))
        assert circle.posted == [("no name", text)]


async def test_a_name_that_is_never_flagged_on_own_pages_is_shown_before_others_read_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The list of words to let be silences nothing here, and the card says why."""
    async with with_a_circle(monkeypatch) as (house, circle):
        text = "Mrs Fern laughed today."
        [place] = find(text)
        circle.let_be = {as_let_be(text[place.start : place.end])}
        assert find(text, circle.let_be) == ()
        card = card_of(await sent(house, text))
        assert pointed_at(text) in card.text
        assert "Your list of words never flagged is for your own pages." in card.text
        circle.let_be = {as_let_be("Mrs Moss")}
        assert "words never flagged" not in card_of(await sent(house, text)).text


async def test_what_no_screen_shows_hides_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text that is looked at and shared is the one that others would see."""
    async with with_a_circle(monkeypatch) as (house, circle):
        card = card_of(await sent(house, "M\u200brs F\u202eern laughed."))
        assert pointed_at("Mrs Fern laughed.") in card.text
        await house.press(control(card, CHOICE.as_it_is))
        assert circle.posted == [("no name", "Mrs Fern laughed.")]


async def test_who_to_call_stands_above_the_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the same card, and the choice comes again below what is answered there."""
    async with with_a_circle(monkeypatch) as (house, _):
        card = card_of(await sent(house, "My client wants to kill herself. Mrs Fern rang."))
        assert card.text.index("In danger now") < card.text.index("may point at a person")
        again = card_of(await house.choose(control(card, "danger.about"), "supported"))
        assert again.text.startswith("Please use your service's safety procedure")
        assert choices(again)[-4:] == ["Share masked", "Edit", "Share as it is", "Do not share"]
