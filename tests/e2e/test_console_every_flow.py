"""Every guided flow at the terminal, by keyboard alone: begun from the list, walked by its longest way."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

from bot.domain.flow_answers import Answer, Planned
from bot.domain.flow_walk import first, longest, next_step, text_of, wait_of
from bot.domain.flows import ChoiceStep, EndStep, Flow, MultiStep, PlanStep, Route, SayStep, ScaleStep, Step
from tests.content.walking import FLOWS
from tests.e2e.test_console_flows import HELLO
from tests.e2e.test_console_scenarios import MONDAY, Terminal, terminal

WORDS = "open with the question"


def _answer(flow: Flow, step: Step) -> tuple[Answer, list[str]]:
    """Return an answer that leads the long way on, and the lines that somebody types for it."""
    if isinstance(step, ChoiceStep):
        leads = dict(step.to.named)
        ways = [leads.get(option.name, step.to.otherwise or "") for option in step.options]
        far = max(range(len(ways)), key=lambda n: (longest(flow, since=ways[n]), -n))
        return step.options[far].name, [str(far + 1)]
    if isinstance(step, MultiStep):
        names = [option.name for option in step.options[: step.at_most]]
        return tuple(names), [" ".join(str(n + 1) for n in range(len(names)))]
    if isinstance(step, ScaleStep):
        return 7, ["7"]
    if isinstance(step, PlanStep):
        return Planned(text=WORDS), ["write", WORDS, ""]
    return WORDS, ["write", WORDS, "."]


async def _walk(desk: Terminal, flow: Flow, now: datetime) -> datetime:
    """Walk a flow to its end; return what the time is then."""
    answers, step_id, asked = dict[str, Answer](), first(flow, Route.LONG), 0
    while not isinstance(step := flow.step(step_id), EndStep):
        if isinstance(step, SayStep):
            wait = wait_of(step, answers)
            if wait:
                now += wait
                await desk.until(now)
        else:
            assert (text_of(step) or "") in " ".join(desk.stage.seen.split()), (flow.id, step_id)
            answers[step_id], lines = _answer(flow, step)
            await desk.enter(*lines)
            asked += 1
        step_id = next_step(flow, step_id, answers, Route.LONG)
    assert asked >= longest(flow), flow.id
    return now


def _number(listed: str, flow: Flow) -> str:
    """Return the number by which a flow stands in the list."""
    found = re.search(rf"\[(\d+)\] {re.escape(flow.title)}, ", " ".join(listed.split()))
    assert found, flow.id
    return found[1]


async def test_every_flow_is_walked_by_keyboard(tmp_path: Path) -> None:
    """From its number in the list to its end: each question is read and answered as text, waits and all."""
    now = MONDAY
    async with terminal(tmp_path / "data") as desk:
        await desk.enter(*HELLO)
        for flow in FLOWS.values():
            number = _number(await desk.enter("practise"), flow)
            await desk.enter(number, *(["long"] if flow.has_short_way else []))
            now = await _walk(desk, flow, now + timedelta(minutes=1))
            for asks, says in (("in your journal?", "keep"), ("not at all", "not at all")):
                if asks in desk.stage.seen[-300:]:
                    await desk.enter(says)
        listed = await desk.enter("practise")
    assert "Something to practise" in listed
    assert "You are in the middle of" not in listed
