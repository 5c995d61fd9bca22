"""When something comes back: the days on offer, and the form for a day of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.calendar_spans import Span
from bot.domain.prompts import Option
from bot.surface.card import Choose
from bot.surface.form import DateField, Form

WHEN = "When shall I bring this back?"
ANOTHER_DAY = "another_day"
NOT_AT_ALL = "none"
DAY = "by"
"""The field of the form."""
DAY_HINT = "Like 4 January, friday, in two weeks or 2027-01-04."


def when(ref: str, name: str, spans: Sequence[Span], ask: str = WHEN) -> Choose:
    """Return the question with the days on offer. No reminder is always among the answers."""
    others = (Option(name=ANOTHER_DAY, label="another day"), Option(name=NOT_AT_ALL, label="not at all"))
    days = tuple(Option(name=span.iso, label=span.words) for span in spans)
    return Choose(ref=ref, name=name, ask=ask, options=(*days, *others))


def day_form(ref: str, name: str, title: str) -> Form:
    """Return the form for a day of one's own."""
    field = DateField(name=DAY, label="Which day shall I bring this back", hint=DAY_HINT)
    return Form(text_id=name, ref=ref, name=name, title=title, fields=(field,))
