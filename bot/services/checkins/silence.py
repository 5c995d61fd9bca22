"""Five check-ins that went by: one question, and then quiet (docs/content.md, "A check-in")."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.checkins import Answer, Run
from bot.domain.keeping import Keeping
from bot.domain.people import Person
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.desk import Desk, local_day
from bot.services.journal.runs import asking_of, opened, with_asking
from bot.services.organisations.ceilings import spans_of

WENT_BY = 5
"""So many in a row, and the next one asks whether to pause."""
_LOOKED_BACK = timedelta(days=120)
"""Five check-ins of any rhythm lie within this."""


def went_by(desk: Desk, unit: Unit, person: Person, lately: Sequence[Run]) -> Sequence[Run]:
    """Return the last five check-ins of `lately` where nobody answered any of them, else nothing."""
    known = _LOOKED_BACK if person.keep_days is None else min(_LOOKED_BACK, timedelta(days=person.keep_days))
    since = local_day(person, desk.clock.now()) - known  # what was answered before is not kept that long
    latest = [run for run in lately[-WENT_BY:] if run.day >= since]
    silent = [
        run
        for run, asking in opened(desk, latest)
        if asking.own.prompt is not None and asking.is_silent  # the first of all asks for marks alone
    ]
    if len(silent) < WENT_BY or any(unit.runs.marks(run.id) is not None for run in silent):
        return ()
    return silent if _are_kept(desk, unit, person, silent) else ()


def _are_kept(desk: Desk, unit: Unit, person: Person, runs: Sequence[Run]) -> bool:
    """Whether what was answered then would still be there; looked up only where five went by.

    Where nothing tells how long it is kept, it might not.
    """
    try:
        spans = spans_of(desk, unit, person)
    except KeyProblem:
        return False
    kept = Keeping(today=local_day(person, desk.clock.now()), spans=spans, told_on=None)
    return not any(kept.is_over(run.day) for run in runs)


def speak_of(desk: Desk, unit: Unit, runs: Sequence[Run]) -> None:
    """Note that a silence was spoken of: these count no more, so that coming back is a fresh start."""
    for run in runs:
        unit.runs.put(with_asking(desk, run, asking_of(desk, run).answered(0, Answer(went_by=True))))
