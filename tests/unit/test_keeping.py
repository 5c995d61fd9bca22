"""How long things are kept: chosen in the settings, told a week before, and then gone without a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.checkins import Answer, Run
from bot.domain.people import Person, PersonId
from bot.ports.store import Unit
from bot.services.delivery import agenda
from bot.services.journal import keeping
from bot.services.journal.runs import asking_of, with_asking
from bot.surface.card import Card
from bot.testing.faults import Killed
from tests.unit.small_house import BEN, MONDAY, card_of, control, errors_of, form_of
from tests.unit.world import World, spelled_out, world

DAY = timedelta(days=1)
LINE = (
    "Some pages reach the end of their time next week. `export` takes them along; settings keeps them longer."
)


async def _begin(house: World) -> None:
    await house.store.run(lambda unit: agenda.begin_housekeeping(unit, house.clock.now()))
    house.engine.wake()
    await house.begin()


async def _choose(house: World, pages: str, scenes: str = "week") -> Card:
    card = card_of(await house.command("settings"))
    form = form_of(await house.press(control(card, "settings.keeping")))
    return card_of(await house.submit(form, pages=pages, scenes=scenes))


async def _write(house: World, text: str) -> None:
    await house.submit(form_of(await house.command("write")), text=text)


def _texts(house: World) -> list[str]:
    return [one["text"] for one in house.entries()]


def _told(cards: Sequence[Card]) -> list[Card]:
    return [card for card in cards if card.text_id == "keeping.ends"]


def _day(n: int) -> date:
    return (MONDAY + n * DAY).date()


async def test_a_page_goes_on_its_day_and_is_told_of_a_week_before() -> None:
    """Thirty days it is there; a week before its end one line comes, without a word of what goes."""
    with world() as house:
        await house.settle_in(at="08:30")
        await _begin(house)
        await _choose(house, "month")
        await _write(house, "first")
        told_on: list[int] = []
        gone_on: list[int] = []
        for n in range(1, 60):
            if _told(await house.until_answering(MONDAY + n * DAY + timedelta(hours=15, minutes=59))):
                told_on.append(n)
            if not house.tables.entries and not gone_on:
                gone_on.append(n)
        assert gone_on == [31]
        assert told_on == [24]


async def test_the_line_says_nothing_of_the_pages() -> None:
    """A line, a way to take them along, a way to keep them longer."""
    with world() as house:
        await house.settle_in()
        await _begin(house)
        await _choose(house, "month")
        await _write(house, "first")
        [card] = _told(await house.until_answering(MONDAY + 25 * DAY))
        assert card.text == LINE
        assert "first" not in spelled_out(card)
        assert card_of(await house.press(control(card, "command"))).text_id in {"unknown", "export"}
        form = form_of(await house.press(control(card, "settings.keeping")))
        assert card_of(await house.submit(form, pages="year")).text_id == "keeping.changed"
        await house.until_answering(MONDAY + 60 * DAY)
        assert _texts(house) == ["first"]


async def test_who_writes_every_day_is_told_once_a_week_at_most() -> None:
    """And each page goes on its own day all the same."""
    with world() as house:
        await house.settle_in(days="daily")
        await _begin(house)
        await _choose(house, "month")
        told_on: list[int] = []
        for n in range(60):
            cards = await house.until_answering(MONDAY + n * DAY)
            told_on += [n] if _told(cards) else []
            await _write(house, f"page {n}")
            if n > 32:
                assert int(_texts(house)[0].removeprefix("page ")) in {n - 30, n - 31}
        assert told_on
        assert all(later - earlier >= 7 for earlier, later in pairwise(told_on))


async def test_a_shorter_time_waits_a_week() -> None:
    """It is said where it is chosen; what is older goes a week later, and no second line is sent about it."""
    with world() as house:
        await house.settle_in()
        await _begin(house)
        await _write(house, "old")
        await house.until_answering(MONDAY + 40 * DAY)
        card = await _choose(house, "month", "day")
        assert card.text_id == "keeping.shorter"
        assert "stay 30 days; a new scene goes after 1 day." in card.text
        assert {one.name for one in card.controls} == {"command", "settings.keeping", "portfolio.going"}
        cards = await house.until_answering(MONDAY + 47 * DAY - timedelta(seconds=1))
        assert _texts(house) == ["old"]
        cards += await house.until_answering(MONDAY + 47 * DAY)
        assert (_texts(house), _told(cards)) == ([], [])


async def test_a_mind_that_is_changed_within_the_week_loses_nothing() -> None:
    """Longer again, or for good: the pages stay."""
    with world() as house:
        await house.settle_in()
        await _begin(house)
        await _write(house, "old")
        await house.until_answering(MONDAY + 40 * DAY)
        await _choose(house, "month")
        assert (await _choose(house, "always")).text_id == "keeping.changed"
        await house.until_answering(MONDAY + 500 * DAY)
        assert _texts(house) == ["old"]
        assert (await house.person()).keep_days is None


async def test_a_choice_that_was_never_offered_changes_nothing() -> None:
    """Each field gets its sentence."""
    with world() as house:
        await house.settle_in()
        card = card_of(await house.command("settings"))
        form = form_of(await house.press(control(card, "settings.keeping")))
        assert [field.value for field in form.fields] == ["year", "week"]
        assert list(errors_of(await house.submit(form, pages="", scenes="never"))) == ["pages", "scenes"]
        assert (await house.person()).keep_days == 365


async def test_marks_and_answers_go_and_the_asking_is_known_for_longer() -> None:
    """Within a week after their time; which question was asked stays for 180 days, and then goes too."""
    with world() as house:
        await house.asked()
        await _begin(house)
        await _choose(house, "month")
        card = card_of(await house.command("checkin"))
        await house.pick(card, "checkin.energy", 3)
        [*_, run] = house.runs

        def answered(unit: Unit) -> Run:
            asking = asking_of(house.desk, run).answered(0, Answer(chosen=("x",)))
            filled = with_asking(house.desk, run, asking)
            unit.runs.put(filled)
            return filled

        await house.store.run(answered)
        await house.until_answering(MONDAY + 30 * DAY)
        assert house.steps(run) == {"energy": 3}
        await house.until_answering(MONDAY + 39 * DAY)
        assert house.steps(run) is None
        emptied = house.tables.runs[run.id]
        assert (house.answers(emptied), house.prompt(emptied)) == (None, house.prompt(run))
        await house.until_answering(MONDAY + 180 * DAY)
        assert run.id in house.tables.runs
        await house.until_answering(MONDAY + 189 * DAY)
        assert run.id not in house.tables.runs


async def test_an_answer_that_is_no_longer_kept_is_no_silence() -> None:
    """Who answered five times and was away for two months is not asked about a silence."""
    with world() as house:
        await house.settle_in(days="daily")
        await _begin(house)
        await _choose(house, "month")
        await house.until_answering(MONDAY + 8 * DAY)
        await house.command("pause")
        await house.until(MONDAY + 60 * DAY)
        await house.command("resume")
        cards = await house.until(MONDAY + 61 * DAY)
        assert [card.text_id for card in cards] == ["checkin"]


async def test_on_leave_nothing_goes() -> None:
    """The line comes when somebody is back, and a week after it the pages go."""
    with world() as house:
        await house.settle_in()
        await _begin(house)
        await _choose(house, "month")
        await _write(house, "first")
        await house.until_answering(MONDAY + 20 * DAY)
        person = replace(await house.person(), away_until=_day(50))
        await house.store.run(lambda unit: unit.people.save(person))
        assert await house.until(MONDAY + 49 * DAY) == []
        assert _texts(house) == ["first"]
        assert len(_told(await house.until_answering(MONDAY + 52 * DAY))) == 1
        assert _texts(house) == ["first"]
        await house.until_answering(MONDAY + 59 * DAY)
        assert _texts(house) == []


async def test_who_is_paused_is_not_told_and_time_goes_on() -> None:
    """Nothing comes until `resume`, as was promised; a line that has become untrue never comes."""
    with world() as house:
        await house.settle_in()
        await _begin(house)
        await _choose(house, "month")
        await _write(house, "first")
        await house.command("pause")
        assert await house.until(MONDAY + 32 * DAY) == []
        assert _texts(house) == []
        await house.command("resume")
        assert _told(await house.until_answering(MONDAY + 50 * DAY)) == []


async def test_after_a_long_sleep_it_is_told_first() -> None:
    """A house that stood still for months lets nothing go before a week has passed."""
    with world() as house:
        await house.settle_in()
        await _begin(house)
        await _write(house, "first")
        await house.until_answering(MONDAY + 3 * DAY)
        house.clock.move_to(MONDAY + 600 * DAY)
        house.engine.wake()
        cards = await house.until_answering(MONDAY + 602 * DAY)
        assert (len(_told(cards)), _texts(house)) == (1, ["first"])
        await house.until_answering(MONDAY + 609 * DAY)
        assert _texts(house) == []


async def test_everybody_gets_a_row_of_their_own_once() -> None:
    """Begun by the daily housekeeping for whoever has none, spread over the day."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        person = await house.person()
        await _begin(house)
        for n in range(3):
            await house.until_answering(MONDAY + n * DAY + timedelta(hours=1))
        rows = [row for row in house.tables.agenda.values() if row.kind is AgendaKind.KEEPING]
        assert len({row.owner for row in rows}) == len(rows) == 2
        assert all(row.due_at and row.due_at > house.clock.now() for row in rows)
        await house.store.run(lambda unit: unit.people.remove(person.id))
        await house.until(MONDAY + 20 * DAY)
        assert [row.owner for row in house.tables.agenda.values() if row.kind is AgendaKind.KEEPING] == [
            row.owner for row in rows if row.owner != person.id
        ]


