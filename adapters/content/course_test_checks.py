"""The rules for the tests of a course: enough questions, one right answer each, and at no place too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from adapters.content.course_unit_models import PostTestEntry, QuestionEntry, UnitEntry
from adapters.content.problems import Place, Problem
from adapters.content.text_checks import check_labels

POOL_BY_DRAW = 2
"""So many times what is drawn lies in a pool, so that a second attempt meets other questions."""


def check_test(place: Place, unit: UnitEntry, rule: PostTestEntry | None) -> Iterator[Problem]:
    """The questions of one unit: how many there are, and each of them."""
    for asked in unit.test:
        here = place.item(asked.id)
        yield from check_labels(
            here.at("options"), {f"[{number}]": option for number, option in enumerate(asked.options)}
        )
        if asked.place is None:
            message = "The answer is none of the options. Copy the right one, or count from 0."
            yield here.at("answer").problem("no_such_answer", message)
    if not unit.test and rule is None:
        return
    rule = rule or PostTestEntry()
    needed = max(rule.pool_at_least, POOL_BY_DRAW * rule.draw)
    if len(unit.test) < needed:
        message = f"{len(unit.test)} questions stand here, and {needed} are the fewest. Add some."
        yield place.problem("too_few_questions", message)
    else:
        yield from _check_spread(place, unit)


def check_tests_together(questions: Iterable[tuple[Place, QuestionEntry]]) -> Iterator[Problem]:
    """No two questions of a course have one id or one text."""
    ids: set[str] = set()
    texts: set[str] = set()
    for place, asked in questions:
        if asked.id in ids:
            message = "Another question of this course has this id. Choose another."
            yield place.at("id").problem("duplicate_id", message)
        if asked.q.casefold() in texts:
            yield place.at("q").problem("same_question", "This is asked twice. Reword or remove one.")
        ids.add(asked.id)
        texts.add(asked.q.casefold())


def _check_spread(place: Place, unit: UnitEntry) -> Iterator[Problem]:
    """Right answers stand at each place, and at none of them more than half of the time."""
    places = Counter(asked.place for asked in unit.test if asked.place is not None)
    unused = [n for n in range(min(len(asked.options) for asked in unit.test)) if not places[n]]
    often = [n for n, count in sorted(places.items()) if 2 * count > len(unit.test)]
    for n in unused:
        message = f"No right answer stands at place {n + 1}. Move some of them there."
        yield place.problem("answers_not_spread", message)
    for n in often:
        message = f"Over half of the right answers stand at place {n + 1}. Move some of them."
        yield place.problem("answers_not_spread", message)
