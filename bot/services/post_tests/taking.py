"""A test as its learner takes it: begun, left and gone on with, looked over, and handed in.

Each answer is kept at once, and a press on a card of an earlier question changes nothing: only "Change an
answer" does, until it is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import Door, Standing, door, drawn, going_on, sittings_in
from bot.domain.courses.sittings import Sitting
from bot.domain.courses.units import Unit
from bot.services.cards.courses import post_tests as cards
from bot.services.courses import as_learner, learners
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.sharing.proposals import to_read
from bot.services.units.progress import step
from bot.services.units.showing import unit_card
from bot.surface.card import Block
from bot.surface.outcome import Outcome, answer

_AHEAD = frozenset({Door.LOCKED, Door.OPEN, Door.COOLING, Door.SPENT})
"""How a test stands of which something is still ahead; not once the course is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """The test of one unit, for who acts. `numbers` are what the control carries after the unit."""

    page: Page
    member: Member
    cohort: Cohort
    unit: Unit
    learner: Learner = field(repr=False)
    numbers: tuple[int, ...]
    changes: bool

    @property
    def course(self) -> Course:
        """The course."""
        return self.cohort.course

    @property
    def is_over(self) -> bool:
        """Whether the course is over: what was begun is handed in, and nothing new begins."""
        return self.cohort.stage is Stage.OVER

    @property
    def sittings(self) -> Sequence[Sitting]:
        """The attempts, the first first."""
        return sittings_in(self.learner, self.unit.n)

    @property
    def last(self) -> int | None:
        """Which attempt was handed in last."""
        ended = [n for n, each in enumerate(self.sittings) if each.handed_in is not None]
        return ended[-1] if ended else None

    def taken(self, sitting: Sitting) -> cards.Taken:
        """Return a sitting as its cards have it."""
        return cards.Taken(
            course_id=self.page.id,
            course=self.course,
            unit=self.unit,
            sitting=sitting,
            attempt=self.sittings.index(sitting),
        )


def show(turn: Turn) -> Outcome:
    """Show a test as it stands: what it is, the question that is next, or why it is not open."""
    at = _at(turn)
    return at if isinstance(at, Outcome) else _as_it_stands(turn, at)


def begin(turn: Turn) -> Outcome:
    """Draw the questions of a new attempt, where one may begin; ask the first. Pressed twice it is once."""
    at = _at(turn)
    if isinstance(at, Outcome):
        return at
    if door(at.course, at.learner, at.unit.n, turn.now).door is not Door.OPEN:
        return _as_it_stands(turn, at)
    if at.is_over:
        return _as_it_stands(turn, at)
    new = Sitting(
        unit=at.unit.n,
        drawn=drawn(at.unit, at.course.tests, at.learner.sittings, turn.desk.chance.below),
        begun_at=turn.now,
    )
    return _next(turn, _kept(turn, at, replace(at.learner, sittings=(*at.learner.sittings, new))))


def take(turn: Turn) -> Outcome:
    """Take an answer, and ask the next question."""
    at = _at(turn)
    if isinstance(at, Outcome):
        return at
    sitting, place = _meant(at), at.numbers[1] if len(at.numbers) > 1 else -1
    if sitting is None or place not in _places(at, sitting):
        return _as_it_stands(turn, at, (cards.EARLIER,))
    asked = sitting.drawn[place]
    if asked.question in sitting.answers and not at.changes:
        return _next(turn, at, (cards.EARLIER,))
    chosen = int(turn.choice) if turn.choice.isdecimal() else len(asked.order)
    if chosen >= len(asked.order):
        return _ask(turn, at, sitting, place, changes=at.changes)
    answers = {**sitting.answers, asked.question: asked.order[chosen]}
    return _next(turn, _with(turn, at, sitting, replace(sitting, answers=answers)))


def change(turn: Turn) -> Outcome:
    """Ask a question again whose answer is to be another."""
    at = _at(turn)
    if isinstance(at, Outcome):
        return at
    sitting = _meant(at)
    place = int(turn.choice) if turn.choice.isdecimal() else -1
    if sitting is None or place not in _places(at, sitting):
        return _as_it_stands(turn, at, (cards.EARLIER,))
    return _ask(turn, at, sitting, place, changes=True)


def later(turn: Turn) -> Outcome:
    """Take a "later": nothing is lost."""
    at = _at(turn)
    if isinstance(at, Outcome):
        return at
    if going_on(at.learner, at.unit.n) is None:
        return _as_it_stands(turn, at)
    return answer(cards.later(turn.mint, at.page.id, at.unit))


def hand_in(turn: Turn) -> Outcome:
    """Hand in what was chosen, once all of it is, and tell what came of it. Pressed twice it counts once."""
    at = _at(turn)
    if isinstance(at, Outcome):
        return at
    sitting = _meant(at)
    if sitting is None:
        return result(turn)
    if _first_open(at, sitting) is not None:
        return _next(turn, at)
    return _result(turn, _with(turn, at, sitting, replace(sitting, handed_in=turn.now)))


