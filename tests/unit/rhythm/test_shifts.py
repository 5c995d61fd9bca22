"""Shifts: an own day, a rota and public holidays, through the settings card and into the night."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.domain.deliveries import DeliveryState
from bot.domain.people import Standing
from bot.ports.chat import Later
from bot.services.router import Router
from bot.surface.form import Form
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome
from bot.testing.holidays import LaidOutHolidays
from tests.unit.small_house import ANA, card_of, control, errors_of, form_of, on
from tests.unit.world import World, world

ROTA = {
    "day_starts": "10:00",
    "cycle": "EELLNNOOOO",
    "first": "2026-01-05",
    "hours": "E 14:30, L 21:45, N 08:15, O none",
    "holidays": "come",
}


async def _form(house: World) -> Form:
    return form_of(await house.press(control(card_of(await house.command("settings")), "settings.shifts")))


async def _save(house: World, **values: str) -> Outcome:
    return await house.submit(await _form(house), **(ROTA | values))


@contextmanager
def _with_holidays() -> Iterator[World]:
    with world() as house:
        days = LaidOutHolidays({"NZ": {date(2026, 1, 6), date(2026, 1, 7)}})
        house.desk = replace(house.desk, holidays=days)
        house.router = Router(house.desk, changed=house.engine.wake)
        yield house


async def test_a_rota_is_said_back_and_then_kept() -> None:
    """Each shift at its hour, the morning after each night, nothing on days off; and the cycle again."""
    with world() as house:
        await house.settle_in()
        card = card_of(await _save(house))
        assert card.text == (
            "A rota of 10 days (E 14:30, L 21:45, N 08:15 the next morning).\n\n"
            "Your day begins at 10:00. These hours come in your quiet hours too; nothing else does.\n\n"
            "Next: Tomorrow at 14:30."  # it is eight, and her own day is still Sunday
        )
        await house.until_answering(on(16, 23))
        assert [each.due_at for each in house.outbox] == [
            on(5, 14, 30),
            on(6, 14, 30),
            on(7, 21, 45),
            on(8, 21, 45),
            on(10, 8, 15),
            on(11, 8, 15),
            on(15, 14, 30),
            on(16, 14, 30),
        ]
        assert [run.day.day for run in house.runs[1:7]] == [5, 6, 7, 8, 9, 10]  # a night has one day


async def test_the_form_shows_what_is_set() -> None:
    """Sent again as it stands, nothing changes."""
    with world() as house:
        await house.settle_in()
        await _save(house)
        form = await _form(house)
        standing = {field.name: field.value for field in form.fields}
        assert standing == ROTA | {"hours": "E 14:30, L 21:45, N 08:15"}
        before = dict(house.tables.agenda)
        await house.submit(form)
        assert dict(house.tables.agenda) == before


async def test_settings_keep_a_rota_and_may_end_it() -> None:
    """Quiet hours change beside it; choosing days ends it; so does an empty cycle."""
    with world() as house:
        await house.settle_in()
        await _save(house)
        line = card_of(await house.command("settings")).text
        assert "A rota of 10 days (E 14:30, L 21:45, N 08:15 the next morning), UTC, quiet" in line
        assert "Your day begins at 10:00." in line
        change = form_of(
            await house.press(control(card_of(await house.command("settings")), "settings.change"))
        )
        assert "A rota of 10 days" in card_of(await house.submit(change, quiet="none")).text
        assert "Weekdays 12:30" in card_of(await house.submit(change, days="weekdays")).text
        await _save(house)
        assert card_of(await _save(house, cycle="")).text.startswith("Weekdays 12:30.")


async def test_no_one_keeps_a_rota_that_is_not_there() -> None:
    """The option of an old form is refused when the rota is gone."""
    with world() as house:
        await house.settle_in()
        assert "days" in errors_of(await house.submit(await _changing(house), days="rota"))


async def _changing(house: World) -> Form:
    return form_of(await house.press(control(card_of(await house.command("settings")), "settings.change")))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("day_starts", "soon", "14:00"),
        ("day_starts", "15:00", "14:00"),
        ("cycle", "E1L2", "EELLNNOOOO"),
        ("first", "", "monday"),
        ("first", "5/1", "4 January"),
        ("hours", "whenever", "E 14:30"),
        ("hours", "E 14:30, X 09:00", "cycle"),
        ("hours", "O none", "hour"),
        ("hours", "O 10:00, N 09:45", "four hours"),
        ("holidays", "skip", "not installed"),
    ],
)
async def test_a_field_that_cannot_be_read_gets_its_sentence(field: str, value: str, said: str) -> None:
    """And nothing changes until all can."""
    with world() as house:
        await house.settle_in()
        before = house.tables.snapshot()
        errors = errors_of(await _save(house, **{field: value}))
        assert list(errors) == [field]
        assert said in errors[field]
        assert (house.tables.people, house.tables.agenda) == (before.people, before.agenda)


async def test_several_wrong_fields_are_all_named_at_once() -> None:
    """Nobody has to send a form four times."""
    with world() as house:
        await house.settle_in()
        wrong = {"day_starts": "x", "cycle": "1", "first": "x", "hours": "x"}
        assert set(errors_of(await _save(house, **wrong))) == set(wrong)


@pytest.mark.parametrize(("late", "comes"), [(0, True), (29, True), (30, False)])
async def test_a_rota_hour_comes_in_quiet_hours_while_it_is_on_time(late: int, *, comes: bool) -> None:
    """Whoever named it waits for it then; half an hour later it would wake somebody."""
    with world() as house:
        await house.settle_in()
        await _save(house, cycle="L", hours="L 21:45")
        await house.until(on(5, 21, 44))
        house.chat.receipts = [Later(wait=timedelta(minutes=late))] if late else []
        assert len(await house.until(on(5, 21, 45) + timedelta(minutes=late))) == comes
        assert await house.until(on(6, 21, 44)) == []


async def test_the_question_about_a_silence_leaves_a_rota_whole() -> None:
    """Three a week would come in the middle of a night: the shifts are offered instead."""
    with world() as house:
        await house.settle_in()
        await _save(house)
        cards = await house.until(on(20, 0))
        names = [one.name for one in cards[-1].controls]
        assert names == ["silence.pause", "settings.shifts", "silence.as_it_was"]
        assert (await house.person()).standing is Standing.PAUSED
        old = ActionPressed(**house.facts(ANA), ref=house.desk.mint(ANA)("silence.three"))
        assert "A rota of 10 days" in card_of(await house.hear(old)).text


async def test_an_own_day_alone_needs_no_rota() -> None:
    """After midnight it is still the day before, and the rhythm stays as it was."""
    with world() as house:
        await house.settle_in()
        card = card_of(await _save(house, cycle="", hours="", first=""))
        assert card.text.startswith("Weekdays 09:00.\n\nYour day begins at 10:00.")
        await house.until(on(5, 9))
        assert house.runs[-1].day == date(2026, 1, 4)


async def test_no_check_in_on_a_holiday_for_who_wishes_none() -> None:
    """It is let go, the next one is told rightly, and who wishes them as ever gets them."""
    for wish, slots in (("skip", [5, 8]), ("come", [5, 6, 7, 8])):
        with _with_holidays() as house:
            await house.settle_in(region="NZ")
            saved = card_of(await _save(house, day_starts="00:00", cycle="", holidays=wish)).text
            assert ("Not on public holidays." in saved) == (wish == "skip")
            await house.until_answering(on(5, 12))
            told = card_of(await house.command("settings")).text
            assert ("Thursday 8 January at 09:00" in told) == (wish == "skip")
            await house.until_answering(on(8, 12))
            sent = [each.slot_on.day for each in house.outbox if each.state is DeliveryState.SENT]
            assert sent == slots


async def test_a_region_without_known_holidays_is_told() -> None:
    """Nothing is promised that cannot be kept."""
    with _with_holidays() as house:
        await house.settle_in(region="elsewhere")
        errors = errors_of(await _save(house, holidays="skip"))
        assert errors == {"holidays": "Public holidays are not known for your region. `settings` names it."}


async def test_a_rota_keeps_its_hours_when_clocks_change() -> None:
    """A night over the change in London: the morning after is 08:15 by the new clock."""
    with world() as house:
        await house.settle_in(zone="Europe/London")
        house.clock.move_to(datetime.fromisoformat("2026-03-27T12:00:00+00:00"))
        await _save(house, cycle="N", hours="N 8:15", first="2026-03-27")
        await house.until_answering(datetime.fromisoformat("2026-03-30T12:00:00+00:00"))
        due = [each.due_at.isoformat() for each in house.outbox if each.slot == "08:15"]
        assert due == ["2026-03-28T08:15:00+00:00", "2026-03-29T07:15:00+00:00", "2026-03-30T07:15:00+00:00"]
