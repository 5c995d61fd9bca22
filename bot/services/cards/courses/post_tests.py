"""The test of a unit, to who takes it: what it is, one question after another, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import Course
from bot.domain.courses.post_tests import Door, Standing, is_given, is_right, needed, right
from bot.domain.courses.sittings import Drawn, Sitting
from bot.domain.courses.units import Question, TestRule, Unit
from bot.domain.prompts import Option
from bot.services.cards.courses.asking_words import contact
from bot.services.cards.courses.dates import at_phrase
from bot.services.cards.courses.materials import in_rows
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import (
    ASK_MAX,
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Button,
    Card,
    Choose,
    Reach,
    aside,
    say,
)
from bot.surface.text import shown

CHANGES = "c"
"""Ends the argument of a control by which an answer is given anew."""
REASONS_AT_ONCE = 5
"""Questions with their reasons on one card."""
EARLIER = say("That button belongs to an earlier question. Here is where you are:")
_SUMMARY = "A test of your course"
_SHORT = 38
"""Longer answers stand in lines of their own, with a letter on each button: telephones cut long buttons."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY"
_QUESTIONS_TEXT = 2_400
"""Characters of all questions together, where several stand on one card."""
_FEW = ("no", "one", "two", "three", "four", "five")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A sitting on a card: in which course and unit, and which attempt it is, the first being 0."""

    course_id: UUID
    course: Course
    unit: Unit
    sitting: Sitting = field(repr=False)
    attempt: int

    def arg(self, *more: object) -> str:
        """Return what a control carries that is about this sitting."""
        return ".".join(str(each) for each in (self.unit.n, self.attempt, *more))

    def asked(self) -> Sequence[tuple[int, Drawn, Question]]:
        """Return what is asked in it, each with its place; what was taken out of the course is not."""
        found = [
            (place, each, self.unit.question(each.question)) for place, each in enumerate(self.sitting.drawn)
        ]
        return [
            (place, each, question)
            for place, each, question in found
            if question is not None and not question.is_withdrawn
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The moment and the zone of who reads."""

    now: datetime
    zone: str

    def said(self, at: datetime) -> str:
        """Return an instant on their own clock."""
        return f"{at_phrase(at, self.zone, self.now)}, your time"


def before(mint: Mint, course_id: UUID, course: Course, unit: Unit, standing: Standing) -> Card:
    """Return what a test is, before it is begun."""
    count = min(course.tests.draw, len(unit.asked))
    return _card(
        "test.before",
        unit,
        say(_rule_line(course.tests, count)),
        say(_attempts_line(course.tests, standing.attempts_left)),
        say(
            "You can stop at any question and go on later, and change an answer before you hand in. After "
            "that you see what was right, with the reasons."
        ),
        aside(
            "Your trainers see whether you passed or have no attempt left, and figures of enough people "
            "together. They see no answer of yours."
        ),
        row(
            press(mint, "test.begin", "Begin", course_id, arg=str(unit.n)),
            press(mint, "unit.open", "Not now", course_id, arg=str(unit.n)),
        ),
    )


def locked(mint: Mint, course_id: UUID, unit: Unit, missing: Sequence[str]) -> Card:
    """Return what is still to be ticked before a test opens."""
    listed = "\n".join(f"- {shown(title)}" for title in missing)
    what = "this is ticked" if len(missing) == 1 else "these are ticked"
    return _card(
        "test.locked",
        unit,
        say(f"The test opens once {what}:\n{listed}"),
        _back(mint, course_id, unit),
    )


def cooling(
    mint: Mint, course_id: UUID, unit: Unit, standing: Standing, clock: Clock, *, last: int | None
) -> Card:
    """Return from when on the next attempt can be begun."""
    return _card(
        "test.cooling",
        unit,
        say(f"Not passed yet. {_next_line(standing, clock)}"),
        _ways(mint, course_id, unit, last),
        sealed=True,
    )


def spent(mint: Mint, course_id: UUID, cohort: Cohort, unit: Unit, last: int | None) -> Card:
    """Return what there is to do once every attempt was handed in: who can help on, and how to reach them."""
    ways = _ways(mint, course_id, unit, last, cohort.course)
    line = say(_spent_line(cohort.course))
    return _card("test.spent", unit, line, *contact(cohort), ways, sealed=True)


def passed(mint: Mint, course_id: UUID, unit: Unit, last: int | None) -> Card:
    """Return that a test is passed, and the way to its reasons."""
    ways = _ways(mint, course_id, unit, last)
    return _card("test.passed", unit, say("This test is passed."), ways, sealed=True)


