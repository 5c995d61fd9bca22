"""Who may run a course: its trainers, who are members that look after it, while their role stands."""

from __future__ import annotations

from bot.domain.roles import Role
from bot.ports.store import Unit
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members
from bot.services.gatherings import standing as gatherings
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page

BEGAN = "began"
"""The part of a member that tells that they began the course."""
TRAINERS = frozenset({Role.ADMIN, Role.TRAINER})
"""Who begins a course, where an organisation does not leave that to admins alone."""


def is_trainer(turn: Turn, page: Page) -> bool:
    """Whether who acts is a trainer of this course and may still be."""
    return gatherings.is_keeper(turn, page)


def look_after(turn: Turn, page: Page) -> Member:
    """Let who acts be a trainer of this course from now on. Who is the first of all began it."""
    is_first = not turn.unit.gatherings.members(page.id)
    member = members.add(turn, page, is_keeper=True)
    by = gatherings.source_here(turn, TRAINERS)
    began = {BEGAN: {"it": True}} if is_first else {}
    return members.keep(turn.desk, turn.unit, member, turn, keeping={"by": by} if by else None, **began)


def owner_of(desk: Desk, unit: Unit, page: Page) -> Member | None:
    """Return who began a course, while they run it; None where they do not any more."""
    found = (each for each in members.every(desk, unit, page) if each.is_keeper and each.part(BEGAN))
    return next(found, None)
