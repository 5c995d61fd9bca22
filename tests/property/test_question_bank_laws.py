"""Laws of question banks: a list is read as it was written or refused, and comes into a course once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace

import yaml
from hypothesis import given
from hypothesis import strategies as st

from adapters.content.course_bank import questions_in
from adapters.content.course_insert import inserted
from adapters.content.yaml_file import parse_yaml
from bot.domain.courses.bank_merging import merged
from bot.domain.courses.bank_questions import Bank, BankQuestion, folded, line_of
from bot.domain.courses.question_banks import bank_of, text_of
from bot.errors import BadInput
from tests.content.bank_texts import HEAD, course_text, csv_bank, written_test

texts = st.text(min_size=1, max_size=40).map(line_of).filter(bool)
WORDS = (
    "unit",
    "question",
    "answer",
    "why",
    "option 1",
    "option 2",
    "1",
    "a",
    '"',
    ";",
    ",",
    "\t",
    "\n",
    "\r",
)
MARKS = (
    "## Unit 1",
    "### ",
    "- [x] ",
    "- [ ] ",
    "> ",
    "Objectives: A1",
    "\n",
    "\n",
    "<!--",
    "-->",
    "\\",
    "#",
)


@st.composite
def questions(draw: st.DrawFn) -> tuple[BankQuestion, ...]:
    """Some questions, each of its own words."""
    asked = draw(st.lists(texts, min_size=1, max_size=5, unique_by=folded))
    found = []
    for row, text in enumerate(asked, start=2):
        options = draw(st.lists(texts, min_size=2, max_size=6, unique_by=str.casefold))
        found.append(
            BankQuestion(
                row=row,
                unit=draw(st.integers(1, 2)),
                text=text,
                options=tuple(options),
                answer=draw(st.integers(0, len(options) - 1)),
                why=draw(texts),
                objectives=draw(st.sampled_from([(), ("A1",), ("A1", "B12")])),
            )
        )
    return tuple(found)


def as_table(asked: Sequence[BankQuestion], sign: str) -> str:
    """The questions as a spreadsheet saves them."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=sign, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    options = [f"Option {n}" for n in range(1, 7)]
    writer.writerow(["Unit", "Question", *options, "Answer", "Why", "Objectives"])
    for each in asked:
        cells = [*each.options, *[""] * (6 - len(each.options))]
        names = ", ".join(each.objectives)
        writer.writerow([each.unit, each.text, *cells, f"option {each.answer + 1}", each.why, names])
    return page.getvalue()


def as_page(asked: Sequence[BankQuestion]) -> str:
    """The questions as a text."""
    lines = ["# A bank", ""]
    for each in asked:
        lines += [f"## Unit {each.unit}", f"### {escaped(each.text)}"]
        for place, option in enumerate(each.options):
            lines.append(f"- [{'x' if place == each.answer else ' '}] {escaped(option)}")
        lines += [f"> {escaped(each.why)}", f"Objectives: {', '.join(each.objectives)}", ""]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """As writers of Markdown save signs that could mean something there; a first number is no number."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


@given(questions(), st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_a_table_is_read_as_it_was_written(asked: tuple[BankQuestion, ...], sign: str, coding: str) -> None:
    """In each coding and with each sign between cells; rows are counted as a spreadsheet does."""
    bank = bank_of(text_of(as_table(asked, sign).encode(coding)))
    assert bank == Bank(counts="row", questions=asked)


@given(questions())
def test_a_text_is_read_as_it_was_written(asked: tuple[BankQuestion, ...]) -> None:
    """Whatever signs stand in it."""
    bank = bank_of(as_page(asked))
    assert not bank.broken
    assert [replace(each, row=0) for each in bank.questions] == [replace(each, row=0) for each in asked]


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.one_of(st.sampled_from((*WORDS, *MARKS)), st.text(max_size=5)), max_size=40).map("".join),
        st.lists(st.sampled_from(MARKS), max_size=30).map("\n".join),
        st.tuples(st.just(f"{HEAD}\n"), st.text(max_size=100)).map("".join),
    )
)
def test_a_file_is_a_bank_or_is_refused(text: str) -> None:
    """Nothing else comes of any text; each broken row has its number and its sentence."""
    try:
        bank = bank_of(text)
    except BadInput:
        return
    assert bank.questions or bank.broken
    assert all(row >= 1 and sentence for row, sentence in bank.broken)
    for each in bank.questions:
        assert 0 <= each.answer < len(each.options)


@given(st.binary(max_size=100))
def test_bytes_are_a_text_or_are_refused(body: bytes) -> None:
    """No coding crashes it."""
    try:
        assert "\0" not in text_of(body)
    except BadInput:
        return


@given(asked=questions(), is_flow=st.booleans(), has_tests=st.booleans())
def test_what_was_added_is_in_the_file_and_is_not_added_again(
    *, asked: tuple[BankQuestion, ...], is_flow: bool, has_tests: bool
) -> None:
    """However the file is laid out; what stood there before stands there as it was."""
    tests = (written_test(1, range(3)), written_test(2, range(2))) if has_tests else ("", "    test: []")
    text = course_text(*tests)
    if is_flow:
        text = yaml.safe_dump(yaml.safe_load(text), default_flow_style=True, allow_unicode=True)
    bank = Bank(counts="row", questions=asked)
    before = questions_in(parse_yaml(text)[0])
    found = merged(bank, before)
    assert not found.broken
    assert len(found.rows) == len(asked)
    after = questions_in(parse_yaml(inserted(text, found.added))[0])
    for unit, there in before.items():
        assert after[unit] == [*there, *found.added.get(unit, ())]
    again = merged(bank, after)
    assert (again.added, again.present, again.broken) == ({}, len(asked), ())


@given(st.lists(st.integers(0, 3), min_size=10, max_size=40))
def test_right_answers_that_come_in_are_spread(answers: list[int]) -> None:
    """Over every place, with none of them right more than half of the time; each keeps its right one."""
    bank = bank_of(csv_bank(1, range(len(answers))))
    placed = [replace(each, answer=answer) for each, answer in zip(bank.questions, answers, strict=True)]
    found = merged(replace(bank, questions=tuple(placed)), {1: ()})
    places = [each.answer for each in found.added[1]]
    assert set(places) == set(range(4))
    assert all(2 * places.count(place) <= len(places) for place in range(4))
    for was, each in zip(placed, found.added[1], strict=True):
        assert each.options[each.answer] == was.right
        assert sorted(each.options) == sorted(was.options)
