"""What everybody of an organisation is told: each once, nobody of another one, whatever comes between."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.organisations import Ceiling, Organisation
from bot.domain.people import Account, Standing
from bot.ports.store import Unit
from bot.services.organisations import notices
from bot.services.organisations.notices import Notice, take_back, tell_everyone
from bot.surface.card import Card
from bot.testing.faults import Killed
from tests.unit.doors.two import DISCORD, two_doors
from tests.unit.ruled.team import HERE, THERE, a_team, rule
from tests.unit.small_house import BEN, control, form_of, on
from tests.unit.world import World

TEAM = [Account(surface="chat", workspace="team", user=f"member {n}") for n in range(7)]
SERVER = "discord/server"
SINCE = date(2026, 3, 3)


async def tell(house: World, organisation: Organisation | None, notice: Notice = Notice.EXPORT_FIRST) -> None:
    """Let everybody be told, as of now."""
    now = house.clock.now()
    await house.store.run(lambda unit: tell_everyone(unit, organisation, notice, SINCE, now))
    house.engine.wake()
    await house.begin()


def told(house: World) -> list[str]:
    """Who was told, in the order of the letters."""
    return [letter.to.user for letter in house.chat.letters if letter.card.text_id.startswith("notice")]


async def test_everybody_of_an_organisation_is_told_once() -> None:
    """Whoever has a door there, however often it was asked for; nobody else."""
    with a_team() as house:
        for who in TEAM:
            await house.settle_in(who)
        house.organisation = THERE
        await house.settle_in(BEN)
        here = await rule(house)
        await rule(house, THERE)
        for _ in range(3):
            await tell(house, here)
            await house.until(house.clock.now() + timedelta(days=1))
        assert sorted(told(house)) == sorted(each.user for each in TEAM)


async def test_everybody_of_the_house_is_told_once() -> None:
    """Also who is of no organisation."""
    with a_team() as house:
        await house.settle_in()
        house.organisation = ""
        await house.settle_in(BEN)
        await tell(house, None)
        await house.until(on(6, 9))
        await tell(house, None)
        await house.until(on(7, 9))
        assert sorted(told(house)) == ["ana", "ben"]


@pytest.mark.parametrize("passes", range(1, 40, 3))
async def test_a_crash_between_any_two_steps_tells_nobody_twice(
    passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However far it had come: after the restart the rest is told, and each has one letter."""
    monkeypatch.setattr(notices, "PEOPLE_AT_ONCE", 2)
    with a_team() as house:
        for who in TEAM:
            await house.settle_in(who)
        here = await rule(house)
        now = house.clock.now()
        await house.store.run(lambda unit: tell_everyone(unit, here, Notice.EXPORT_FIRST, SINCE, now))
        house.end_after(passes)
        house.engine.wake()
        try:
            await house.begin()
            await house.engine.settle()
        except Killed:
            pass
        await house.restart()
        await house.until(on(5, 12))
        assert sorted(told(house)) == sorted(each.user for each in TEAM)


async def test_what_was_taken_back_is_told_no_more() -> None:
    """Who was on leave hears nothing of it; it may be told again."""
    with a_team() as house:
        await house.settle_in()
        await house.command("leave until 12 January")
        here = await rule(house)
        await tell(house, here)
        await house.until(on(6, 9))
        await house.store.run(lambda unit: take_back(unit, here, Notice.EXPORT_FIRST, SINCE))
        await house.until(on(13, 9))
        assert told(house) == []
        await tell(house, here)
        await house.until(on(13, 10))
        assert told(house) == ["ana"]


async def test_told_again_on_the_same_day_it_is_another_letter() -> None:
    """An admin who takes it back and says it anew, with another time, is heard."""
    with a_team() as house:
        await house.settle_in()
        here = await rule(house)
        await tell(house, here)
        await house.until(on(5, 8, 30))
        await house.store.run(lambda unit: take_back(unit, here, Notice.EXPORT_FIRST, SINCE))
        await tell(house, here)
        await house.until(on(5, 8, 45))
        assert told(house) == ["ana", "ana"]


