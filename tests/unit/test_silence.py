"""Five check-ins that went by: one question, then quiet, and a fresh start for who comes back."""

from __future__ import annotations

import pytest

from bot.domain.people import Standing
from bot.surface.card import Card
from tests.unit.small_house import card_of, control, on
from tests.unit.world import World, world


async def _silent(house: World) -> Card:
    """Let five check-ins go by on weekdays at nine; return what comes on the sixth day."""
    await house.settle_in()
    asked = await house.until(on(12, 8))
    assert [card.text_id for card in asked] == ["checkin"] * 5
    [question] = await house.until(on(13, 8))
    return question


async def test_five_that_went_by_bring_one_question_and_then_quiet() -> None:
    """Thirty days on nothing more has come, and nothing waits."""
    with world() as house:
        question = await _silent(house)
        assert question.text_id == "silence"
        assert (await house.person()).standing is Standing.PAUSED
        assert await house.until(on(43, 8)) == []


async def test_one_answer_in_five_is_no_silence() -> None:
    """A tap, a "not today" or a few words are an answer."""
    with world() as house:
        await house.settle_in()
        asked = await house.until(on(8, 10))
        await house.pick(asked[0], "checkin.energy", 3)
        await house.press(control(asked[-1], "checkin.skip"))
        came = await house.until(on(14, 8))
        assert {card.text_id for card in came} == {"checkin"}


async def test_coming_back_is_a_fresh_start() -> None:
    """After `resume` there is a check-in at the next slot, not the same question at once."""
    with world() as house:
        await _silent(house)
        said = card_of(await house.command("resume")).text
        assert "Today at 09:00" in said
        [card] = await house.until(on(14, 8))
        assert card.text_id == "checkin"


@pytest.mark.parametrize(("name", "days"), [("silence.three", [2, 4, 0]), ("silence.as_it_was", [1, 2, 3])])
async def test_the_question_offers_less_or_the_same(name: str, days: list[int]) -> None:
    """Three a week keep their hour; as it was is as it was."""
    with world() as house:
        question = await _silent(house)
        await house.press(control(question, name))
        await house.until(on(20, 8))
        slots = [delivery.slot_on for delivery in house.outbox if delivery.due_at > on(12, 10)]
        assert [day.weekday() for day in slots][:3] == days
        assert {delivery.slot for delivery in house.outbox} == {"09:00"}


async def test_staying_quiet_is_said_and_kept() -> None:
    """The answer is the same as to `pause`."""
    with world() as house:
        question = await _silent(house)
        said = card_of(await house.press(control(question, "silence.pause"))).text
        assert "resume" in said
        assert await house.until(on(30, 8)) == []


async def test_a_restart_while_the_question_is_on_its_way_asks_it_once() -> None:
    """A crash between sending and noting is settled with the surface."""
    with world() as house:
        await house.settle_in()
        await house.until(on(12, 8))
        house.crash.arm("after_send")
        with pytest.raises(BaseException, match="after_send"):
            await house.until(on(12, 10))
        await house.restart()
        await house.until(on(20, 10))
        assert [letter.card.text_id for letter in house.chat.letters].count("silence") == 1
