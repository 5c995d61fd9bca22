"""Who may run a course: its trainers, who are members that look after it, while their role stands."""

from __future__ import annotations

from bot.domain.roles import Role
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings import standing as gatherings
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations.standing import standing_of

TRAINERS = frozenset({Role.ADMIN, Role.TRAINER})
"""Who begins a course, where an organisation does not leave that to admins alone."""


def is_trainer(turn: Turn, page: Page) -> bool:
    """Whether who acts is a trainer of this course and may still be."""
    return gatherings.is_keeper(turn, page)


def look_after(turn: Turn, page: Page) -> Member:
    """Let who acts be a trainer of this course from now on."""
    member = members.add(turn, page, is_keeper=True)
    by = gatherings.source_here(turn, TRAINERS)
    return members.keep(turn.desk, turn.unit, member, turn, keeping={"by": by} if by else None)


def may_begin(turn: Turn) -> bool:
    """Whether who acts holds a role for courses where they act."""
    return not standing_of(turn).roles.isdisjoint(TRAINERS)
