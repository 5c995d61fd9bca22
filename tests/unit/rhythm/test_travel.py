"""Elsewhere for a while: the same hour by other clocks, and home again on the date."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.deliveries import DeliveryState
from bot.surface.form import Form
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome
from tests.unit.small_house import ANA, card_of, control, errors_of, form_of, on
from tests.unit.world import FIRST_SLOT, World, world

AUCKLAND, LONDON, HONOLULU = "Pacific/Auckland", "Europe/London", "Pacific/Honolulu"


def at(text: str) -> datetime:
    """Return an instant of January 2026."""
    return datetime.fromisoformat(f"2026-01-{text}:00+00:00")


async def _form(house: World) -> Form:
    card = card_of(await house.command("settings"))
    return form_of(await house.press(control(card, "settings.elsewhere")))


async def _go(house: World, zone: str, until: str) -> Outcome:
    return await house.submit(await _form(house), zone=zone, until=until)


async def _settle(house: World, zone: str) -> None:
    await house.settle_in(days="daily", at="12:30", zone=zone, quiet="none")


def _sent(house: World) -> list[tuple[str, str]]:
    """Return each slot that was sent, with its instant."""
    return [
        (f"{each.slot_on.day}", f"{each.due_at:%d %H:%M}")
        for each in house.outbox
        if each.state is DeliveryState.SENT
    ]


async def test_what_was_understood_is_said_back() -> None:
    """The zone, the day in full, what comes then, and when the next check-in is."""
    with world() as house:
        await house.settle_in()
        card = card_of(await _go(house, "auckland", "in a week"))
        assert card.text == (
            "Pacific/Auckland until Monday 12 January. From that day on it is UTC again.\n\n"
            "Next: Tomorrow at 09:00."
        )
        text = card_of(await house.command("settings")).text
        assert "Weekdays 09:00, Pacific/Auckland" in text
        assert "Elsewhere until Monday 12 January, then UTC again." in text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("zone", "", "name your time zone"),
        ("zone", "Pacific/Aukland", "Pacific/Auckland"),
        ("zone", "utc", "in already"),
        ("until", "soon", "4 January"),
        ("until", "today", "not ahead"),
        ("until", "2029-01-01", "two years"),
    ],
)
async def test_a_field_that_cannot_be_read_gets_its_sentence(field: str, value: str, said: str) -> None:
    """And nothing changes."""
    with world() as house:
        await house.settle_in()
        before = house.tables.snapshot()
        values = {"zone": "london", "until": "friday"} | {field: value}
        errors = errors_of(await house.submit(await _form(house), **values))
        assert list(errors) == [field]
        assert said in errors[field]
        assert (house.tables.people, house.tables.agenda) == (before.people, before.agenda)


async def test_west_a_date_that_had_its_check_in_gets_no_second_one() -> None:
    """Half past twelve in London is over; the same in Honolulu is still ahead, and not asked again."""
    with world() as house:
        await _settle(house, LONDON)
        await house.until_answering(at("05T13:00"))
        card = card_of(await _go(house, HONOLULU, "2026-01-08"))
        assert card.text.endswith("Next: Tomorrow at 12:30.")
        await house.until_answering(at("09T23:00"))
        assert _sent(house) == [
            ("5", "05 12:30"),
            ("6", "06 22:30"),
            ("7", "07 22:30"),
            ("8", "08 12:30"),
            ("9", "09 12:30"),
        ]


async def test_east_no_date_is_lost_on_the_way_there_nor_on_the_way_home() -> None:
    """Told after Monday's: Tuesday comes in Auckland, and each date once until all is as before."""
    with world() as house:
        await _settle(house, LONDON)
        await house.until_answering(at("05T13:00"))
        await _go(house, AUCKLAND, "2026-01-08")
        await house.until_answering(at("09T23:00"))
        assert _sent(house) == [
            ("5", "05 12:30"),
            ("6", "05 23:30"),
            ("7", "06 23:30"),
            ("8", "08 12:30"),
            ("9", "09 12:30"),
        ]


