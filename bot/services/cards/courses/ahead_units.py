"""A look ahead at a course with units: what comes after which of them, on days of each learner's own."""

from __future__ import annotations

from uuid import UUID

from bot.domain.courses.course import Course
from bot.services.cards.courses.ahead import short
from bot.services.cards.courses.overview import back
from bot.services.cards.courses.schedule import after_unit, length
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Fields, Reach, aside, say
from bot.surface.text import shown

HOURS = (
    "Each comes so long after somebody finished the unit, outside of their quiet hours. Nobody gets more "
    "than one of these a day."
)
AWAY = (
    "Who is on leave or paused gets it after that, one a day. Days off and public holidays that your "
    "organisation named are left free."
)
"""What holds of every course with units."""


def of_units(mint: Mint, course_id: UUID, course: Course) -> Card:
    """Return what comes after each unit, and when a learner who took no step hears a word."""
    blocks: list[Block] = []
    for unit in course.units:
        after = [each for each in course.pushes if each.when.unit == unit.n]
        after.sort(key=lambda each: (each.when.days, each.when.shift, each.id))
        blocks.append(say(f"Unit {unit.n}: {shown(unit.title)} ({length(unit.minutes)})"))
        pairs = tuple((after_unit(each.when).capitalize(), short(each.text)) for each in after)
        blocks.append(Fields(pairs=pairs) if pairs else aside("Nothing comes after it."))
    if course.nudges:
        blocks.append(say(_nudges(course)))
    return Card(
        text_id="ahead.units",
        title="What comes after which unit",
        blocks=(
            *blocks,
            aside(HOURS),
            aside(AWAY),
            row(press(mint, "ahead.all", "Send me all of it now", course_id), back(mint, course_id)),
        ),
        summary="What your course will send",
        reach=Reach.PERSONAL,
    )


def _nudges(course: Course) -> str:
    days = " and ".join(str(each) for each in course.nudges)
    return (
        f"Who took no step for {days} days hears a word, once each time, and can turn that off. After it "
        "nothing comes until they go on."
    )