def result(turn: Turn) -> Outcome:
    """Show what came of an attempt that was handed in, with its reasons."""
    at = _at(turn)
    if isinstance(at, Outcome):
        return at
    return _result(turn, at)


def _at(turn: Turn) -> At | Outcome:
    found = as_learner.meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    named, *more = turn.ref.arg.split(".")
    n = int(named) if named.isdecimal() else 0
    cohort = cohorts.cohort_of(page)
    unit = cohort.course.unit(n)
    if unit is None or not unit.test:
        return unit_card(turn, page, member, n)
    return At(
        page=page,
        member=member,
        cohort=cohort,
        unit=unit,
        learner=learners.learner_of(member),
        numbers=tuple(int(each) for each in more if each.isdecimal()),
        changes=cards.CHANGES in more,
    )


def _as_it_stands(turn: Turn, at: At, lead: Sequence[Block] = ()) -> Outcome:
    standing = door(at.course, at.learner, at.unit.n, turn.now)
    if at.is_over and standing.door in _AHEAD:
        return answer(cards.over(turn.mint, at.page.id, at.unit, at.last))
    return _by_its_door(turn, at, standing, lead)


def _by_its_door(turn: Turn, at: At, standing: Standing, lead: Sequence[Block]) -> Outcome:
    mint, id_, unit = turn.mint, at.page.id, at.unit
    match standing.door:
        case Door.LOCKED:
            items = at.course.items
            missing = sorted(unit.required - at.learner.ticks, key=list(items).index)
            return answer(cards.locked(mint, id_, unit, [items[each].title for each in missing]))
        case Door.OPEN:
            return answer(cards.before(mint, id_, at.course, unit, standing))
        case Door.GOING_ON:
            return _next(turn, at, lead)
        case Door.COOLING:
            return answer(cards.cooling(mint, id_, unit, standing, _clock(turn, at), last=at.last))
        case Door.SPENT:
            return answer(cards.spent(mint, id_, at.cohort, unit, at.last))
        case Door.PASSED:
            return answer(cards.passed(mint, id_, unit, at.last))
        case _:
            assert_never(standing.door)


def _next(turn: Turn, at: At, lead: Sequence[Block] = ()) -> Outcome:
    """Ask what is not answered yet; where all is, show all of it before it is handed in."""
    sitting = going_on(at.learner, at.unit.n)
    if sitting is None:
        return _as_it_stands(turn, at)
    place = _first_open(at, sitting)
    if place is None:
        return to_read(turn, cards.look(turn.mint, at.taken(sitting), lead))
    return _ask(turn, at, sitting, place, lead)


def _ask(
    turn: Turn, at: At, sitting: Sitting, place: int, lead: Sequence[Block] = (), *, changes: bool = False
) -> Outcome:
    hosted = turn.capabilities.hosted
    card = cards.question(turn.mint, at.taken(sitting), place, lead, changes=changes, hosted=hosted)
    return to_read(turn, card)


def _result(turn: Turn, at: At) -> Outcome:
    """Show an attempt that was handed in; where it is none, how the test stands."""
    attempt = at.numbers[0] if at.numbers else -1
    if not 0 <= attempt < len(at.sittings) or at.sittings[attempt].handed_in is None:
        return _as_it_stands(turn, at)
    standing = door(at.course, at.learner, at.unit.n, turn.now)
    if at.is_over and standing.door in _AHEAD:  # nothing more is offered
        standing = Standing(door=Door.LOCKED)
    card = cards.result(
        turn.mint,
        at.taken(at.sittings[attempt]),
        standing,
        _clock(turn, at),
        begins=at.numbers[1] if len(at.numbers) > 1 else 0,
        is_finished=at.unit.n in at.learner.finished,
    )
    return to_read(turn, card)


def _meant(at: At) -> Sitting | None:
    """Return the sitting that a control is about, while it is the one that goes on."""
    sitting = going_on(at.learner, at.unit.n)
    if sitting is None or not at.numbers or at.sittings.index(sitting) != at.numbers[0]:
        return None
    return sitting


def _places(at: At, sitting: Sitting) -> Sequence[int]:
    """Return the places of what is asked in a sitting."""
    return [place for place, _, _ in at.taken(sitting).asked()]


def _first_open(at: At, sitting: Sitting) -> int | None:
    asked = at.taken(sitting).asked()
    return next((place for place, _, question in asked if question.id not in sitting.answers), None)


def _with(turn: Turn, at: At, before: Sitting, after: Sitting) -> At:
    """Keep a sitting in place of what it was."""
    sittings = tuple(after if each is before else each for each in at.learner.sittings)
    return _kept(turn, at, replace(at.learner, sittings=sittings))


def _kept(turn: Turn, at: At, learner: Learner) -> At:
    """Keep a learner who took a step, and what follows from it."""
    member = step(turn, at.page, at.member, learner)
    return replace(at, member=member, learner=learners.learner_of(member))


def _clock(turn: Turn, at: At) -> cards.Clock:
    zone = (turn.visitor.zone if turn.visitor else None) or turn.zone_told or at.course.zone
    return cards.Clock(now=turn.now, zone=zone)
