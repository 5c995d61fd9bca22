"""Files of a course with units: finished on which day, in which words, and never how anybody answered."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.courses.cohort import Stage
from bot.domain.courses.completion import COMPLETION_ONLY
from bot.domain.courses.course import EVIDENCE_ONLY, Credit
from bot.domain.courses.learners import Learner
from bot.domain.courses.sittings import Drawn, Sitting
from bot.domain.people import Account
from bot.services.courses import learners as kept
from bot.surface.card import Card, Choose
from bot.surface.outcome import Outcome
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.attendance_hands import BOTH, Hands, files
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.small_house import card_of, control, errors_of, form_of

LATE = datetime(2026, 11, 10, 3, 30, tzinfo=UTC)
"""Still the ninth of November in New York, where the course's clock hangs."""
EVERY_ITEM = frozenset(f"{n}.{place}" for n in (1, 2, 3) for place in (0, 1))


def sat(unit: int, at: datetime, right: int = 5) -> Sitting:
    """A test that was handed in, with so many of five right."""
    asked = THREE_UNITS.course.units[unit - 1].test[:5]
    return Sitting(
        unit=unit,
        drawn=tuple(Drawn(question=each.id, order=(0, 1, 2, 3)) for each in asked),
        begun_at=at - timedelta(minutes=9),
        answers={each.id: (each.answer + (place >= right)) % 4 for place, each in enumerate(asked)},
        handed_in=at,
    )


def through(*units: int, at: datetime = LATE, took: Mapping[int, str] | None = None) -> Learner:
    """A learner who finished these units, a day apart."""
    days = {n: at + timedelta(days=place) for place, n in enumerate(units)}
    return Learner(
        agreed_at=at - timedelta(days=3),
        ticks=frozenset(name for name in EVERY_ITEM if int(name[0]) in units),
        finished=days,
        sittings=tuple(sat(n, day) for n, day in days.items()),
        took=took or {},
    )


async def is_now(course: CourseHouse, who: Account, learner: Learner) -> None:
    """Let the course know this of somebody."""
    member = await course.member(who)
    await course.run(lambda unit, _page: kept.keep_learner(course.house.desk, unit, member, learner))


@asynccontextmanager
async def in_units() -> AsyncIterator[Hands]:
    """Open a course of three units that Lena finished, and of which Miro finished one at his second try."""
    with course_world() as house:
        course = await CourseHouse.begin(house, course=THREE_UNITS.course, stage=Stage.RUNNING, learners=BOTH)
        await is_now(course, LENA, through(1, 2, 3))
        miro = through(1)
        first = sat(1, LATE - timedelta(days=1), right=2)
        await is_now(course, MIRO, replace(miro, sittings=(first, *miro.sittings)))
        yield Hands(course)


async def _own(hands: Hands, who: Account) -> Card:
    seen = card_of(await hands.house.command("course continue", who))
    return card_of(await hands.press_on(seen, "complete.offer", who))


async def _text(hands: Hands, who: Account) -> str:
    return _markdown(await hands.press_on(await _own(hands, who), "evidence.make", who))


def _markdown(made: Outcome) -> str:
    return files(made)["md"].decode()


async def _which(hands: Hands) -> Card:
    return card_of(await hands.press_on(card_of(await hands.house.command("course", TESS)), "evidence.which"))


async def test_who_finished_every_unit_has_evidence_of_completion() -> None:
    """Unit by unit: minutes as reckoned, items, days in the course's zone, and the words of the course."""
    async with in_units() as hands:
        offered = await _own(hands, LENA)
        assert "evidence of completion" in offered.text
        text = await _text(hands, LENA)
        assert text.startswith(f"# Evidence of completion\n\n*{COMPLETION_ONLY}*")
        assert "**Units finished:** 3 of 3" in text
        assert "| 1. Invented unit 1 | 50 | 2026-11-09 | 2026-11-09 |" in text
        assert "| 1. Invented unit 1 | Webinar 1 (webinar); Chapter 1 (reading) |" in text
        assert "| 2026-11-11 | 2026-11-11 |" in text
        assert "**All units, as their author reckons:** 120 minutes" in text
        assert "> Approved by an invented board." in text
        assert "Miro" not in text