async def test_home_in_the_east_comes_after_the_last_slot_in_the_west() -> None:
    """From Auckland to Honolulu over the date line and back: the last date there is still asked there."""
    with world() as house:
        await _settle(house, AUCKLAND)
        await house.until_answering(at("05T23:45"))
        await _go(house, HONOLULU, "2026-01-09")  # it is the 5th there: her day is told by her clocks
        await house.until_answering(at("10T23:45"))
        assert _sent(house) == [
            ("6", "05 23:30"),
            ("7", "07 22:30"),
            ("8", "08 22:30"),
            ("9", "08 23:30"),
            ("10", "09 23:30"),
            ("11", "10 23:30"),
        ]


async def test_home_is_sealed_meanwhile_and_forgotten_after() -> None:
    """The row says when it ends; the zone to go back to stands in no column."""
    with world() as house:
        await _settle(house, AUCKLAND)
        await _go(house, LONDON, "friday")
        [row] = [row for row in house.tables.agenda.values() if row.kind is AgendaKind.ZONE_ENDS]
        assert AUCKLAND not in repr((house.tables.people, house.tables.agenda, house.tables.sheets))
        await house.until_answering(at("12T12:00"))
        assert (await house.person()).zone == AUCKLAND
        assert row.id not in house.tables.agenda
        assert "Elsewhere" not in card_of(await house.command("settings")).text


async def test_home_again_is_one_tap() -> None:
    """Sooner than planned; an old button afterwards does nothing more."""
    with world() as house:
        await house.settle_in()
        await _go(house, AUCKLAND, "friday")
        button = control(card_of(await house.command("settings")), "settings.home")
        assert card_of(await house.press(button)).text == "UTC it is.\n\nNext: Today at 09:00."
        assert card_of(await house.press(button)).text == "UTC it is."
        assert len(await house.until(FIRST_SLOT)) == 1


async def test_moving_on_keeps_the_first_home() -> None:
    """Two zones in a row, then home; and naming home itself is going home."""
    with world() as house:
        await house.settle_in()
        await _go(house, AUCKLAND, "friday")
        elsewhere = await _again(house, LONDON, "2026-01-20")
        assert "From that day on it is UTC again." in card_of(elsewhere).text
        assert card_of(await _again(house, "utc", "2026-01-20")).text_id == "elsewhere.home"
        assert [row.kind for row in house.tables.agenda.values()] == [AgendaKind.CHECKIN]


async def _again(house: World, zone: str, until: str) -> Outcome:
    """Send the form once more, as an old card's button lets somebody who is elsewhere already."""
    pressed = ActionPressed(**house.facts(ANA), ref=house.desk.mint(ANA)("settings.elsewhere"))
    return await house.submit(form_of(await house.hear(pressed)), zone=zone, until=until)


async def test_a_zone_in_the_settings_is_a_new_home() -> None:
    """Who chooses one there has moved: nothing is gone back to."""
    with world() as house:
        await house.settle_in()
        await _go(house, AUCKLAND, "friday")
        await house.choose_hour(zone=LONDON)
        assert [row.kind for row in house.tables.agenda.values()] == [AgendaKind.CHECKIN]
        await house.until_answering(on(14, 0))
        assert (await house.person()).zone == LONDON


async def test_who_is_paused_comes_home_too() -> None:
    """And stays paused."""
    with world() as house:
        await house.settle_in()
        await _go(house, AUCKLAND, "friday")
        await house.command("pause")
        assert await house.until(on(14, 0)) == []
        assert (await house.person()).zone == "UTC"
        assert "Today at 09:00" in card_of(await house.command("resume")).text


async def test_leave_and_travel_go_together() -> None:
    """On leave elsewhere: the first check-in is at home."""
    with world() as house:
        await _settle(house, LONDON)
        await _go(house, AUCKLAND, "2026-01-14")
        await house.command("leave until 16 January")
        await house.until_answering(at("17T00:00"))
        assert _sent(house) == [("16", "16 12:30")]


async def test_a_key_that_is_gone_does_not_stop_the_house() -> None:
    """The zone stays as it is, and everybody else's time goes on."""
    with world() as house:
        await house.settle_in()
        await _go(house, AUCKLAND, "friday")
        [sheet] = house.tables.sheets.values()
        house.tables.sheets[sheet.id] = replace(
            sheet, sealed=sheet.sealed[:-1] + bytes([sheet.sealed[-1] ^ 1])
        )
        await house.until(on(9, 12))
        assert house.engine.failures == ()
        assert [row.kind for row in house.tables.agenda.values()] == [AgendaKind.CHECKIN]
