"""A code made at one door opens the same notebook at another: once, within minutes, for one account."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.people import Account, Standing
from bot.ports.chat import Later
from bot.ports.store import Door
from bot.services.arriving.linking import HOLDS_FOR, KNOWN_FOR, MOST_DOORS
from bot.services.code_tries import MOST, WITHIN
from bot.services.codes import LENGTH, SIGNS
from bot.surface.audience import OnlyYou
from bot.surface.card import Reach
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import QUIET, Show
from tests.unit.doors.two import DISCORD, TERMINAL, Doors, code_on, two_doors
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, control, form_of
from tests.unit.world import spelled_out

NOT_A_CODE = "ABCD-EFGH"


async def doors_of(doors: Doors, who: Account = ANA) -> list[Door]:
    """Every door of somebody."""
    person = (await doors.house.person(who)).id
    return list(await doors.house.store.run(lambda unit: unit.people.doors(person)))


async def test_one_notebook_opens_at_both() -> None:
    """What was written in one place is read in the other, and written on there."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="kept in the one notebook")
        linked = card_of(await doors.link())
        assert linked.text_id == "link.linked"
        assert "kept in the one notebook" in card_of(await house.command("journal last", DISCORD)).text
        assert (await house.person(DISCORD)).id == (await house.person(ANA)).id
        assert [door.preferred for door in await doors_of(doors)] == [True, False]
        assert len(house.tables.people) == 1


async def test_the_other_door_is_told_at_once_and_once() -> None:
    """A letter with no word of what is in the notebook, by its own lane; the new door gets none."""
    with two_doors() as doors:
        await doors.house.settle_in()
        await doors.link()
        assert doors.came == [("chat", "door.added")]
        card = doors.house.chat.letters[-1].card
        assert card.text == "Discord opens your notebook too now. If that was not you: `unlink`."
        assert doors.house.chat.letters[-1].is_awaited
        await doors.house.until_answering(MONDAY + timedelta(days=9))
        assert [text_id for _, text_id in doors.came].count("door.added") == 1


async def test_a_pause_and_quiet_hours_do_not_hold_that_back() -> None:
    """Whoever did not link it wants to know."""
    with two_doors() as doors:
        await doors.house.settle_in(quiet="0-23", at="23:30")
        await doors.house.command("pause")
        await doors.link()
        assert doors.came == [("chat", "door.added")]


async def test_the_door_that_was_there_is_told_whatever_is_preferred_meanwhile() -> None:
    """Also where both are in one lane, which was asked to wait: whoever linked it cannot hush it."""
    other = Account(surface="discord", workspace="app", user="78")
    for there in (other, TERMINAL):
        with two_doors() as doors:
            await doors.house.settle_in(DISCORD)
            doors.discord.receipts = [Later(wait=timedelta(minutes=5))]
            await doors.link(there, DISCORD)
            assert doors.came == []
            await doors.prefer(there, there)
            await doors.house.until(MONDAY + timedelta(minutes=6))
            assert [letter.to for letter in doors.discord.letters] == [DISCORD]
            assert doors.came == [("discord", "door.added")]


async def test_a_code_can_be_read_aloud() -> None:
    """Eight signs in two groups, none of which is taken for another; they come from the chance port."""
    assert not set("01ILOU") & set(SIGNS)
    assert len(SIGNS) ** LENGTH > 2**39
    with two_doors() as doors:
        await doors.house.settle_in()
        code = await doors.code()
        assert [len(part) for part in code.split("-")] == [4, 4]
        assert set(code) - {"-"} <= set(SIGNS)
        typed = f" {code.lower().replace('-', ' ')} "
        assert (await doors.bring(typed)).text_id == "link.confirm"


async def test_a_code_is_shown_to_one_pair_of_eyes_and_kept_nowhere() -> None:
    """No message that stays may hold it, and no row does, in whatever form it is looked for."""
    with two_doors() as doors:
        await doors.house.settle_in()
        outcome = await doors.house.command("link")
        assert isinstance(outcome.first, Show)
        assert (outcome.first.card.reach, outcome.first.audience) == (Reach.SEALED, OnlyYou())
        code = code_on(outcome.first.card)
        await doors.bring(code)
        stored = spelled_out(doors.house.tables)
        assert [form in stored for form in (code, code.replace("-", ""), code.lower())] == [False] * 3


