"""Weeks of marks and questions laid down for Ana, and what she sees when she looks back on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.checkins import Answer, Asking, Question, Run, RunState
from bot.ports.store import Unit
from bot.services.journal.runs import with_asking, with_marks
from bot.surface.audience import Reading
from bot.surface.card import Card, Fields
from bot.surface.outcome import Outcome, Show
from tests.unit.small_house import ANA
from tests.unit.world import World

ASKED = {
    "body": "steam.sensations.S90",
    "thoughts": "steam.thoughts.T90",
    "feelings": "steam.emotions.E90",
    "doing": "steam.actions.A90",
}
"""Invented prompts by what they ask about."""


async def lay(
    house: World,
    ago: int,
    steps: Mapping[str, int] | None = None,
    *,
    asked: str = "",
    answer: Answer | None = None,
    state: RunState = RunState.ANSWERED,
) -> None:
    """Lay down a check-in of so many days ago, with these marks and this answer."""
    person = (await house.person()).id
    day = house.clock.now().date() - timedelta(days=ago)
    run = Run(id=house.desk.chance.new_id(), person=person, day=day, state=state)
    question = Question(prompt=ASKED.get(asked), version=1, on=day, answer=answer or Answer())
    sealed = with_asking(house.desk, run, Asking(questions=(question,)))
    marks = with_marks(house.vault, run, 1, dict(steps)) if steps else None

    def put(unit: Unit) -> None:
        unit.runs.put(sealed)
        if marks is not None:
            unit.runs.put_marks(marks)

    await house.store.run(put)


async def lay_energy(house: World, *steps: int, since: int = 0) -> None:
    """Lay down a mark a day, from so many days ago on and further back."""
    for place, step in enumerate(steps):
        await lay(house, since + place, {"energy": step})


async def look_back(house: World) -> Card:
    """Let Ana look back."""
    return read(await house.command("look back"))


def read(outcome: Outcome) -> Card:
    """Return a card that is for reading alone, and all that there is."""
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    assert outcome.first.audience.to == ANA
    assert outcome.then == ()
    return outcome.first.card


def facts(card: Card) -> list[tuple[str, str]]:
    """Return the facts of a card, each with its name."""
    return [pair for block in card.blocks if isinstance(block, Fields) for pair in block.pairs]
