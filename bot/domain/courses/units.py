"""The units of a course in each learner's own pace: what is in one, and the test at its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.courses.materials import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a test. `answer` is the place of the right one among `options`; `why` is its reason.

    `is_withdrawn`: its trainer took it out of a course that runs. It is drawn no more, and whoever had it in
    a test that they handed in is taken to have been right. `right_until`: it was put back then, and whoever
    handed it in by then still is.
    """

    id: str
    text: str
    options: tuple[str, ...]
    answer: int
    why: str
    objectives: tuple[str, ...] = ()
    is_withdrawn: bool = False
    right_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRule:
    """How the tests of a course go: `draw` questions of a unit's own, and who has `pass_mark` of them passes.

    `attempts` in all; the next one `cooldown` after one was handed in.
    """

    __test__ = False  # no test of pytest's
    draw: int = 5
    pass_mark: float = 0.75
    attempts: int = 3
    cooldown: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit. `minutes` are how long its items take, as its author reckons; nothing measures anybody.

    `test` is all that questions may be drawn of; empty: the unit has no test.
    """

    n: int
    title: str
    minutes: int
    items: tuple[Item, ...]
    objectives: tuple[str, ...] = ()
    test: tuple[Question, ...] = field(default=(), repr=False)

    @property
    def required(self) -> frozenset[str]:
        """What is ticked before its test opens, named as ticks are: unit, then place."""
        return frozenset(
            f"{self.n}.{place}"
            for place, item in enumerate(self.items)
            if item.required and not item.is_withdrawn
        )

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that may be drawn now."""
        return tuple(each for each in self.test if not each.is_withdrawn)

    def question(self, question_id: str) -> Question | None:
        """Return a question by its id, also one that was withdrawn."""
        return next((each for each in self.test if each.id == question_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRule:
    """What a course promises on questions to its instructor (docs/courses.md, "Ask your instructor").

    Nothing of it is live, and nothing is for emergencies. Days on which the instructor is off count for none.
    """

    reply_within: timedelta = timedelta(hours=48)
    nudge_at: timedelta = timedelta(hours=36)
