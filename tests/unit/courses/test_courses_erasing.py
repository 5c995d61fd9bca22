"""Whoever goes for good is in no course: nothing more of it comes, and nothing that they showed is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.circles import PostKind
from bot.domain.courses.learners import Attended, Learner, Source
from bot.domain.people import Account
from bot.ports.keys import tombstone_mark
from bot.ports.store import Unit
from bot.services.circles.memberships import SHOWN_BY
from bot.services.courses import learners
from bot.services.courses.learners import keep_learner
from bot.services.gatherings import posts
from bot.services.gatherings.pages import Page
from tests.json_schema import problems
from tests.unit.circles.test_circles_erasing import buried
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.doors.two import Doors
from tests.unit.leaving import leaves, removed, tells
from tests.unit.small_house import card_of, control
from tests.unit.test_erasing import erased
from tests.unit.test_takeout_document import SCHEMA, files
from tests.unit.world import World

DISCORD = Account(surface="discord", workspace="app", user="77")
ZONE = "Pacific/Auckland"
HELD = Learner(
    agreed_at=datetime.fromisoformat("2026-11-02T09:00:00+00:00"),
    began_on=date(2026, 11, 3),
    ticks=frozenset({"1.0"}),
    done=frozenset({"pre1", "mid1"}),
    answers={"mid1": "curious"},
    attended={1: Attended(minutes=95, by=Source.WORD)},
    words=frozenset({"1.0", "1.1"}),
    evaluation={"O1": "mostly"},
)


async def with_two(house: World) -> CourseHouse:
    """A course with Lena and Miro; of Lena all is held that a course may hold, and a push is to come."""
    one = await CourseHouse.begin(house, learners={LENA: ZONE, MIRO: "UTC"})
    person, member = await one.person(LENA), await one.member(LENA)

    def work(unit: Unit, page: Page) -> None:
        desk = house.desk
        keep_learner(desk, unit, member, HELD)
        for push in ("pre1", "mid1"):
            unit.agenda.put(
                AgendaRow(
                    id=desk.chance.new_id(),
                    kind=AgendaKind.COURSE_PUSH,
                    due_at=house.clock.now() + timedelta(days=3),
                    owner=person.id,
                    ref=member.id,
                    rule=push,
                )
            )
        shown = posts.new(desk, PostKind.COURSE_SHARE, text="heliotrope")
        posts.keep(desk, unit, page, replace(shown, details={**shown.details, SHOWN_BY: member.id.hex}))

    await one.run(work)
    return one


def of_courses(house: World) -> int:
    """How many rows wait to bring something of a course."""
    return sum(row.kind is AgendaKind.COURSE_PUSH for row in house.tables.agenda.values())


async def test_who_is_erased_is_in_no_course_and_nobody_else_loses_a_row() -> None:
    """It is said before and after; a copy that is put back forgets them as a member, too."""
    with course_world() as house:
        one = await with_two(house)
        member, other = await one.member(LENA), await one.member(MIRO)
        offer = card_of(await house.command("erase", LENA))
        assert "a course (An invented course in chat). That ends." in offer.text
        assert "attendance and tests with it" in offer.text
        assert "You are in no course any more" in card_of(await erased(house, LENA)).text
        assert member.id not in house.tables.members
        assert other.id in house.tables.members
        assert (of_courses(house), len(house.tables.posts)) == (0, 0)
        assert tombstone_mark(member.id) in buried(house)


async def test_all_that_a_course_holds_goes_along() -> None:
    """In the file for programs as its schema says, and in the one to read."""
    with course_world() as house:
        await with_two(house)
        made, to_read = await files(house, LENA)
        assert problems(made, SCHEMA) == []
        assert made["circles"] == []
        [held] = made["courses"]
        assert held == {
            "title": "An invented course",
            "surface": "chat",
            "called": "Lena",
            "looks_after_it": False,
            "agreed_at": "2026-11-02T22:00:00+13:00",
            "began_on": "2026-11-03",
            "readings_ticked": ["1.0"],
            "answered": ["mid1", "pre1"],
            "answers_until_a_figure": {"mid1": "curious"},
            "attended": [{"session": 1, "minutes": 95, "by": "word"}],
            "code_words_sent": ["1.0", "1.1"],
            "evaluation": {"O1": "mostly"},
            "units_finished": [],
            "tests": [],
            "attempts_given": {},
            "it_took": {},
            "last_step_at": None,
            "no_reminders": False,
            "shown_to_trainers": [{"text": "heliotrope"}],
            "asked": [],
            "more": {},
        }
        assert "- In a course: An invented course in chat, as Lena" in to_read
        assert "heliotrope" in to_read
        assert "To come: something of a course" in to_read
        others, _ = await files(house, MIRO)
        assert "heliotrope" not in json.dumps(others)
        assert others["courses"][0]["shown_to_trainers"] == []


async def test_what_data_says_what_a_course_knows() -> None:
    """By its title, and that trainers may read an entry; no word of the entry, and no circle."""
    with course_world() as house:
        await with_two(house)
        text = card_of(await house.command("what-data", LENA)).text
        assert "You are in: a course (An invented course in chat)." in text
        assert "One page is shown to trainers" in text
        assert "company" not in text
        assert "heliotrope" not in text


async def test_a_trainer_without_a_notebook_reads_theirs_and_ends_it() -> None:
    """What they look after stays; of a learner nothing is said to them."""
    with course_world() as house:
        one = await with_two(house)
        assert "which you look after" in card_of(await house.command("what-data", TESS)).text
        assert "A course (An invented course in chat" in card_of(await house.command("export", TESS)).text
        offer = card_of(await house.command("erase", TESS))
        assert "What you look after stays" in offer.text
        await house.press(control(offer, "erase.circles"), TESS)
        assert house.desk.index(TESS) not in {row.index for row in house.tables.members.values()}
        assert one.id in house.tables.gatherings


async def test_a_circle_word_knows_no_course() -> None:
    """`circle` lists circles alone."""
    with course_world() as house:
        await with_two(house)
        assert "invented" not in card_of(await house.command("circle", LENA)).text


async def test_a_course_goes_with_the_notebook_when_a_door_is_taken_away() -> None:
    """Unlinked or closed by its platform, the account goes; what its person learns goes on by another."""
    with course_world() as house:
        one, doors = await with_two(house), Doors(house)
        await doors.link(DISCORD, LENA)
        await doors.unlink(LENA, DISCORD)
        member = await one.member(DISCORD)
        assert learners.learner_of(member) == HELD
        assert of_courses(house) == 2
        house.organisation = ""
        assert "a course" in card_of(await house.command("what-data", DISCORD)).text
        assert card_of(await house.command("what-data", LENA)).text_id == "nothing_held"


async def test_a_closed_account_learns_on_by_another_door() -> None:
    """And where there is none it stays in the course as long as the notebook does."""
    with course_world() as house:
        one, doors = await with_two(house), Doors(house)
        await doors.link(DISCORD, LENA)
        for who in (LENA, MIRO):
            await leaves(house, who)
        assert (await one.learner(DISCORD)).done == HELD.done
        assert (await one.member(MIRO)).account == MIRO
        await house.until(house.clock.now() + timedelta(days=40))
        assert house.desk.index(MIRO) not in {row.index for row in house.tables.members.values()}
        assert (await one.learner(DISCORD)).done == HELD.done


async def test_what_does_not_open_holds_nobody_here() -> None:
    """A course whose key is gone keeps neither the member nor what was to come to them."""
    with course_world() as house:
        one = await with_two(house)
        house.vault.shred(one.id)
        await erased(house, LENA)
        assert house.desk.index(LENA) not in {row.index for row in house.tables.members.values()}
        assert of_courses(house) == 0


async def test_where_reststop_is_removed_nothing_of_a_course_is_to_come() -> None:
    """With its organisation a course ends: the key, every row, and what waited for its learners."""
    with course_world() as house:
        one = await with_two(house)
        await tells(house, removed())
        await house.until(house.clock.now() + timedelta(days=40))
        assert one.id not in house.tables.gatherings
        assert (of_courses(house), house.tables.members, house.tables.posts) == (0, {}, {})
        assert tombstone_mark(one.id) in buried(house)