@pytest.mark.parametrize("word", ["link", "link ABCD-EFGH"])
async def test_without_a_yes_the_first_card_comes_and_nothing_is_kept(word: str) -> None:
    """Who is asked for a code has a notebook; who brings a wrong one is no more known than before."""
    with two_doors() as doors:
        await doors.house.settle_in()
        before = doors.house.tables
        card = card_of(await doors.house.command(word, BEN))
        assert card.text_id == ("consent" if word == "link" else "link.wrong")
        assert doors.house.tables is before


async def test_of_who_brings_a_code_nothing_is_kept_before_the_press() -> None:
    """The card says what will be one; "not now" leaves nothing behind."""
    with two_doors() as doors:
        await doors.house.settle_in()
        code = await doors.code()
        before = doors.house.tables
        card = await doors.bring(code)
        assert card_of(await doors.house.press(control(card, "link.no"), DISCORD)).text_id == "link.no"
        assert doors.house.tables is before
        assert (await doors.bring(code)).text_id == "link.confirm"


async def test_the_press_is_the_yes_for_that_platform() -> None:
    """No other card asks for it, and what this platform sees was said before."""
    with two_doors() as doors:
        await doors.house.settle_in()
        card = await doors.bring(await doors.code())
        assert "Discord itself can see that we have messages" in card.text
        assert "somebody else give you this code" in card.text
        await doors.house.press(control(card, "link.yes"), DISCORD)
        assert card_of(await doors.house.command("start", DISCORD)).text_id == "welcome_back.active"


async def test_a_terminal_has_nobody_in_between() -> None:
    """Its card says so."""
    with two_doors() as doors:
        await doors.house.settle_in()
        card = await doors.bring(await doors.code(), TERMINAL)
        assert "nobody stands between us" in card.text
        assert "form" not in card.text


async def test_pressed_twice_it_is_added_once() -> None:
    """By the same event and by another."""
    with two_doors() as doors:
        await doors.house.settle_in()
        card = await doors.bring(await doors.code())
        press = control(card, "link.yes")
        await doors.house.press(press, DISCORD)
        assert card_of(await doors.house.press(press, DISCORD)).text_id == "link.already"
        assert len(await doors_of(doors)) == 2
        assert len(doors.came) == 1


async def test_a_press_of_somebody_else_is_not_theirs() -> None:
    """The card is bound to the account that brought the code."""
    with two_doors() as doors:
        await doors.house.settle_in()
        card = await doors.bring(await doors.code())
        answered = card_of(await doors.house.press(control(card, "link.yes"), TERMINAL))
        assert answered.text_id not in {"link.linked", "link.already"}
        assert len(await doors_of(doors)) == 1


async def test_a_code_holds_ten_minutes() -> None:
    """To the last moment; then each says what became of it, and after a day it is no code at all."""
    with two_doors() as doors:
        await doors.house.settle_in()
        code = await doors.code()
        await doors.house.until(MONDAY + HOLDS_FOR - timedelta(seconds=1))
        card = await doors.bring(code)
        assert card.text_id == "link.confirm"
        await doors.house.until(MONDAY + HOLDS_FOR)
        assert (await doors.bring(code)).text_id == "link.expired"
        late = await doors.house.press(control(card, "link.yes"), DISCORD)
        assert card_of(late).text_id == "link.expired"
        await doors.house.until(MONDAY + HOLDS_FOR + KNOWN_FOR)
        assert (await doors.bring(code)).text_id == "link.wrong"
        kinds = {row.kind for row in doors.house.tables.agenda.values()}
        assert AgendaKind.LINK_CODE not in kinds


async def test_a_code_is_used_once() -> None:
    """A third account that brings it hears so, and so does one that had its card open already."""
    with two_doors() as doors:
        await doors.house.settle_in()
        code = await doors.code()
        cards = {who: await doors.bring(code, who) for who in (DISCORD, TERMINAL)}
        await doors.house.press(control(cards[DISCORD], "link.yes"), DISCORD)
        late = await doors.house.press(control(cards[TERMINAL], "link.yes"), TERMINAL)
        assert card_of(late).text_id == "link.used"
        assert (await doors.bring(code, TERMINAL)).text_id == "link.used"
        assert (await doors.bring(code, DISCORD)).text_id == "link.already"
        assert len(await doors_of(doors)) == 2


async def test_one_code_at_a_time() -> None:
    """A new one ends the one before, from whichever door it was made."""
    with two_doors() as doors:
        await doors.house.settle_in()
        first = await doors.code()
        second = await doors.code()
        assert first != second
        assert (await doors.bring(first)).text_id == "link.wrong"
        assert (await doors.bring(second)).text_id == "link.confirm"


