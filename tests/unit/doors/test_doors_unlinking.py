"""A door is taken away from either side, at any time; the last one stays; where check-ins come is chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.deliveries import DeliveryState
from bot.domain.people import Account
from bot.ports.chat import Arrival, Later, Letter, MaybeSent, NotOpen, Posting, Sent
from bot.services.takeout.copies import STAY_FOR
from bot.surface.card import Button, Card, Control
from bot.surface.inbound import ActionPressed, FormSubmitted, OptionChosen
from bot.surface.outcome import Outcome
from tests.unit.doors.two import DISCORD, TERMINAL, Doors, two_doors
from tests.unit.small_house import ANA, BEN, ScriptedChat, card_of, control, form_of, on, ref_of
from tests.unit.test_copies import exported
from tests.unit.world import FIRST_SLOT, spelled_out

OTHER = Account(surface="discord", workspace="app", user="78")
"""A second account in the lane of the first."""


def names(card: Card) -> set[str]:
    """The names of the controls of a card."""
    return {one.name for one in card.controls}


async def checkins(doors: Doors) -> list[str]:
    """By which surfaces check-ins came."""
    return [name for name, text_id in doors.came if text_id == "checkin"]


@pytest.mark.parametrize("at", [ANA, DISCORD])
async def test_a_door_is_taken_away_from_either_side(at: Account) -> None:
    """The account is a stranger from then on, and nothing of it is kept; linking again is the way back."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="stays in the notebook")
        await doors.link()
        door = await doors.door(DISCORD)
        assert card_of(await doors.unlink(DISCORD, at)).text_id == "unlink.done"
        assert await doors.door(DISCORD) is None
        assert door is not None
        assert str(door.id) not in spelled_out(house.tables.doors, house.tables.agenda)
        assert card_of(await house.command("journal last", DISCORD)).text_id == "consent"
        assert "stays in the notebook" in card_of(await house.command("journal last")).text
        await doors.link()
        assert "stays in the notebook" in card_of(await house.command("journal last", DISCORD)).text


async def test_the_list_says_what_opens_it_and_since_when() -> None:
    """In plain words: which is here, and by which check-ins come."""
    with two_doors() as doors:
        await doors.house.settle_in()
        await doors.house.until(on(6, 7))
        await doors.link()
        card = card_of(await doors.house.command("unlink", DISCORD))
        assert card.text == (
            "What opens your notebook\n\n"
            "Chat, since Monday 5 January 2026. Check-ins come by it.\n\n"
            "Discord, since Tuesday 6 January 2026. You are here."
        )


async def test_the_last_one_stays() -> None:
    """The ways to leave are named; an old button finds the same."""
    with two_doors() as doors:
        await doors.house.settle_in()
        card = card_of(await doors.house.command("unlink"))
        assert names(card) == set()
        assert ["`stop`" in card.text, "`erase`" in card.text] == [True, True]
        await doors.link()
        listed = card_of(await doors.house.command("unlink"))
        mine, other = (one for one in listed.controls if one.name.startswith("unlink.ask"))
        sure = card_of(await doors.house.press(mine))
        await doors.house.press(control(card_of(await doors.house.press(other)), "unlink.yes"))
        assert card_of(await doors.house.press(control(sure, "unlink.yes"))).text_id == "unlink"
        assert await doors.door(ANA) is not None


async def test_not_now_changes_nothing() -> None:
    """It is asked once, and a no is a no."""
    with two_doors() as doors:
        await doors.house.settle_in()
        await doors.link()
        before = doors.house.tables
        listed = card_of(await doors.house.command("unlink"))
        sure = card_of(await doors.house.press(control(listed, "unlink.ask")))
        assert card_of(await doors.house.press(control(sure, "unlink.no"))).text_id == "unlink.no"
        assert doors.house.tables is before


async def test_strangers_have_nothing_to_unlink() -> None:
    """And who has stopped still may."""
    with two_doors() as doors:
        await doors.house.settle_in()
        assert card_of(await doors.house.command("unlink", BEN)).text_id == "nothing_held"
        await doors.link()
        await doors.house.command("stop")
        await doors.unlink(DISCORD)
        assert await doors.door(DISCORD) is None


