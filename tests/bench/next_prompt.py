"""What choosing a prompt takes after a year of check-ins, beside one look at all that is gone through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.app.rotation.simulated_year import MONDAY, Setting, Year, not_pushed, years
from bot.domain.rotation import next_prompt
from bot.domain.rotation_past import Asked, History
from bot.domain.wishes import Wishes
from bot.testing.chance import SeededChance
from tests.bench.harness import Figure, compare

GOAL_US = 300
_SETTING = Setting(people=25, seed=2)
_DRAWS = 8


def figures() -> Iterator[Figure]:
    """Choose for people whose whole year is known, by the library that ships."""
    stock = load(library_folder()).stock()
    held, wishes, draw = not_pushed(stock, is_signed=False), Wishes(), SeededChance("bench").below
    today = MONDAY + timedelta(days=_SETTING.days)
    known = [_known(year) for year in years(stock, _SETTING)]

    def choose() -> None:
        for history in known:
            for _ in range(_DRAWS):
                next_prompt(stock, history, wishes, today, draw, held=held)

    def look() -> None:
        for history in known:
            for _ in range(_DRAWS):
                seen = {one.prompt: one.day for one in history.asked}
                [one.id for one in stock.prompts if one.id not in seen]

    asks = sum(len(history.asked) for history in known) // len(known)
    figure = compare(
        "next_prompt",
        choose,
        look,
        n=len(known) * _DRAWS,
        why=f"{len(stock.prompts)} prompts and {asks} asks, beside one look at both; "
        f"the goal is {GOAL_US} us, not a ratio",
    )
    yield figure.judged(ok=figure.figure <= GOAL_US)


def _known(year: Year) -> History:
    return History(asked=[Asked(prompt=ask.prompt.id, day=ask.day, beside=ask.beside) for ask in year.asks])
