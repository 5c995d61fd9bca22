"""Puts questions into the text of a course's file: comments, order and all else stay as they were written."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from adapters.content.course_bank import block, flow
from adapters.content.yaml_file import parse_yaml
from bot.domain.courses.units import Question
from bot.errors import BadInput

NO_PLACE = (
    "I found no place in the course where these questions fit for sure, so nothing was written. Leave --into "
    "out, and paste what is printed below `test:` of each unit."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    """What stands from `begin` to `end` gives way to `text`."""

    begin: int
    end: int
    text: str


def inserted(text: str, added: Mapping[int, Sequence[Question]]) -> str:
    """Return the text of a file with questions added at the end of each unit's test.

    Raises:
        BadInput: it is not written so that they can be; what comes out is read again to be sure.
    """
    before, faults = parse_yaml(text)
    if faults:
        raise BadInput(NO_PLACE)
    newline = "\r\n" if "\r\n" in text else "\n"
    ended = text if text.endswith("\n") else text + newline
    root = yaml.compose(ended, Loader=yaml.SafeLoader)
    units = _value(root, "units")
    edits = [
        _edit(ended, unit, added[n], newline)
        for unit in (units.value if isinstance(units, yaml.SequenceNode) else [])
        if (n := _number(unit)) in added
    ]
    for edit in sorted(edits, key=lambda each: each.begin, reverse=True):
        ended = ended[: edit.begin] + edit.text + ended[edit.end :]
    after, faults = parse_yaml(ended)
    if faults or after != _expected(before, added):
        raise BadInput(NO_PLACE)
    return ended


def _edit(text: str, unit: yaml.MappingNode, questions: Sequence[Question], newline: str) -> _Edit:
    test = _value(unit, "test")
    if isinstance(test, yaml.SequenceNode) and test.value and test.flow_style:
        at = test.value[-1].end_mark.index
        return _Edit(begin=at, end=at, text=f", {flow(questions)}")
    if isinstance(test, yaml.SequenceNode) and test.value:
        at = _line_end(text, _last(test))
        return _Edit(begin=at, end=at, text=block(questions, " " * test.start_mark.column, newline))
    if unit.flow_style:
        return _into_flow_unit(unit, test, questions)
    indent = " " * unit.value[0][0].start_mark.column
    if test is None:
        at = _line_end(text, _last(unit))
        lines = block(questions, f"{indent}  ", newline)
        return _Edit(begin=at, end=at, text=f"{indent}test:{newline}{lines}")
    at = _line_end(text, test.end_mark.index)
    lines = text[test.end_mark.index : at] + block(questions, f"{indent}  ", newline)
    return _Edit(begin=test.start_mark.index, end=at, text=lines)


def _into_flow_unit(unit: yaml.MappingNode, test: yaml.Node | None, questions: Sequence[Question]) -> _Edit:
    if test is not None:
        at, end = test.start_mark.index, test.end_mark.index
        return _Edit(begin=at, end=end, text=f"{' ' if at == end else ''}[{flow(questions)}]")
    at = unit.value[-1][1].end_mark.index
    return _Edit(begin=at, end=at, text=f", test: [{flow(questions)}]")


def _last(node: yaml.Node) -> int:
    """Where the last thing in a list or a map ends: comments below it are not of it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _line_end(text: str, at: int) -> int:
    """Return where the line after a place begins; that place itself where it begins a line."""
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _number(unit: yaml.Node) -> int:
    found = _value(unit, "n")
    written = found.value if isinstance(found, yaml.ScalarNode) else ""
    return int(written) if written.isdecimal() else 0


def _expected(before: object, added: Mapping[int, Sequence[Question]]) -> object:
    """The data of a file with questions at the end of each test."""
    data = copy.deepcopy(before)
    units = data.get("units") if isinstance(data, dict) else None
    for unit in units if isinstance(units, list) else []:
        if isinstance(unit, dict) and (questions := added.get(unit.get("n", 0))):
            unit["test"] = [*(unit.get("test") or []), *map(_entry, questions)]
    return data


def _entry(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        **({"objectives": list(question.objectives)} if question.objectives else {}),
        "q": question.text,
        "options": list(question.options),
        "answer": question.options[question.answer],
        "why": question.why,
    }
