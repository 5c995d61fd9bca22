"""`admin`: the card of whoever looks after an organisation; to others, who that is; and taking a code."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.roles import Role
from bot.services.admin import changing, roles
from bot.services.cards.admin import menu as cards
from bot.services.cards.admin import roles as role_cards
from bot.services.cards.admin.facts import facts
from bot.services.desk import Turn
from bot.services.organisations.rules import index_here, rules_of
from bot.services.organisations.standing import standing_of
from bot.surface.outcome import Outcome, answer


def show(turn: Turn) -> Outcome:
    """Take a code where one was brought; else show what who acts may look after here."""
    if turn.words:
        return roles.bring(turn)
    standing = standing_of(turn)
    if standing.roles & {Role.ADMIN, Role.SUPERVISOR}:
        return _menu(turn, standing.roles)
    if standing.is_asked:
        return answer(cards.asking(turn.mint, turn.event.account.surface))
    if standing.held:
        return answer(role_cards.mine(turn.mint, roles.own_roles(turn)))
    if index_here(turn) is None:
        return answer(cards.nowhere())
    return answer(cards.not_yours(turn.event.account.surface))


def _menu(turn: Turn, held: Collection[Role]) -> Outcome:
    if changing.is_nowhere(turn):
        return changing.nowhere(turn)
    is_set = facts(rules_of(turn), changing.look_of(turn))
    return answer(cards.menu(turn.mint, held, is_set))
