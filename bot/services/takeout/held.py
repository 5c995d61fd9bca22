"""What is held about a person, in counts and days; nothing of what it says is opened."""

from __future__ import annotations

from datetime import date

from bot.domain.sheets import SheetKind
from bot.services.cards import held as cards
from bot.services.desk import Turn
from bot.services.doors.addresses import has_conversation
from bot.services.doors.doors import between, named
from bot.services.organisations.ceilings import limits
from bot.services.takeout.without import kept_of
from bot.surface.outcome import Outcome, answer


def what_data(turn: Turn) -> Outcome:
    """Tell its owner what is held, since when, how long, and who could read it."""
    unit, person = turn.unit, turn.person
    doors = unit.people.doors(person.id)
    entries, runs = unit.journal.every(person.id), unit.runs.asked(person.id, date.min)
    sheets = {kind: unit.sheets.of(person.id, kind) for kind in SheetKind}
    days = [entry.day for entry in entries] + [run.day for run in runs]
    days += [sheet.day for rows in sheets.values() for sheet in rows]
    counts = cards.Counts(
        pages=len(entries),
        drafts=len(unit.journal.drafts(person.id)),
        checkins=len(runs),
        sheets={kind: len(rows) for kind, rows in sheets.items()},
    )
    names = {each.id: each.name for each in named(turn)}
    card = cards.what_data(
        counts=counts,
        oldest=min(days, default=None),
        keep_days=person.keep_days,
        limits=limits(turn),
        operator=turn.desk.operator,
        between=between(turn.desk, turn.capabilities, doors),
        doors=list(names.values()),
        roles=[
            (role.role, names[door.id]) for door in doors for role in unit.organisations.roles_of(door.index)
        ],
        circles=kept_of(turn.desk, unit, [door.index for door in doors]),
        conversations=any(has_conversation(turn.desk, door) for door in doors),
    )
    return answer(card)
