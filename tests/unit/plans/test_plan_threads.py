"""Threads of plans: opened, tried, looked back on; each step once, and never backwards."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.flows import PlanAbout
from bot.domain.plans import Plan, PlanState
from bot.domain.plans import opened as begun
from tests.unit.plans.house import asked, january, keep, opened, plan_world, read
from tests.unit.small_house import card_of, control, form_of, on

FIRST = date(2026, 1, 5)
STEPS = ("tried", "not_yet", "moved", "revisited", "closed")
ENDS = {PlanState.REVISITED, PlanState.CLOSED}


def plan() -> Plan:
    """Return a plan as it is opened."""
    return Plan(
        id=UUID(int=1),
        flow="crossing",
        version=1,
        title="A river",
        ended_as="planned",
        about=PlanAbout.MOVE,
        words="w",
        back_on=FIRST,
        thread=begun(FIRST),
    )


def after(it: Plan, step: str, day: date) -> Plan:
    """Return it after a step on a day."""
    match step:
        case "tried":
            return it.tried(day)
        case "not_yet":
            return it.not_yet()
        case "moved":
            return it.moved(day)
        case "revisited":
            return it.revisited(day)
        case _:
            return it.closed(day)


@given(st.lists(st.sampled_from(STEPS), max_size=12))
def test_a_thread_goes_forward_and_ends_once(steps: list[str]) -> None:
    """It begins with its opening; at most one try and one end follow, in the order of days."""
    it = plan()
    for place, step in enumerate(steps):
        before = it
        it = after(it, step, FIRST + timedelta(days=place + 1))
        if not before.is_open:
            assert it == before
    states = [turned.state for turned in it.thread]
    assert states[0] is PlanState.OPENED
    assert states.count(PlanState.TRIED) <= 1
    assert not ENDS.intersection(states[:-1])
    assert len(states) == len(set(states))
    assert [turned.on for turned in it.thread] == sorted(turned.on for turned in it.thread)
    assert it.is_open == (states[-1] not in ENDS)
    assert it.is_open or it.back_on is None


async def test_a_thread_tells_each_turn_with_its_day() -> None:
    """Written, tried and looked back on, in words; how long it took is not told."""
    with plan_world() as house:
        await house.settle_in()
        await keep(house, "open with the question", back_on=january(8))
        await house.until_answering(on(9, 12))
        went = control(await asked(house), "plan.went")
        reflecting = card_of(await house.choose(went, "tried"))
        await house.until_answering(on(10, 12))
        form = form_of(await house.press(control(reflecting, "plan.write")))
        await house.submit(form, text="It was easier than I thought.")
        threads = read(await house.press(control(card_of(await house.command("plans")), "plan.threads")))
    assert "open with the question" in threads.text
    assert (
        "Written Monday 5 January, tried Friday 9 January, looked back on Saturday 10 January."
        in threads.text
    )


async def test_closing_ends_a_thread_and_leaves_it_to_be_read() -> None:
    """Where nothing is open, those that ended are one press away; where there is none, no press is."""
    with plan_world() as house:
        await house.settle_in()
        assert "plan.threads" not in {one.name for one in card_of(await house.command("plans")).controls}
        await keep(house, "open with the question")
        await house.press(control(await opened(house), "plan.close"))
        none = card_of(await house.command("plans"))
        threads = read(await house.press(control(none, "plan.threads")))
    assert "Written Monday 5 January, closed Monday 5 January." in threads.text


async def test_many_threads_come_a_page_at_a_time() -> None:
    """Ten on a page, the newest first, and none twice."""
    with plan_world() as house:
        await house.settle_in()
        for number in range(13):
            await keep(house, f"plan {number} of mine")
        page = read(await house.press(control(card_of(await house.command("plans")), "plan.threads")))
        assert "plan 12 of mine" in page.text
        assert "plan 2 of mine" not in page.text
        further = read(await house.press(control(page, "plan.threads")))
    assert "plan 2 of mine" in further.text
    assert "plan 3 of mine" not in further.text