def over(mint: Mint, course_id: UUID, unit: Unit, last: int | None) -> Card:
    """Return that no test can be begun any more, and the way to the reasons of one that was."""
    line = say("This course is over: no test of it can be begun any more.")
    return _card("test.over", unit, line, _ways(mint, course_id, unit, last), sealed=True)


def question(
    mint: Mint, taken: Taken, place: int, lead: Sequence[Block] = (), *, changes: bool = False, hosted: bool
) -> Card:
    """Return one question, its answers in the order that was drawn. `changes`: it was answered before."""
    asked = taken.asked()
    number = [each[0] for each in asked].index(place) + 1
    _, drawn, one = asked[number - 1]
    labels = [shown(one.options[each]) for each in drawn.order]
    are_short = all(len(each) <= (_SHORT if hosted else LABEL_MAX) for each in labels)
    lines = () if are_short else (say("\n".join(f"{_LETTERS[n]}: {each}" for n, each in enumerate(labels))),)
    buttons = labels if are_short else list(_LETTERS[: len(labels)])
    arg = taken.arg(place, CHANGES) if changes else taken.arg(place)
    text = shown(one.text)
    stands_before = bool(lines) or len(text) > ASK_MAX
    return _card(
        "test.question",
        taken.unit,
        *lead,
        aside(f"{number} of {len(asked)}"),
        *((say(text),) if stands_before else ()),
        *lines,
        Choose(
            ref=mint("test.answer", taken.course_id, arg),
            name="test.answer",
            ask="Which one?" if stands_before else text,
            options=tuple(Option(name=str(n), label=each) for n, each in enumerate(buttons)),
        ),
        row(press(mint, "test.later", "Later", taken.course_id, arg=taken.arg())),
        sealed=True,
    )


def look(mint: Mint, taken: Taken, lead: Sequence[Block] = ()) -> Card:
    """Return all that was chosen, before it is handed in."""
    asked = taken.asked()
    most = _QUESTIONS_TEXT // max(1, len(asked))
    lines = [
        f"{number}. {_cut(shown(one.text), most)}\nYour answer: {_chosen(taken, one)}"
        for number, (_, _, one) in enumerate(asked, start=1)
    ]
    options = tuple(
        Option(name=str(place), label=_cut(f"{number}. {shown(one.text)}", LABEL_MAX))
        for number, (place, _, one) in enumerate(asked[:OPTIONS_MAX], start=1)
    )
    change = Choose(
        ref=mint("test.change", taken.course_id, taken.arg()),
        name="test.change",
        ask="Change an answer?",
        options=options,
    )
    return _card(
        "test.look",
        taken.unit,
        *lead,
        say("This is what you chose. Nothing counts before you hand it in."),
        *(say(each) for each in lines),
        *((change,) if options else ()),
        row(
            press(mint, "test.hand_in", "Hand in", taken.course_id, arg=taken.arg()),
            press(mint, "test.later", "Later", taken.course_id, arg=taken.arg()),
        ),
        sealed=True,
    )


def later(mint: Mint, course_id: UUID, unit: Unit) -> Card:
    """Return that a test waits where it was left."""
    return _card(
        "test.later",
        unit,
        say("It waits here, with what you chose so far."),
        row(
            press(mint, "test.open", "Go on", course_id, arg=str(unit.n)),
            press(mint, "unit.open", "The unit", course_id, arg=str(unit.n)),
        ),
    )


def result(
    mint: Mint, taken: Taken, standing: Standing, clock: Clock, *, begins: int = 0, is_finished: bool
) -> Card:
    """Return what came of a sitting, with the reason of every question. `is_finished`: its unit is."""
    drawn = taken.sitting.drawn
    some = list(enumerate(drawn, start=1))[begins : begins + REASONS_AT_ONCE]
    after = begins + REASONS_AT_ONCE
    on = (
        (press(mint, "test.result", "More reasons", taken.course_id, arg=taken.arg(after)),)
        if after < len(drawn)
        else ()
    )
    summed_up = () if begins else _summed_up(taken, standing, clock, is_finished=is_finished)
    return _card(
        "test.result",
        taken.unit,
        *summed_up,
        *(say(_reason(taken, number, each)) for number, each in some),
        *in_rows(
            (
                *on,
                *_again(mint, taken, standing),
                *_ask_ways(mint, taken.course_id, taken.course, standing),
                press(mint, "unit.open", "The unit", taken.course_id, arg=str(taken.unit.n)),
            )
        ),
        sealed=True,
    )


