"""What a trainer is told of the questions of a test: how hard each is, and whether it tells apart.

It is made of first attempts alone, and told anew only with so many more answers that nobody's one answer can
be found by comparing (docs/suppression.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import StatisticsError, correlation

from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import sittings_in
from bot.domain.courses.sittings import Sitting
from bot.domain.courses.units import Unit
from bot.domain.suppression import ALONE, FINE_FROM, SCORED_FROM, SHARE_STEP, fewest

TOLD_FROM = SCORED_FROM
"""So many first answers to a question there are at least, before anything is told of it."""
STEP = 4
"""With so many answers more it is told anew."""
MOST, FEW = 80, 20
"""From this share on it is "most or all", and up to that one "few or none", in per cent."""
_WELL, _SOMEWHAT, _WRONG = 0.3, 0.1, -0.1


class Tells(StrEnum):
    """Whether those who had a question right had more of the others right, too."""

    WELL = "well"
    SOMEWHAT = "somewhat"
    HARDLY = "hardly"
    WRONG_WAY = "wrong_way"
    """Who had it right had fewer of the others right."""
    UNKNOWN = "unknown"
    """It was most or all, few or none, or all had as many of the others right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAnswer:
    """How somebody did in their first attempt: at one question, and at the share of the others of it."""

    is_right: bool = field(repr=False)
    others: float = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFigure:
    """What is told of one question, of its first `count` answers.

    `share` is about how many had it right, in per cent and in steps; `MOST` where it was most or all, `FEW`
    where few or none: nobody can be told apart there.
    """

    count: int
    share: int
    tells: Tells


def first_answers(unit: Unit, learners: Iterable[Learner]) -> Mapping[str, Sequence[FirstAnswer]]:
    """Return the answers of first attempts by question, those that were handed in first before the others.

    A question is read as it was answered, also where it was taken out of the course since.
    """
    firsts = []
    for place, learner in enumerate(learners):
        first = next(iter(sittings_in(learner, unit.n)), None)
        if first is not None and first.handed_in is not None:
            firsts.append((first.handed_in, place, first))
    found: dict[str, list[FirstAnswer]] = {}
    for _, _, sitting in sorted(firsts, key=lambda each: each[:2]):
        right = _as_answered(unit, sitting)
        for question, was_right in right.items():
            others = (sum(right.values()) - was_right) / max(1, len(right) - 1)
            found.setdefault(question, []).append(FirstAnswer(is_right=was_right, others=others))
    return found


def told(answers: Sequence[FirstAnswer], before: ItemFigure | None, *, floor: int) -> ItemFigure | None:
    """Return what is told of a question: what was told `before`, or, with enough more answers, a new figure.

    Answers beyond the last whole step are not read. `floor` is the smallest group of the organisation.
    """
    least = fewest(TOLD_FROM, floor)
    if len(answers) < least:
        return before
    count = least + (len(answers) - least) // STEP * STEP
    if before is not None and count < before.count + STEP:
        return before
    read = answers[:count]
    share = _share(read)
    tells = _tells(read) if FEW < share < MOST else Tells.UNKNOWN
    return ItemFigure(count=count, share=share, tells=tells)


def _as_answered(unit: Unit, sitting: Sitting) -> Mapping[str, bool]:
    """Return which questions of a sitting were answered right; one that was not answered is left out."""
    asked = (unit.question(each.question) for each in sitting.drawn)
    return {
        each.id: sitting.answers[each.id] == each.answer
        for each in asked
        if each is not None and each.id in sitting.answers
    }


def _share(answers: Sequence[FirstAnswer]) -> int:
    """Return how many had it right, in per cent; one or two who differ from all others are not seen."""
    people, right = len(answers), sum(each.is_right for each in answers)
    step = SHARE_STEP if people >= FINE_FROM else 2 * SHARE_STEP
    near = (200 * right + step * people) // (2 * step * people) * step
    if people - right <= ALONE or near >= MOST:
        return MOST
    return FEW if right <= ALONE or near <= FEW else near


def _tells(answers: Sequence[FirstAnswer]) -> Tells:
    try:
        found = correlation([float(each.is_right) for each in answers], [each.others for each in answers])
    except StatisticsError:
        return Tells.UNKNOWN
    if found >= _WELL:
        return Tells.WELL
    if found >= _SOMEWHAT:
        return Tells.SOMEWHAT
    return Tells.HARDLY if found > _WRONG else Tells.WRONG_WAY
