"""A server that closes: everybody is told in time, twice, and who was told hears where it stays after all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.end_said import closing_of
from bot.services.leaving.closing import announce, call_off
from bot.services.router import Router
from bot.surface.card import Button
from bot.surface.outcome import Show
from tests.unit.small_house import ANA, BEN, MONDAY, card_in, card_of, control, on
from tests.unit.world import World, world

DAY = date(2026, 3, 1)
LAST_CALL = datetime(2026, 2, 22, tzinfo=UTC)
DAY_BEFORE = datetime(2026, 2, 28, 12, tzinfo=UTC)
CARA = Account(surface="chat", workspace="team", user="cara")


async def say(house: World, work: Callable[[Unit], object]) -> None:
    """Let the operator say something, with the house left and begun again around it."""
    await house.store.run(work)
    closing = await house.store.run(closing_of)
    house.desk = replace(house.desk, closing=closing)
    await house.restart()
    await house.engine.settle()


async def close(house: World, day: date = DAY) -> None:
    """Let the operator name a day."""
    await say(house, partial(announce, on=day, now=house.clock.now()))


async def stay(house: World) -> None:
    """Let the operator take it back."""
    await say(house, partial(call_off, now=house.clock.now()))


def told(house: World, what: str = "closes") -> list[str]:
    """Who had that letter, in the order of the letters."""
    return [one.to.user for one in house.chat.letters if one.card.text_id == f"notice.{what}"]


async def test_everybody_is_told_and_a_week_before_once_more() -> None:
    """In a letter that names the day and leads to `export`; a day that was named again tells nobody again."""
    with world() as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        await close(house)
        await house.until(MONDAY + timedelta(hours=4))
        assert sorted(told(house)) == ["ana", "ben"]
        card = next(one.card for one in house.chat.letters if one.to == ANA)
        assert "This server closes on Sunday 1 March 2026. `export` takes everything along." in card.text
        assert card_of(await house.press(control(card, "command"))).text_id == "export"
        await close(house)
        await house.command("pause", BEN)
        await house.until_answering(LAST_CALL - timedelta(minutes=1))
        assert len(told(house)) == 2
        await house.command("resume", BEN)
        await house.until(LAST_CALL + timedelta(hours=12))
        assert sorted(told(house)) == ["ana", "ana", "ben", "ben"]


async def test_quiet_hours_are_kept() -> None:
    """Named in the night, it is told in the morning."""
    with world() as house:
        await house.settle_in()
        await house.until_answering(on(6, 22))
        await close(house)
        await house.until(on(7, 7, 59))
        assert told(house) == []
        await house.until(on(7, 8, 1))
        assert told(house) == ["ana"]


async def test_the_last_call_is_left_out_where_the_first_is_as_near() -> None:
    """Eight days ahead, one letter is enough."""
    with world() as house:
        await house.settle_in()
        await close(house, date(2026, 1, 13))
        await house.until_answering(on(12, 23))
        assert told(house) == ["ana"]


@pytest.mark.parametrize("word", ["pause", "stop"])
async def test_who_is_away_hears_it_with_their_next_word(word: str) -> None:
    """Above its answer, once, and nothing is sent to them; they may take theirs along without coming back."""
    with world() as house:
        await house.settle_in()
        await house.command(word)
        await close(house)
        assert await house.until(LAST_CALL - timedelta(minutes=1)) == []
        helped = await house.command("helpnow")
        assert (card_of(helped).text_id, helped.then) == ("helpnow", ())
        outcome = await house.command("what-data")
        assert card_of(outcome).text_id == "notice.closes"
        assert [card_in(act).text_id for act in outcome.then if isinstance(act, Show)] != []
        export = control(card_of(outcome), "command")
        assert card_of(await house.press(export)).text_id == "export"
        assert card_of(await house.command("what-data")).text_id != "notice.closes"
        if word == "pause":
            await house.command("resume")
            came = [one.text_id for one in await house.until(DAY_BEFORE)]
            assert came.count("notice.closes") == 1  # the last call, as everybody's


async def test_who_comes_back_by_a_press_is_told_in_a_letter() -> None:
    """A press is no word, above which it could stand."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        await close(house)
        assert await house.until(on(8, 12)) == []
        back = Button(ref=house.desk.mint(ANA)("silence.as_it_was"), name="back", label="As it was")
        await house.press(back)
        await house.until(on(8, 13))
        assert told(house) == ["ana"]


async def test_newcomers_read_it_before_their_yes_and_privacy_says_it() -> None:
    """On the first card and behind "Read more"; nobody is refused. Where nothing closes, nothing is said."""
    with world() as house:
        assert "closes" not in card_of(await house.command("start")).text
        assert "closes" not in card_of(await house.command("privacy")).text
        await close(house)
        first = card_of(await house.command("start"))
        more = card_of(await house.press(control(first, "consent.more")))
        for card in (first, more, card_of(await house.command("privacy"))):
            assert "closes on Sunday 1 March 2026." in card.text
        await house.press(control(first, "consent.yes"))
        assert (await house.person()).has_said_yes
        await house.until_answering(LAST_CALL - timedelta(hours=1))
        assert told(house) == []
        await house.until(LAST_CALL + timedelta(days=1))
        assert told(house) == ["ana"]


