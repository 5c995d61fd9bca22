"""What can be shown of a course with units: what was finished and when, and never how anybody did in a test.

Minutes in it are what the course's author reckons. How long it took somebody is their own word, and stands on
their own file alone, where they wish it. Whoever reads it decides what it is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.courses import evidence_parts as parts_of
from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import EVIDENCE_ONLY, Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.materials import Item
from bot.domain.courses.post_tests import has_passed, needed, sittings_in
from bot.domain.courses.progress import completed_at, progress
from bot.domain.courses.units import Unit
from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows
from bot.domain.zones import zone_of

COMPLETION_ONLY = "Evidence of completion. Your board decides."
"""What stands on the file of somebody who finished every unit."""
TITLE = "Evidence of completion"
SO_FAR = "A record so far"
NOT_YET = "not yet"
NO_TEST = "no test"
NO_ITEMS = "No figure of single questions was told."
RECKONED = (
    "Minutes are what the author of the course reckons for the items of each unit. Nothing here measures how "
    "long anybody takes."
)
THEIR_WORD = "How long it took is what the learner says, unit by unit, as they wish it shown."


@dataclass(frozen=True, slots=True, kw_only=True)
class Completer:
    """A learner as their platform calls them, and what the course keeps of them.

    `took` says by unit how long it took them, in words, where they wish it to be on their file.
    """

    called: str = field(repr=False)
    learner: Learner = field(repr=False)
    took: Mapping[int, str] = field(default_factory=dict, repr=False)


def completion(cohort: Cohort, who: Completer, made_on: date, *, written: str = "") -> Document:
    """Return what one learner may hand over, unit by unit; before the last unit it says that it is so far.

    Credit hours stand on it once every unit is finished, and only where the organiser entered them. `written`
    is a name that the learner wrote for it.
    """
    course = cohort.course
    far = progress(course, who.learner)
    complete = far.is_complete
    took = ("How long it took",) if who.took else ()
    table = Rows(
        head=("Unit", "Minutes", "Test passed on", "Finished on", *took),
        rows=tuple(
            (
                _titled(unit),
                str(unit.minutes),
                _passed_on(course, unit, who.learner),
                _finished_on(course, unit.n, who.learner),
                *(who.took.get(unit.n, "") for _ in took),
            )
            for unit in course.units
        ),
    )
    only = COMPLETION_ONLY if complete else EVIDENCE_ONLY
    facts = (
        *parts_of.who(who.called, written),
        *parts_of.what(course),
        ("Units finished", f"{far.finished_count} of {len(course.units)}"),
        *_minutes(course),
        *(parts_of.hours(course) if complete else ()),
        ("Zone of all days", course.zone),
        *parts_of.made(made_on),
    )
    parts = (
        Aside(text=only),
        Pairs(pairs=facts),
        table,
        Prose(text=f"{RECKONED} {THEIR_WORD}" if took else RECKONED),
        *_ticked(course, who.learner),
        *parts_of.objectives(course, with_service=False),
        *parts_of.in_own_words(cohort, beside=COMPLETION_ONLY),
    )
    return Document(title=TITLE if complete else SO_FAR, parts=parts, foot=only)


def units_table(course: Course, ledger: Sequence[Completer]) -> Rows:
    """Return a line for each learner: on which day they passed each test, and finished each unit."""
    return Rows(
        head=(
            "Learner",
            *(
                name
                for unit in course.units
                for name in (f"Unit {unit.n}, test passed on", f"Unit {unit.n}, finished on")
            ),
            f"All {len(course.units)} units finished on",
            "What this is",
        ),
        rows=tuple(
            (
                each.called,
                *(
                    day
                    for unit in course.units
                    for day in (
                        _passed_on(course, unit, each.learner),
                        _finished_on(course, unit.n, each.learner),
                    )
                ),
                _all_on(course, each.learner),
                EVIDENCE_ONLY,
            )
            for each in by_name(ledger)
        ),
    )


def by_name(ledger: Sequence[Completer]) -> Sequence[Completer]:
    """Return learners by what they are called: no other order says anything of them."""
    return sorted(ledger, key=lambda each: (each.called.casefold(), each.called))


def for_accreditor(
    cohort: Cohort,
    ledger: Sequence[Completer],
    figures: Sequence[str],
    made_on: date,
    *,
    items: Sequence[str] = (),
) -> Document:
    """Return all that somebody who accredits a course with units asks for.

    `figures` are those of the evaluation, `items` those of single questions, as they were told, a line each;
    none is worked out here.
    """
    course = cohort.course
    facts = (
        *parts_of.what(course),
        ("Zone of all days", course.zone),
        *_minutes(course),
        *parts_of.hours(course),
        *parts_of.made(made_on),
    )
    finished = Rows(
        head=("Learner", *(f"Unit {each.n}" for each in course.units), "All"),
        rows=tuple(
            (
                each.called,
                *(_finished_on(course, unit.n, each.learner) for unit in course.units),
                _all_on(course, each.learner),
            )
            for each in by_name(ledger)
        ),
    )
    passed = Rows(
        head=("Learner", *(f"Unit {each.n}" for each in course.units)),
        rows=tuple(
            (each.called, *(_passed_on(course, unit, each.learner) for unit in course.units))
            for each in by_name(ledger)
        ),
    )
    parts = (
        Aside(text=EVIDENCE_ONLY),
        Pairs(pairs=facts),
        Heading(text="Units"),
        _units(course),
        Prose(text=RECKONED),
        *parts_of.objectives(course, with_service=True),
        Heading(text="Units finished on"),
        finished,
        *_tests(course, passed, items),
        Heading(text="Evaluation"),
        Prose(text="\n\n".join(figures) if figures else parts_of.NO_FIGURES),
        *parts_of.in_own_words(cohort, beside=COMPLETION_ONLY),
    )
    return Document(title="For an accreditor", parts=parts, foot=EVIDENCE_ONLY)


def _minutes(course: Course) -> tuple[parts_of.Pair, ...]:
    about = course.about_minutes
    with_tests = (("With the tests, about", f"{about} minutes"),) if about else ()
    return (("All units, as their author reckons", f"{course.minutes} minutes"), *with_tests)


def _units(course: Course) -> Rows:
    return Rows(
        head=("Unit", "Minutes", "Items", "Questions to draw from"),
        rows=tuple(
            (
                _titled(unit),
                str(unit.minutes),
                "; ".join(_described(each) for each in unit.items),
                str(len(unit.asked)) if unit.asked else NO_TEST,
            )
            for unit in course.units
        ),
    )


def _tests(course: Course, passed: Rows, items: Sequence[str]) -> Iterator[Part]:
    """Say how tests go, who passed when, and what was told of single questions; no answer is known."""
    yield Heading(text="Tests")
    if not any(each.test for each in course.units):
        yield Prose(text="This course has no tests.")
        return
    rule = course.tests
    tries = "one attempt" if rule.attempts == 1 else f"{rule.attempts} attempts"
    hours = int(rule.cooldown.total_seconds()) // 3600
    yield Prose(
        text=f"Each test draws {rule.draw} questions of its unit. {needed(rule, rule.draw)} of {rule.draw} "
        f"pass it. There are {tries}, the next one {hours} hours after one was handed in, and reasons are "
        "shown after each. Days on which a test was passed:"
    )
    yield passed
    yield Heading(text="Single questions", level=2)
    yield Prose(text="\n\n".join(items) if items else NO_ITEMS)


def _titled(unit: Unit) -> str:
    return f"{unit.n}. {unit.title}"


def _described(item: Item) -> str:
    how = "required" if item.required else "optional"
    return f"{item.title} ({item.kind}, {'taken out while it ran' if item.is_withdrawn else how})"


def _ticked(course: Course, learner: Learner) -> Iterator[Part]:
    """List what somebody ticked, unit by unit; what was taken out since counts as what they did, too."""
    found = [
        (
            unit,
            [item for place, item in enumerate(unit.items) if f"{unit.n}.{place}" in learner.ticks],
        )
        for unit in course.units
    ]
    rows = tuple(
        (_titled(unit), "; ".join(f"{each.title} ({each.kind})" for each in items))
        for unit, items in found
        if items
    )
    if rows:
        yield Heading(text="What was ticked")
        yield Rows(head=("Unit", "Items"), rows=rows)


def _passed_on(course: Course, unit: Unit, learner: Learner) -> str:
    """Return on which day the test was passed; which attempt it was stands nowhere."""
    if not unit.test:
        return NO_TEST
    found = (each for each in sittings_in(learner, unit.n) if has_passed(course, each))
    at = min((each.handed_in for each in found if each.handed_in is not None), default=None)
    return _day(course, at) if at else NOT_YET


def _finished_on(course: Course, n: int, learner: Learner) -> str:
    at = learner.finished.get(n)
    return _day(course, at) if at else NOT_YET


def _all_on(course: Course, learner: Learner) -> str:
    """Return on which day the last of all units was finished."""
    at = completed_at(course, learner)
    return _day(course, at) if at else NOT_YET


def _day(course: Course, at: datetime) -> str:
    return at.astimezone(zone_of(course.zone)).date().isoformat()
