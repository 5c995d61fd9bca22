"""Files of attendance: a table, one file for an accreditor, one for a learner; evidence, and no more."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import EVIDENCE_ONLY
from bot.domain.documents import Document
from bot.domain.people import Account
from bot.ports.documents import Pdf
from bot.services.gatherings import pages
from bot.services.router import Router
from bot.surface.card import Card
from bot.surface.inbound import FormSubmitted
from bot.surface.outcome import Attach, Outcome
from bot.testing.courses import FOUR_SESSIONS
from tests.unit.courses.attendance_hands import BOTH, Hands, files
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.small_house import card_of, errors_of, form_of

TOLD = {"band": 8, "shares": [["fully", 60], ["mostly", 40]], "other": 0, "leading": ["fully"]}


class Paper:
    """Makes what only looks like a PDF."""

    makes_pdf = True

    def __init__(self, unwritten: int) -> None:
        """Be unable to write so many signs."""
        self.unwritten = unwritten

    def pdf(self, document: Document) -> Pdf:
        """Return the title alone."""
        return Pdf(body=document.title.encode(), unwritten=self.unwritten)


@asynccontextmanager
async def attended() -> AsyncIterator[Hands]:
    """Open a course in which Lena was there for 455 of 480 minutes, and Miro for none."""
    with course_world() as house:
        course = await CourseHouse.begin(house, stage=Stage.RUNNING, learners=BOTH)
        hands = Hands(course)
        for n in (1, 3, 4):
            await hands.whole(n, LENA)
        await hands.confirm(2, LENA, 95)
        yield hands


async def _which(hands: Hands) -> Card:
    return card_of(await hands.press_on(card_of(await hands.way(TESS, "attend.show")), "evidence.which"))


async def _made(hands: Hands, offered: Outcome, who: Account = TESS) -> Outcome:
    return await hands.press_on(card_of(offered), "evidence.make", who)


def _rows(body: bytes) -> Sequence[Sequence[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


async def test_the_table_has_the_minutes_of_every_learner_and_session() -> None:
    """Each line says what it is; the sums are those of the ledger."""
    async with attended() as hands:
        made = await _made(hands, await hands.press_on(await _which(hands), "evidence.offer"))
        head, *rows = _rows(files(made)["csv"])
        assert head[2] == "Session 2, 2026-12-08, of 120 minutes"
        assert rows == [
            ["Lena", "120", "95", "120", "120", "455", EVIDENCE_ONLY],
            ["Miro", "0", "0", "0", "0", "0", EVIDENCE_ONLY],
        ]


async def test_one_file_for_an_accreditor_has_it_all() -> None:
    """Objectives, minutes, tests, the evaluation as it was told, and the organiser's own words."""
    async with attended() as hands:
        house = hands.house
        await hands.course.run(
            lambda unit, page: pages.keep(
                house.desk, unit, page, evaluation={"closed": "", "figures": {"O1": TOLD, "O2": None}}
            )
        )
        made = await _made(hands, await hands.press_on(await _which(hands), "evidence.accreditor"))
        text = files(made)["md"].decode()
        for part in (
            EVIDENCE_ONLY,
            "| Lena | 120 | 95 | 120 | 120 | 455 |",
            "describe something",
            "This course has no tests.",
            "O1: 8+: about 60 % fully, 40 % mostly",
            "O2: Too few said, or too few said the same: nothing is told.",
            "> Approved by an invented board.",
            "> Nothing to disclose.",
        ):
            assert part in text
        assert "ABCD2345" not in text


async def test_a_learner_has_their_own_and_nobody_elses() -> None:
    """The same file that their trainer may have of them."""
    async with attended() as hands:
        mine = card_of(await hands.way(LENA, "attend.mine"))
        assert "1. Evening 1: 120 of 120 minutes" in mine.text
        own = files(await _made(hands, await hands.press_on(mine, "evidence.own", LENA), LENA))["md"]
        chosen = [(await hands.course.member(LENA)).id.hex]
        theirs = await _made(hands, await hands.choose_on(await _which(hands), "evidence.one", chosen))
        assert files(theirs)["md"] == own
        text = own.decode()
        assert "455 of 480 minutes" in text
        assert "confirmed by a trainer" in text
        assert "Miro" not in text


