"""A course as it is run for one group: what its organiser entered, who may join, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.courses.course import Course

CAPACITY_MOST = 1_000
"""Learners of one course; more are more courses."""


class Stage(StrEnum):
    """How far a course has come."""

    DRAFT = "draft"
    """Its trainer sets it up; nobody joins."""
    OPEN = "open"
    """It was published: who has the code may join, and nothing is sent yet."""
    RUNNING = "running"
    """It was launched: its pushes have their times. Who joins now gets what is still of use."""
    OVER = "over"
    """Nothing of it is sent any more; what was taken down of attendance can still be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """A course as one group has it. What is "" was not entered, and is said to be so.

    `course` is a copy: a template that changes later changes nothing here. `disclosures`, `approvals`,
    `contact`, `access` (the way to ask for accommodation) and `where` are the organiser's own words;
    `recordings` the link of each session's recording, by its number. `code` opens the way in. `first_day` is
    the day from which a course in each learner's own pace may be begun. `closed_to_new`: nobody joins any
    more. `made_for`: the platform and organisation in which it was begun, as on `Inbound.organisation`.
    """

    template: str
    template_version: int
    course: Course
    stage: Stage = Stage.DRAFT
    code: str = field(repr=False)
    made_for: str = ""
    disclosures: str = field(default="", repr=False)
    approvals: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    access: str = field(default="", repr=False)
    where: str = field(default="", repr=False)
    recordings: Mapping[int, str] = field(default_factory=dict, repr=False)
    capacity: int | None = None
    closed_to_new: bool = False
    first_day: date | None = None
    launched_at: datetime | None = None

    @property
    def takes_learners(self) -> bool:
        """Whether somebody may join now, room aside."""
        return self.stage in {Stage.OPEN, Stage.RUNNING} and not self.closed_to_new


def unfinished(cohort: Cohort) -> tuple[str, ...]:
    """Return what keeps a course from being published, a sentence each; nothing where it is whole."""
    found: list[str] = []
    if not cohort.disclosures.strip():
        found.append("The disclosures are empty. Enter yours, or say that there are none to make.")
    if cohort.course.sessions and not cohort.where.strip():
        found.append("Nothing says where the sessions take place. Enter a link or a room.")
    part = "Session" if cohort.course.sessions else "Unit"
    found += [
        f"{part} {name.partition('.')[0]}: “{item.title}” has no link yet."
        for name, item in cohort.course.items.items()
        if not item.link.strip()
    ]
    return tuple(found)
