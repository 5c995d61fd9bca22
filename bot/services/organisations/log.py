"""The log of what was changed in an organisation: settings, roles and texts, and never what people wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bot.domain.organisations import Organisation
from bot.errors import KeyProblem
from bot.ports.organisations import ChangeRow
from bot.ports.vault import Cell
from bot.services.desk import Turn
from bot.services.organisations.standing import Source, name_of, standing_of
from bot.services.sealing import Body, seal, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, opened. `by` is the name of who made it; "" where who did holds no role any more.

    `source` is by what they were an admin, where no code had made them one; then there is no name.
    `before` and `after` are as admins read them; "" where there was, or is, nothing. A name in them is that
    of who holds the role that was given: it stands in no row of the log, and goes with the role.
    """

    at: datetime
    what: str = field(repr=False)
    before: str = field(repr=False)
    after: str = field(repr=False)
    by: str = field(repr=False)
    source: Source | None


def note_change(
    turn: Turn, organisation: Organisation, what: str, before: str, after: str, *, about: UUID | None = None
) -> None:
    """Write down that somebody who looks after an organisation changed something there.

    `about` is the role row that a change is about. Names are never part of what is written: nothing here is
    rewritten, and somebody who is erased, or gives a role up, is to be in it no longer.
    """
    standing = standing_of(turn)
    row = ChangeRow(
        id=turn.desk.chance.new_id(),
        organisation=organisation.id,
        at=turn.now,
        by=None if standing.source or not standing.held else standing.held[0].id,
        sealed=b"",
    )
    body = {
        "what": what,
        "before": before,
        "after": after,
        "source": standing.source,
        "at": row.at.isoformat(),
        "by": row.by.hex if row.by else None,
        "about": about.hex if about else None,
    }
    turn.unit.organisations.add_change(
        ChangeRow(
            id=row.id,
            organisation=row.organisation,
            at=row.at,
            by=row.by,
            sealed=seal(turn.desk.vault, _cell(row), body),
        )
    )


def changes(turn: Turn, organisation: Organisation, limit: int) -> Sequence[Change]:
    """Return the latest changes, the last one first; one that does not open is passed over."""
    rows = turn.unit.organisations.changes(organisation.id, limit)
    return [change for row in rows if (change := _opened(turn, row)) is not None]


def _opened(turn: Turn, row: ChangeRow) -> Change | None:
    """Return a change; None where it does not open, or a later version wrote it."""
    try:
        return _change(turn, row, unseal(turn.desk.vault, _cell(row), row.sealed))
    except (KeyProblem, LookupError, TypeError, ValueError):
        return None


def _change(turn: Turn, row: ChangeRow, body: Body) -> Change | None:
    # Who writes in the database moves no change to another hour, nor lays it at another's door.
    if datetime.fromisoformat(body["at"]) != row.at:
        return None
    is_theirs = row.by is not None and body["by"] == row.by.hex
    holder = turn.unit.organisations.role(row.by) if row.by and is_theirs else None
    about = turn.unit.organisations.role(UUID(hex=body["about"])) if body.get("about") else None
    named = f"{name_of(turn.desk, about)}, " if about else ""
    return Change(
        at=row.at,
        what=body["what"],
        before=named + body["before"] if body["before"] else "",
        after=named + body["after"] if body["after"] else "",
        by=name_of(turn.desk, holder) if holder else "",
        source=Source(body["source"]) if body["source"] else None,
    )


def _cell(row: ChangeRow) -> Cell:
    return Cell(person=row.organisation, table="changes", row=row.id, column="sealed")