async def test_a_code_at_its_own_door_is_sent_to_the_other() -> None:
    """And at one that is linked already it has nothing to do."""
    with two_doors() as doors:
        await doors.house.settle_in()
        await doors.link()
        code = await doors.code()
        assert (await doors.bring(code, ANA)).text_id == "link.own"
        assert (await doors.bring(code, DISCORD)).text_id == "link.already"
        assert (await doors.bring(code, TERMINAL)).text_id == "link.confirm"


async def test_two_notebooks_are_never_made_one() -> None:
    """Who has one there already reads what to do; nothing was changed, also by an older card."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        code = await doors.code()
        early = await doors.bring(code)
        await house.settle_in(DISCORD)
        before = house.tables
        card = await doors.bring(code)
        assert card.text_id == "link.two"
        assert ["`export`" in card.text, "`erase`" in card.text] == [True, True]
        assert house.tables is before
        assert card_of(await house.press(control(early, "link.yes"), DISCORD)).text_id == "link.two"
        assert len(house.tables.people) == 2
        assert [len(await doors_of(doors, who)) for who in (ANA, DISCORD)] == [1, 1]


async def test_after_erasing_one_of_two_it_is_linked() -> None:
    """What the card says works."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await house.settle_in(DISCORD)
        asked = card_of(await house.command("erase", DISCORD))
        sure = card_of(await house.press(control(asked, "erase.ask"), DISCORD))
        await house.press(control(sure, "erase.confirm"), DISCORD)
        assert card_of(await doors.link()).text_id == "link.linked"


async def test_several_wrong_codes_make_wait() -> None:
    """That account alone, for ten minutes; a right code is not looked at either, and then it is."""
    with two_doors() as doors:
        await doors.house.settle_in()
        for _ in range(MOST):
            assert (await doors.bring(NOT_A_CODE)).text_id == "link.wrong"
        await doors.house.until(MONDAY + timedelta(minutes=9))
        code = await doors.code()
        assert (await doors.bring(code)).text_id == "link.wait"
        assert (await doors.bring(code, TERMINAL)).text_id == "link.confirm"
        await doors.house.until(MONDAY + WITHIN)
        assert (await doors.bring(code)).text_id == "link.confirm"


async def test_right_codes_are_not_counted() -> None:
    """Who looks at a card again and again is kept from nothing."""
    with two_doors() as doors:
        await doors.house.settle_in()
        code = await doors.code()
        for _ in range(MOST + 2):
            assert (await doors.bring(code)).text_id == "link.confirm"


async def test_who_stopped_meanwhile_is_linked_to_nothing() -> None:
    """Their yes was taken back, and a code is no yes."""
    with two_doors() as doors:
        await doors.house.settle_in()
        code = await doors.code()
        card = await doors.bring(code)
        await doors.house.command("stop")
        assert (await doors.bring(code)).text_id == "link.expired"
        late = await doors.house.press(control(card, "link.yes"), DISCORD)
        assert card_of(late).text_id == "link.expired"
        assert card_of(await doors.house.command("link")).text_id == "consent"


async def test_there_is_an_end_to_doors() -> None:
    """Five of them; the sentence says how to make room."""
    with two_doors() as doors:
        await doors.house.settle_in()
        accounts = [Account(surface="discord", workspace=f"app{n}", user="7") for n in range(MOST_DOORS)]
        for each in accounts[: MOST_DOORS - 2]:
            await doors.link(each)
        code = await doors.code()
        early = await doors.bring(code, TERMINAL)
        assert card_of(await doors.house.command("link")).text_id == "link.code"
        await doors.link(accounts[-2])
        assert card_of(await doors.house.command("link")).text_id == "link.full"
        late = await doors.house.press(control(early, "link.yes"), TERMINAL)
        assert card_of(late).text_id == "link.wrong"  # a newer code took its place
        assert len(await doors_of(doors)) == MOST_DOORS


async def test_an_event_that_comes_again_makes_no_second_code() -> None:
    """A platform delivers a command twice: the code on the screen goes on holding."""
    with two_doors() as doors:
        await doors.house.settle_in()
        event = CommandInvoked(**doors.house.facts(ANA), text="link")
        code = code_on(card_of(await doors.house.hear(event)))
        assert await doors.house.hear(event) == QUIET
        assert (await doors.bring(code)).text_id == "link.confirm"


async def test_settings_of_the_person_stay_as_they_are() -> None:
    """Another account brings no other zone, hour or standing with it."""
    with two_doors() as doors:
        await doors.house.settle_in()
        before = await doors.house.person()
        await doors.link()
        assert await doors.house.person() == before
        assert before.standing is Standing.ACTIVE
