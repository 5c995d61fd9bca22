"""How long a course takes to be planned for five hundred learners, and to be looked at before a launch."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from bot.domain.courses.ahead import ahead, as_calendar
from bot.domain.courses.timeline import LearnerTime, timeline
from bot.domain.people import QuietHours
from bot.domain.zones import every_zone
from bot.testing.courses import FOUR_SESSIONS, THREE_UNITS
from tests.bench.harness import Figure

LEARNERS = 500
ROUNDS = 5
PLAN_WITHIN, AHEAD_WITHIN = 1_000.0, 3_000.0
"""Milliseconds."""
COURSE = FOUR_SESSIONS.course
"""Four sessions and twelve pushes."""
SINCE = datetime(2026, 10, 20, tzinfo=UTC)


def plan_figures() -> Iterator[Figure]:
    """Plan each of the learners alone: a zone, quiet hours, a leave of their own, days that are taken."""
    zones = every_zone()
    learners = [
        LearnerTime(
            zone=zones[n * 7 % len(zones)],
            quiet=QuietHours(start=clock(18 + n % 6), end=clock(6 + n % 4, 30)),
            team_quiet=QuietHours(start=clock(19), end=clock(7)) if n % 2 else None,
            away_until=date(2026, 12, 1 + n % 20) if n % 5 == 0 else None,
        )
        for n in range(LEARNERS)
    ]
    taken = [date(2026, 12, 2), date(2026, 12, 9)]

    def plan() -> None:
        for learner in learners:
            timeline(COURSE, learner, since=SINCE, taken=taken)

    in_units = [
        replace(each, finished=frozenset((1 + m, SINCE + timedelta(days=m, minutes=n)) for m in range(n % 4)))
        for n, each in enumerate(learners)
    ]

    def plan_units() -> None:
        for learner in in_units:
            timeline(THREE_UNITS.course, learner, since=SINCE, taken=taken)

    yield _figure("course_plan", plan, PLAN_WITHIN, "each learner is planned alone, none like another")
    yield _figure(
        "course_plan_units", plan_units, PLAN_WITHIN, "each has finished other units at other times"
    )


def ahead_figures() -> Iterator[Figure]:
    """Look at it from as many zones as there are, with every message of five hundred learners in a file."""
    zones = every_zone()
    counts = {
        zone: LEARNERS // len(zones) + (place < LEARNERS % len(zones)) for place, zone in enumerate(zones)
    }
    counted = {zone: count for zone, count in counts.items() if count}

    def look() -> None:
        views = ahead(COURSE, counted, since=SINCE)
        as_calendar(COURSE, views, uid="course", made_at=SINCE)

    yield _figure(
        "time_machine", look, AHEAD_WITHIN, "every zone is another one; the list and the calendar file"
    )


def _figure(bench: str, work: Callable[[], None], within: float, why: str) -> Figure:
    """Return what it took of the processor beside what it may take: milliseconds, as it waits for nothing."""
    work()
    took = sorted(_millis(work) for _ in range(ROUNDS))
    ratios = [round(each / within, 3) for each in took]
    ratio = round(statistics.median(took) / within, 3)
    return Figure(
        bench=bench,
        n=LEARNERS,
        rounds=ROUNDS,
        unit="ms",
        figure=round(statistics.median(took), 1),
        floor=within,
        ratio=ratio,
        spread=(ratios[0], ratios[-1]),
        target=1.0,
        ok=ratio <= 1.0,
        why=f"time of the processor; the floor is what it may take; {why}",
    )


def _millis(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1e3
