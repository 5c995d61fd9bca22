"""Questions as the file of a course has them: read from its units, and written to be pasted below one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from bot.domain.courses.units import Question

NO_LIMIT = 10_000_000
"""No line is broken: a line of the file is a text of the course."""


def questions_in(data: object) -> Mapping[int, Sequence[Question]]:
    """Return the questions of each unit in a file that was read, as far as they have the form of one."""
    units = data.get("units") if isinstance(data, Mapping) else None
    found = dict[int, Sequence[Question]]()
    for unit in units if isinstance(units, list) else []:
        if isinstance(unit, Mapping) and isinstance(n := unit.get("n"), int):
            test = unit.get("test")
            read = (_question(each) for each in (test if isinstance(test, list) else []))
            found[n] = [each for each in read if each is not None]
    return found


def block(questions: Sequence[Question], indent: str, newline: str = "\n") -> str:
    """Return questions as lines of a list whose dashes stand after `indent`, each line ended."""
    return "".join(f"{indent}{line}{newline}" for each in questions for line in _lines(each))


def flow(questions: Sequence[Question]) -> str:
    """Return questions as they stand in a list on one line, without its brackets."""
    return ", ".join(_on_one_line(each) for each in questions)


def _lines(question: Question) -> Sequence[str]:
    return (
        f"- id: {question.id}",
        *([f"  objectives: [{', '.join(question.objectives)}]"] if question.objectives else []),
        f"  q: {quoted(question.text)}",
        "  options:",
        *(f"    - {quoted(option)}" for option in question.options),
        f"  answer: {quoted(question.options[question.answer])}",
        f"  why: {quoted(question.why)}",
    )


def _on_one_line(question: Question) -> str:
    parts = (
        f"id: {question.id}",
        *([f"objectives: [{', '.join(question.objectives)}]"] if question.objectives else []),
        f"q: {quoted(question.text)}",
        f"options: [{', '.join(map(quoted, question.options))}]",
        f"answer: {quoted(question.options[question.answer])}",
        f"why: {quoted(question.why)}",
    )
    return f"{{{', '.join(parts)}}}"


def quoted(text: str) -> str:
    """Return a text in quotes, as YAML reads it back."""
    written = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=NO_LIMIT)
    return str(written).rstrip("\n")


def _question(entry: object) -> Question | None:
    if not isinstance(entry, Mapping):
        return None
    text, options, answer = entry.get("q"), entry.get("options"), entry.get("answer")
    if not isinstance(text, str) or not isinstance(options, list):
        return None
    listed = tuple(str(each) for each in options)
    place = listed.index(answer) if isinstance(answer, str) and answer in listed else answer
    objectives = entry.get("objectives")
    return Question(
        id=str(entry.get("id", "")),
        text=text,
        options=listed,
        answer=place if isinstance(place, int) else -1,
        why=str(entry.get("why", "")),
        objectives=tuple(map(str, objectives)) if isinstance(objectives, list) else (),
    )
