"""Who may go on: what needs a role is closed to everybody who does not hold it where they act."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.roles import Role
from bot.services.cards.admin import menu as cards
from bot.services.desk import Turn
from bot.services.organisations.standing import standing_of
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Outcome, Refuse, answer


def refused(turn: Turn, roles: Collection[Role]) -> Outcome | None:
    """Return what is said to who holds none of `roles` here; None where one is held, or none is needed."""
    if not roles:
        return None
    standing = standing_of(turn)
    if not standing.roles.isdisjoint(roles):
        return None
    asking = cards.asking(turn.mint, turn.event.account.surface) if standing.is_asked else None
    if isinstance(turn.event, FormSubmitted):  # it stays open: what was typed is not lost
        said = f"{asking.summary} {cards.SEND_AGAIN}" if asking else cards.NOT_YOURS
        return Outcome(first=Refuse(errors={next(iter(turn.event.values), ""): said}))
    if asking:
        return answer(asking)
    return answer(cards.not_yours(turn.event.account.surface))
