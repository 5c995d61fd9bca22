"""Neither guard becomes worse on texts held back than when its rules were done: each total keeps its floor.

The floors are what was measured then, less what chance alone moves. A floor goes up with a guard that has
become better. It goes down only on purpose: the reason stands in the commit, docs/guards.md is measured anew,
and no rule was written from the texts held back to save it. A change that gains in one place and costs in
another is judged by all floors together; those for a writer at high risk who is missed, and for alarms at
words about somebody else, yield to none of the others.
"""

from __future__ import annotations

from collections.abc import Mapping

from tools import guard_danger, guard_identifiers
from tools.guard_figures import Figure
from tools.guard_rows import is_open, notes, sayings

IDENTIFIERS_AT_LEAST: dict[str, float] = {
    "all: F1": 0.90,
    "all: found": 0.87,
    "names: F1": 0.87,
    "all but names: F1": 0.93,
    "found, all lower case": 0.85,
    "found, names from outside the US and UK": 0.86,
}
IDENTIFIERS_AT_MOST: dict[str, float] = {"false alarm on a clean note": 0.14}
DANGER_AT_LEAST: dict[str, float] = {
    "writer at high risk: strong answer": 0.73,
    "somebody else at risk: rightly met": 0.81,
    "macro F1": 0.83,
}
DANGER_AT_MOST: dict[str, float] = {
    "writer at high risk: missed": 0.12,
    "somebody else at risk: alarmed": 0.09,
    "idiom: alarmed": 0.10,
    "neutral: alarmed": 0.08,
}


def crossed(
    figures: Mapping[str, Figure], at_least: Mapping[str, float], at_most: Mapping[str, float]
) -> dict[str, float]:
    """Every total on the wrong side of its floor or its ceiling."""
    return {
        **{name: figures[name].value for name, floor in at_least.items() if figures[name].value < floor},
        **{name: figures[name].value for name, most in at_most.items() if figures[name].value > most},
    }


def test_the_guard_for_identifiers_keeps_its_floors() -> None:
    """On notes held back, what is found, what is right and what is a false alarm stay where they were."""
    looked = [guard_identifiers.look(note) for note in notes() if not is_open(note.batch)]
    assert looked
    assert crossed(guard_identifiers.figures(looked), IDENTIFIERS_AT_LEAST, IDENTIFIERS_AT_MOST) == {}


def test_the_danger_guard_keeps_its_floors() -> None:
    """On texts held back, who is met, who is missed and who is alarmed for nothing stay where they were."""
    answered = [guard_danger.ask(saying) for saying in sayings() if not is_open(saying.batch)]
    assert answered
    assert crossed(guard_danger.figures(answered), DANGER_AT_LEAST, DANGER_AT_MOST) == {}
