"""A course or a round as a reviewer reads it: every word of it, in the order in which people meet them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.courses.course import Course, CourseTemplate, Does, Push, Session
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.prompts import Option
from bot.domain.round_plan import in_words
from bot.domain.rounds import RoundTemplate
from bot.services.cards.admin.whole_units import parts_of_promises, parts_of_units
from bot.services.cards.courses.schedule import session_name, several

PAGE_MOST = 1_400
"""Characters of a course or a round on one card."""


def course_parts(template: CourseTemplate) -> tuple[str, ...]:
    """Return what learners read of a course: what it is, its sessions or units, and all that comes to them.

    Of a test all questions stand there, with what is right and why.
    """
    course = template.course
    level = (f"Level: {course.level}", *((f"For: {course.audience}",) if course.audience else ()))
    aims = (f"- {each}" for each in course.objectives.values())
    terms = (f"Cancelling: {course.policy.text}",) if course.policy.text else ()
    first = (
        course.about,
        "",
        *level,
        "",
        "Its objectives:",
        *aims,
        *terms,
        f"Credit: {course.credit.wording}",
    )
    sessions = ("\n".join(_session(each)) for each in course.sessions)
    pushes = ("\n".join(_push(course, each)) for each in course.pushes)
    return ("\n".join(first), *sessions, *parts_of_units(course), *pushes, *parts_of_promises(course))


def round_parts(kept: RoundTemplate) -> tuple[str, ...]:
    """Return what people read of a round, from where it is chosen to its end."""
    below = f"{kept.heard} / {kept.known} / {kept.answer}"
    starters = (f"First words of an answer: {' / '.join(kept.starters)}",) if kept.starters else ()
    return (
        f"Where a facilitator chooses: {kept.about}",
        "\n".join(kept.rules),
        f"{kept.arrive.ask}\n{_answers(kept.arrive.options)}",
        f"{kept.share}\nWho shares may wish for: {' / '.join(each.label for each in kept.wishes)}",
        "\n".join((f"Below what is shared: {below}", *starters)),
        f"{kept.arrive.told}, where enough people tapped. Else: {kept.arrive.few}",
        kept.closing,
    )


def pages(parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return parts in pages that every platform can show; no part is cut."""
    found: list[tuple[str, ...]] = []
    for part in parts:
        if found and sum(map(len, found[-1])) + len(part) <= PAGE_MOST:
            found[-1] = (*found[-1], part)
        else:
            found.append((part,))
    return tuple(found)


def _session(session: Session) -> Iterator[str]:
    yield f"{session_name(session)} ({session.minutes} minutes)"
    for segment in session.segments:
        yield f"- {'practise' if segment.practises else 'teach'}: {segment.title}"
    for reading in session.readings:
        yield f"- to read{'' if reading.required else ', if they like'}: {reading.title}"


def _push(course: Course, asked: Push) -> Iterator[str]:
    yield f"{_when(course, asked.when)}:"
    yield asked.text
    match asked.does:
        case Does.CHOICE | Does.MULTI:
            yield _answers(asked.options, own_words=asked.own_words)
        case Does.SCALE:
            yield f"Answers: 0 {asked.low_label} to 10 {asked.high_label}"
        case Does.TEXT:
            yield "Answers: a few words of one's own"
        case Does.FLOW:
            yield f"A press begins the flow {asked.flow}, which is signed by itself."
        case Does.READ:
            yield "There is nothing to answer."


def _answers(options: Sequence[Option], *, own_words: bool = False) -> str:
    own = ("my own word",) if own_words else ()
    return f"Answers: {' / '.join((*(each.label for each in options), *own))}"


def _when(course: Course, when: Moment) -> str:
    """Return when something comes, by the sessions or on a learner's own day: a template has no dates."""
    if when.anchor is Anchor.DAY:
        return f"On day {when.day}"
    if when.wall_clock is not None:
        return f"On {when.wall_clock:%Y-%m-%d at %H:%M}"
    if when.anchor is Anchor.DONE:
        return _apart(when, "after", f"unit {when.unit} is finished") or f"Once unit {when.unit} is finished"
    number = when.session or len(course.sessions)
    side = "start" if when.anchor is Anchor.START else "end"
    way = "before" if when.is_before else "after"
    end = f"the {side} of session {number}"
    return _apart(when, way, end) or f"At {end}"


def _apart(when: Moment, way: str, anchor: str) -> str:
    """Return how long before or after its anchor something comes; empty where it comes with it."""
    spans = [several(abs(when.days), "day", "days")] if when.days else []
    spans += [in_words(abs(when.shift))] if when.shift else []
    return f"{' and '.join(spans)} {way} {anchor}" if spans else ""