async def test_a_learner_may_write_their_name_on_it() -> None:
    """Beside what the course calls them; it is kept nowhere, and nobody writes on the file of another."""
    async with attended() as hands:
        house = hands.house
        mine = card_of(await hands.way(LENA, "attend.mine"))
        offered = card_of(await hands.press_on(mine, "evidence.own", LENA))
        form = form_of(await hands.press_on(offered, "evidence.name", LENA))
        assert "name" in errors_of(await house.submit_by(LENA, form, {"name": " "}))
        made = files(await house.submit_by(LENA, form, {"name": "Lena *Ortiz*"}))["md"].decode()
        assert "**Learner, as they are called in the course:** Lena" in made
        assert "**Name, as they wrote it themselves:** Lena \\*Ortiz\\*" in made
        assert "Ortiz" not in repr(await hands.course.learner(LENA))
        theirs = house.desk.mint(MIRO)("evidence.named", (await hands.course.member(LENA)).id)
        event = FormSubmitted(**house.facts(MIRO), ref=theirs, values={"name": "Miro"})
        assert card_of(await house.hear(event)).text_id == "course.not_yours"


async def test_a_session_that_is_ahead_is_said_to_be() -> None:
    """Nobody missed what has not been, and nobody can be confirmed to have been there."""
    with course_world() as house:
        hands = Hands(await CourseHouse.begin(house, stage=Stage.RUNNING, learners=BOTH))
        await house.until(datetime(2026, 12, 2, 12, tzinfo=UTC))
        said = card_of(await hands.press_on(await hands.session(2), "attend.hand"))
        assert said.text_id == "attend.is_ahead"
        mine = card_of(await hands.way(MIRO, "attend.mine"))
        made = await _made(hands, await hands.press_on(mine, "evidence.own", MIRO), MIRO)
        text = files(made)["md"].decode()
        assert "| 1. Evening 1 | 2026-12-01 | 0 | 120 |" in text
        assert "| 2. Evening 2 | 2026-12-08 | not yet | 120 |" in text


async def test_a_copy_is_taken_back_where_there_is_a_notebook_to_note_it_in() -> None:
    """A trainer without one is told beforehand that it stays."""
    async with attended() as hands:
        offered = await hands.press_on(await _which(hands), "evidence.offer")
        assert "without one it stays there" in card_of(offered).text
        made = await _made(hands, offered)
        assert [act.id for act in made.then if isinstance(act, Attach)] == [None]
        mine = card_of(await hands.way(LENA, "attend.mine"))
        offered = await hands.press_on(mine, "evidence.own", LENA)
        assert "I remove it from there after 14 minutes" in card_of(offered).text
        made = await _made(hands, offered, LENA)
        assert all(act.id is not None for act in made.then if isinstance(act, Attach))
        assert "export.remove" in [one.name for one in card_of(made).controls]


async def test_it_is_a_pdf_where_one_can_be_made() -> None:
    """With signs that its letters cannot write, the text comes along."""
    async with attended() as hands:
        house = hands.house
        for unwritten, kinds in ((0, {"pdf"}), (2, {"pdf", "md"})):
            house.desk = replace(house.desk, documents=Paper(unwritten))
            house.router = Router(house.desk, changed=house.engine.wake)
            mine = card_of(await hands.way(LENA, "attend.mine"))
            made = await _made(hands, await hands.press_on(mine, "evidence.own", LENA), LENA)
            assert set(files(made)) == kinds
        assert "2 signs could not be written in the PDF." in card_of(made).text


async def test_no_hours_stand_in_it_until_the_organiser_enters_them() -> None:
    """Nothing follows from minutes; what they enter stands as they wrote it, cleaned for a page."""
    async with attended() as hands:
        mine = card_of(await hands.way(LENA, "attend.mine"))
        own = files(await _made(hands, await hands.press_on(mine, "evidence.own", LENA), LENA))["md"]
        assert b"hours" not in own
        credit = replace(FOUR_SESSIONS.course.credit, hours="8.0\u202e", wording="Ask yours.")
        await hands.course.change(
            lambda cohort: replace(cohort, course=replace(cohort.course, credit=credit))
        )
        own = files(await _made(hands, await hands.press_on(mine, "evidence.own", LENA), LENA))["md"]
        assert "Credit hours, as its organiser entered them:** 8.0\n" in own.decode()
        assert "> Ask yours." in own.decode()


async def test_who_left_is_in_no_file() -> None:
    """What was offered before says so."""
    async with attended() as hands:
        chosen = [(await hands.course.member(MIRO)).id.hex]
        offered = await hands.choose_on(await _which(hands), "evidence.one", chosen)
        member = await hands.course.member(MIRO)
        await hands.course.run(lambda unit, _page: unit.gatherings.remove_member(member.id))
        assert card_of(await _made(hands, offered)).text_id == "attend.left"
