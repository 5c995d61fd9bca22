"""How long an organisation lets new pages be kept: told a week before; older pages keep their time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.agenda import AgendaKind
from bot.domain.organisations import Ceiling
from bot.ports.store import Unit
from bot.services.delivery import agenda
from bot.services.organisations.rules import keep as keep_row
from bot.surface.card import Card
from tests.unit.doors.two import DISCORD, two_doors
from tests.unit.ruled.team import HERE, THERE, a_team, rule, tamper
from tests.unit.small_house import MONDAY, card_of, control, form_of
from tests.unit.world import World

DAY = timedelta(days=1)
SINCE = 35
"""On which day after the Monday it begins to hold."""


async def begin(house: World) -> None:
    """Let Ana settle in, and the house look through what is kept."""
    await house.settle_in()
    await begin_looking(house)


async def begin_looking(house: World) -> None:
    """Let the house look through what is kept."""
    await house.store.run(lambda unit: agenda.begin_housekeeping(unit, house.clock.now()))
    house.engine.wake()


async def choose(house: World, pages: str) -> Card:
    """Let Ana choose a time for her pages."""
    form = form_of(await house.press(control(card_of(await house.command("settings")), "settings.keeping")))
    return card_of(await house.submit(form, pages=pages, scenes="week"))


async def write(house: World, text: str) -> None:
    """Let Ana write a page."""
    await house.submit(form_of(await house.command("write")), text=text)


def texts(house: World) -> list[str]:
    """What stands on her pages, the oldest first."""
    return [one["text"] for one in house.entries()]


def on_day(n: int) -> date:
    """Return a day after the Monday."""
    return (MONDAY + n * DAY).date()


def at(n: int) -> datetime:
    """Return that day, late: what is looked through then was looked through."""
    return MONDAY + n * DAY + timedelta(hours=15, minutes=59)


def ceiling(days: int | None, since: int = SINCE) -> tuple[Ceiling, ...]:
    """Return what holds from a day on."""
    return (Ceiling(since=on_day(since), days=days),)


async def test_new_pages_go_after_that_time_and_older_ones_after_their_own() -> None:
    """Told a week before with a way to take them along, and none to keep them longer."""
    with a_team() as house:
        await begin(house)
        await rule(house, ceilings=ceiling(20))
        await house.until_answering(at(SINCE - 1))
        await write(house, "before")
        await house.until_answering(at(SINCE))
        await write(house, "after")
        cards = await house.until_answering(at(SINCE + 20))
        assert texts(house) == ["before", "after"]
        [told] = [card for card in cards if card.text_id == "keeping.ends"]
        assert told.text == "Some pages reach the end of their time next week. `export` takes them along."
        assert {one.name for one in told.controls} == {"command", "portfolio.going"}
        await house.until_answering(at(SINCE + 21))
        assert texts(house) == ["before"]
        cards = await house.until_answering(at(SINCE - 1 + 365))
        assert texts(house) == ["before"]
        [told] = [card for card in cards if card.text_id == "keeping.ends"]
        assert {one.name for one in told.controls} == {"command", "settings.keeping", "portfolio.going"}
        await house.until_answering(at(SINCE + 365))
        assert texts(house) == []


async def test_also_what_was_to_be_kept_for_good() -> None:
    """Under the ceiling it goes; what was written before it stays."""
    with a_team() as house:
        await begin(house)
        await choose(house, "always")
        await write(house, "before")
        await rule(house, ceilings=ceiling(20))
        await house.until_answering(at(SINCE))
        await write(house, "after")
        await house.until_answering(at(SINCE + 21))
        assert texts(house) == ["before"]
        await house.until_answering(at(SINCE + 21 + 365))
        assert texts(house) == ["before"]


async def test_a_shorter_choice_of_their_own_holds() -> None:
    """And nothing is said of a time that touches nothing of theirs."""
    with a_team() as house:
        await begin(house)
        await rule(house, ceilings=ceiling(90, 0))
        assert "organisation" not in (await choose(house, "month")).text
        await write(house, "mine")
        await house.until_answering(at(31))
        assert texts(house) == []


async def test_a_longer_choice_is_taken_for_what_it_can_mean() -> None:
    """In the form, in what is answered, in the settings and in what is held, what holds and what comes."""
    with a_team() as house:
        await begin(house)
        await rule(house, ceilings=(*ceiling(90, 0), *ceiling(60, SINCE)))
        said = (
            "Your organisation keeps new pages 90 days at most. "
            "Your organisation keeps new pages 60 days at most, from Monday 9 February on."
        )
        card = card_of(await house.command("settings"))
        assert said in card.text
        assert form_of(await house.press(control(card, "settings.keeping"))).intro == said
        assert (await choose(house, "always")).text == (
            f"Pages and marks stay until you delete them; a new scene goes after 7 days.\n\n{said}\n\n"
            "What is in your portfolio stays all the same."
        )
        assert said in card_of(await house.command("what-data")).text


async def test_the_strictest_holds_and_what_was_written_before_the_link_does_not_count() -> None:
    """A second door brings a second organisation, whose time is for what is written from then on."""
    with two_doors() as doors:
        house = doors.house
        house.organisation = HERE
        await begin(house)
        await rule(house, ceilings=ceiling(90, 0))
        await rule(house, THERE, ceilings=ceiling(20, 0))
        await write(house, "before the link")
        await house.until_answering(at(10))
        code = await doors.code()
        house.organisation = THERE
        await house.press(control(await doors.bring(code), "link.yes"), DISCORD)
        house.organisation = HERE
        await write(house, "after it")
        await house.until_answering(at(31))
        assert texts(house) == ["before the link"]
        await house.until_answering(at(91))
        assert texts(house) == []


async def test_who_is_found_to_be_of_an_organisation_is_told_before_anything_goes() -> None:
    """A door that hears late where it is at home: a telling from before does not count."""
    with a_team() as house:
        house.organisation = ""
        await begin(house)
        await choose(house, "month")
        await write(house, "old")
        await house.until_answering(at(20))
        await write(house, "new")
        told = [card for card in await house.until_answering(at(25)) if card.text_id == "keeping.ends"]
        assert len(told) == 1
        await rule(house, ceilings=ceiling(3, 0))
        house.organisation = HERE
        await house.command("pause")
        await house.command("resume")
        cards = await house.until_answering(at(31))
        assert texts(house) == ["old", "new"]
        cards += await house.until_answering(at(40))
        assert len([card for card in cards if card.text_id == "keeping.ends"]) == 1
        assert texts(house) == []


async def test_what_does_not_open_destroys_nothing() -> None:
    """While its row is tampered with all pages stay; mended, they go when they were told of."""
    with a_team() as house:
        await begin(house)
        await choose(house, "month")
        await write(house, "first")
        here = await rule(house, ceilings=ceiling(20, 0))
        await tamper(house, here)
        await house.until_answering(at(50))
        assert texts(house) == ["first"]
        assert card_of(await house.command("settings")).text_id == "settings"

        def mend(unit: Unit) -> None:
            row = unit.organisations.get(here.id)
            assert row is not None
            keep_row(house.desk, unit, here)

        await house.store.run(mend)
        cards = await house.until_answering(at(60))
        assert texts(house) == []
        assert [card.text_id for card in cards].count("keeping.ends") == 1


async def test_marks_go_by_the_same_time() -> None:
    """Within a week after it."""
    with a_team() as house:
        await house.asked()
        await begin_looking(house)
        await rule(house, ceilings=ceiling(20, 0))
        card = card_of(await house.command("checkin"))
        await house.pick(card, "checkin.energy", 3)
        run = house.runs[-1]
        await house.until_answering(at(20))
        assert house.steps(run) == {"energy": 3}
        await house.until_answering(at(28))
        assert house.steps(run) is None


async def test_an_answer_that_its_ceiling_took_is_no_silence() -> None:
    """Who answered five times and was away for a month is not asked about a silence."""
    with a_team() as house:
        await begin(house)
        await rule(house, ceilings=ceiling(20, 0))
        await house.until_answering(at(8))
        await house.command("pause")
        await house.until(at(45))
        await house.command("resume")
        cards = await house.until(at(46))
        assert [card.text_id for card in cards] == ["checkin"]


async def test_everybody_has_one_row_that_comes_again() -> None:
    """Also who keeps all for good: an organisation may set a time meanwhile."""
    with a_team() as house:
        await begin(house)
        await choose(house, "always")
        await house.until_answering(at(30))
        rows = [row for row in house.tables.agenda.values() if row.kind is AgendaKind.KEEPING]
        assert len(rows) == 1
        assert rows[0].due_at is not None
        assert rows[0].due_at > at(30)
