"""Roles: given by a code that is handed on, taken by typing a name, ended by an admin or by who holds it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from bot.domain.roles import GRANTED, Role
from bot.ports.organisations import RoleRow
from bot.services import codes
from bot.services.cards.admin import menu as admin_cards
from bot.services.cards.admin import roles as cards
from bot.services.cards.platforms import looks_after
from bot.services.desk import Turn
from bot.services.organisations import role_codes
from bot.services.organisations.log import note_change
from bot.services.organisations.rules import make, organisation_here
from bot.services.organisations.standing import is_whole, name_of, put_role, standing_of
from bot.surface.card import Button
from bot.surface.outcome import Open, Outcome, Refuse, Replace, answer
from bot.surface.text import kept


def bring(turn: Turn) -> Outcome:
    """Answer a code that somebody brings: with the form in which they take the role."""
    if len(codes.read(turn.words)) != codes.LENGTH:
        return answer(cards.no_code())
    if turn.desk.tries.are_over(turn.event.account, turn.now, turn.event.event_id):
        return answer(cards.tried_often())
    meant = role_codes.meant(turn, turn.words)
    if meant is None:
        turn.desk.tries.note(turn.event.account, turn.now, turn.event.event_id)
        return answer(cards.wrong() if turn.event.organisation else admin_cards.nowhere())
    if any(row.role is meant.role for row in standing_of(turn).held):
        return answer(cards.has_it(meant.role))
    return Outcome(
        first=Open(form=cards.take(turn.mint("role.take", arg=codes.read(turn.words)), meant.role))
    )


def take(turn: Turn) -> Outcome:
    """Give a role to who brought its code and typed a name. The code is over then."""
    name = kept(turn.typed.get(cards.NAME, "")).strip()
    meant = role_codes.meant(turn, turn.ref.arg)
    if meant is None:
        return Outcome(first=Refuse(errors={cards.NAME: cards.OVER}))
    if not name or len(name) > cards.NAME_MAX:
        return Outcome(first=Refuse(errors={cards.NAME: cards.NEEDS_NAME}))
    here = make(turn)
    if not any(row.role is meant.role for row in standing_of(turn).held):
        row = RoleRow(
            id=turn.desk.chance.new_id(),
            organisation=here.id,
            index=turn.index,
            role=meant.role,
            sealed=b"",
        )
        put_role(turn.desk, turn.unit, row, name)
        note_change(turn, here, "role", "", meant.role, about=row.id)
    role_codes.use(turn, meant)
    return answer(cards.taken(turn.mint, meant.role))


def show(turn: Turn) -> Outcome:
    """Show who holds a role here."""
    return answer(cards.held(turn.mint, _holders(turn), looks_after(turn.event.account.surface)))


def which(turn: Turn) -> Outcome:
    """Ask which role is to be given."""
    return answer(cards.which(turn.mint))


def make_code(turn: Turn) -> Outcome:
    """Make a code for the chosen role, to hand on."""
    role = next((role for role in GRANTED if role == turn.choice), None)
    if role is None:
        return which(turn)
    here = make(turn)
    code = role_codes.make(turn, here, role)
    note_change(turn, here, "code for a role", "", role)
    written = codes.written(code)
    is_at_terminal = here.name.startswith("console/")  # theirs: the operator gives roles of a team from one
    typed = f"admin {written}" if is_at_terminal else f"/reststop admin {written}"
    return answer(cards.code(turn.mint, role, written, typed=typed))


def whose(turn: Turn) -> Outcome:
    """Ask which role is to end."""
    holders, begin = _holders(turn), int(turn.ref.arg or "0")
    if begin >= len(holders):
        return show(turn)
    return answer(cards.whose(turn.mint, holders, "role.ask", begin))


def ask_back(turn: Turn) -> Outcome:
    """Ask once more before a role ends."""
    one = _chosen(_holders(turn), turn.choice)
    return answer(cards.ask_back(turn.mint, one)) if one else answer(cards.gone())


def take_back(turn: Turn) -> Outcome:
    """End a role."""
    return _end(turn, _chosen(_holders(turn), turn.subject.hex), cards.roles_again(turn.mint))


def ask_lay_down(turn: Turn) -> Outcome:
    """Ask which of one's own roles is to end."""
    own = own_roles(turn)
    return answer(cards.whose(turn.mint, own, "role.down")) if own else answer(cards.gone())


def lay_down(turn: Turn) -> Outcome:
    """End a role of one's own."""
    return _end(turn, _chosen(own_roles(turn), turn.choice))


def own_roles(turn: Turn) -> Sequence[cards.Holder]:
    """Return the roles that who acts holds here by a code."""
    return [_holder(turn, row) for row in standing_of(turn).held]


def _end(turn: Turn, one: cards.Holder | None, *ways: Button) -> Outcome:
    here = organisation_here(turn)
    if one is None or here is None:
        return Outcome(first=Replace(card=cards.gone()))
    note_change(turn, here, "role", one.role, "", about=one.row)
    turn.unit.organisations.remove_role(one.row)
    return Outcome(first=Replace(card=cards.ended(one, *ways)))


def _holders(turn: Turn) -> Sequence[cards.Holder]:
    here = organisation_here(turn)
    rows = turn.unit.organisations.roles(here.id) if here else ()
    return [_holder(turn, row) for row in rows if is_whole(turn.desk, row)]


def _holder(turn: Turn, row: RoleRow) -> cards.Holder:
    return cards.Holder(row=row.id, role=Role(row.role), name=name_of(turn.desk, row))


def _chosen(holders: Sequence[cards.Holder], row: str) -> cards.Holder | None:
    """Return the holder whose row was named; only a row of this organisation is among them."""
    return next((one for one in holders if one.row == _id(row)), None)


def _id(text: str) -> UUID | None:
    try:
        return UUID(hex=text)
    except ValueError:
        return None
