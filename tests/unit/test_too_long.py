"""Words that are too long for where they were sent: held as a draft wherever that is, and never lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.journal import ENTRY_MAX
from bot.services.cards.flow_steps import PLAN_MAX
from bot.surface.card import Card
from bot.surface.form import Form
from bot.testing.flows_to_run import BOAT, SHELF
from tests.unit.flows.walks import Answer, begin, button, open_form, press, reply, rest, rows_of_flows, walk
from tests.unit.plans.house import BACK, WORDS, asked, keep, listed, plan_world
from tests.unit.small_house import card_of, control, errors_of, form_of
from tests.unit.world import World, world

TO_STORY: list[Answer] = ["mine", "no", "oar", 7, {"by": "3 January 2026"}]
TO_SMELL: list[Answer] = ["no"]
TO_PLAN: list[Answer] = [*TO_STORY, None]
STORY = "What would the boat say of its last trip?"
LONG = "w" * (ENTRY_MAX + 1)


async def _refused(house: World, word: str, walked: list[Answer], text: str) -> tuple[Card, Form]:
    """Send what is too long for a step; return the step's card and its form, which stays open."""
    card = await walk(house, await begin(house, word), walked)
    form = await open_form(house, card)
    assert f"{len(text):,}" in errors_of(await house.submit(form, text=text))["text"]
    return card, form


@pytest.mark.parametrize(
    ("word", "walked", "text"),
    [
        ("repair", TO_STORY, LONG),
        ("repair", TO_PLAN, "w" * (PLAN_MAX + 1)),
        ("shelf_tidy", TO_SMELL, "w" * 3_001),
    ],
)
async def test_too_long_for_a_step_is_a_draft(word: str, walked: list[Answer], text: str) -> None:
    """The page of that step opens with it again, and shortened it is an answer like any other."""
    with world() as house:
        card, form = await _refused(house, word, walked, text)
        assert len(house.tables.drafts) == 1
        await house.restart()
        assert (await open_form(house, card)).fields[0].value == text
        await house.submit(form, text="short enough")
        assert house.tables.drafts == {}


async def test_it_may_become_a_page_of_its_own() -> None:
    """Under its question, with the flow that it came from; the flow may go on without it meanwhile."""
    with world() as house:
        card, _ = await _refused(house, "repair", TO_STORY, LONG)
        await press(house, card, "flow.pass")
        page = form_of(await house.command("write"))
        assert (page.intro, page.fields[0].value) == (STORY, LONG)
        await house.submit(page, text="a long story, cut")
        [entry] = house.entries()
        assert (entry["text"], entry["question"], entry["source"]) == ("a long story, cut", STORY, BOAT.title)
        assert house.tables.drafts == {}


async def test_a_scene_stays_one() -> None:
    """Too long, it waits in the part that goes after some days."""
    with world() as house:
        await _refused(house, "shelf_tidy", TO_SMELL, "s" * 3_001)
        page = form_of(await house.command("write"))
        assert {field.name: field.value for field in page.fields} == {"text": "", "scene": "s" * 3_001}
        await house.submit(page, scene="camphor")
        [entry] = house.entries()
        assert (entry["text"], entry["scene"], entry["source"]) == ("", "camphor", SHELF.title)


async def test_discarding_a_flow_discards_what_was_too_long_in_it() -> None:
    """No row is left then, wherever in the flow the words were; keeping leaves the draft."""
    with world() as house:
        card, _ = await _refused(house, "repair", TO_STORY, LONG)
        after = await press(house, card, "flow.pass")
        await press(house, await press(house, after, "flow.stop"), "flow.drop")
        assert (rows_of_flows(house), house.tables.drafts) == ([], {})
    with world() as house:
        card, _ = await _refused(house, "repair", TO_STORY, LONG)
        await press(house, await press(house, card, "flow.stop"), "flow.keep")
        assert len(house.tables.drafts) == len(house.tables.entries) == 1


async def test_a_no_at_the_end_discards_the_draft_of_what_it_is_about() -> None:
    """What is said then, that nothing was kept, is true of a longer version too."""
    with world() as house:
        card = await reply(house, await rest(house), "fresh")
        form = await open_form(house, card)
        ask = card_of(await house.submit(form, text="a paper swan"))
        await house.submit(form, text=LONG)
        assert len(house.tables.drafts) == 1
        assert (await press(house, ask, "flow.drop")).text.startswith("Fine, nothing was kept.")
        assert (rows_of_flows(house), house.tables.drafts) == ([], {})


async def test_a_reflection_too_long_is_a_draft_and_the_plan_stays_open() -> None:
    """Shortened in its form it ends the plan; from `write` it keeps its question and where it came from."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house)
        question = await asked(house)
        reflecting = card_of(await house.choose(control(question, "plan.went"), "tried"))
        form = form_of(await house.press(button(reflecting, "plan.write")))
        assert "kept as a draft" in errors_of(await house.submit(form, text=LONG))["text"]
        assert WORDS in await listed(house)
        page = form_of(await house.command("write"))
        assert (page.intro, page.fields[0].value) == (BACK.reflect, LONG)
        await house.submit(page, text="by the page")
        await house.submit(form, text="by its form")
        kept = [(one["text"], one["source"], one["state"]) for one in house.entries()]
        assert kept == [(text, "A river to cross", "revisited") for text in ("by the page", "by its form")]
        assert await listed(house) == "No plan is open."
        assert house.tables.drafts == {}


async def test_a_flow_longer_than_a_form_is_kept_whole_and_stays_so() -> None:
    """It is read, tagged and deleted as any page; a wish to change it is told why not."""
    with world() as house:
        walked: list[Answer] = ["mine", "no", "mast", 7, {"text": "m" * 5_000}, None, {"text": "s" * 5_000}]
        end = await walk(house, await begin(house, "repair"), [*walked, None])
        await house.pick(end, "flow.when", "none")
        [entry] = house.entries()
        assert len(entry["text"]) > ENTRY_MAX
        page = card_of(await house.command("journal last"))
        says = card_of(await house.press(control(page, "entry.edit")))
        assert says.text_id == "entry.stays_whole"
        await house.press(control(page, "entry.supervise"))
        [tagged] = house.entries()
        assert (tagged["text"], tagged["tags"]) == (entry["text"], ["for supervision"])
        await house.until(house.clock.now() + timedelta(minutes=1))
        asks = card_of(await house.press(control(page, "entry.delete")))
        await house.press(control(asks, "entry.remove"))
        assert house.entries() == []
