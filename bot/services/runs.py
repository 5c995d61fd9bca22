"""Runs, begun and answered: what was asked of somebody, and the sealed page with what they chose."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from bot.domain.checkins import Marks, Run, RunKind
from bot.domain.people import Person, PersonId
from bot.domain.prompts import Prompt
from bot.ports.store import Unit
from bot.ports.vault import Cell, Vault
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
    return open_marks(desk.vault, marks) if marks else {}


def open_marks(vault: Vault, marks: Marks) -> Body:
    """Open the marks of one run: a step for each that was given.

    Raises:
        KeyGone, Tampered: they stay closed.
    """
    return unseal(vault, _marks_cell(marks.person, marks.id, marks.version), marks.sealed)


def with_marks(vault: Vault, run: Run, version: int, steps: Body) -> Marks:
    """Return the marks of a run, sealed."""
    sealed = seal(vault, _marks_cell(run.person, run.id, version), steps)
    return Marks(id=run.id, person=run.person, day=run.day, version=version, sealed=sealed)


def _marks_cell(person: PersonId, run: UUID, version: int) -> Cell:
    return Cell(person=person, table="marks", row=run, column="sealed", version=version)


def _cell(run: Run, version: int) -> Cell:
    return Cell(person=run.person, table="runs", row=run.id, column="sealed", version=version)