async def test_nobody_elses_door_can_be_named() -> None:
    """Its id in a button of one's own finds nothing."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await house.settle_in(BEN)
        theirs = await doors.door(BEN)
        await doors.link()
        assert theirs is not None
        listed = card_of(await house.command("unlink"))
        assert names(listed) == {"unlink.ask", "unlink.ask.1"}
        for action in ("unlink.ask", "unlink.yes", "settings.door"):
            forged = Button(ref=house.desk.mint(ANA)(action, theirs.id), name="x", label="x")
            assert card_of(await house.press(forged)).text_id == "unlink"
        assert await doors.door(BEN) == theirs


async def test_check_ins_come_by_one_door() -> None:
    """Whoever has two gets one, by the first, until they wish it otherwise: with one press, in settings."""
    with two_doors() as doors:
        await doors.house.settle_in()
        alone = card_of(await doors.house.command("settings"))
        assert "settings.door" not in names(alone)
        await doors.link()
        await doors.house.until(on(5, 23))
        assert await checkins(doors) == ["chat"]
        card = card_of(await doors.house.command("settings", DISCORD))
        assert "Check-ins come in chat." in card.text
        chosen = card_of(await doors.prefer(DISCORD))
        assert chosen.text == "Check-ins come in Discord from now on."
        await doors.house.until(on(6, 23))
        assert await checkins(doors) == ["chat", "discord"]
        assert "Check-ins come in Discord." in card_of(await doors.house.command("settings")).text


async def test_settings_that_are_changed_at_a_door_move_nothing_there() -> None:
    """Another hour, a pause, a resume: check-ins still come by the preferred one."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        shown = card_of(await house.command("settings", DISCORD))
        form = form_of(await house.press(control(shown, "settings.change"), DISCORD))
        values = {field.name: field.value for field in form.fields} | {"at": "10:00"}
        await house.hear(FormSubmitted(**house.facts(DISCORD), ref=form.ref, values=values))
        await house.command("pause", DISCORD)
        await house.command("resume", DISCORD)
        await house.until(on(6, 23))
        assert await checkins(doors) == ["chat", "chat"]
        assert {row.lane for row in house.tables.agenda.values() if row.rule} == {ANA.lane}


async def test_what_is_planned_moves_along() -> None:
    """A lane was asked to wait; the other one is not, and brings it at once, once."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        house.chat.receipts = [Later(wait=on(5, 11) - FIRST_SLOT)]
        await house.until(FIRST_SLOT)
        await doors.prefer(DISCORD)
        assert await checkins(doors) == ["discord"]
        await house.until(on(5, 23))
        assert await checkins(doors) == ["discord"]


async def test_what_is_on_its_way_is_not_brought_by_another() -> None:
    """The door is changed while a letter is being sent: it arrives there, and nowhere else."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        button = control(card_of(await house.command("settings")), "settings.door")
        house.chat.meanwhile = partial(_pressed, doors, button)
        await house.until(on(5, 23))
        assert await checkins(doors) == ["chat"]
        assert await doors.preferred() == DISCORD.lane
        await house.until(on(6, 23))
        assert await checkins(doors) == ["chat", "discord"]


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_send_in_doubt_is_asked_about_where_it_left(*, arrived: bool) -> None:
    """Not where letters go by now; what did not come is brought by the other door, once."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        house.chat.receipts = [MaybeSent()]
        house.chat.knows_letters = arrived
        asked = _who_is_asked(doors)
        await house.until(FIRST_SLOT)
        await doors.prefer(DISCORD)
        await house.until(on(5, 23))
        assert asked == ["chat"]
        assert await checkins(doors) == ([] if arrived else ["discord"])
        assert [each.state for each in house.outbox if each.slot != "once"] == [DeliveryState.SENT]


async def test_a_send_in_doubt_by_a_door_that_is_gone_is_not_sent_again() -> None:
    """Nobody can be asked any more, so it is parked, and its question stays open for who has seen it."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        house.chat.receipts = [MaybeSent()]
        await house.until(FIRST_SLOT)
        await doors.unlink(ANA, at=DISCORD)
        await house.until(on(5, 23))
        assert await checkins(doors) == []
        assert [each.state for each in house.outbox if each.slot != "once"] == [DeliveryState.PARKED]
        assert card_of(await house.command("checkin", DISCORD)).text_id == "checkin"
        await house.until(on(6, 23))
        assert await checkins(doors) == ["discord"]


async def test_the_preferred_one_gone_the_other_is() -> None:
    """Its card says so, and the next check-in comes there."""
    with two_doors() as doors:
        await doors.house.settle_in()
        await doors.link()
        done = card_of(await doors.unlink(ANA, at=DISCORD))
        assert done.text == "Chat no longer opens your notebook. Check-ins come in Discord now."
        await doors.house.until(on(5, 23))
        assert await checkins(doors) == ["discord"]


