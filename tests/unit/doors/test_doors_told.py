"""What is said of doors where everything that is held is told: `what-data`, `privacy`, `export`, `erase`."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from bot.domain.agenda import AgendaKind
from bot.ports.chat import Sent
from bot.ports.vault import Cell
from bot.services.doors.addresses import Address, address_of
from tests.json_schema import problems
from tests.unit.doors.two import DISCORD, TERMINAL, two_doors
from tests.unit.small_house import ANA, MONDAY, card_of, control, on
from tests.unit.test_takeout_document import SCHEMA, files
from tests.unit.world import world


async def test_what_is_held_names_each_account() -> None:
    """And that where one is written to is known, once it is."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        assert "and the id of your account." in card_of(await house.command("what-data")).text
        await doors.link(DISCORD)
        text = card_of(await house.command("what-data")).text
        assert "and the ids of your 2 accounts (chat, Discord)." in text
        house.chat.receipts = [Sent(conversation="C1")]
        await house.until(on(5, 12))
        text = card_of(await house.command("what-data")).text
        assert "and the ids of your 2 accounts (chat, Discord) and of our conversations." in text
        assert "When none is left, all of it goes 30 days after" in text


async def test_at_a_terminal_it_is_said_what_the_platform_sees() -> None:
    """Whichever door one asks at, a platform stands at the other."""
    with two_doors() as doors:
        await doors.house.settle_in(TERMINAL)
        for word in ("what-data", "privacy"):
            assert "can see that we have" not in card_of(await doors.house.command(word, TERMINAL)).text
        await doors.link(DISCORD, TERMINAL)
        for word in ("what-data", "privacy"):
            assert "Discord itself can see" in card_of(await doors.house.command(word, TERMINAL)).text


async def test_every_door_goes_along() -> None:
    """The preferred one first, with the day and the conversation; the file keeps its schema."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link(DISCORD)
        house.chat.receipts = [Sent(conversation="C1")]
        await house.until(on(6, 12))
        await doors.prefer(DISCORD)
        made, _ = await files(house)
    told = [
        (door["surface"], door["user"], door["preferred"], door["since"], door["conversation"])
        for door in made["doors"]
    ]
    assert told == [
        ("discord", "77", True, "2026-01-05", None),
        ("chat", "ana", False, "2026-01-05", "C1"),
    ]
    assert problems(made, SCHEMA) == []


async def test_before_an_erasing_it_is_said_behind_which_doors() -> None:
    """One notebook goes, whichever way somebody came; afterwards both are strangers."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        assert "behind all of these" not in card_of(await house.command("erase")).text
        await doors.link(DISCORD)
        card = card_of(await house.command("erase", DISCORD))
        assert "That is one notebook behind all of these: chat, Discord." in card.text
        sure = card_of(await house.press(control(card, "erase.ask"), DISCORD))
        await house.press(control(sure, "erase.confirm"), DISCORD)
        assert (house.tables.people, house.tables.doors) == ({}, {})
        assert card_of(await house.command("start", ANA)).text_id == "consent"


async def test_a_door_from_before_opens_as_ever() -> None:
    """Its address holds no day and no conversation, and takes one when it is told."""
    with world() as house:
        await house.settle_in()
        [door] = house.tables.doors.values()
        cell = Cell(person=door.person, table="doors", row=door.id, column="sealed")
        old = house.vault.seal(cell, json.dumps({"workspace": "team", "user": "ana"}))
        house.tables.doors[door.id] = replace(door, sealed=old)
        assert address_of(house.desk, house.tables.doors[door.id]) == Address(account=ANA)
        assert card_of(await house.command("unlink")).text.startswith(
            "What opens your notebook\n\nChat. You are"
        )
        house.chat.receipts = [Sent(conversation="C1"), Sent()]
        await house.until(on(6, 12))
        assert [letter.conversation for letter in house.chat.letters] == ["", "C1"]


async def test_later_goes_by_where_it_comes() -> None:
    """In quiet hours nothing comes to a chat; to a terminal it does, wherever the word was said."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link(TERMINAL)
        await house.command("checkin")
        assert card_of(await house.command("later 21:00", TERMINAL)).text_id == "checkin.stays"
        await doors.prefer(TERMINAL)
        assert card_of(await house.command("later 21:00")).text_id == "checkin.snoozed"
        await house.until(MONDAY + timedelta(hours=14))
        assert ("console", "checkin") in doors.came
        assert AgendaKind.SNOOZE not in {row.kind for row in house.tables.agenda.values()}


async def test_several_accounts_of_one_platform_are_told_apart_before_all_of_it_goes() -> None:
    """As `unlink` tells them apart."""
    with two_doors() as doors:
        await doors.house.settle_in()
        await doors.link(DISCORD, ANA)
        await doors.link(replace(DISCORD, user="U2"), ANA)
        card = card_of(await doors.house.command("erase"))
        assert "behind all of these: chat, Discord (1), Discord (2)." in card.text
