"""A flow that rests: silent for as long as was chosen, then it goes on by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.ports.chat import MaybeSent, NotOpen
from bot.surface.card import Reach
from bot.testing.flows_to_run import PAUSE
from tests.unit.flows.walks import begin, names, press, reply, rest, rows_of_flows, shown, walk, with_flows
from tests.unit.small_house import ANA, card_of, control, on
from tests.unit.world import FIRST_SLOT, TERMINAL, world

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(("chosen", "seconds"), [("one", 60), ("three", 180), (None, 60)])
async def test_it_is_silent_to_the_second(chosen: str | None, seconds: int) -> None:
    """For as long as was chosen, the shortest where nothing was; then the question comes by itself."""
    with world() as house:
        card = await reply(house, await begin(house, "rest"), chosen)
        assert (card.text, names(card)) == ("Watch the water. I will be back.", ["flow.stop", "help.now"])
        began = house.clock.now()
        assert await house.until(began + seconds * SECOND - SECOND) == []
        [came] = await house.until(began + seconds * SECOND)
        assert came.text == "What would be good now?"
        assert await house.until(began + 30 * MINUTE) == []


async def test_what_comes_by_itself_implies_nothing() -> None:
    """It is a message, the same for everybody, and a lock screen shows three words."""
    with world() as house:
        card = await rest(house)
        assert (card.summary, card.reach, card.title) == ("I am back.", Reach.PERSONAL, "")
        assert (await reply(house, card, "fresh")).text == "What floats by that you had not seen?"


async def test_the_need_is_answered_once() -> None:
    """A second press on the message shows where one is."""
    with world() as house:
        card = await rest(house)
        await reply(house, card, "fresh")
        assert (await reply(house, card, "enough")).text.startswith("That button belongs to an earlier")


async def test_a_question_that_would_tell_something_is_one_press_away() -> None:
    """Where the next step depends on an answer, the message is only the way there."""
    with world() as house:
        card = await walk(house, await begin(house, "shelf_tidy"), ["yes", None, None])
        assert card.text == "A minute."
        [came] = await house.until(house.clock.now() + MINUTE)
        assert (came.text, names(came)) == ("I am back.", ["flow.on"])
        assert (await press(house, came, "flow.on")).text == "And the dust?"


async def test_a_check_in_waits_for_the_end_of_a_rest() -> None:
    """Nothing else is sent meanwhile; what fell due comes when the question after it had its time."""
    with world() as house:
        card = await begin(house, "rest")
        await house.until(FIRST_SLOT - MINUTE)
        await reply(house, card, "three")
        assert await house.until(FIRST_SLOT + 2 * MINUTE - SECOND) == []
        came = await house.until(FIRST_SLOT + 12 * MINUTE - SECOND)
        assert [one.text_id for one in came] == ["flow.rest_stop.need"]
        assert [one.text_id for one in await house.until(FIRST_SLOT + 12 * MINUTE)] == ["checkin"]


@pytest.mark.parametrize("word", ["pause", "settings"])
async def test_it_comes_while_check_ins_are_paused(word: str) -> None:
    """Who begins a rest waits for it, whatever they wish of check-ins."""
    with world() as house:
        card = await begin(house, "rest")
        await house.command(word)
        await reply(house, card, "three")
        assert len(await house.until(house.clock.now() + 3 * MINUTE)) == 1


async def test_it_comes_in_quiet_hours_too() -> None:
    """At three in the morning somebody who rests is awake."""
    with world() as house:
        await house.settle_in()
        await house.until(on(6, 3))
        await reply(house, card_of(await house.command("rest")), "three")
        assert len(await house.until(on(6, 3, 3))) == 1


async def test_nothing_comes_after_a_stop() -> None:
    """`stop` takes the yes back, at once."""
    with world() as house:
        await reply(house, await begin(house, "rest"), "three")
        which = card_of(await house.command("stop"))
        await house.press(control(which, "yes.back"))
        assert await house.until(house.clock.now() + timedelta(days=2)) == []


async def test_who_leaves_a_rest_is_not_called_back() -> None:
    """No row of it is left, and nothing comes."""
    with world() as house:
        card = await reply(house, await begin(house, "rest"), "three")
        await press(house, await press(house, card, "flow.stop"), "flow.drop")
        assert rows_of_flows(house) == []
        assert await house.until(house.clock.now() + 30 * MINUTE) == []


async def test_a_closed_terminal_shows_it_first() -> None:
    """It waits until somebody is there."""
    with world(capabilities=TERMINAL) as house:
        card = await begin(house, "rest")
        house.chat.receipts = [NotOpen()]
        await reply(house, card, "three")
        assert await house.until(house.clock.now() + 30 * MINUTE) == []
        await house.engine.catch_up(ANA.lane)
        [letter] = house.chat.letters
        assert letter.card.text == "What would be good now?"


async def test_who_is_back_before_the_message_is_asked_the_same() -> None:
    """And the message that is late then says nothing."""
    with world(capabilities=TERMINAL) as house:
        card = await begin(house, "rest")
        house.chat.receipts = [NotOpen()]
        resting = await reply(house, card, "three")
        await house.until(house.clock.now() + 4 * MINUTE)
        stop = await press(house, resting, "flow.stop")
        assert stop.text.startswith("That button belongs to an earlier question.")
        await reply(house, stop, "enough")
        await house.engine.catch_up(ANA.lane)
        assert house.chat.letters == []


async def test_going_on_early_shows_what_was_said() -> None:
    """The wait is not cut short."""
    with world() as house:
        card = await reply(house, await begin(house, "rest"), "three")
        middle = card_of(await house.command("rest"))
        assert (await press(house, middle, "flow.on")).text == card.text
        assert len(await house.until(house.clock.now() + 3 * MINUTE)) == 1


async def test_a_restart_does_not_end_a_rest() -> None:
    """It is a row of the agenda."""
    with world() as house:
        await reply(house, await begin(house, "rest"), "three")
        began = house.clock.now()
        await house.restart()
        assert await house.until(began + 3 * MINUTE - SECOND) == []
        [card] = await house.until(began + 3 * MINUTE)
        await house.restart()
        assert (await reply(house, card, "enough")).text.endswith("Off you go, or stay a while.")


async def test_a_library_that_changed_meanwhile_is_said_at_the_next_press() -> None:
    """The message is the way there, since its question is gone."""
    with world() as house:
        await reply(house, await begin(house, "rest"), "three")
        with_flows(house)
        house._begun = False  # noqa: SLF001 - a new process over the same rows
        await house.restart()
        [card] = await house.until(house.clock.now() + 3 * MINUTE)
        assert names(card) == ["flow.on"]
        gone = await press(house, card, "flow.on")
        assert (gone.text_id, names(gone)) == ("flow.lost", ["flow.drop", "help.now"])


async def test_one_row_waits_at_a_time() -> None:
    """A wait and the end of an abandoned run are all that a flow leaves on the agenda."""
    with world() as house:
        await reply(house, await begin(house, "rest"), "three")
        assert sorted(rows_of_flows(house)) == [AgendaKind.DRAFT_ENDS, AgendaKind.FLOW_GOES_ON, "sheet"]
        await house.until(house.clock.now() + 3 * MINUTE)
        assert sorted(rows_of_flows(house)) == [AgendaKind.DRAFT_ENDS, "sheet"]
        assert PAUSE.step("look").id == "look"
        assert control(house.chat.letters[-1].card, "flow.answer").name == "flow.answer"


async def test_a_send_in_doubt_is_asked_about_and_not_repeated() -> None:
    """The card is drawn again as it was, and the row is gone when it is known to have come."""
    with world() as house:
        card = await begin(house, "rest")
        house.chat.receipts = [MaybeSent()]
        house.chat.knows_letters = True
        await reply(house, card, "three")
        assert await house.until(house.clock.now() + 30 * MINUTE) == []
        assert rows_of_flows(house) == [AgendaKind.DRAFT_ENDS, "sheet"]
        middle = shown(await house.command("rest"))
        assert (await press(house, middle, "flow.on")).text == "What would be good now?"
