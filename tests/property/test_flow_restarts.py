"""Any way through any flow, with a restart between any two steps, keeps what an uninterrupted one keeps."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda import AgendaKind
from bot.surface.card import Card, Choose, Scale
from bot.surface.outcome import Open, Outcome, Show
from bot.testing.flows_to_run import FLOWS_TO_RUN
from tests.examples import examples
from tests.unit.flows.walks import names, open_runs, rows_of_flows
from tests.unit.small_house import card_of, control
from tests.unit.world import World, world

MOST_STEPS = 40
WORDS = ("a swan", "two\nlines", "\u201cquoted\u201d", "x" * 299)
DAYS = ("2026-01-20", "friday", "1 march")
RARE = 9
"""One in so many steps is left by "stop here"."""
Draws = Sequence[int]
Left = tuple[int, list[str]]
"""How many runs are open, and every row that a flow leaves behind."""

walks = st.tuples(
    st.sampled_from([flow.id for flow in FLOWS_TO_RUN]),
    st.lists(st.integers(0, 60), min_size=MOST_STEPS, max_size=MOST_STEPS),
)


async def _step(house: World, card: Card, draw: int) -> Outcome:
    """Answer a card in one of all the ways that it offers."""
    aside = {"help.now", "people.show", "flow.policy"} | ({"flow.stop"} if draw % RARE else set())
    ways = [name for name in names(card) if name not in aside]
    name = ways[draw % len(ways)]
    one, pick = control(card, name), draw // len(ways)
    if isinstance(one, Choose):
        options = [option.name for option in one.options]
        first = pick % len(options)
        most = 1 + pick % min(one.at_most, len(options) - first)
        return await house.choose(one, *options[first : first + most])
    if isinstance(one, Scale):
        return await house.rate(one, pick % 12 if pick % 12 <= one.high else None)
    outcome = await house.press(one)
    if not isinstance(outcome.first, Open):
        return outcome
    return await _fill(house, outcome.first, pick)


async def _fill(house: World, opened: Open, pick: int) -> Outcome:
    values = {"text": WORDS[pick % len(WORDS)], "by": DAYS[pick % len(DAYS)]}
    fields = {field.name for field in opened.form.fields}
    return await house.submit(opened.form, **{name: values[name] for name in fields})


async def _walk(flow: str, draws: Draws, *, restarts: bool) -> tuple[list[dict[str, str]], list[str], Left]:
    """Walk until nothing is offered; return the entries, what was said, and what else is left."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")  # no check-in comes between
        card = card_of(await house.pick(card_of(await house.command("practise")), "flow.choose", flow))
        seen = [card.text]
        for draw in draws:
            if restarts:
                await house.restart()
            if not [name for name in names(card) if name.startswith("flow.")]:
                break
            if names(card) == ["flow.stop", "help.now"] and draw % RARE:  # a wait
                [card] = await house.until(house.clock.now() + timedelta(minutes=3))
            else:
                outcome = await _step(house, card, draw)
                if isinstance(outcome.first, Open):
                    outcome = await _fill(house, outcome.first, draw)
                assert isinstance(outcome.first, Show)
                card = outcome.first.card
            seen.append(card.text)
        return house.entries(), seen, (len(open_runs(house)), rows_of_flows(house))


@given(walk=walks)
@examples(40)
def test_a_restart_between_any_two_steps_changes_nothing(walk: tuple[str, Draws]) -> None:
    """The same cards, the same entry, the same rows."""
    flow, draws = walk
    assert asyncio.run(_walk(flow, draws, restarts=True)) == asyncio.run(_walk(flow, draws, restarts=False))


@given(walk=walks)
@examples(60)
def test_a_flow_that_ended_leaves_no_run(walk: tuple[str, Draws]) -> None:
    """Whatever was answered: an entry at most, and the row that lets its scene go."""
    flow, draws = walk
    entries, seen, (sheets, rows) = asyncio.run(_walk(flow, draws, restarts=False))
    assert len(set(seen)) > 1
    if sheets == 0:
        scenes = [AgendaKind.SCENE_ENDS for entry in entries if entry.get("scene")]
        assert rows == [*scenes, *("entry" for _ in entries)]
