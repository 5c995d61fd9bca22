"""Laws of plans: whatever is pressed in whatever order, one row of the agenda at most, none once it ended."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plans import Plan, PlanState
from bot.services.plans.plans import plan_of
from bot.surface.inbound import ActionPressed, FormSubmitted, OptionChosen
from bot.testing.faults import Killed
from tests.unit.plans.house import january, keep, notices, plan_world, rows
from tests.unit.small_house import ANA, ref_of
from tests.unit.world import World

Step = tuple[str, int, object]

plans = st.integers(0, 1)
steps = st.one_of(
    st.tuples(st.just("went"), plans, st.sampled_from(["tried", "changed", "not_yet", "closed", "odd"])),
    st.tuples(st.just("again"), plans, st.sampled_from(["P2D", "P1W", "another_day", "none", "odd"])),
    st.tuples(st.just("day"), plans, st.integers(-2, 12)),
    st.tuples(st.just("reflect"), plans, st.sampled_from(["", "reeds"])),
    st.tuples(st.just("close"), plans, st.none()),
    st.tuples(st.just("pass"), plans, st.integers(1, 80)),
    st.tuples(st.just("say"), plans, st.sampled_from(["pause", "resume"])),
    st.tuples(st.just("end"), plans, st.integers(1, 3)),
)


async def _play(house: World, verb: str, plan: UUID, what: object) -> None:
    """Let Ana do something with a plan, also what its state no longer offers; or let time pass."""
    facts, mint = house.facts(ANA), house.desk.mint(ANA)
    match verb, what:
        case "went" | "again", str(name):
            await house.hear(OptionChosen(**facts, ref=mint(f"plan.{verb}", plan), values=(name,)))
        case "day", int(days):
            day = (house.clock.now() + timedelta(days=days)).date().isoformat()
            await house.hear(FormSubmitted(**facts, ref=mint("plan.day", plan), values={"by": day}))
        case "reflect", str(text):
            await house.hear(
                FormSubmitted(**facts, ref=mint("plan.reflect", plan, "once"), values={"text": text})
            )
        case "close", _:
            await house.hear(ActionPressed(**facts, ref=mint("plan.close", plan)))
        case "pass", int(hours):
            await house.until(house.clock.now() + timedelta(hours=hours))
        case "say", str(word):
            await house.command(word)
        case "end", int(passes):
            house.end_after(passes)
        case _:
            raise LookupError(verb)


async def _opened(house: World, plan: UUID) -> Plan:
    [person] = house.tables.people.values()
    found = await house.store.run(lambda unit: plan_of(house.desk, unit, person, plan), writes=False)
    assert found is not None
    return found


async def _check(house: World, ids: list[UUID], ended: dict[UUID, PlanState]) -> None:
    """See that rows and threads agree, and that an end is an end."""
    about = Counter(row.ref for row in rows(house))
    for plan_id in ids:
        plan = await _opened(house, plan_id)
        assert about[plan_id] <= (1 if plan.is_open and plan.back_on is not None else 0)
        assert ended.get(plan_id, plan.state) is plan.state
        states = [turned.state for turned in plan.thread]
        assert states == sorted(set(states), key=list(PlanState).index)
        if not plan.is_open:
            ended[plan_id] = plan.state


def _heard_of(house: World) -> Counter[UUID | None]:
    """Count the notices that arrived, by plan."""
    refs = (card.controls[0] for card in notices(house))
    return Counter(house.desk.refs.unpack(ref_of(one), ANA).subject for one in refs)


@given(st.lists(steps, min_size=3, max_size=14))
async def test_a_plan_has_one_day_at_most_and_none_once_it_ended(told: list[Step]) -> None:
    """After each step, over pauses, ends of the house and lapse of time; what ended is heard of no more."""
    with plan_world() as house:
        await house.settle_in(days="daily")
        await keep(house, back_on=january(7))
        await keep(house, "the second")
        ids, ended = list(house.tables.sheets), dict[UUID, PlanState]()
        for verb, which, what in told:
            before = _heard_of(house)
            were = set(ended)
            try:
                await _play(house, verb, ids[which], what)
            except Killed:
                await house.restart()
            assert [plan for plan in were if _heard_of(house)[plan] != before[plan]] == []
            await _check(house, ids, ended)
        await house.restart()
        await _check(house, ids, ended)
        assert house.engine.failures == ()
