"""An admin's own wording as bait: what it cannot hold, whose it says to be, and no answer gets another."""

from __future__ import annotations

import pytest

from bot.services.takeout.takeout import document
from bot.testing.catalogue import NAMES_SOMEBODY
from tests.unit.admin.test_review_desk import LIGHT, TENDER, a_team, decide, first, settle
from tests.unit.small_house import card_of, control, errors_of, form_of
from tests.unit.world import World

OWN = "Is a sound of today still near?"
OTHER = "Did you do harm today?"
WHOSE = "In your organisation's words."


async def asked(house: World) -> list[str | None]:
    """Return the questions of Ana's check-ins as her export tells them."""
    ana = await house.person()
    held = await house.store.run(lambda unit: document(house.desk, unit, ana, house.clock.now()))
    return [each["prompt"]["text"] for each in held["checkins"] if each["prompt"]]


@pytest.mark.parametrize(
    "words",
    [
        "Tell me more at https://evil.example/form?",
        "Tell me more at HTTP://evil.example?",
        "Tell me more at www.evil.example?",
        "@everyone, how was today?",
        "Write to boss@evil.example?",
        "What was it like\uff01",
        f"How is {NAMES_SOMEBODY}?",
    ],
)
async def test_no_wording_holds_a_link_a_mention_or_asks_for_somebody(words: str) -> None:
    """It is refused at its field, and nothing is decided."""
    with a_team() as house:
        assert list(errors_of(await decide(house, await first(house), "review.edit", words=words))) == [
            "words"
        ]
        assert await house.store.run(lambda unit: unit.organisations.every()) == []


async def test_what_looks_otherwise_than_it_reads_is_shown_clean() -> None:
    """Direction signs and signs of no width are gone before anything is kept."""
    with a_team() as house:
        await settle(house)
        await decide(
            house, await first(house), "review.edit", words="Is \u202etoday\u202c\u200b near\x1b[2J?"
        )
        assert "Is today near[2J?" in card_of(await house.command("checkin")).text


async def test_a_question_in_other_words_says_whose_they_are() -> None:
    """And one in the library's says nothing of it."""
    with a_team() as house:
        await settle(house)
        await decide(house, await first(house), "review.edit", words=OWN)
        assert WHOSE in card_of(await house.command("checkin")).text
    with a_team(LIGHT) as house:
        await settle(house)
        assert WHOSE not in card_of(await house.command("checkin")).text


async def test_no_answer_is_put_under_other_words_afterwards() -> None:
    """Not on the card, not on the page that is open, not in the export: those words are gone."""
    with a_team() as house:
        await settle(house)
        text = await first(house)
        await decide(house, text, "review.edit", words=OWN)
        card = card_of(await house.command("checkin"))
        page = form_of(await house.press(control(card, "checkin.write")))
        await decide(house, text, "review.edit", words=OTHER)
        again = card_of(await house.command("checkin")).text
        await house.submit(page, text="The kettle.")
        assert OTHER not in again
        assert TENDER.text in again
        assert [entry["question"] for entry in house.entries()] == [TENDER.text]
        assert await asked(house) == [None]


async def test_what_was_asked_in_the_librarys_words_stays_so() -> None:
    """An answer from before an organisation had its own is under what was read then."""
    with a_team() as house:
        await settle(house)
        text = await first(house)
        await decide(house, text, "review.sign")
        await house.command("checkin")
        await decide(house, text, "review.edit", words=OTHER)
        assert await asked(house) == [TENDER.text]
