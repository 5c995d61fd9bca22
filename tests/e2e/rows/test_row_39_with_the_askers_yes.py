"""Asked inside the course, for the instructor alone; other learners read it only with the asker's yes."""

from __future__ import annotations

from bot.surface.card import Card
from tests.unit.courses.ask_hands import ANSWER, QUESTION, answer, ask, ask_house, desk, mine
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse
from tests.unit.small_house import card_of, control, form_of

WORDING = "How to begin in silence?"


async def read_by_miro(one: CourseHouse) -> Card:
    """Return what the other learner finds among the answers."""
    return card_of(await one.house.command("course answers silence", MIRO))


async def wish(one: CourseHouse) -> None:
    """Let the instructor answer, and ask whether all may read it in a wording of hers."""
    await ask(one.house)
    await answer(one.house)
    card = await desk(one.house, name="ask.reread")
    form = form_of(await one.house.press(control(card, "ask.publish"), TESS))
    await one.house.submit_by(TESS, form, {"wording": WORDING})


async def test_a_question_with_its_answer_is_private() -> None:
    """Answered, and wished for all: the other learner still finds nothing."""
    async with ask_house() as one:
        await wish(one)
        assert WORDING not in (await read_by_miro(one)).text


async def test_with_a_yes_others_read_the_wording_and_no_name() -> None:
    """The asker read it first, in those very words; as it was asked it stays private."""
    async with ask_house() as one:
        await wish(one)
        shown = await mine(one.house)
        assert WORDING in shown.text
        await one.house.press(control(shown, "ask.yes"), LENA)
        found = (await read_by_miro(one)).text
        assert WORDING in found
        assert ANSWER in found
        assert QUESTION not in found
        assert "Lena" not in found


async def test_with_a_no_nobody_reads_it() -> None:
    """Not then, and not by another wording later."""
    async with ask_house() as one:
        await wish(one)
        await one.house.press(control(await mine(one.house), "ask.hide"), LENA)
        assert WORDING not in (await read_by_miro(one)).text
