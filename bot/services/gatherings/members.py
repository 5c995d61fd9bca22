"""Who is in a gathering: accounts, each sealed under the gathering's key. Nobody needs a notebook for it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from uuid import UUID

from bot.domain.people import Account
from bot.errors import KeyProblem
from bot.ports.gatherings import MemberRow
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk, Turn
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body, seal, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One account in a gathering. `called` is how its platform called them when they last acted here.

    `is_keeper`: who set it up and looks after it. `body` has a part for each module that keeps something.
    """

    row: MemberRow
    account: Account
    called: str = field(repr=False)
    is_keeper: bool
    body: Body = field(repr=False)

    @property
    def id(self) -> UUID:
        """Which member this is."""
        return self.row.id

    def part(self, name: str) -> Body:
        """Return what one module keeps of them; empty where it keeps nothing yet."""
        held: Body = self.body.get(name, {})
        return held


def here(turn: Turn, page: Page) -> Member | None:
    """Return who acts, as a member; None where they are none."""
    row = turn.unit.gatherings.member_at(page.id, turn.index)
    member = opened(turn.desk, row) if row else None
    return member if member is not None and member.account == turn.event.account else None


def get(desk: Desk, unit: Unit, page: Page, member: UUID) -> Member | None:
    """Return a member of a gathering; None where they left it."""
    row = unit.gatherings.member(member)
    return opened(desk, row) if row is not None and row.gathering == page.id else None


def every(desk: Desk, unit: Unit, page: Page) -> Sequence[Member]:
    """Return all members of a gathering whose rows open, in the order of their random ids."""
    found = (opened(desk, row) for row in unit.gatherings.members(page.id))
    return [each for each in found if each is not None]


def keeper(desk: Desk, unit: Unit, page: Page) -> Member | None:
    """Return who looks after a gathering; None where they left it."""
    return next((each for each in every(desk, unit, page) if each.is_keeper), None)


def add(turn: Turn, page: Page, *, is_keeper: bool = False) -> Member:
    """Let who acts be a member, or, where they are one, be called as they are called now."""
    held = here(turn, page)
    if held is not None:
        return keep(turn.desk, turn.unit, replace(held, is_keeper=is_keeper or held.is_keeper), turn)
    row = MemberRow(id=turn.desk.chance.new_id(), gathering=page.id, index=turn.index, version=0, sealed=b"")
    account = turn.event.account
    new = Member(row=row, account=account, called=turn.event.called, is_keeper=is_keeper, body={})
    return keep(turn.desk, turn.unit, new, turn)


def keep(desk: Desk, unit: Unit, member: Member, turn: Turn | None = None, **parts: Body | None) -> Member:
    """Write a member with some parts anew, or without those that are None; return them so.

    With the `turn` in which they act, they are called as they are called now.
    """
    called = (turn.event.called if turn else "") or member.called
    body = {name: part for name, part in {**member.body, **parts}.items() if part is not None}
    account = member.account
    held = {
        **body,
        "account": [account.surface, account.workspace, account.user],
        "called": called,
        "keeper": member.is_keeper,
    }
    row = replace(member.row, version=member.row.version + 1)
    row = replace(row, sealed=seal(desk.vault, _cell(row), held))
    unit.gatherings.put_member(row)
    return replace(member, row=row, called=called, body=held)


def opened(desk: Desk, row: MemberRow) -> Member | None:
    """Return the member of a row; None where it does not open, or stands at an account that is not theirs."""
    with suppress(KeyProblem, LookupError, TypeError, ValueError):
        body = unseal(desk.vault, _cell(row), row.sealed)
        surface, workspace, user = body["account"]
        account = Account(surface=surface, workspace=workspace, user=user)
        if desk.index(account) == row.index:
            return Member(
                row=row, account=account, called=body["called"], is_keeper=body["keeper"], body=body
            )
    return None


def _cell(row: MemberRow) -> Cell:
    return Cell(person=row.gathering, table="members", row=row.id, column="sealed", version=row.version)
