"""The line the day before, whatever lies between: another hour, a pause, nobody reached, a night at work."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.ports.chat import Later, Unreachable
from tests.unit.small_house import card_of, control, form_of, on
from tests.unit.supervision.test_supervision_list import marked, set_day
from tests.unit.world import World, spelled_out, world

DUE = on(7, 9)
"""The Wednesday before a Thursday, at the hour of check-ins."""
TOMORROW, TODAY = (f"{day} is the day that you set aside." for day in ("Tomorrow", "Today"))


def lines(house: World) -> list[str]:
    """Return how each line that arrived begins."""
    cards = (letter.card for letter in house.chat.letters)
    return [card.text.partition(".")[0] + "." for card in cards if card.text_id == "supervision.notice"]


def rows(house: World) -> list[AgendaRow]:
    """Return the rows of the agenda for lines."""
    return [row for row in house.tables.agenda.values() if row.kind is AgendaKind.SUPERVISION]


async def _settings(house: World, **wish: str) -> None:
    form = form_of(await house.press(control(card_of(await house.command("settings")), "settings.change")))
    await house.submit(form, **wish)


async def test_it_is_the_same_whatever_is_marked(caplog: pytest.LogCaptureFixture) -> None:
    """No row, log line or letter has a word of the list, and none says how long it is."""
    caplog.set_level("DEBUG")
    with world() as house:
        await house.settle_in()
        await marked(house)
        await marked(house, "and a reed")
        await set_day(house, "8 January", "2")
        planted = repr(house.tables)
        with_pages = await house.until(DUE)
        for place in (planted, repr(house.tables), spelled_out(*with_pages), caplog.text):
            assert "heron" not in place
            assert "every_weeks" not in place
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January", "2")
        bare = await house.until(DUE)
    [empty], [full] = (
        [(card.text, card.summary) for card in cards if card.text_id == "supervision.notice"]
        for cards in (bare, with_pages)
    )
    assert empty == full


async def test_one_that_does_not_reach_them_ends_nothing() -> None:
    """Their messages are shut for one day: the next line comes all the same."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January", "1")
        await house.until_answering(DUE - timedelta(minutes=1))
        house.chat.receipts = [Unreachable()] * 2
        await house.until(DUE)
        assert lines(house) == []
        await house.until_answering(on(14, 9))
        assert lines(house) == [TOMORROW]


async def test_one_that_is_put_off_by_its_platform_comes_once() -> None:
    """Tried twice, shown once, and one row for the next."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January", "1")
        await house.until_answering(DUE - timedelta(minutes=1))
        house.chat.receipts = [Later(wait=timedelta(minutes=5))]
        await house.until_answering(on(7, 12))
        assert lines(house) == [TOMORROW]
        assert len(rows(house)) == 1


async def test_a_pause_while_one_waits_makes_no_second() -> None:
    """It waits in quiet hours, then all is paused: back again there is one line each time, as before."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January", "1")
        await _settings(house, at="21:00", quiet="8-20")
        await house.until_answering(on(7, 12))
        await house.command("pause")
        await house.until(on(9, 12))
        await _settings(house, at="09:00", quiet="20-8")
        await house.command("resume")
        await house.until_answering(on(23, 12))
        assert lines(house) == [TOMORROW, TOMORROW]
        assert len(rows(house)) == 1


async def test_after_a_pause_nothing_is_said_late() -> None:
    """A line that would not be true any more is let go, and the next one comes."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January", "1")
        await house.command("pause")
        await house.until(on(11, 12))
        await house.command("resume")
        await house.until_answering(on(14, 8, 59))
        assert lines(house) == []
        await house.until_answering(on(14, 9))
        assert lines(house) == [TOMORROW]


async def test_back_from_leave_on_the_day_it_says_so() -> None:
    """Late rather than never, while it is of use."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January")
        await house.command("leave until 8 January")
        await house.until(on(8, 12))
        assert lines(house) == [TODAY]


@pytest.mark.parametrize("day_starts", ["00:00", "10:00", "15:00"])
async def test_whoever_works_nights_gets_it_too(day_starts: str) -> None:
    """Their own day begins late; the day that was set is one of the calendar, and the line is true of it."""
    with world() as house:
        await house.settle_in()
        shifts = form_of(
            await house.press(control(card_of(await house.command("settings")), "settings.shifts"))
        )
        await house.submit(shifts, day_starts=day_starts)
        await set_day(house, "2026-01-08", "1")
        await house.until_answering(on(7, 8, 59))
        assert lines(house) == []
        await house.until_answering(on(7, 12))
        assert lines(house) == [TOMORROW]
        await house.until_answering(on(14, 12))
        assert lines(house) == [TOMORROW, TOMORROW]


async def test_another_hour_on_the_day_makes_no_second_line() -> None:
    """The check-in moves to the evening after it came: that day was told of."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January", "1")
        await house.until_answering(DUE)
        await _settings(house, at="18:00")
        await house.until_answering(on(8, 12))
        assert lines(house) == [TOMORROW]


async def test_the_hour_is_that_of_their_zone() -> None:
    """Also across the date line."""
    with world() as house:
        house.zone = "Pacific/Auckland"
        await house.settle_in(zone="Pacific/Auckland")
        await set_day(house, "2026-01-09")
        await house.until_answering(on(7, 19, 59))
        assert lines(house) == []
        await house.until_answering(on(7, 20))
        assert lines(house) == [TOMORROW]


async def test_it_lives_through_a_restart_and_ends_with_a_stop() -> None:
    """The row and the seal are all that is needed; a yes that was taken back holds for it, too."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "8 January", "1")
        await house.restart()
        await house.until_answering(on(14, 9))
        assert lines(house) == [TOMORROW, TOMORROW]
        await house.command("stop")
        await house.until(on(40, 12))
        assert lines(house) == [TOMORROW, TOMORROW]
