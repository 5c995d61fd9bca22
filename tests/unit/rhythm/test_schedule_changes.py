"""Agreeing, changing, pausing, resuming: what was chosen is repeated exactly and then kept to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from bot.domain.people import Standing
from bot.ports.chat import Later, MaybeSent, NotOpen, Receipt
from bot.surface.form import Form
from bot.surface.inbound import ActionPressed
from bot.testing.store import Trouble
from tests.unit.small_house import ANA, LANE, card_in, card_of, control, errors_of, form_of, on
from tests.unit.world import TERMINAL, World, world

GOOD = {"days": "weekdays", "at": "09:00", "zone": "UTC", "quiet": "20-8", "region": "elsewhere"}


@pytest.mark.parametrize(
    ("wish", "line", "following"),
    [
        (
            {"zone": "auckland", "at": "8:30", "region": "NZ"},
            "Weekdays 08:30, Pacific/Auckland, quiet 20:00 to 08:00, help lines for New Zealand.",
            "Tomorrow at 08:30",
        ),
        (
            {"days": "three", "at": "12:30", "zone": "  europe/berlin ", "quiet": "none", "region": "US"},
            "Monday, Wednesday, Friday 12:30, Europe/Berlin, no quiet hours, help lines for United States.",
            "Today at 12:30",
        ),
        (
            {"days": "daily", "at": "23:59", "quiet": "8 to 8"},
            "Every day 23:59, UTC, no quiet hours, help lines from a directory.",
            "Today at 23:59",
        ),
    ],
)
async def test_what_was_chosen_is_repeated_exactly(wish: dict[str, str], line: str, following: str) -> None:
    """In the answer, and in the settings afterwards; it is Monday morning in London, evening in Auckland."""
    with world() as house:
        await house.arrive()
        assert (await house.choose_hour(**wish)).text == f"{line}\n\nNext: {following}."
        assert f"{line}\n\nNext: {following}." in card_of(await house.command("settings")).text


async def test_several_wrong_fields_are_all_named_at_once() -> None:
    """Nobody has to send a form five times; before a first hour is chosen none is set by a bad form."""
    with world() as house:
        await house.arrive()
        before = house.tables.snapshot()
        form = form_of(await house.command("settings"))
        wrong = {"days": "", "at": "25:00", "zone": "Nowhere", "quiet": "8", "region": "??"}
        assert set(errors_of(await house.submit(form, **wrong))) == set(wrong)
        assert house.tables.people == before.people
        assert house.tables.agenda == before.agenda


async def _changing(house: World) -> Form:
    card = card_of(await house.command("settings"))
    return form_of(await house.press(control(card, "settings.change")))


@pytest.mark.parametrize(
    ("at", "quiet", "fits"),
    [
        ("20:00", "20-8", False),
        ("07:59", "20-8", False),
        ("08:00", "20-8", True),
        ("19:59", "20-8", True),
        ("13:00", "12-14", False),
        ("14:00", "12-14", True),
        ("03:00", "none", True),
    ],
)
async def test_an_hour_in_quiet_hours_is_not_taken(at: str, quiet: str, *, fits: bool) -> None:
    """The quiet begins on its first minute and ends before its last."""
    with world() as house:
        await house.settle_in()
        form = await _changing(house)
        outcome = await house.submit(form, **(GOOD | {"at": at, "quiet": quiet}))
        if fits:
            assert card_of(outcome).text_id == "settings.changed"
        else:
            assert errors_of(outcome) == {"at": "That hour lies in your quiet hours. Move one of the two."}


async def test_settings_that_could_not_be_saved_stay_in_the_form() -> None:
    """And the old hour holds."""
    with world() as house:
        await house.settle_in()
        form = await _changing(house)
        house.store.refuse(Trouble.LOCKED)
        assert "Not saved yet" in next(iter(errors_of(await house.submit(form, at="10:00")).values()))
        house.store.refuse(None)
        assert "09:00" in card_of(await house.command("settings")).text


@pytest.mark.parametrize("receipt", [NotOpen(), Later(wait=timedelta(minutes=20)), MaybeSent()])
async def test_a_change_lets_go_of_what_was_not_sent_yet(receipt: Receipt) -> None:
    """Whether it waited, was held back or is in doubt: nothing comes at the old hour any more."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        house.chat.receipts = [receipt]
        assert await house.until(on(5, 9)) == []
        await house.choose_hour(at="11:00")
        house.engine.wake(LANE)
        assert await house.until(on(5, 10, 59)) == []
        assert len(await house.until(on(5, 11))) == 1
        assert len(await house.until(on(6, 11))) == 1


async def test_a_later_hour_on_the_same_day_comes_that_day() -> None:
    """And the morning's is not taken back."""
    with world() as house:
        await house.settle_in()
        assert len(await house.until(on(5, 9))) == 1
        assert "Today at 15:00" in (await house.choose_hour(at="15:00")).text
        assert len(await house.until(on(5, 15))) == 1