def _summed_up(taken: Taken, standing: Standing, clock: Clock, *, is_finished: bool) -> tuple[Block, ...]:
    count, had = len(taken.sitting.drawn), right(taken.unit, taken.sitting)
    least = needed(taken.course.tests, count)
    if had >= least:
        finished = f" Unit {taken.unit.n} is finished." if is_finished else ""
        return (say(f"{had} of {count} right: the test is passed.{finished}"),)
    line = f"{had} of {count} right. It takes {least}: not passed yet."
    match standing.door:
        case Door.SPENT:
            return (say(line), say(_spent_line(taken.course)))
        case Door.COOLING | Door.OPEN:
            return (say(line), say(_next_line(standing, clock)))
        case Door.GOING_ON | Door.PASSED | Door.LOCKED:
            return (say(line),)


def _reason(taken: Taken, number: int, drawn: Drawn) -> str:
    one = taken.unit.question(drawn.question)
    if one is None or is_given(one, taken.sitting):
        text = f"{number}. {shown(one.text)}\n" if one else f"{number}. "
        return f"{text}This question was taken out of the course, and counts as right."
    chosen = _chosen(taken, one)
    if is_right(taken.unit, taken.sitting, one.id):
        answers = f"Your answer: {chosen}\nThat is right."
    else:
        answers = f"Your answer: {chosen}\nRight is: {shown(one.options[one.answer])}"
    return f"{number}. {shown(one.text)}\n{answers}\nWhy: {shown(one.why)}"


def _chosen(taken: Taken, one: Question) -> str:
    place = taken.sitting.answers.get(one.id)
    return shown(one.options[place]) if place is not None else "none"


def _again(mint: Mint, taken: Taken, standing: Standing) -> tuple[Button, ...]:
    if standing.door is not Door.OPEN:
        return ()
    return (press(mint, "test.begin", "Try again", taken.course_id, arg=str(taken.unit.n)),)


def _ask_ways(mint: Mint, course_id: UUID, course: Course, standing: Standing) -> tuple[Button, ...]:
    if standing.door is not Door.SPENT or course.ask is None:
        return ()
    return (press(mint, "ask.open", "Ask your instructor", course_id),)


def _rule_line(rule: TestRule, count: int) -> str:
    least = needed(rule, count)
    questions = "One question" if count == 1 else f"{count} questions"
    return f"{questions} on this unit, one after another. With {least} right it is passed."


def _attempts_line(rule: TestRule, left: int) -> str:
    if left == 1:
        return "This is the last attempt you have."
    return f"You have {_counted(left)} attempts, {_hours(rule.cooldown)} apart."


def _next_line(standing: Standing, clock: Clock) -> str:
    when = f"from {clock.said(standing.opens_at)}" if standing.opens_at else "now"
    left = standing.attempts_left
    attempts = "one attempt" if left == 1 else f"{_counted(left)} attempts"
    return f"You can try again {when}. What you have not seen yet is asked first. You have {attempts} left."


def _spent_line(course: Course) -> str:
    ask = "ask your instructor" if course.ask is not None else "`help course` says whom to ask"
    return (
        "That was the last attempt. All that you ticked and finished stays. A trainer can give you one more: "
        f"{ask}."
    )


def _hours(length: timedelta) -> str:
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    if not minutes:
        return "one hour" if hours == 1 else f"{hours} hours"
    return f"{hours} h {minutes} min" if hours else f"{minutes} minutes"


def _counted(number: int) -> str:
    return _FEW[number] if number < len(_FEW) else str(number)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _ways(mint: Mint, course_id: UUID, unit: Unit, last: int | None, course: Course | None = None) -> Block:
    """Return the way to the reasons of an attempt, to who may help on, and back to the unit."""
    found: list[Button] = []
    if last is not None:
        found.append(press(mint, "test.result", "The reasons again", course_id, arg=f"{unit.n}.{last}"))
    if course is not None and course.ask is not None:
        found.append(press(mint, "ask.open", "Ask your instructor", course_id))
    return row(*found, press(mint, "unit.open", "The unit", course_id, arg=str(unit.n)))


def _back(mint: Mint, course_id: UUID, unit: Unit) -> Block:
    return row(press(mint, "unit.open", "The unit", course_id, arg=str(unit.n)))


def _card(text_id: str, unit: Unit, *blocks: Block, sealed: bool = False) -> Card:
    return Card(
        text_id=text_id,
        title=f"Unit {unit.n}: the test",
        blocks=blocks,
        summary=_SUMMARY,
        reach=Reach.SEALED if sealed else Reach.PERSONAL,
    )