async def test_who_is_away_is_told_when_they_are_back() -> None:
    """A pause and a leave are kept; a stop too."""
    with a_team() as house:
        await house.settle_in()
        await house.command("pause")
        await tell(house, await rule(house))
        await house.until(on(8, 9))
        assert told(house) == []
        await house.command("resume")
        await house.until(on(8, 10))
        assert told(house) == ["ana"]
        assert (await house.person()).standing is Standing.ACTIVE


async def test_an_organisation_that_ended_tells_nobody() -> None:
    """What was about to go out goes with it."""
    with a_team() as house:
        await house.settle_in()
        here = await rule(house)
        now = house.clock.now()

        def work(unit: Unit) -> None:
            tell_everyone(unit, here, Notice.EXPORT_FIRST, SINCE, now)
            unit.organisations.remove(here.id)

        await house.store.run(work)
        house.engine.wake()
        await house.until(on(6, 8))
        assert told(house) == []
        assert not [row for row in house.tables.agenda.values() if row.kind is AgendaKind.NOTICE_GOES_OUT]


async def test_its_row_goes_in_the_end() -> None:
    """Half a year after its day nothing of it is there."""
    with a_team() as house:
        await house.settle_in()
        await tell(house, await rule(house))
        await house.until_answering(on(6, 8))
        standing = [row for row in house.tables.agenda.values() if row.kind is AgendaKind.NOTICE_STANDS]
        [row] = [row for row in standing if row.slot_on]
        assert row.due_at is not None
        assert row.due_at.date() == SINCE + notices.STANDS_FOR
        await house.command("stop")
        await house.until(row.due_at)
        assert not {each.id for each in standing} & set(house.tables.agenda)


async def _ceiling(house: World, *ceilings: Ceiling) -> list[Card]:
    """Let these hold and everybody be told of the one from March on; return the cards that came."""
    await tell(house, await rule(house, ceilings=ceilings), Notice.CEILING)
    return [card for card in await house.until(on(5, 20)) if card.text_id == "notice.ceiling"]


async def test_a_shorter_time_is_told_with_ways_on() -> None:
    """From when on, how long, that older pages keep theirs; a way to choose and one to take them along."""
    with a_team() as house:
        await house.settle_in()
        [card] = await _ceiling(house, Ceiling(since=SINCE, days=90))
        assert card.text == (
            "Your organisation keeps new pages 90 days at most, from Tuesday 3 March on. "
            "Pages from before keep their time."
        )
        assert form_of(await house.press(control(card, "settings.keeping"))).name == "keeping"


NO_NEWS = {
    "longer meanwhile": (Ceiling(since=SINCE, days=None),),
    "never set": (),
    "as long as their own": (Ceiling(since=SINCE, days=365),),
    "set again for that day": (Ceiling(since=SINCE, days=90), Ceiling(since=SINCE, days=None)),
}


@pytest.mark.parametrize("why", NO_NEWS)
async def test_what_is_no_news_when_it_leaves_is_not_told(why: str) -> None:
    """The rules are read at that moment."""
    with a_team() as house:
        await house.settle_in()
        assert await _ceiling(house, *NO_NEWS[why]) == []


async def test_it_comes_where_the_organisation_is() -> None:
    """By the door there, whichever one is preferred."""
    with two_doors() as doors:
        house = doors.house
        house.organisation = HERE
        await house.settle_in()
        code = await doors.code()
        house.organisation = SERVER
        await house.press(control(await doors.bring(code), "link.yes"), DISCORD)
        await tell(house, await rule(house, SERVER))
        await house.until(on(5, 8, 30))
        assert [(name, what) for name, what in doors.came if what.startswith("notice")] == [
            ("discord", "notice.export_first")
        ]
