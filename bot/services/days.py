"""Days that somebody types into a form, where something comes back or begins again on one."""

from __future__ import annotations

from datetime import date

from bot.domain.dates import day_ahead
from bot.errors import BadInput
from bot.services.desk import Turn
from bot.surface.outcome import Outcome, Refuse


def day_typed(turn: Turn, field: str) -> date | Outcome:
    """Return the day ahead that stands in a field, or the sentence at it where none can be taken."""
    try:
        return day_ahead(turn.typed.get(field, ""), turn.today)
    except BadInput as problem:
        return Outcome(first=Refuse(errors={field: problem.sentence}))
