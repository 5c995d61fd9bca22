"""A bank beside the tests of a course: which questions are new, and how those are called and laid out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.courses.bank_questions import Bank, BankQuestion, Broken, folded
from bot.domain.courses.units import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What an import would do. `added` by unit, in the order of the bank, each by the id that it gets.

    `rows`: the row of the bank from which each id came. `present`: how many stood in the course already.
    `turned`: how many got their options in another order.
    """

    added: Mapping[int, Sequence[Question]] = field(repr=False)
    rows: Mapping[str, int]
    present: int = 0
    turned: int = 0
    broken: tuple[Broken, ...] = ()


def merged(bank: Bank, known: Mapping[int, Sequence[Question]]) -> Merged:
    """Return what of a bank is new beside the questions that the units of a course have.

    A question that stands there as the bank has it, in whatever order its options are, is not new. One with
    the same words that is not the same is broken, and so is one of a unit that the course has not.
    """
    here = {folded(each.text): (n, each) for n, questions in known.items() for each in questions}
    new, broken, present = dict[int, list[BankQuestion]](), list[Broken](), 0
    for question in bank.questions:
        unit, found = here.get(folded(question.text), (0, None))
        if question.unit not in known:
            broken.append((question.row, f"The course has no unit {question.unit}. Correct the number."))
        elif found is None:
            new.setdefault(question.unit, []).append(question)
        elif unit == question.unit and _is_same(question, found):
            present += 1
        else:
            sentence = f"Unit {unit} has a question in these words ({found.id}), and not the same. "
            broken.append((question.row, f"{sentence}Change that one in the course, or reword this."))
    names = _Names(known)
    added, rows, turned = dict[int, list[Question]](), dict[str, int](), 0
    for unit in sorted(new):
        laid_out = _spread(new[unit], [(each.answer, len(each.options)) for each in known[unit]])
        for question, was in zip(laid_out, new[unit], strict=True):
            name = names.next_in(unit)
            rows[name] = question.row
            turned += question != was
            added.setdefault(unit, []).append(_named(question, name))
    return Merged(added=added, rows=rows, present=present, turned=turned, broken=tuple(broken))


def spread(places: Iterable[tuple[int, int]]) -> bool:
    """Whether right answers stand at every place, and at none more than half the time.

    `places`: of each question that of its right option, and how many options it has. A place that some
    questions do not have may be left.
    """
    listed = list(places)
    counts = Counter(place for place, _ in listed)
    everywhere = all(counts[place] for place in range(min((n for _, n in listed), default=0)))
    return everywhere and all(2 * count <= len(listed) for count in counts.values())


class _Names:
    """Ids that are free: `u2q13` where unit 2 has had twelve."""

    def __init__(self, known: Mapping[int, Sequence[Question]]) -> None:
        self._taken = {each.id for questions in known.values() for each in questions}
        self._last = Counter[int]()
        for name in self._taken:
            if found := re.fullmatch(r"u([0-9]{1,2})q([0-9]{1,4})", name, re.ASCII):
                self._last[int(found[1])] = max(self._last[int(found[1])], int(found[2]))

    def next_in(self, unit: int) -> str:
        """Return the next one of a unit, which is then taken."""
        self._last[unit] += 1
        return f"u{unit}q{self._last[unit]}"


def _is_same(question: BankQuestion, found: Question) -> bool:
    def said(options: Sequence[str], answer: int, why: str, objectives: Sequence[str]) -> object:
        right = folded(options[answer]) if 0 <= answer < len(options) else None
        return {folded(each) for each in options}, right, folded(why), set(objectives)

    return said(question.options, question.answer, question.why, question.objectives) == said(
        found.options, found.answer, found.why, found.objectives
    )


def _spread(new: Sequence[BankQuestion], there: Sequence[tuple[int, int]]) -> Sequence[BankQuestion]:
    """Lay the options of new questions out so that the right ones stand at every place.

    Where they do as they were written, nothing changes. Whoever takes a test sees them shuffled anyway.
    """
    if spread((*there, *((each.answer, len(each.options)) for each in new))):
        return new
    return list(_turned(new, Counter(place for place, _ in there)))


def _turned(new: Iterable[BankQuestion], counts: Counter[int]) -> Iterator[BankQuestion]:
    for question in new:
        place = min(range(len(question.options)), key=lambda at: counts[at])
        counts[place] += 1
        options = [each for at, each in enumerate(question.options) if at != question.answer]
        options.insert(place, question.right)
        yield replace(question, options=tuple(options), answer=place)


def _named(question: BankQuestion, name: str) -> Question:
    return Question(
        id=name,
        text=question.text,
        options=question.options,
        answer=question.answer,
        why=question.why,
        objectives=question.objectives,
    )
