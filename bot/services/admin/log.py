"""The log of an organisation, read by its admins: ten changes at a time, the last one first."""

from __future__ import annotations

from bot.domain.organisations import Organisation
from bot.services.admin.changing import look_of
from bot.services.cards.admin import log as cards
from bot.services.cards.admin.facts import moment
from bot.services.desk import Turn
from bot.services.organisations.log import Change, changes
from bot.services.organisations.rules import organisation_here
from bot.services.organisations.standing import Source
from bot.surface.outcome import Outcome, answer
from bot.surface.text import shown

AT_ONCE = 10


def show(turn: Turn) -> Outcome:
    """Show the latest changes, or some of the earlier ones."""
    number = int(turn.ref.arg) if turn.ref.arg.isdigit() else 0
    here, start = organisation_here(turn), number * AT_ONCE
    found = changes(turn, here, start + AT_ONCE + 1)[start:] if here else ()
    look = look_of(turn)
    lines = [
        cards.Line(
            when=moment(each.at, look),
            what=each.what,
            before=each.before,
            after=each.after,
            by=_by(each, here),
        )
        for each in found[:AT_ONCE]
        if here
    ]
    return answer(cards.page(turn.mint, lines, number, is_more=len(found) > AT_ONCE))


def _by(change: Change, here: Organisation) -> str:
    match change.source:
        case Source.PLATFORM:
            return cards.by_platform(here.name.partition("/")[0])
        case Source.OPERATOR:
            return cards.BY_OPERATOR
        case Source.SETTINGS:
            return cards.BY_SETTINGS
        case None:
            return shown(change.by) or cards.SOMEBODY
