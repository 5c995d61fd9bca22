"""The pages that a learner wrote in a course: in their own journal, found by what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid5

from bot.domain.courses.cohort import Cohort
from bot.domain.journal import Entry, Page
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.journal.entries import open_pages
from bot.services.pushes.answers import entry_of, flow_pages

LINE = "A line about the course"
"""What stands above the one line that a learner may write at the end."""


def line_of(member: Member) -> UUID:
    """Return the id of the page with that line."""
    return uuid5(member.id, "line")


def line_here(turn: Turn, member: Member) -> UUID:
    """Return the page of that line; another, where that is in the notebook that this account had before."""
    line = line_of(member)
    held = turn.unit.journal.get(line)
    return line if held is None or turn.own(held) else uuid5(line, turn.person.id.hex)


def ids(turn: Turn, cohort: Cohort, member: Member) -> Sequence[UUID]:
    """Return the ids that the pages of who acts may have: their notebook may not be this account's first."""
    pushes = cohort.course.pushes
    found = [*(entry_of(member.id, push.id) for push in pushes), line_of(member)]
    runs = [page for push in pushes for page in flow_pages(member.id, push)]
    person = turn.visitor.id.hex if turn.visitor else ""
    return [*found, *(uuid5(entry, person) for entry in found), *runs]


def are_there(turn: Turn, cohort: Cohort, member: Member) -> bool:
    """Whether who acts has any page of a course in their journal."""
    return any(turn.own(turn.unit.journal.get(entry)) for entry in ids(turn, cohort, member))


def of_course(turn: Turn, cohort: Cohort, member: Member) -> Sequence[tuple[Entry, Page]]:
    """Return what who acts wrote in a course, the first written first; what stays closed is left out.

    Raises:
        KeyGone: they were erased.
    """
    found = (turn.own(turn.unit.journal.get(entry)) for entry in ids(turn, cohort, member))
    pages = open_pages(turn.desk, turn.person, [entry for entry in found if entry is not None])
    return sorted(pages, key=lambda each: each[1].at)
