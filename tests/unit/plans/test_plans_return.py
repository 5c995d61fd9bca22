"""The day on which a plan comes back: once, at the person's hour, without a word of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.deliveries import DeliveryState
from bot.domain.people import Person, QuietHours
from bot.ports.chat import Later, MaybeSent
from bot.surface.card import Reach
from bot.testing.faults import Killed
from tests.unit.plans.house import (
    NOTICE,
    WORDS,
    asked,
    january,
    keep,
    listed,
    notices,
    opened,
    plan_world,
    rows,
    stock,
    week,
)
from tests.unit.small_house import ANA, BEN, card_of, control, form_of, on
from tests.unit.world import World, spelled_out

SATURDAY = january(10)
"""A day without a check-in."""
DUE = on(10, 9)


async def _be(house: World, person: Person) -> None:
    await house.store.run(lambda unit: unit.people.save(person))


async def test_it_comes_on_its_day_at_the_hour_of_the_check_ins() -> None:
    """Not a minute before, once, and with it the row is gone."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=SATURDAY)
        await house.until(on(10, 8, 59))
        assert notices(house) == []
        [notice] = await house.until(DUE)
        assert (notice.text, notice.summary, notice.reach) == (NOTICE, NOTICE, Reach.PERSONAL)
        assert [one.name for one in notice.controls] == ["plan.open", "plan.later", "help.now"]
        assert rows(house) == []
        assert await house.until(on(11, 23)) == []


async def test_nothing_of_a_plan_leaves_its_seal(caplog: pytest.LogCaptureFixture) -> None:
    """No letter, row or log line has its words or says which flow it came from."""
    caplog.set_level("DEBUG")
    with plan_world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await keep(house, back_on=SATURDAY)
        planted = repr(house.tables)
        await house.until(DUE)
        assert [one.to for one in house.chat.letters if one.card.text_id == "plan.notice"] == [ANA]
        places = (planted, repr(house.tables), spelled_out(*notices(house)), caplog.text)
        for word in ("heron", "river", "crossing"):
            assert [place for place in places if word in place] == []


@pytest.mark.parametrize(
    ("start", "zone", "at", "day", "comes"),
    [
        ("2026-01-05T08:00Z", "Pacific/Auckland", "08:30", "2026-01-10", "2026-01-09T19:30Z"),
        ("2026-03-26T08:00Z", "Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:30Z"),
        ("2026-10-22T08:00Z", "Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30Z"),
    ],
)
async def test_the_hour_is_that_of_their_zone(start: str, zone: str, at: str, day: str, comes: str) -> None:
    """Also on a night when the clock skips that hour, or has it twice."""
    with plan_world() as house:
        house.clock.move_to(datetime.fromisoformat(start))
        await house.settle_in(quiet="none", zone=zone, at=at)
        await keep(house, back_on=date.fromisoformat(day))
        await house.until(datetime.fromisoformat(comes) - timedelta(minutes=1))
        assert notices(house) == []
        await house.until(datetime.fromisoformat(comes))
        assert len(notices(house)) == 1


@pytest.mark.parametrize(("quiet", "hour"), [((20, 8), 9), ((22, 11), 11), ((9, 10), 10)])
async def test_without_check_ins_it_comes_at_nine(quiet: tuple[int, int], hour: int) -> None:
    """Or when the quiet hours end that cover nine."""
    with plan_world() as house:
        await house.arrive()
        hours = QuietHours(start=time(quiet[0]), end=time(quiet[1]))
        await _be(house, replace(await house.person(), quiet=hours))
        await keep(house, back_on=SATURDAY)
        assert [row.due_at for row in rows(house)] == [on(10, hour)]
        await house.until(on(10, hour))
        assert len(notices(house)) == 1


@pytest.mark.parametrize("day", [4, 5])
async def test_a_day_whose_hour_has_gone_by_means_the_next_hour(day: int) -> None:
    """Nothing comes back in the moment in which it is kept."""
    with plan_world() as house:
        await house.settle_in()
        await house.until(on(5, 9, 30))
        await keep(house, back_on=january(day))
        assert notices(house) == []
        await house.until(on(6, 9))
        assert len(notices(house)) == 1


async def test_where_nothing_was_chosen_nothing_is_kept() -> None:
    """No words and no day make no plan; words alone are listed and come back no day."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, None)
        assert house.tables.sheets == {}
        await keep(house)
        assert rows(house) == []
        assert WORDS in await listed(house)


async def test_a_day_without_words_comes_back_too() -> None:
    """Then the name of the flow says what it was about, to its reader alone."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, None, back_on=SATURDAY)
        await house.until(DUE)
        [notice] = notices(house)
        assert notice.text == NOTICE
        assert (await asked(house)).title == "A river to cross"


async def test_quiet_hours_hold_it_back() -> None:
    """Quiet hours that were moved meanwhile count, not those of the day on which it was kept."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=SATURDAY)
        await house.choose_hour(at="12:00", quiet="20-11")
        await house.until(on(10, 10, 59))
        assert notices(house) == []
        await house.until(on(10, 11))
        assert len(notices(house)) == 1


async def test_it_comes_before_the_question_about_a_silence() -> None:
    """Both are due at one hour after five check-ins that went by: what was asked for is not lost in it."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=january(12))
        await house.until(on(12, 8, 59))
        assert [card.text_id for card in await house.until(on(12, 9))] == ["plan.notice", "silence"]


