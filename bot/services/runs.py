"""Runs, begun and answered: what was asked of somebody, and the sealed page with what they chose."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.checkins import Marks, Run, RunKind
from bot.domain.people import Person
from bot.domain.prompts import Prompt
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk, local_day
from bot.services.sealing import Body, seal, unseal


def begin_run(
    desk: Desk, unit: Unit, person: Person, prompt: Prompt | None, kind: RunKind = RunKind.CHECKIN
) -> Run:
    """Write a new open run; a prompt of None is the very first check-in, with marks alone."""
    run = Run(
        id=desk.chance.new_id(),
        person=person.id,
        day=local_day(person, desk.clock.now()),
        prompt=prompt.id if prompt else None,
        prompt_version=prompt.version if prompt else 0,
        kind=kind,
    )
    unit.runs.put(run)
    return run


def answers_of(desk: Desk, run: Run) -> Body:
    """Open what was answered to a run; nothing where nothing was."""
    return unseal(desk.vault, _cell(run, run.version), run.sealed) if run.sealed else {}


def with_answers(desk: Desk, run: Run, answers: Body) -> Run:
    """Return the run with its answers sealed anew, in place of those before; none at all leaves no seal."""
    if not answers:
        return replace(run, sealed=None)
    version = run.version + 1
    return replace(run, version=version, sealed=seal(desk.vault, _cell(run, version), answers))


def steps_of(desk: Desk, unit: Unit, run: Run) -> Body:
    """Open the marks of a run: a step for each that was given."""
    marks = unit.runs.marks(run.id)
    return opened_marks(desk, marks) if marks else {}


def opened_marks(desk: Desk, marks: Marks) -> Body:
    """Open marks: a step for each that was given.

    Raises:
        KeyGone, Tampered: they stay closed.
    """
    return unseal(desk.vault, marks_cell(marks, marks.version), marks.sealed)


def marks_cell(run: Run | Marks, version: int) -> Cell:
    """Return where the marks of a run belong."""
    return Cell(person=run.person, table="marks", row=run.id, column="sealed", version=version)


def _cell(run: Run, version: int) -> Cell:
    return Cell(person=run.person, table="runs", row=run.id, column="sealed", version=version)
