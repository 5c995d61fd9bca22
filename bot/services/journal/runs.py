"""Runs, begun and opened: the sealed page with what was asked of somebody and what they answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from bot.domain.checkins import Answer, Asking, Marks, Question, Run
from bot.domain.people import Person, PersonId
from bot.domain.prompts import Prompt
from bot.domain.reviews import wording_of
from bot.errors import KeyGone, Tampered
from bot.ports.store import Unit
from bot.ports.vault import Cell, Vault
from bot.services.desk import Desk, local_day, own
from bot.services.sealing import Body, seal, unseal

_PAGE = 700
"""Characters that a page has at the least: sealed, whatever stands on it is of one size (1,024 bytes)."""


def begin_run(desk: Desk, unit: Unit, person: Person, prompt: Prompt | None) -> Run:
    """Write a new open run; a prompt of None is the very first check-in, with marks alone."""
    on = local_day(person, desk.clock.now())
    return begin_asking(desk, unit, person, Asking(questions=(question_of(prompt, on),)))


def begin_asking(desk: Desk, unit: Unit, person: Person, asking: Asking) -> Run:
    """Write a new open run that asks this."""
    run = Run(id=desk.chance.new_id(), person=person.id, day=asking.own.on)
    run = with_asking(desk, run, asking)
    unit.runs.put(run)
    return run


def run_of(unit: Unit, person: Person, run: UUID | None) -> Run | None:
    """Return a run of `person`; None where it is gone, or somebody else's."""
    return own(person, unit.runs.get(run)) if run else None


def question_of(prompt: Prompt | None, on: date) -> Question:
    """Return a prompt as a question that is asked on a day, in the words that it has."""
    if prompt is None:
        return Question(on=on)
    return Question(prompt=prompt.id, version=prompt.version, wording=wording_of(prompt), on=on)


def asking_of(desk: Desk, run: Run) -> Asking:
    """Open what a run asks and what came of it.

    Raises:
        KeyGone, Tampered: it stays closed.
    """
    body = unseal(desk.vault, _cell(run, run.version), run.sealed) if run.sealed else {}
    beside = (_question(each, date.fromisoformat(each["on"])) for each in body.get("beside", ()))
    return Asking(
        questions=(_question(body, run.day), *beside),
        rough_on=_day(body, "rough_on"),
        eased_on=_day(body, "eased_on"),
    )


def asking_if_open(desk: Desk, run: Run) -> Asking | None:
    """Open what a run asks; None where it stays closed and so says nothing."""
    try:
        return asking_of(desk, run)
    except (KeyGone, Tampered):
        return None


def opened(desk: Desk, runs: Iterable[Run]) -> Iterator[tuple[Run, Asking]]:
    """Yield the runs that open, with what they ask."""
    for run in runs:
        asking = asking_if_open(desk, run)
        if asking is not None:
            yield run, asking


def with_asking(desk: Desk, run: Run, asking: Asking) -> Run:
    """Return the run with its page sealed anew, in place of the one before."""
    own, *beside = asking.questions
    body = _written(own)
    for name, day in (("rough_on", asking.rough_on), ("eased_on", asking.eased_on)):
        if day is not None:
            body[name] = day.isoformat()
    if beside:
        body["beside"] = [_written(each) | {"on": each.on.isoformat()} for each in beside]
    version = run.version + 1
    return replace(run, version=version, sealed=seal(desk.vault, _cell(run, version), body, least=_PAGE))


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


def answer_body(answer: Answer) -> Body:
    """Return what was answered by its names; what was not is left out. A step of 0 is an answer."""
    said = {"passed": answer.passed, "written": answer.written, "went_by": answer.went_by}
    body: Body = {name: True for name, value in said.items() if value}
    if answer.chosen:
        body["chosen"] = list(answer.chosen)
    if answer.scale is not None:
        body["scale"] = answer.scale
    return body


def _written(question: Question) -> Body:
    asked = {"prompt": question.prompt, "prompt_version": question.version} if question.prompt else {}
    if question.wording:
        asked["wording"] = question.wording
    after = {"after_on": question.after_on.isoformat()} if question.after_on else {}
    return asked | answer_body(question.answer) | after


def _question(body: Body, on: date) -> Question:
    answer = Answer(
        chosen=tuple(body.get("chosen", ())),
        scale=body.get("scale"),
        passed=body.get("passed", False),
        written=body.get("written", False),
        went_by=body.get("went_by", False),
    )
    return Question(
        prompt=body.get("prompt"),
        version=body.get("prompt_version", 0),
        wording=body.get("wording", ""),
        on=on,
        answer=answer,
        after_on=_day(body, "after_on"),
    )


def _day(body: Body, name: str) -> date | None:
    return date.fromisoformat(body[name]) if name in body else None


def _marks_cell(person: PersonId, run: UUID, version: int) -> Cell:
    return Cell(person=person, table="marks", row=run, column="sealed", version=version)


def _cell(run: Run, version: int) -> Cell:
    return Cell(person=run.person, table="runs", row=run.id, column="sealed", version=version)
