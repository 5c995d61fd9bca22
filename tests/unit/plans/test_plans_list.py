"""`plans`: what is open, in its writer's words, and what can be done there."""

from __future__ import annotations

from bot.surface.card import LABEL_MAX
from tests.unit.plans.house import asked, january, keep, listed, names, opened, plan_world, read, rows
from tests.unit.small_house import card_of, control, form_of, on
from tests.unit.world import labels

NONE = "No plan is open."
THREADS = "How they went on"


async def test_with_none_it_says_so() -> None:
    """One plain sentence."""
    with plan_world() as house:
        await house.settle_in()
        assert await listed(house) == NONE


async def test_every_open_plan_stands_with_its_words_and_days() -> None:
    """The newest first; with a day to come back or without; to be read by its writer alone."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, "open with the question", by=january(8))
        await keep(house, "a pause on Thursdays", back_on=january(12))
        page = read(await house.command("plans"))
        assert [line for line in page.text.splitlines() if line] == [
            "Your plans",
            "a pause on Thursdays",
            "A river to cross. Written: Today. State: planned. Comes back: Monday 12 January.",
            "open with the question",
            "A river to cross. Written: Today. State: planned. By: Thursday 8 January.",
            "Open which one?",
        ]
        assert labels(page) == ["a pause on Thursdays", "open with the question", THREADS]


async def test_many_plans_come_a_page_at_a_time() -> None:
    """Ten on a page, older ones by a press, and none twice."""
    with plan_world() as house:
        await house.settle_in()
        for number in range(23):
            await keep(house, f"plan {number}")
        page, seen = read(await house.command("plans")), []
        while True:
            seen += [label for label in labels(page) if label != THREADS]
            if "plan.more" not in {one.name for one in page.controls}:
                break
            assert seen.pop() == "More"
            page = read(await house.press(control(page, "plan.more")))
        assert seen == [f"plan {number}" for number in reversed(range(23))]


async def test_a_later_page_that_is_gone_shows_the_first() -> None:
    """Plans were closed between the two presses."""
    with plan_world() as house:
        await house.settle_in()
        for number in range(11):
            await keep(house, f"plan {number}")
        more = control(read(await house.command("plans")), "plan.more")
        await house.press(control(await opened(house), "plan.close"))
        assert labels(read(await house.press(more)))[0] == "plan 9"


async def test_long_words_are_short_in_the_list_and_whole_when_opened() -> None:
    """Tricks of the screen stay out of both."""
    words = "one\u202e two\n" + "three " * 100
    with plan_world() as house:
        await house.settle_in()
        await keep(house, words)
        page = read(await house.command("plans"))
        [label, _] = labels(page)
        assert (len(label) <= LABEL_MAX, label[:13], label[-1]) == (True, "one two three", "\u2026")
        assert words.replace("\u202e", "").strip() in (await opened(house)).text


async def test_one_of_the_list_can_be_moved() -> None:
    """The new day replaces the old one."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=january(10))
        form = form_of(await house.press(control(await opened(house), "plan.move")))
        moved = card_of(await house.submit(form, by="2026-01-06"))
        assert moved.text == "Tomorrow, then. I'll ask without saying what about."
        assert [row.due_at for row in rows(house)] == [on(6, 9)]


async def test_one_of_the_list_can_be_closed() -> None:
    """It goes from the list and from the agenda; the others stay."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, "the first", back_on=january(10))
        await keep(house, "the second", back_on=january(11))
        await house.press(control(await opened(house), "plan.close"))
        assert labels(read(await house.command("plans"))) == ["the first", THREADS]
        assert [row.due_at for row in rows(house)] == [on(10, 9)]


async def test_one_of_the_list_can_be_looked_back_on_before_its_day() -> None:
    """Once it is looked back on, its day no longer comes."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, back_on=january(10))
        reflecting = card_of(await house.choose(control(await asked(house), "plan.went"), "changed"))
        form = form_of(await house.press(control(reflecting, "plan.write")))
        await house.submit(form, text="it went otherwise")
        assert rows(house) == []
        assert await listed(house) == NONE


async def test_a_choice_that_is_not_there_is_said_plainly() -> None:
    """One that was closed since, or that never was."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house)
        page = read(await house.command("plans"))
        pick, [name] = control(page, "plan.pick"), names(page, "plan.pick")
        await house.press(control(await opened(house), "plan.close"))
        assert card_of(await house.choose(pick, name)).text_id == "plan.gone"
        assert card_of(await house.choose(pick, "nothing of ours")).text_id == "plan.gone"