async def test_hours_stand_on_it_only_where_the_organiser_entered_them() -> None:
    """None entered: none anywhere. Entered: in their words, and only once every unit is finished."""
    async with in_units() as hands:
        assert "hours" not in (await _text(hands, LENA)).casefold()
        await hands.course.change(
            lambda cohort: replace(
                cohort, course=replace(cohort.course, credit=Credit(hours="4.0", wording=COMPLETION_ONLY))
            )
        )
        assert "**Credit hours, as its organiser entered them:** 4.0" in await _text(hands, LENA)
        assert "hours" not in (await _text(hands, MIRO)).casefold()


async def test_before_the_last_unit_it_is_a_record_so_far() -> None:
    """It says what is open, and calls nothing complete; which attempt it was stands nowhere."""
    async with in_units() as hands:
        assert "units are still open" in (await _own(hands, MIRO)).text
        text = await _text(hands, MIRO)
        assert text.startswith(f"# A record so far\n\n*{EVIDENCE_ONLY}*")
        assert "**Units finished:** 1 of 3" in text
        assert "| 2. Invented unit 2 | 30 | not yet | not yet |" in text
        assert "completion" not in text.casefold()
        assert "2026-11-08" not in text  # the test that was not passed
        assert "attempt" not in text


async def test_how_long_it_took_is_on_it_only_where_the_learner_wishes() -> None:
    """Their own word, on their own file; a trainer's file of them never has it."""
    async with in_units() as hands:
        await is_now(hands.course, LENA, through(1, 2, 3, took={1: "longer", 3: "about"}))
        offered = await _own(hands, LENA)
        form = form_of(await hands.press_on(offered, "evidence.name", LENA))
        assert [each.name for each in form.fields] == ["name", "time"]
        nothing = await hands.house.submit_by(LENA, form, {"time": "left_out"})
        assert "name" in errors_of(nothing)
        made = await hands.house.submit_by(LENA, form, {"time": "shown"})
        assert "How long it took" in _markdown(made)
        assert "How long it took" not in await _text(hands, LENA)
        chosen = await hands.choose_on(
            await _which(hands), "evidence.one", [(await hands.course.member(LENA)).id.hex]
        )
        theirs = _markdown(await hands.press_on(card_of(chosen), "evidence.make"))
        assert "How long it took" not in theirs
        assert theirs == await _text(hands, LENA)


async def test_the_table_has_the_days_of_every_learner_and_unit() -> None:
    """In the order of names, with nothing that adds up or compares."""
    async with in_units() as hands:
        offered = await hands.press_on(await _which(hands), "evidence.offer")
        made = await hands.press_on(card_of(offered), "evidence.make")
        body = files(made)["csv"].decode("utf-8-sig")
        head, lena, miro = csv.reader(io.StringIO(body, newline=""))
        assert head[1:3] == ["Unit 1, test passed on", "Unit 1, finished on"]
        days = [f"2026-11-{day}" for day in ("09", "09", "10", "10", "11", "11", "11")]
        assert lena == ["Lena", *days, EVIDENCE_ONLY]
        assert miro == ["Miro", "2026-11-09", "2026-11-09", *["not yet"] * 5, EVIDENCE_ONLY]


async def test_one_file_for_an_accreditor_has_units_and_tests() -> None:
    """Items, how many questions there are to draw from, the rule, and who passed on which day."""
    async with in_units() as hands:
        offered = await hands.press_on(await _which(hands), "evidence.accreditor")
        text = _markdown(await hands.press_on(card_of(offered), "evidence.make"))
        for part in (
            "Webinar 1 (webinar, required); Chapter 1 (reading, required); Film 1 (video, optional)",
            "| 12 |",
            "Each test draws 5 questions of its unit. 4 of 5 pass it. There are 3 attempts",
            "| Lena | 2026-11-09 | 2026-11-10 | 2026-11-11 |",
            "| Miro | 2026-11-09 | not yet | not yet |",
            "No figure of single questions was told.",
            "| O1 | describe something | 1, 2, 3 |",
        ):
            assert part in text
        assert "ABCD2345" not in text
        assert "the right one" not in text


async def test_nobody_has_the_record_of_another() -> None:
    """A learner's press on somebody else's record is refused; a learner has no way to the trainer's files."""
    async with in_units() as hands:
        which = control(await _which(hands), "evidence.one")
        assert isinstance(which, Choose)
        theirs = hands.house.desk.mint(MIRO)("evidence.make", (await hands.course.member(LENA)).id, "one")
        assert card_of(await hands.press_ref(theirs, MIRO)).text_id == "course.not_yours"
        all_of_it = hands.house.desk.mint(MIRO)("evidence.which", hands.course.id)
        assert card_of(await hands.press_ref(all_of_it, MIRO)).text_id == "course.not_yours"
