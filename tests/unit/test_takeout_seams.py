"""What flows, plans and typed messages leave, taken along: in words to read, and no platform's id."""

from __future__ import annotations

from bot.surface.inbound import DirectMessage, MessageEdited
from tests.json_schema import problems
from tests.unit.flows.walks import begin, walk
from tests.unit.plans.house import asked, january, keep, opened, plan_world
from tests.unit.small_house import ANA, card_of, control, form_of
from tests.unit.test_takeout_document import SCHEMA, files
from tests.unit.world import world


async def test_a_plan_is_read_in_words() -> None:
    """Its words, its days, and where it stands; the names that a program follows are left to programs."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, "ask first", back_on=january(9), by=january(8))
        await keep(house, "let it be")
        await house.press(control(await opened(house), "plan.close"))
        await house.choose(control(await asked(house), "plan.went"), "tried")
        made, to_read = await files(house)
    assert problems(made, SCHEMA) == []
    assert (
        "- from: A river to cross\n- which ended as: planned\n- in my words: ask first\n"
        "- by: Thursday 8 January 2026\n- comes back: Friday 9 January 2026\n"
        "- since then: written on Monday 5 January 2026, tried on Monday 5 January 2026"
    ) in to_read
    assert "written on Monday 5 January 2026, closed on Monday 5 January 2026" in to_read
    assert "- To come: a plan comes back, Friday 9 January 2026 at 09:00" in to_read
    assert "crossing" not in to_read


async def test_an_open_flow_is_read_in_words() -> None:
    """Each question with what was answered; one that was passed says so."""
    with world() as house:
        await walk(house, await begin(house, "repair"), ["mine", "no", None])
        made, to_read = await files(house)
    assert problems(made, SCHEMA) == []
    assert "- Whose boat is it?: mine" in to_read
    assert "- What is broken?: passed" in to_read
    assert "- To come: something unfinished goes, Monday 12 January 2026" in to_read


async def test_the_hash_of_a_message_stays_here() -> None:
    """A draft and a page that were typed as messages come along without it, and with all their words."""
    with world() as house:
        await house.settle_in()
        offer = await house.hear(DirectMessage(**house.facts(ANA), text="kept words", message="m1"))
        form = form_of(await house.press(control(card_of(offer), "draft.open")))
        await house.submit(form, scene="what was")
        await house.hear(DirectMessage(**house.facts(ANA), text="waiting words", message="m2"))
        await house.hear(MessageEdited(**house.facts(ANA), text="changed words", message="m1"))
        made, to_read = await files(house)
        [entry] = house.entries()
    assert entry["message"] not in str(made)
    assert problems(made, SCHEMA) == []
    assert [one["scene"] for one in made["entries"]] == ["what was"]
    assert sorted(draft["text"] for draft in made["drafts"]) == ["changed words", "waiting words"]
    assert all("message" not in row for row in (*made["entries"], *made["drafts"]))
    assert "> waiting words" in to_read
