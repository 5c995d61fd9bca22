"""A course as plain text: its sessions, what comes around them, and which of its objectives that serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain

from bot.domain.courses.course import Course, CourseTemplate, Does, Pace, Push, Session
from bot.domain.courses.coverage import Coverage, coverage
from bot.domain.courses.units import Unit
from bot.domain.round_plan import in_words
from bot.services.cards.courses.schedule import lasts


def lines_of_course(template: CourseTemplate) -> Sequence[str]:
    """Return what learners read, in the order of the file."""
    course = template.course
    return [
        course.title,
        "",
        course.about,
        *chain.from_iterable(("", *_session(each)) for each in course.sessions),
        *chain.from_iterable(("", *_unit(each)) for each in course.units),
        *chain.from_iterable(("", *_push(each)) for each in course.pushes),
    ]


def facts_of_course(template: CourseTemplate) -> Mapping[str, str]:
    """Return what is known about it."""
    course = template.course
    return {
        "id": f"{template.id}, version {template.version}, {template.locale}",
        "forms": course.short_title,
        "level": course.level,
        **({"for": course.audience} if course.audience else {}),
        "goes": _goes(course),
        "prompts": f"{len(course.pushes)}, each for the learner alone",
        "serves": f"{coverage(course).in_words} objectives",
        "empty": "; ".join(empty_in(course)),
    }


def coverage_lines(course: Course) -> Iterator[str]:
    """Yield a line for each objective, with what serves it; what nothing serves is said to be so."""
    found: Coverage = coverage(course)
    by = "a prompt or a question" if course.units else "a prompt"
    yield f"Objectives served by {by}: {found.in_words}."
    for name, aim in course.objectives.items():
        asked = len(found.questions[name])
        serves = [
            *(f"session {n}" for n in found.sessions[name]),
            *(f"unit {n}" for n in found.units[name]),
            *([f"{asked} question{'' if asked == 1 else 's'}"] if asked else []),
            *found.pushes[name],
        ]
        if name in found.unserved:
            serves.append("no prompt or question yet" if course.units else "no prompt yet")
        yield f"  {name}  {aim}: {', '.join(serves)}"


def empty_in(course: Course) -> Sequence[str]:
    """Return what the organiser enters before it can be published, or may."""
    links = sum(not item.link for item in course.items.values())
    found = ["disclosures", "approvals", "credit hours"]
    if links:
        found.append(f"{links} link{'' if links == 1 else 's'}")
    return found


def _goes(course: Course) -> str:
    if course.units:
        return f"in each learner's own pace, {len(course.units)} units: {lasts(course)}"
    if course.pace is Pace.OWN:
        return f"in each learner's own pace, over {max(each.when.day for each in course.pushes)} days"
    together = in_words(timedelta(minutes=course.minutes))
    live = f"{len(course.sessions)} live sessions, {together} together"
    return f"{live}, in {course.zone}; the dates are an example"


def _session(session: Session) -> Iterator[str]:
    yield f"Session {session.n}: {session.title} ({session.minutes} minutes)"
    for segment in session.segments:
        yield f"  {'practise' if segment.practises else 'teach'}: {segment.title}"
    for reading in session.readings:
        yield f"  {'required' if reading.required else 'optional'}: {reading.title}"


def _unit(unit: Unit) -> Iterator[str]:
    yield f"Unit {unit.n}: {unit.title} ({unit.minutes} minutes)"
    for item in unit.items:
        yield f"  {'required' if item.required else 'optional'}, {item.kind}: {item.title}"
    for asked in unit.asked:
        served = f" ({', '.join(asked.objectives)})" if asked.objectives else ""
        yield f"  {asked.id}{served}: {asked.text}"
        for place, option in enumerate(asked.options):
            yield f"    {'[x]' if place == asked.answer else '[ ]'} {option}"
        yield f"    why: {asked.why}"


def _push(push: Push) -> Iterator[str]:
    served = f" ({', '.join(push.objectives)})" if push.objectives else ""
    yield f"{push.when}, {push.id}{served}"
    yield from (f"  {line}" for line in push.text.splitlines())
    match push.does:
        case Does.CHOICE | Does.MULTI:
            own = ["[my own word]"] if push.own_words else []
            yield f"  {' '.join([f'[{option.label}]' for option in push.options] + own)}"
        case Does.SCALE:
            yield f"  0 {push.low_label} ... 10 {push.high_label}"
        case Does.FLOW:
            yield f"  leads to {push.flow}"
        case Does.TEXT | Does.READ:
            pass
