"""Leave: nothing is sent before the day, and check-ins begin again by themselves with its first slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.agenda import PRESSING, SENT_ONCE, AgendaKind, AgendaRow
from bot.domain.people import Standing
from bot.ports.chat import Later, NotOpen
from bot.surface.card import Card
from tests.unit.small_house import LANE, card_of, control, errors_of, form_of, on
from tests.unit.world import FIRST_SLOT, TERMINAL, World, world


async def _say(house: World, text: str) -> Card:
    return card_of(await house.command(text))


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("leave until 12 January", "Monday 12 January"),
        ("leave 2026-01-12", "Monday 12 January"),
        ("leave friday", "Friday 9 January"),
        ("LEAVE two weeks", "Monday 19 January"),
        ("leave until tomorrow", "Tuesday 6 January"),
    ],
)
async def test_the_day_is_said_back_plainly(said: str, back: str) -> None:
    """With the weekday and the month, however it was typed, and when the first check-in comes."""
    with world() as house:
        await house.settle_in()
        first = "Tomorrow" if "tomorrow" in said else back
        assert (await _say(house, said)).text == (
            f"Quiet until {back}. Nothing will be waiting for you.\n\n"
            f"First check-in: {first} at 09:00. `resume` ends leave sooner."
        )


async def test_check_ins_begin_again_by_themselves() -> None:
    """One at the first slot on or after the day; no backlog, no count, and nothing planned meanwhile."""
    with world() as house:
        await house.settle_in()
        await house.command("leave until 24 January")
        assert await house.until(on(26, 8, 59)) == []
        assert house.outbox == []
        [card] = await house.until(on(26, 9))  # the 24th is a Saturday
        assert card.text_id == "checkin"
        assert len(await house.until(on(27, 9))) == 1
        assert (await house.person()).away_until is None


async def test_a_check_in_that_waits_at_a_shut_terminal_is_gone_after_leave() -> None:
    """Whoever opens it early on the day of return finds nothing from before."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in(days="daily")
        house.chat.receipts = [NotOpen()]
        await house.until(FIRST_SLOT)
        await house.command("leave until 8 January")
        house.engine.wake(LANE)
        assert await house.until(on(8, 8, 59)) == []
        assert len(await house.until(on(8, 9))) == 1


async def test_a_send_that_was_held_back_is_not_made_on_leave() -> None:
    """A platform asked to wait; meanwhile the person went away."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [Later(wait=timedelta(minutes=30))]
        await house.until(FIRST_SLOT)
        await house.command("leave until 12 January")
        assert await house.until(on(12, 8, 59)) == []


async def test_a_question_that_was_to_come_again_does_not() -> None:
    """Nothing will be waiting, and that is true; the same after `pause`."""
    for word in ("leave until 12 January", "pause"):
        with world() as house:
            await house.asked()
            await house.command("later")
            await house.command(word)
            await house.until(on(12, 8, 59))
            await house.command("resume")
            assert len(await house.until(on(12, 10))) == 1


async def test_resume_ends_leave() -> None:
    """With the next slot from now, and today's where it is still ahead."""
    with world() as house:
        await house.settle_in()
        await house.command("leave until 30 January")
        assert (await _say(house, "resume")).text == "Good to see you. Today at 09:00, then."
        assert len(await house.until(FIRST_SLOT)) == 1
        assert "leave" not in (await _say(house, "settings")).text


async def test_start_and_settings_tell_of_it() -> None:
    """Until when, and when the first check-in comes."""
    with world() as house:
        await house.settle_in()
        await house.command("leave until 20 January")
        for word in ("start", "settings"):
            text = (await _say(house, word)).text
            assert "On leave until Tuesday 20 January; `resume` ends it." in text
            assert "Tuesday 20 January at 09:00." in text


async def test_settings_may_change_on_leave() -> None:
    """The new hour holds from the day of return on."""
    with world() as house:
        await house.settle_in()
        await house.command("leave until 20 January")
        assert "Next: Tuesday 20 January at 10:00." in (await house.choose_hour(at="10:00")).text
        assert await house.until(on(20, 9, 59)) == []
        assert len(await house.until(on(20, 10))) == 1


