"""Makes the units of a course of the entries in its file. What comes here has the form of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from adapters.content.course_unit_models import (
    AskEntry,
    InUnits,
    ItemEntry,
    NudgesEntry,
    PostTestEntry,
    QuestionEntry,
    UnitEntry,
)
from bot.domain.courses.course import Does, Push
from bot.domain.courses.materials import Item
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.courses.units import AskRule, Question, TestRule, Unit
from bot.errors import BadInput

NO_ANSWER = "The answer is none of the options. Copy the right one, or count from 0."
_CLOCK = re.compile(r"PT(?:([0-9]+)H)?(?:([0-9]+)M)?")


def unit_of(entry: UnitEntry) -> Unit:
    """One unit.

    Raises:
        BadInput: the answer of a question is none of its options.
    """
    return Unit(
        n=entry.n,
        title=entry.title,
        minutes=entry.minutes,
        items=tuple(map(_item, entry.items)),
        objectives=tuple(entry.objectives),
        test=tuple(map(_question, entry.test)),
    )


def test_rule_of(entry: PostTestEntry | None) -> TestRule:
    """How tests go; as usual where the file says nothing."""
    entry = entry or PostTestEntry()
    return TestRule(
        draw=entry.draw, pass_mark=entry.pass_mark, attempts=entry.attempts, cooldown=_hours(entry.cooldown)
    )


def ask_rule_of(entry: AskEntry | None) -> AskRule | None:
    """What is promised on questions; None where none are taken."""
    if entry is None:
        return None
    return AskRule(reply_within=_hours(entry.reply_within), nudge_at=_hours(entry.nudge_at))


def nudges_of(entry: NudgesEntry | None) -> tuple[int, ...]:
    """After how many idle days somebody hears."""
    return tuple(int(each[1:-1]) for each in entry.if_idle) if entry else ()


def minutes_of(written: str | None) -> int:
    """Read `PT4H` or `PT3H40M`; 0 where nothing stands there."""
    found = _CLOCK.fullmatch(written or "")
    return 60 * int(found[1] or 0) + int(found[2] or 0) if found else 0


def reflection_id(n: int) -> str:
    """What the question after a unit is called."""
    return f"u{n}_reflection"


def reflections_of(content: InUnits) -> Iterator[Push]:
    """The question for the learner alone that comes the day after each unit."""
    usual = content.unit_reflection.text if content.unit_reflection else ""
    for unit in content.units:
        text = unit.reflection or usual
        if text:
            when = Moment(anchor=Anchor.DONE, unit=unit.n, days=1)
            yield Push(id=reflection_id(unit.n), when=when, does=Does.TEXT, text=text)


def _item(entry: ItemEntry) -> Item:
    return Item(title=entry.title, kind=entry.kind, required=entry.required, link=entry.link or "")


def _question(entry: QuestionEntry) -> Question:
    place = entry.place
    if place is None:
        raise BadInput(NO_ANSWER)
    return Question(
        id=entry.id,
        text=entry.q,
        options=tuple(entry.options),
        answer=place,
        why=entry.why,
        objectives=tuple(entry.objectives),
    )


def _hours(written: str) -> timedelta:
    return timedelta(hours=int(written[2:-1]))
