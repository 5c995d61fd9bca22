"""Who may do what in a gathering: its members, and who looks after it."""

from __future__ import annotations

from bot.domain.people import PersonId
from bot.domain.roles import Role
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards.admin.menu import not_yours
from bot.services.cards.circles import words
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations.rules import index_here, opened
from bot.services.organisations.standing import Source, is_whole, standing_of
from bot.surface.card import Card
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Outcome, Refuse, answer

KEEPING = "keeping"
"""The part of a member that tells by what they may look after a gathering."""
FACILITATORS = frozenset({Role.ADMIN, Role.FACILITATOR})
"""Who begins a circle or a team prompt, and may stop any of them."""


def may_look_after(turn: Turn, page: Page) -> bool:
    """Whether who acts is an admin of the organisation of a gathering, or has the role for it there."""
    organisation = turn.unit.organisations.get(page.row.organisation)
    if organisation is not None and index_here(turn) == organisation.index:
        return not standing_of(turn).roles.isdisjoint(_roles(page))
    held = turn.unit.organisations.roles_of(turn.index)  # in a conversation that is no organisation's
    return any(
        row.organisation == page.row.organisation and row.role in _roles(page) and is_whole(turn.desk, row)
        for row in held
    )


def is_keeper(turn: Turn, page: Page) -> bool:
    """Whether who acts looks after this gathering and may still do so: what is for them alone is theirs.

    Where nothing tells what they may now, as in a conversation in Discord, what was known last holds.
    """
    member = members.here(turn, page)
    if member is None or not member.is_keeper:
        return False
    organisation = turn.unit.organisations.get(page.row.organisation)
    is_told = organisation is not None and index_here(turn) == organisation.index
    if is_told and turn.event.manages is not None:
        return may_look_after(turn, page)
    return may_look_after(turn, page) or _stands(turn.desk, turn.unit, page, member)


def source_here(turn: Turn, roles: frozenset[Role] = FACILITATORS) -> Source | None:
    """Return by what who acts may look after something, where no role of theirs says so."""
    standing = standing_of(turn)
    return None if any(row.role in roles for row in standing.held) else standing.source


def is_no_more(turn: Turn, page: Page) -> bool:
    """Whether who acts looked after a gathering by the word of their platform, which says otherwise now."""
    member, organisation = members.here(turn, page), turn.unit.organisations.get(page.row.organisation)
    return (
        member is not None
        and member.is_keeper
        and member.part(KEEPING).get("by") == Source.PLATFORM
        and organisation is not None
        and index_here(turn) == organisation.index
        and turn.event.manages is False
        and not may_look_after(turn, page)
    )


def has_keeper(desk: Desk, unit: Unit, page: Page) -> bool:
    """Whether somebody looks after a gathering who may: without, nothing opens."""
    keepers = (each for each in members.every(desk, unit, page) if each.is_keeper)
    return any(_stands(desk, unit, page, keeper) for keeper in keepers)


def _stands(desk: Desk, unit: Unit, page: Page, keeper: Member) -> bool:
    """Whether a keeper still may.

    Of who looks after a workspace by what its platform says, that is known from when they last acted here.
    """
    rows = unit.organisations.roles_of(keeper.row.index)
    if any(
        row.organisation == page.row.organisation and row.role in _roles(page) and is_whole(desk, row)
        for row in rows
    ):
        return True
    by = keeper.part(KEEPING).get("by")
    return by == Source.PLATFORM or _by_settings(desk, unit, page.row.organisation, keeper)


def _by_settings(desk: Desk, unit: Unit, organisation: PersonId, keeper: Member) -> bool:
    row = unit.organisations.get(organisation)
    try:
        here = opened(desk, row) if row else None
    except KeyProblem:
        return False
    return here is not None and (here.name, keeper.account.user) in desk.admins


def may_not_begin(turn: Turn, word: str) -> Outcome | None:
    """Return what is said to who may begin nothing in the channel where they act; None where they may."""
    here = standing_of(turn)
    if not here.roles.isdisjoint(FACILITATORS):
        return None
    surface = turn.event.account.surface
    return answer(words.asking(turn.mint, surface, word) if here.is_asked else not_yours(surface))


def may_not(turn: Turn, page: Page, otherwise: Card) -> Outcome | None:
    """Return what is said to who may not change a gathering; None where they may.

    It is `otherwise`, or that their platform is being asked; a form stays open with it.
    """
    if may_look_after(turn, page):
        return None
    is_asked = standing_of(turn).is_asked
    said = words.asking(turn.mint, turn.event.account.surface) if is_asked else otherwise
    if isinstance(turn.event, FormSubmitted):
        return Outcome(first=Refuse(errors={next(iter(turn.typed), ""): said.summary}))
    return answer(said)


def _roles(page: Page) -> frozenset[Role]:
    """Return by which roles somebody may look after a gathering of this kind."""
    return frozenset({Role.ADMIN, page.kind.role})
