"""Which prompts of a course, and which questions of its tests, serve which of its objectives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.courses.course import Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """By objective, in order: the sessions, units, pushes and questions of tests that serve it."""

    sessions: Mapping[str, tuple[int, ...]]
    pushes: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[int, ...]]
    questions: Mapping[str, tuple[str, ...]]

    @property
    def unserved(self) -> tuple[str, ...]:
        """The objectives that no push serves, and no question of a test."""
        return tuple(name for name, pushes in self.pushes.items() if not pushes and not self.questions[name])

    @property
    def in_words(self) -> str:
        """How many are served, of how many: `7/7`."""
        return f"{len(self.pushes) - len(self.unserved)}/{len(self.pushes)}"


def coverage(course: Course) -> Coverage:
    """Return what serves each objective of a course."""
    return Coverage(
        sessions={
            name: tuple(each.n for each in course.sessions if name in each.objectives)
            for name in course.objectives
        },
        pushes={
            name: tuple(each.id for each in course.pushes if name in each.objectives)
            for name in course.objectives
        },
        units={
            name: tuple(each.n for each in course.units if name in each.objectives)
            for name in course.objectives
        },
        questions={
            name: tuple(each.id for unit in course.units for each in unit.asked if name in each.objectives)
            for name in course.objectives
        },
    )