async def test_who_was_told_hears_that_it_stays_and_nobody_else() -> None:
    """Who was away and heard nothing hears nothing of that either, when they are back."""
    with world() as house:
        for who in (ANA, BEN, CARA):
            await house.settle_in(who)
        await house.command("pause", BEN)
        await house.command("pause", CARA)
        await close(house)
        await house.until(on(6, 12))
        assert card_of(await house.command("help", CARA)).text_id == "notice.closes"
        await stay(house)
        await house.until(on(7, 12))
        assert (told(house), told(house, "stays")) == (["ana"], ["ana"])
        assert card_of(await house.command("help", CARA)).text_id == "notice.stays"
        assert card_of(await house.command("help", BEN)).text_id == "help"
        for who in (BEN, CARA):
            await house.command("resume", who)
        await house.until(datetime(2026, 3, 10, tzinfo=UTC))
        assert (told(house), told(house, "stays")) == (["ana"], ["ana"])
        assert "closes" not in card_of(await house.command("privacy")).text


async def test_of_many_who_heard_of_neither_nobody_hears_that_it_stays() -> None:
    """Whichever of the two letters would leave first when they are back."""
    with world() as house:
        crowd = [Account(surface="chat", workspace="team", user=f"p{number}") for number in range(12)]
        for who in crowd:
            await house.settle_in(who)
            await house.command("pause", who)
        await close(house)
        await house.until(on(6, 12))
        await stay(house)
        await house.until(on(7, 12))
        for who in crowd:
            await house.command("resume", who)
        await house.until(on(8, 12))
        assert told(house) + told(house, "stays") == []


async def test_taken_back_before_anybody_was_told_it_never_was() -> None:
    """No start in between: nobody hears of either."""
    with world() as house:
        await house.settle_in()
        await house.store.run(partial(announce, on=DAY, now=house.clock.now()))
        await stay(house)
        await house.until_answering(LAST_CALL + timedelta(days=1))
        assert told(house) + told(house, "stays") == []


async def test_another_day_takes_the_place_of_the_first() -> None:
    """Everybody hears the new one; the last call is of the new one alone."""
    with world() as house:
        await house.settle_in()
        await close(house)
        await house.until(on(6, 12))
        await close(house, date(2026, 4, 1))
        await house.until_answering(datetime(2026, 3, 20, tzinfo=UTC))
        days = [one.card.text for one in house.chat.letters if one.card.text_id == "notice.closes"]
        assert ["1 March" in text for text in days] == [True, False]


async def test_after_all_and_then_again() -> None:
    """The same day named once more after it was taken back is told once more."""
    with world() as house:
        await house.settle_in()
        await close(house)
        await house.until(on(6, 12))
        await stay(house)
        await house.until(on(7, 12))
        await close(house)
        await house.until(on(8, 12))
        assert (told(house), told(house, "stays")) == (["ana", "ana"], ["ana"])


async def test_where_nothing_closes_a_word_costs_nothing_more() -> None:
    """No answer looks at the agenda for it: a day that is past is not looked for either."""
    with world() as house:
        await house.settle_in()
        await close(house)
        await stay(house)
        house.clock.move_to(datetime(2026, 3, 2, tzinfo=UTC))
        closing = house.desk.closing
        assert closing is not None
        assert not closing.concerns(house.clock.now().date())


async def test_who_paused_or_is_on_leave_gets_the_last_call_and_who_stopped_does_not() -> None:
    """All of theirs would go before they are back; who took their yes back hears it with their next word."""
    with world() as house:
        for who, words in ((ANA, "pause"), (BEN, "leave until 1 June"), (CARA, "stop")):
            await house.settle_in(who)
            await house.command(words, who)
        await close(house)
        await house.until(LAST_CALL - timedelta(minutes=1))
        assert told(house) == []
        await house.until(LAST_CALL + timedelta(days=1))
        assert sorted(told(house)) == ["ana", "ben"]
        await house.command("resume")
        await house.until(LAST_CALL + timedelta(days=2))
        assert sorted(told(house)) == ["ana", "ben"]
        assert card_of(await house.command("help", CARA)).text_id == "notice.closes"


async def test_where_several_processes_run_a_day_holds_at_once() -> None:
    """None of them is begun again for it: everybody is told, and who comes anew sees it before their yes."""
    with world() as house:
        house.desk = replace(house.desk, is_shared=True)
        house.router = Router(house.desk, changed=house.engine.wake)
        await house.settle_in(ANA)
        await house.store.run(partial(announce, on=DAY, now=house.clock.now()))
        assert "closes on Sunday 1 March 2026" in card_of(await house.command("start", CARA)).text
        house.engine.wake()
        await house.until(MONDAY + timedelta(hours=4))
        assert told(house) == ["ana"]