async def test_a_terminal_waits_for_its_person() -> None:
    """Preferred, it holds what came until they sit down; another door chosen meanwhile brings it instead."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link(TERMINAL)
        await doors.prefer(TERMINAL)
        doors.terminal.receipts = [NotOpen()]
        await house.until(on(5, 10))
        assert await checkins(doors) == []
        await doors.prefer(ANA)
        assert await checkins(doors) == ["chat"]


async def test_two_accounts_on_one_platform_are_told_apart() -> None:
    """By a number, and each is written to as itself."""
    with two_doors() as doors:
        await doors.house.settle_in(DISCORD)
        await doors.link(OTHER, DISCORD)
        text = card_of(await doors.house.command("unlink", DISCORD)).text
        assert ["Discord (1)" in text, "Discord (2)" in text] == [True, True]
        await doors.prefer(OTHER, DISCORD)
        await doors.house.until(on(5, 12))
        await doors.prefer(DISCORD, OTHER)
        await doors.house.until(on(6, 12))
        came = [letter.to for letter in doors.discord.letters if letter.card.text_id == "checkin"]
        assert came == [OTHER, DISCORD]


async def test_of_two_accounts_in_one_lane_the_right_one_is_asked_about() -> None:
    """A doubt keeps the door that it left by."""
    with two_doors() as doors:
        await doors.house.settle_in(DISCORD)
        await doors.link(OTHER, DISCORD)
        doors.discord.receipts = [MaybeSent()]
        asked = _letters_asked_about(doors.discord)
        await doors.house.until(FIRST_SLOT)
        await doors.prefer(OTHER, DISCORD)
        await doors.house.until(on(5, 12))
        assert [letter.to for letter in asked] == [DISCORD]
        assert doors.discord.letters[-1].to == OTHER


async def test_what_is_claimed_goes_to_the_account_that_is_preferred_when_it_leaves() -> None:
    """The lane stays the same and the account does not: it was chosen while another letter was on its way."""
    ahead = Account(surface="discord", workspace="app", user="1")
    with two_doors() as doors:
        house = doors.house
        await house.settle_in(ahead)
        await house.settle_in(DISCORD)
        await doors.link(OTHER, DISCORD)
        button = control(card_of(await house.command("settings", DISCORD)), "settings.door")
        event = ActionPressed(**house.facts(DISCORD), ref=ref_of(button))
        doors.discord.meanwhile = partial(house.router.hear, event)
        await house.until(on(5, 12))
        came = [letter.to for letter in doors.discord.letters if letter.card.text_id == "checkin"]
        assert came == [ahead, OTHER]


async def test_a_file_is_taken_back_where_it_was_given() -> None:
    """By the account that has it, whatever opens the notebook by then."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        await exported(house, DISCORD)
        await doors.unlink(DISCORD)
        await house.until(house.clock.now() + STAY_FOR)
        assert {each for each, _ in doors.discord.taken_back} == {DISCORD}
        assert len(doors.discord.taken_back) == 2
        assert house.chat.taken_back == []


async def test_the_step_after_a_rest_comes_where_it_was_begun() -> None:
    """Who waits at one door is not written to at the other; where that one is gone, they are."""
    for is_unlinked in (False, True):
        with two_doors() as doors:
            house = doors.house
            await house.settle_in()
            await doors.link()
            card = card_of(await house.command("rest", DISCORD))
            if "flow.long" in names(card):
                card = card_of(await house.press(control(card, "flow.long"), DISCORD))
            ref = ref_of(control(card, "flow.answer"))
            await house.hear(OptionChosen(**house.facts(DISCORD), ref=ref, values=("one",)))
            if is_unlinked:
                await doors.unlink(DISCORD)
            await house.until(house.clock.now() + timedelta(minutes=1))
            came = [name for name, text_id in doors.came if text_id != "door.added"]
            assert came == (["chat"] if is_unlinked else ["discord"])


def _pressed(doors: Doors, button: Control) -> Awaitable[Outcome]:
    """Let the core hear a press, without waiting for what it brings about."""
    event = ActionPressed(**doors.house.facts(ANA), ref=ref_of(button))
    return doors.house.router.hear(event)


def _who_is_asked(doors: Doors) -> list[str]:
    """Return a list in which each surface writes itself down when it is asked about a letter."""
    asked = list[str]()
    for name, chat in doors.chats.items():
        chat.was_sent = partial(_asked, asked, name, chat.was_sent)  # type: ignore[method-assign]  # listens
    return asked


def _letters_asked_about(chat: ScriptedChat) -> list[Letter]:
    """Return a list into which each letter goes that a surface is asked about."""
    letters, answer = list[Letter](), chat.was_sent

    async def listen(letter: Letter | Posting) -> Arrival | Sent:
        assert isinstance(letter, Letter)
        letters.append(letter)
        return await answer(letter)

    chat.was_sent = listen  # type: ignore[method-assign]  # listens
    return letters


async def _asked(
    asked: list[str],
    name: str,
    answer: Callable[[Letter | Posting], Awaitable[Arrival | Sent]],
    letter: Letter | Posting,
) -> Arrival | Sent:
    asked.append(name)
    return await answer(letter)