async def test_more_people_than_one_batch_are_begun_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """The housekeeping goes on at once until nobody is left, and then sleeps for a day."""
    with world() as house:
        await house.settle_in()
        one = await house.person()
        for n in range(5):
            other: Person = replace(one, id=PersonId(UUID(int=n + 1)))
            house.tables.people[other.id] = other
        monkeypatch.setattr(keeping, "BEGUN_AT_ONCE", 2)
        await _begin(house)
        await house.until(MONDAY + timedelta(seconds=1))
        rows = [row.kind for row in house.tables.agenda.values()]
        assert rows.count(AgendaKind.KEEPING) == 6
        assert house.tables.agenda[UUID(int=0)].due_at == MONDAY + DAY


async def test_a_look_that_was_lost_is_looked_again() -> None:
    """A crash before its commit leaves pages, line and row as they were."""
    with world() as house:
        await house.settle_in()
        await _begin(house)
        await _choose(house, "month")
        await _write(house, "first")
        await house.until_answering(MONDAY + 30 * DAY + timedelta(hours=12))
        before = house.tables.snapshot()
        house.clock.move_to(MONDAY + 31 * DAY)
        house.crash.arm("before_commit")
        with pytest.raises(Killed):
            await agenda.tick(house.desk)
        assert house.tables.entries == before.entries
        await agenda.tick(house.desk)
        assert _texts(house) == []
