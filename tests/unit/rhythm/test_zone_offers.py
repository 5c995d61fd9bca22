"""A platform says that somebody is in another zone: they are asked once, and nothing moves by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.agenda import AgendaKind
from bot.ports.chat import Later
from bot.services.rhythm.wishes import wishes_of
from bot.surface.card import Card, Reach
from bot.surface.inbound import ActionPressed, CommandInvoked
from bot.surface.outcome import QUIET, Open
from tests.unit.leaving import changes
from tests.unit.small_house import ANA, card_of, control, on, ref_of
from tests.unit.world import World, labels, world

BERLIN, AUCKLAND, TOKYO = "Europe/Berlin", "Pacific/Auckland", "Asia/Tokyo"


async def _offered(house: World, zone: str) -> list[Card]:
    """Let a platform tell of a zone; return the questions that came of it."""
    before = len(house.chat.letters)
    assert await changes(house, zone) == QUIET
    return [letter.card for letter in house.chat.letters[before:]]


async def _line(house: World) -> str:
    return card_of(await house.command("settings")).text


async def _named(house: World, zone: str | None) -> str:
    settings = CommandInvoked(**house.facts(ANA), text="settings", names_zone=True)
    return card_of(await house.hear(replace(settings, zone=zone))).text


async def test_the_question_names_the_zone_and_changes_nothing() -> None:
    """In their own conversation, with three answers; unanswered all is as it was, and it is asked once."""
    with world() as house:
        await house.settle_in()
        before = await _line(house)
        [card] = await _offered(house, BERLIN)
        assert card.text == (
            "It seems to be Europe/Berlin where you are now. Shall check-ins come by the clock there?"
        )
        assert (card.reach, BERLIN in card.summary) == (Reach.PERSONAL, False)
        assert [one.name for one in card.controls] == ["zone.move", "zone.week", "zone.keep"]
        assert await _line(house) == before
        assert await _offered(house, BERLIN) == []
        await house.restart()
        assert await _offered(house, BERLIN) == []


async def test_whoever_names_a_zone_with_the_settings_hears_what_becomes_of_it() -> None:
    """There and then: the question may wait until quiet hours are over. What is no news has no word."""
    with world() as house:
        await house.settle_in()
        assert f"You named {TOKYO}." in await _named(house, TOKYO)
        assert "You named" not in await _line(house)
        assert "You named" not in await _named(house, "UTC")
        assert "I don't know the zone that you named." in await _named(house, None)


async def test_whoever_names_a_zone_before_any_hour_finds_it_in_the_form() -> None:
    """Where a platform tells none, nobody types it a second time; the lines to call follow from it."""
    with world() as house:
        start = CommandInvoked(**house.facts(ANA), text="start")
        yes = ref_of(control(card_of(await house.hear(replace(start, zone=None))), "consent.yes"))
        await house.hear(replace(ActionPressed(**house.facts(ANA), ref=yes), zone=None))
        settings = CommandInvoked(**house.facts(ANA), text="settings", names_zone=True)
        opened = (await house.hear(replace(settings, zone=AUCKLAND))).first
        assert isinstance(opened, Open)
        values = {field.name: field.value for field in opened.form.fields}
    assert (values["zone"], values["region"]) == (AUCKLAND, "NZ")


async def test_yes_moves_them_with_the_same_hour() -> None:
    """Nine by the clock in Berlin, from the next slot on that was not planned yet."""
    with world() as house:
        await house.settle_in()
        [card] = await _offered(house, BERLIN)
        moved = card_of(await house.press(control(card, "zone.move")))
        assert moved.text == "Europe/Berlin it is.\n\nNext: Tomorrow at 09:00."
        assert "Weekdays 09:00, Europe/Berlin" in await _line(house)
        assert (await house.person()).zone == BERLIN
        assert await house.until(on(6, 7, 59)) == []
        assert len(await house.until(on(6, 8))) == 1
        assert await _offered(house, BERLIN) == []


async def test_this_week_brings_home_back_by_itself() -> None:
    """As `Elsewhere for a while` does, for seven days."""
    with world() as house:
        await house.settle_in()
        [card] = await _offered(house, BERLIN)
        gone = card_of(await house.press(control(card, "zone.week")))
        assert gone.text.startswith(
            "Europe/Berlin until Monday 12 January. From that day on it is UTC again."
        )
        assert await _offered(house, "UTC") == []  # home is no news
        await house.until_answering(on(13, 12))
        assert (await house.person()).zone == "UTC"
        assert len(await _offered(house, BERLIN)) == 1


async def test_a_no_holds_for_that_zone() -> None:
    """It stays, and that zone is not asked about again; another one is."""
    with world() as house:
        await house.settle_in()
        [card] = await _offered(house, BERLIN)
        assert card_of(await house.press(control(card, "zone.keep"))).text == "Fine. It stays UTC."
        for zone in (BERLIN, "UTC", BERLIN):
            assert await _offered(house, zone) == []
        assert len(await _offered(house, TOKYO)) == 1
        await house.restart()
        assert await _offered(house, BERLIN) == []
        assert (await house.person()).zone == "UTC"


async def test_who_went_home_unanswered_is_asked_on_the_next_journey() -> None:
    """The question of the last one says nothing any more."""
    with world() as house:
        await house.settle_in()
        [old] = await _offered(house, BERLIN)
        assert await _offered(house, "UTC") == []
        assert card_of(await house.press(control(old, "zone.move"))).text_id == "settings"
        assert (await house.person()).zone == "UTC"
        assert len(await _offered(house, BERLIN)) == 1


async def test_an_answer_counts_once_and_for_its_own_question() -> None:
    """A second press, and one on the card of an earlier zone, show the settings and move nothing."""
    with world() as house:
        await house.settle_in()
        [berlin] = await _offered(house, BERLIN)
        [tokyo] = await _offered(house, TOKYO)
        assert card_of(await house.press(control(berlin, "zone.move"))).text_id == "settings"
        await house.press(control(tokyo, "zone.move"))
        assert card_of(await house.press(control(tokyo, "zone.week"))).text_id == "settings"
        person = await house.person()
        assert person.zone == TOKYO
        assert await house.store.run(lambda unit: wishes_of(house.desk, unit, person).home_zone) is None


async def test_who_moved_by_themselves_needs_no_answer() -> None:
    """The settings were quicker: an old "this week" does not make a journey of their home."""
    with world() as house:
        await house.settle_in()
        [card] = await _offered(house, BERLIN)
        await house.choose_hour(zone=BERLIN)
        assert card_of(await house.press(control(card, "zone.week"))).text_id == "settings"
        assert AgendaKind.ZONE_ENDS not in {row.kind for row in house.tables.agenda.values()}


@pytest.mark.parametrize("told", ["Europe/Amsterdam", "Europe/Vienna", "Mars/Olympus", "", None])
async def test_the_same_clock_by_another_name_is_no_news(told: str | None) -> None:
    """Platforms name few zones; and what this machine does not know, or what is not said, asks nothing."""
    with world() as house:
        await house.settle_in(zone=BERLIN)
        before = house.tables
        assert await changes(house, told) == QUIET
        assert house.tables is before


async def test_elsewhere_for_a_while_home_is_no_news_and_a_third_zone_is() -> None:
    """And the answer for a week goes back to the home that was."""
    with world() as house:
        await house.settle_in()
        [card] = await _offered(house, BERLIN)
        await house.press(control(card, "zone.week"))
        assert await _offered(house, "UTC") == []
        [third] = await _offered(house, TOKYO)
        gone = card_of(await house.press(control(third, "zone.week")))
        assert "From that day on it is UTC again." in gone.text
        assert "I am home again" in labels(card_of(await house.command("settings")))


async def test_it_waits_for_the_morning_there() -> None:
    """Quiet hours go by the clock of where they are: it is night in Auckland."""
    with world() as house:
        await house.settle_in()
        await house.until(on(5, 10))
        assert await _offered(house, AUCKLAND) == []
        came = await house.until(on(5, 19))
        assert [card.text_id for card in came] == ["zone.offer"]


async def test_on_a_long_journey_the_last_zone_is_asked_about() -> None:
    """Once, although the first question was to come at the same hour or later."""
    with world() as house:
        await house.settle_in()
        await house.until(on(5, 10))
        for zone in (AUCKLAND, "Australia/Sydney"):
            assert await _offered(house, zone) == []
        [card] = await house.until(on(6, 7))
        assert "Australia/Sydney" in card.text


async def test_who_is_home_again_by_then_is_not_asked() -> None:
    """What waited is let go."""
    with world() as house:
        await house.settle_in()
        await house.until(on(5, 10))
        await _offered(house, AUCKLAND)
        await _offered(house, "UTC")
        assert [card.text_id for card in await house.until(on(6, 8))] == []


async def test_a_platform_that_asks_to_wait_is_heeded_and_an_answer_from_settings_ends_it() -> None:
    """It leaves by the lane like all that comes unasked."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [Later(wait=on(5, 9) - on(5, 8))]
        assert await _offered(house, BERLIN) == []
        await house.choose_hour(zone=BERLIN)
        assert [card.text_id for card in await house.until(on(5, 12))] == []


