"""A course in units as its learners will meet it: unit by unit, and what comes after each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from bot.domain.courses.course import Course, Does, Push
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.courses.post_tests import drawn, needed
from bot.domain.courses.units import AskRule, TestRule, Unit
from bot.domain.round_plan import in_words
from bot.services.cards.courses.ahead import short
from bot.services.cards.courses.schedule import lasts, length, several

_OWN_PACE = "Learners take its units when it suits them, in any order: {lasts}."
_TEST = "Its test draws {draw} of {pool}, and {needed} right ones pass. {attempts}, {cooldown} apart."
_ONE = "Its test draws {draw} of {pool}, and {needed} right ones pass. One attempt."
_OPENS = "It opens once all that is required above is ticked."
_NUDGES = "A reminder comes once each after {days} idle days, and then silence."
_ASK = (
    "Questions to the instructor: an answer within {within}, and a word to the instructor after {nudge}. "
    "Days off do not count."
)


def lines_in_units(course: Course, chance: Callable[[int], int]) -> Iterator[str]:
    """Yield what there is to see; `chance(count)` is a number below `count`, for one draw of each test."""
    yield _OWN_PACE.format(lasts=lasts(course))
    for unit in course.units:
        yield ""
        yield f"Unit {unit.n}: {unit.title} ({length(unit.minutes)})"
        yield from (f"  {line}" for line in _unit(course, unit, chance))
    yield ""
    if course.nudges:
        yield _NUDGES.format(days=" and ".join(map(str, course.nudges)))
    if course.ask:
        yield _asking(course.ask)
    yield from _on_days(course)


def pool_lines(course: Course) -> Iterator[str]:
    """Yield how many questions each unit has to draw from, and at which places its right answers stand."""
    if not course.units:
        return
    yield "Questions to draw from:"
    for unit in course.units:
        if not unit.asked:
            yield f"  Unit {unit.n}: no test"
            continue
        places = Counter(each.answer for each in unit.asked)
        most = max(len(each.options) for each in unit.asked)
        stand = ", ".join(str(places[place]) for place in range(most))
        pool = several(len(unit.asked), "question", "questions")
        draw = min(course.tests.draw, len(unit.asked))
        yield f"  Unit {unit.n}: {pool}, {draw} drawn; right ones by place: {stand}"


def _unit(course: Course, unit: Unit, chance: Callable[[int], int]) -> Iterator[str]:
    for item in unit.items:
        yield f"{'required' if item.required else 'if they like'}, {item.kind}: {item.title}"
    if unit.asked:
        yield _test(course.tests, len(unit.asked))
        yield _OPENS
        yield "One draw, as an example:"
        yield from (f"  {line}" for line in _draw(course.tests, unit, chance))
    after = sorted(
        (push for push in course.pushes if push.when.anchor is Anchor.DONE and push.when.unit == unit.n),
        key=lambda push: (push.when.days, push.when.shift),
    )
    for push in after:
        yield f"{_after(push.when)}: {_what(push)}"


def _test(rule: TestRule, pool: int) -> str:
    draw = min(rule.draw, pool)
    words = _TEST if rule.attempts > 1 else _ONE
    return words.format(
        draw=draw,
        pool=several(pool, "question", "questions"),
        needed=needed(rule, draw),
        attempts=f"{rule.attempts} attempts",
        cooldown=_long(rule.cooldown),
    )


def _draw(rule: TestRule, unit: Unit, chance: Callable[[int], int]) -> Iterator[str]:
    for number, one in enumerate(drawn(unit, rule, (), chance), start=1):
        asked = unit.question(one.question)
        if asked is not None:
            yield f"{number}. {asked.text}"
            for place in one.order:
                yield f"   {'[x]' if place == asked.answer else '[ ]'} {asked.options[place]}"


def _after(when: Moment) -> str:
    parts = (
        *([several(when.days, "day", "days")] if when.days else []),
        *([in_words(when.shift)] if when.shift else []),
    )
    return f"{' and '.join(parts)} after it is finished" if parts else "When it is finished"


def _what(push: Push) -> str:
    return f"“{short(push.text)}”" + (f" (leads to {push.flow})" if push.does is Does.FLOW else "")


def _asking(rule: AskRule) -> str:
    return _ASK.format(within=_long(rule.reply_within), nudge=_long(rule.nudge_at))


def _long(span: timedelta) -> str:
    hours = int(span.total_seconds()) // 3600
    return f"{hours} hours" if hours != 1 else "1 hour"


def _on_days(course: Course) -> Sequence[str]:
    """What hangs on no unit: on a day of the learner's own."""
    pushes = [push for push in course.pushes if push.when.anchor is Anchor.DAY]
    return [f"Day {push.when.day}: {_what(push)}" for push in sorted(pushes, key=lambda one: one.when.day)]