async def test_leave_alone_opens_a_form() -> None:
    """One date; a day that cannot be taken keeps the form open with its sentence."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("leave"))
        assert [field.name for field in form.fields] == ["until"]
        for text, said in (("soon", "4 January"), ("2026-01-05", "not ahead"), ("2030-01-01", "two years")):
            assert said in errors_of(await house.submit(form, until=text))["until"]
            assert (await house.person()).away_until is None
        assert "Quiet until Sunday 11 January" in card_of(await house.submit(form, until="sunday")).text
        assert (await house.person()).away_until == date(2026, 1, 11)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("leave soon", "4 January"),
        ("leave today", "not ahead"),
        ("leave 2020-01-01", "not ahead"),
        ("leave in 25 months", "two years"),
    ],
)
async def test_a_day_that_cannot_be_taken_gets_a_sentence(said: str, part: str) -> None:
    """And nothing changes."""
    with world() as house:
        await house.settle_in()
        card = await _say(house, said)
        assert (card.text_id, part in card.text) == ("leave.unclear", True)
        assert len(await house.until(FIRST_SLOT)) == 1


async def test_a_pause_becomes_leave_and_leave_a_pause() -> None:
    """The word that was said last holds."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        await house.command("leave until 12 January")
        assert (await house.person()).standing is Standing.ACTIVE
        await house.command("pause")
        assert await house.until(on(25, 0)) == []
        assert (await house.person()).away_until is None


async def test_before_any_hour_was_chosen_there_is_no_leave() -> None:
    """The sentence says where to choose one."""
    with world() as house:
        await house.arrive()
        assert (await _say(house, "leave friday")).text_id == "settings.none"


@pytest.mark.parametrize(
    ("quiet", "morning"), [("20-8", on(12, 8)), ("22-6:30", on(12, 6, 30)), ("none", on(12, 8))]
)
@pytest.mark.parametrize("kind", sorted(SENT_ONCE - PRESSING))
async def test_what_is_sent_once_is_put_off_to_the_morning_after(
    kind: AgendaKind, quiet: str, morning: object
) -> None:
    """Whatever its kind: it falls due on leave, and has its time when quiet hours end on the first day.

    What its person is waiting for at this moment is not put off: they are there.
    """
    with world() as house:
        await house.settle_in(quiet=quiet)
        person = await house.person()
        row = AgendaRow(id=house.desk.chance.new_id(), kind=kind, due_at=on(7, 12), owner=person.id)
        await house.command("leave until 12 January")
        await house.store.run(lambda unit: unit.agenda.put(row))
        house.engine.wake()
        await house.until(on(8, 12))
        assert house.tables.agenda[row.id].due_at == morning
        assert house.outbox == []


@pytest.mark.parametrize("word", ["pause", "leave until 12 January"])
async def test_what_was_planned_already_waits_too(word: str) -> None:
    """It was held back by the platform when its person went; it comes when they are back, once."""
    with world() as house:
        card = await house.asked()
        await house.command("later 10:30")
        house.chat.receipts = [Later(wait=timedelta(hours=1))]
        assert await house.until(on(5, 10, 30)) == []
        person = await house.person()
        away = (
            replace(person, standing=Standing.PAUSED)
            if word == "pause"
            else replace(person, away_until=date(2026, 1, 12))
        )
        await house.store.run(lambda unit: unit.people.save(away))
        assert await house.until(on(11, 23)) == []
        waiting = [row for row in house.tables.agenda.values() if row.kind is AgendaKind.SNOOZE]
        assert [row.due_at for row in waiting] == [None if word == "pause" else on(12, 8)]
        if word == "pause":
            await house.command("resume")
        came = await house.until(on(12, 8, 59))
        assert [one.text for one in came] == [card.text]


async def test_a_night_worker_is_back_with_their_own_day() -> None:
    """What follows the last night away belongs to the day before; the first check-in comes after it."""
    with world() as house:
        await house.settle_in(days="daily", at="08:15")
        shifts = form_of(await house.press(control(await _say(house, "settings"), "settings.shifts")))
        await house.submit(shifts, day_starts="10:00")
        await house.command("leave until 12 January")
        assert await house.until(on(13, 8, 14)) == []
        assert len(await house.until(on(13, 8, 15))) == 1
