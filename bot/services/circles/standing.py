"""Who may do what in a gathering: its members, and who looks after it."""

from __future__ import annotations

from bot.domain.roles import Role
from bot.services.circles import members
from bot.services.circles.pages import Page
from bot.services.desk import Turn
from bot.services.organisations.rules import index_here
from bot.services.organisations.standing import is_whole, standing_of

FACILITATORS = frozenset({Role.ADMIN, Role.FACILITATOR})
"""Who begins a circle or a team prompt, and may stop any of them."""


def may_look_after(turn: Turn, page: Page) -> bool:
    """Whether who acts is an admin or a facilitator of the organisation in which a gathering is."""
    organisation = turn.unit.organisations.get(page.row.organisation)
    if organisation is not None and index_here(turn) == organisation.index:
        return not standing_of(turn).roles.isdisjoint(FACILITATORS)
    held = turn.unit.organisations.roles_of(turn.index)  # in a conversation that is no organisation's
    return any(
        row.organisation == page.row.organisation and row.role in FACILITATORS and is_whole(turn.desk, row)
        for row in held
    )


def is_keeper(turn: Turn, page: Page) -> bool:
    """Whether who acts looks after this gathering and may still do so: what is for them alone is theirs."""
    member = members.here(turn, page)
    return member is not None and member.is_keeper and may_look_after(turn, page)