@pytest.mark.parametrize("word", ["pause", "leave until 12 January"])
async def test_who_wishes_quiet_is_asked_when_they_are_back(word: str) -> None:
    """Nothing comes into a pause or a leave."""
    with world() as house:
        await house.settle_in()
        await house.command(word)
        assert await _offered(house, BERLIN) == []
        assert await house.until(on(11, 12)) == []
        await house.command("resume")
        await house.until(on(12, 12))
        assert "zone.offer" in {letter.card.text_id for letter in house.chat.letters}


async def test_without_an_hour_or_a_yes_there_is_nothing_to_move() -> None:
    """Nothing is asked and nothing written."""
    with world() as house:
        await house.arrive()
        before = house.tables
        await changes(house, BERLIN)
        assert house.tables is before
        await house.command("stop")
        before = house.tables
        await changes(house, BERLIN)
        assert house.tables is before


async def test_trouble_is_not_told_to_who_did_not_ask() -> None:
    """A sheet that does not open makes no message at three in the night."""
    with world() as house:
        await house.settle_in()
        await _offered(house, BERLIN)
        [sheet] = house.tables.sheets.values()
        object.__setattr__(sheet, "sealed", next(iter(house.tables.runs.values())).sealed)
        assert await _offered(house, TOKYO) == []
