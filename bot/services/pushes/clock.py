"""The steps of a course as time passes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.domain.agenda import AgendaRow
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk
from bot.services.pushes import ends, figures, news, plans, spared, steps
from bot.services.pushes.steps import Step, Taken

LOOKED_AT_AGAIN = timedelta(days=1)
"""A page that does not open is tried again so much later."""
_ENDS: Mapping[Step, Callable[[Taken], None]] = {
    Step.REMIND: ends.remind,
    Step.RATE: ends.ask_how_it_was,
    Step.EVALUATION: ends.close_evaluation,
    Step.OVER: ends.over,
}
_log = logging.getLogger(__name__)


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Take a step of a course whose time has come."""
    try:
        page = cohorts.get(desk, unit, row.ref)
        found = steps.read(row)
        if page is None or found is None:
            unit.agenda.remove(row.id)
        else:
            _take(Taken(desk=desk, unit=unit, page=page, row=row, now=now), *found)
    except KeyProblem as problem:
        _log.warning("the page of a course does not open: %s", type(problem).__name__)
        unit.agenda.put(replace(row, due_at=now + LOOKED_AT_AGAIN))


def _take(taken: Taken, step: Step, about: str) -> None:
    match step:
        case Step.LAUNCH:
            plans.launch_due(taken)
        case Step.PLAN:
            plans.plan_some(taken)
        case Step.NEWS:
            news.tell_some(taken, about)
        case Step.CLOSE:
            figures.fall_due(taken, about)
        case Step.FORGET:
            figures.forget_some(taken, about)
        case Step.SPARE:
            spared.spare_some(taken, about)
        case Step.REMIND | Step.RATE | Step.EVALUATION | Step.OVER:
            _ENDS[step](taken)
        case _:
            assert_never(step)