async def test_a_pause_holds_it_back() -> None:
    """Nothing comes while paused; it comes with `resume`, once."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=SATURDAY)
        await house.command("pause")
        assert await house.until(on(13, 12)) == []
        assert WORDS in await listed(house)
        await house.command("resume")
        assert len(notices(house)) == 1
        await house.until(on(13, 23))
        assert len(notices(house)) == 1
        assert rows(house) == []


async def test_leave_holds_it_back() -> None:
    """It comes on the morning of the day that they are back, when quiet hours end."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=SATURDAY)
        await _be(house, replace(await house.person(), away_until=january(15)))
        assert await house.until(on(15, 7, 59)) == []
        await house.until(on(15, 8))
        assert len(notices(house)) == 1


async def test_who_pauses_while_it_is_on_its_way_is_left_alone() -> None:
    """The surface asked for patience, and meanwhile they paused: it waits for them, one row and no more."""
    with plan_world() as house:
        await week(house)
        house.chat.receipts = [Later(wait=timedelta(minutes=25))]
        await house.until(DUE)
        await house.command("pause")
        assert await house.until(on(11, 23)) == []
        assert len(rows(house)) == 1
        await house.command("resume")
        await house.until(on(12, 8, 30))
        assert len(notices(house)) == 1
        assert rows(house) == []


async def test_who_stopped_hears_nothing() -> None:
    """A yes taken back ends what was to come."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=SATURDAY)
        await house.command("stop")
        assert await house.until(on(30, 9)) == []


async def test_what_was_closed_on_its_way_never_comes() -> None:
    """A close lets go of what a lane still holds, and an older message opens nothing."""
    with plan_world() as house:
        await week(house)
        house.chat.receipts = [Later(wait=timedelta(minutes=25))]
        await house.until(DUE)
        await house.press(control(await opened(house), "plan.close"))
        assert await house.until(on(11, 23)) == []
        assert rows(house) == []
        assert [each.state for each in house.outbox][-1] is DeliveryState.EXPIRED


async def test_what_was_moved_on_its_way_comes_on_the_new_day_alone() -> None:
    """Also where nobody knew whether it had arrived."""
    with plan_world() as house:
        await week(house)
        house.chat.receipts = [MaybeSent()]
        await house.until(DUE)
        form = form_of(await house.press(control(await opened(house), "plan.move")))
        await house.submit(form, by="2026-01-11")
        assert await house.until(on(11, 8, 59)) == []
        await house.until(on(11, 9))
        assert len(notices(house)) == 1


async def test_a_flow_that_is_gone_leaves_plain_words() -> None:
    """What was promised comes all the same, and can be answered."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=SATURDAY)
        stock(house)
        await house.restart()
        await house.until(DUE)
        [notice] = notices(house)
        assert notice.text == "You asked me to bring something back today."
        question = await asked(house)
        assert question.title == "A river to cross"
        assert "How did it go?" in question.text
        reflecting = card_of(await house.choose(control(question, "plan.went"), "changed"))
        assert reflecting.text == "Noted.\n\nWhat do you take from it?"


async def test_a_page_that_stays_closed_stops_no_lane() -> None:
    """The notice comes, what comes after it comes too, and opening says what is wrong."""
    with plan_world() as house:
        await week(house)
        [sheet] = house.tables.sheets.values()
        house.tables.sheets[sheet.id] = replace(
            sheet, sealed=sheet.sealed[:-1] + bytes([sheet.sealed[-1] ^ 1])
        )
        await house.until(DUE)
        [notice] = notices(house)
        said = card_of(await house.press(control(notice, "plan.open")))
        assert said.text_id == "stays_closed"
        await house.until(on(12, 9))
        assert house.chat.letters[-1].card.text_id == "checkin"


@pytest.mark.parametrize("first", range(1, 7))
@pytest.mark.parametrize("then", [1, 2, 3])
async def test_an_end_on_the_way_costs_nothing(first: int, then: int) -> None:
    """The house ends around the hour and again after the next start: one notice arrives, and no second."""
    with plan_world() as house:
        await week(house)
        for passes in (first, then):
            house.end_after(passes)
            with suppress(Killed):
                await house.until(DUE)
            await house.restart()
        await house.until(on(10, 10))
        assert len(notices(house)) == 1
        assert rows(house) == []


@pytest.mark.parametrize(("day", "hour", "minute"), [(15, 14, 30), (11, 9, 0)])
async def test_with_a_rota_it_comes_at_the_hour_of_that_days_shift(day: int, hour: int, minute: int) -> None:
    """On a day without a shift it comes at a usual hour."""
    with plan_world() as house:
        await house.settle_in()
        settings = card_of(await house.command("settings"))
        shifts = await house.press(control(settings, "settings.shifts"))
        rota = {"day_starts": "00:00", "cycle": "EELLNNOOOO", "first": "2026-01-05"}
        rota |= {"hours": "E 14:30, L 21:45, N 08:15, O none", "holidays": "come"}
        await house.submit(form_of(shifts), **rota)
        await keep(house, back_on=january(day))
        await house.until_answering(on(day, hour, minute) - timedelta(minutes=1))
        before = len(notices(house))
        await house.until(on(day, hour, minute))
        assert len(notices(house)) == before + 1
