"""Nobody answers in real time: within 48 hours, with a word to the instructors at 36, and no emergencies."""

from __future__ import annotations

from datetime import timedelta

from bot.services.courses.standing import look_after
from tests.unit.courses.ask_hands import FRIDAY_AT_FIVE, OMAR, answer, ask, ask_house, clocks, words
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, turn_of
from tests.unit.small_house import card_of

LATE = "was not answered by the time that was promised"
WAITS = "waits for its answer"


async def with_omar(one: CourseHouse) -> None:
    """Let Omar run the course beside Tess, who began it."""
    one.house.managers[OMAR] = True
    await one.run(lambda unit, page: look_after(turn_of(one.house, unit, OMAR), page))


def heard(one: CourseHouse, text: str) -> list[str]:
    """Return who of the two heard a sentence about the course."""
    return [
        who.user for who in (TESS, OMAR) if any(text in card.text for card in words(one, who, "course.word"))
    ]


async def test_the_receipt_says_48_hours_not_live_and_no_emergencies() -> None:
    """Asked on a Friday at five, an answer is there by Sunday at five."""
    async with ask_house() as one:
        receipt = card_of(await ask(one.house)).text
        assert "up to 48 hours" in receipt
        assert "Sunday 8 November at 17:00" in receipt
        assert "not live, and not for emergencies" in receipt


async def test_both_hear_at_36_hours_and_who_began_the_course_at_48() -> None:
    """Not a minute before; the other learner hears nothing of it."""
    async with ask_house() as one:
        await with_omar(one)
        await ask(one.house)
        await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=35, minutes=59))
        assert heard(one, WAITS) == []
        await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=36))
        assert heard(one, WAITS) == ["tess", "omar"]
        await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=47, minutes=59))
        assert heard(one, LATE) == []
        await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=48))
        assert heard(one, LATE) == ["tess"]
        await one.house.until(FRIDAY_AT_FIVE + timedelta(days=4))
        assert len(words(one, LENA, "ask.told.late")) == 1
        assert words(one, MIRO, "ask.told.late") == []


async def test_an_answer_stops_the_clock() -> None:
    """Nothing waits after it, and nobody hears of a promise that was kept."""
    async with ask_house() as one:
        await ask(one.house)
        await answer(one.house)
        assert clocks(one.house) == []
        await one.house.until(FRIDAY_AT_FIVE + timedelta(days=4))
        assert heard(one, WAITS) == heard(one, LATE) == []
