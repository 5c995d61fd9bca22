"""Plans: what somebody set out to do, kept sealed and brought back on the day that they chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.flow_answers import Planned
from bot.domain.flows import Flow, PlanAbout
from bot.services.desk import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlan:
    """What a flow ended with. `planned` is None where a day was chosen and nothing was written."""

    flow: Flow
    state: str
    about: PlanAbout
    planned: Planned | None
    back_on: date | None


def keep_plan(turn: Turn, plan: NewPlan) -> None:
    """Keep a plan; where it comes back, its day is a row of the agenda."""
