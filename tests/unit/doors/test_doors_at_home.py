"""Whose rules hold where people go from server to server: nobody is made one of a server by a press there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.organisations import Ceiling
from tests.unit.doors.two import DISCORD, Doors, two_doors
from tests.unit.ruled.team import rule
from tests.unit.ruled.test_ceiling import at, begin_looking, on_day, texts
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World

MINE, HOSTILE = "discord/mine", "discord/hostile"


@contextmanager
def a_stranger(begins: str = "") -> Iterator[tuple[Doors, World]]:
    """A house in which somebody began in Discord: in a server, or by their own account in none."""
    with two_doors() as doors:
        doors.house.organisation = begins
        yield doors, doors.house


async def write(house: World, text: str) -> None:
    """Let them write a page where they are."""
    await house.submit_by(DISCORD, form_of(await house.command("write", DISCORD)), {"text": text})


async def settings(house: World, where: str) -> str:
    """Return what their settings say somewhere."""
    house.organisation = where
    return card_of(await house.command("settings", DISCORD)).text


async def test_a_press_in_a_strangers_server_lets_none_of_its_rules_hold() -> None:
    """Not its pause for everybody, not its time for pages, whatever somebody does there."""
    with a_stranger() as (_, house):
        await house.settle_in(DISCORD)
        await rule(house, HOSTILE, hushed_until=at(90), ceilings=(Ceiling(since=on_day(-400), days=30),))
        house.organisation = HOSTILE
        await house.command("pause", DISCORD)
        await house.command("resume", DISCORD)
        house.organisation = ""
        said = card_of(await house.command("settings", DISCORD)).text
    assert "organisation" not in said


async def test_the_server_where_somebody_began_goes_on_and_no_other() -> None:
    """Their yes was said there; a press elsewhere moves nothing."""
    with a_stranger(MINE) as (_, house):
        await house.settle_in(DISCORD)
        await rule(house, MINE, hushed_until=at(3))
        await rule(house, HOSTILE)
        house.organisation = HOSTILE
        await house.command("pause", DISCORD)
        await house.command("resume", DISCORD)
        assert "lets nothing come" in await settings(house, "")


async def test_the_settings_say_whose_rules_hold_and_let_it_be_chosen() -> None:
    """In the server itself, in another, in a direct conversation; and where nobody set anything, nothing."""
    with a_stranger(MINE) as (_, house):
        await house.settle_in(DISCORD)
        assert "This server's rules hold" in await settings(house, MINE)
        assert "A server's rules hold" in await settings(house, "")
        assert "Another server's rules hold" in await settings(house, HOSTILE)
        card = card_of(await house.command("settings", DISCORD))
        moved = card_of(await house.press(control(card, "settings.rules"), DISCORD))
        assert moved.text.startswith("This server's rules hold for what comes to you from now on.")
        assert "This server's rules hold" in await settings(house, HOSTILE)
        card = card_of(await house.command("settings", DISCORD))
        left = card_of(await house.press(control(card, "settings.rules"), DISCORD))
        assert left.text == "No server's rules hold for what comes to you from now on."
        assert "rules hold" not in await settings(house, "")


async def test_pages_from_before_keep_the_time_they_had_when_a_server_is_chosen() -> None:
    """However long ago it set a shorter one: it is for what is written from the choice on."""
    with a_stranger() as (_, house):
        await house.settle_in(DISCORD)
        await begin_looking(house)
        await write(house, "before")
        await rule(house, HOSTILE, ceilings=(Ceiling(since=on_day(-400), days=30),))
        await house.until_answering(at(5))
        house.organisation = HOSTILE
        card = card_of(await house.command("settings", DISCORD))
        await house.press(control(card, "settings.rules"), DISCORD)
        await write(house, "after")
        await house.until_answering(at(34))
        assert texts(house) == ["before", "after"]
        await house.until_answering(at(60))
        assert texts(house) == ["before"]


async def test_an_account_of_a_workspace_has_nothing_to_choose() -> None:
    """Where the platform says whose an account is, the settings say nothing of it."""
    with a_stranger("chat/team") as (_, house):
        await house.settle_in()
        assert "rules hold" not in card_of(await house.command("settings")).text