async def test_who_is_paused_may_change_settings_and_stays_paused() -> None:
    """Choosing an hour is not `resume`; afterwards the new hour holds."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        card = await house.choose_hour(at="10:00")
        assert "Nothing comes until you say `resume`." in card.text
        assert (await house.person()).standing is Standing.PAUSED
        assert await house.until(on(5, 12)) == []
        assert "Tomorrow at 10:00" in card_of(await house.command("resume")).text


async def test_resume_begins_with_the_next_slot_only() -> None:
    """After weeks: no backlog, no count, and one that was due this morning does not come after all."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        await house.command("pause")
        assert await house.until(on(26, 12)) == []
        card = card_of(await house.command("resume"))
        assert card.text == "Good to see you. Tomorrow at 09:00, then."
        assert await house.until(on(27, 8, 59)) == []
        assert len(await house.until(on(27, 9))) == 1


async def test_saying_a_word_twice_does_no_harm() -> None:
    """Paused is paused, resumed is resumed: one row, one check-in."""
    with world() as house:
        await house.settle_in()
        for word in ("pause", "pause", "resume", "resume"):
            await house.command(word)
        assert len(await house.until(on(5, 23))) == 1


async def test_an_old_ok_does_not_end_a_pause() -> None:
    """The card of the first day is still there; its OK shows how things stand."""
    with world() as house:
        first = await house.arrive()
        [offer] = (await house.pick(first, "checkin.energy", 3)).then
        ok = control(card_in(offer), "settings.ok")
        await house.press(ok)
        await house.command("pause")
        assert "resume" in card_of(await house.press(ok)).text
        assert await house.until(on(6, 23)) == []


async def test_ok_without_a_zone_asks_for_it() -> None:
    """An hour without a zone is no hour: the form opens instead."""
    with world() as house:
        consent = card_of(await house.command("start"))
        house.zone = ""
        await house.press(control(consent, "consent.yes"))
        packed = house.desk.mint(ANA)("settings.ok")
        form = form_of(await house.hear(ActionPressed(**house.facts(ANA), ref=packed)))
        assert "zone" in errors_of(await house.submit(form))
        assert (await house.person()).standing is Standing.ARRIVING


@pytest.mark.parametrize(
    ("zone", "at", "before", "said"),
    [
        (
            "Europe/Berlin",
            "02:30",
            datetime(2026, 3, 28, 12, tzinfo=UTC),
            "Tomorrow at 03:30, as 02:30 does not exist that day",
        ),
        (
            "America/Nuuk",
            "23:30",
            datetime(2026, 3, 27, 12, tzinfo=UTC),
            "Today at 23:30",
        ),
        (
            "America/Nuuk",
            "23:30",
            datetime(2026, 3, 28, 12, tzinfo=UTC),
            "Tomorrow at 00:30, as 23:30 does not exist the day before",
        ),
    ],
)
async def test_an_hour_that_the_clock_skips_is_told_with_its_day(
    zone: str, at: str, before: datetime, said: str
) -> None:
    """Where the gap reaches over midnight the check-in comes on the next date, and that is said."""
    with world() as house:
        await house.arrive()
        house.clock.move_to(before)
        assert (
            f"Next: {said}." in (await house.choose_hour(days="daily", at=at, zone=zone, quiet="none")).text
        )


@pytest.mark.parametrize(
    ("zone", "days"),
    [("Europe/Berlin", [28, 29, 30]), ("America/Nuuk", [27, 28, 29])],
)
async def test_no_day_is_lost_or_doubled_when_clocks_go_forward(zone: str, days: list[int]) -> None:
    """One check-in for each date that the rule asks for, a day or an hour less apart."""
    with world() as house:
        await _daily(house, zone, datetime(2026, 3, 27, 12, tzinfo=UTC))
        cards = await house.until(datetime(2026, 3, 30, 12, tzinfo=UTC))
        assert [delivery.slot_on.day for delivery in house.outbox] == days
        assert len(cards) == len(days)


async def test_an_hour_that_comes_twice_counts_once() -> None:
    """02:30 on the night when Berlin's clocks go back: the first of the two, and no second letter."""
    with world() as house:
        await _daily(house, "Europe/Berlin", datetime(2026, 10, 24, 12, tzinfo=UTC))
        assert len(await house.until(datetime(2026, 10, 25, 0, 29, tzinfo=UTC))) == 0
        assert len(await house.until(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))) == 1
        assert len(await house.until(datetime(2026, 10, 25, 23, 0, tzinfo=UTC))) == 0
        first, second = house.outbox[-1].due_at, (await _next_due(house))
        assert second - first == timedelta(hours=25)


async def _daily(house: World, zone: str, start: datetime) -> None:
    at = "23:30" if zone == "America/Nuuk" else "02:30"
    await house.arrive()
    house.clock.move_to(start)
    await house.choose_hour(days="daily", at=at, zone=zone, quiet="none")


async def _next_due(house: World) -> datetime:
    found = [row.due_at for row in house.tables.agenda.values() if row.due_at is not None and row.owner]
    assert len(found) == 1
    return found[0]


async def test_three_a_week_are_three_a_week() -> None:
    """Monday, Wednesday, Friday, for three weeks."""
    with world() as house:
        await house.settle_in(days="three")
        await house.until_answering(on(25, 23))
        days = [delivery.slot_on for delivery in house.outbox]
        assert [day.isoweekday() for day in days] == [1, 3, 5] * 3
        assert all(one < two for one, two in pairwise(days))
