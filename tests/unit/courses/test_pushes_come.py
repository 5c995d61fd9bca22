"""What a course sends: each push once, in order, in each learner's own hours, and never two on one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Does
from bot.domain.zones import zone_of
from bot.services.courses import learners as kept
from bot.services.pushes import news, plans
from bot.testing.courses import TEN_DAYS, invented_push
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.pushed import (
    AFTER_ALL,
    ALL,
    AUCKLAND,
    NEW_YORK,
    asked,
    came,
    join,
    last,
    launch,
    launched,
    live,
    moments,
    plan,
    settle,
    waiting,
)
from tests.unit.small_house import control
from tests.unit.world import labels


async def test_each_push_comes_once_and_in_order_within_a_learners_own_hours() -> None:
    """Twelve of them, half a world away, on twelve days, and none in her quiet hours."""
    with course_world() as house:
        one = await launched(house, AUCKLAND)
        hours = [at.astimezone(zone_of(AUCKLAND)) for at in await moments(one, AFTER_ALL)]
        assert came(one) == ALL
        assert all(time(8) <= at.time() <= time(20) for at in hours)
        assert len({at.date() for at in hours}) == len(ALL)


async def test_what_prepares_a_session_says_which_and_when_on_the_learners_clock() -> None:
    """And a question after it says neither."""
    with course_world() as house:
        one = await launched(house, AUCKLAND)
        await moments(one, AFTER_ALL)
        texts = {
            each: card.text for each in ("pre2", "post2") for card in one.told(LENA) if each in card.text
        }
        assert "Session 2 of 4: Wednesday 9 December at 10:00." in texts["pre2"]
        assert "Session" not in texts["post2"]


async def test_a_second_launch_and_planning_again_change_nothing() -> None:
    """The rows are the very same: one for each push, and one for the offer of check-ins."""
    with course_world() as house:
        one = await launched(house)
        before = waiting(house)
        assert len(before) == len(ALL) + 1
        await launch(one)
        await plan(one, LENA)
        assert waiting(house) == before


async def test_nothing_comes_before_a_launch() -> None:
    """Who joins a course that is open waits with everybody else; a day for it can be named."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
        await plan(one, LENA)
        assert waiting(house) == set()
        on = datetime(2026, 11, 20, 9, tzinfo=UTC)
        await one.run(lambda unit, page: plans.launch_on(house.desk, unit, page, on))
        await house.until(on - timedelta(hours=1))
        assert waiting(house) == set()
        await house.until(on)
        assert (await one.cohort()).stage is Stage.RUNNING
        assert len(waiting(house)) == len(ALL) + 1


async def test_a_course_that_was_ended_before_its_day_is_not_launched() -> None:
    """The day goes by."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
        on = IN_NOVEMBER + timedelta(days=1)
        await one.run(lambda unit, page: plans.launch_on(house.desk, unit, page, on))
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        await house.until(on + timedelta(hours=1))
        assert (await one.cohort()).stage is Stage.OVER
        assert waiting(house) == set()


async def test_in_waves_a_part_of_the_learners_begins_each_day() -> None:
    """Of a course in each one's own pace; who joins later begins at once."""
    with course_world() as house:
        names = {replace(LENA, user=f"learner{n}"): "UTC" for n in range(12)}
        one = await CourseHouse.begin(house, course=TEN_DAYS.course, learners=names)
        await one.run(lambda unit, page: plans.launch(house.desk, unit, page, waves=3))
        found = [await one.learner(who) for who in names]
        days = {each.began_on for each in found}
        assert days == {IN_NOVEMBER.date() + timedelta(days=n) for n in range(3)}
        await house.until(IN_NOVEMBER + timedelta(hours=1))
        await join(one, MIRO, "UTC")
        assert (await one.learner(MIRO)).began_on == IN_NOVEMBER.date()


async def test_in_waves_nobody_loses_what_prepares_a_session_that_is_ahead() -> None:
    """It comes on their own first day; where the session is before that, at its own time."""
    launches = (datetime(2026, 11, 26, 12, tzinfo=UTC), datetime(2026, 11, 30, 12, tzinfo=UTC))
    for at, days in zip(launches, ({27, 28}, {30, 1}), strict=True):
        with course_world() as house:
            names = {replace(LENA, user=f"learner{n}"): "UTC" for n in range(12)}
            one = await CourseHouse.begin(house, learners=names)
            await house.until(at)
            await one.run(lambda unit, page: plans.launch(house.desk, unit, page, waves=3))
            due = [row.due_at for row in waiting(house) if row.rule == "pre1" and row.due_at]
            assert {each.day for each in due} | {at.day for who in names if came(one, who)} == days
            await house.until(datetime(2026, 12, 1, 20, tzinfo=UTC))
            assert {tuple(came(one, who)) for who in names} == {("pre1",)}


async def test_a_late_joiner_gets_what_prepares_the_next_session_and_what_comes_after() -> None:
    """No pile: what was out before is let be."""
    with course_world() as house:
        one = await launched(house)
        await house.until(datetime(2026, 12, 8, 19, tzinfo=UTC))  # pre2 is out, and session 2 begins at nine
        await join(one, MIRO)
        await house.until(AFTER_ALL)
        assert came(one, MIRO) == ALL[ALL.index("pre2") :]
        assert came(one) == ALL


async def test_a_course_in_an_own_pace_comes_at_ones_own_hour() -> None:
    """A question a day from the day on which somebody began, at the hour of their check-ins."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=TEN_DAYS.course, learners={LENA: AUCKLAND})
        await launch(one)
        at = await moments(one, IN_NOVEMBER + timedelta(days=12))
        assert came(one) == [f"day{n}" for n in range(1, 11)]
        local = [each.astimezone(zone_of(AUCKLAND)) for each in at[1:]]
        assert [each.date() for each in local] == [
            date(2026, 11, 3) + timedelta(days=n) for n in range(1, 10)
        ]
        assert {each.time() for each in local} == {time(12, 30)}
        await house.until(IN_NOVEMBER + timedelta(days=14))
        assert last(one).text_id == "push.offer"
        assert last(one).text.startswith("Those were the questions of this course.")


async def test_check_ins_are_offered_once_after_the_first_session() -> None:
    """To who has none; a no is the end of it, and a yes begins them."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await house.until(datetime(2026, 12, 4, 12, tzinfo=UTC))
        offers = [card for card in one.told(LENA) if card.text_id == "push.offer"]
        [offer] = offers
        assert labels(offer) == ["OK", "Change", "No, thanks"]
        await house.press(control(offer, "settings.ok"), LENA)
        await house.until(datetime(2026, 12, 7, 13, tzinfo=UTC))
        assert any(card.text_id == "checkin" for card in one.told(LENA))


async def test_check_ins_are_not_offered_to_who_has_them() -> None:
    """And the course itself is the same."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await settle(house)
        await live(house, AFTER_ALL)
        assert [card for card in one.told(LENA) if card.text_id == "push.offer"] == []
        assert came(one) == ALL


async def test_what_comes_is_a_question_and_says_whose_it_is_and_who_sees_an_answer() -> None:
    """Where a figure about the group may be told, it says so."""
    with course_world() as house:
        await launched(house)
        found = []
        while house.clock.now() < AFTER_ALL:
            found += await house.until(house.clock.now() + timedelta(days=1))
        text = {asked([card])[0]: card.text for card in found if card.text_id == "push"}
        assert "From your trainer; only you see your answer." in text["pre1"]
        assert "never who said what" in text["mid3"]
        assert {card.summary for card in found if card.text_id == "push"} == {"Something from your course."}


async def test_where_no_figure_is_told_the_card_speaks_of_none() -> None:
    """What comes to each on another day makes no group."""
    course = replace(TEN_DAYS.course, pushes=(invented_push("own", "day 1", Does.SCALE),))
    with course_world() as house:
        one = await launched(house, "UTC", course=course)
        await house.until(IN_NOVEMBER + timedelta(hours=6))
        assert "From your trainer; only you see your answer." in last(one).text


async def test_every_learner_hears_a_word_once() -> None:
    """Who has not heard the earlier word about the same hears the later one instead."""
    with course_world() as house:
        one = await launched(house, "UTC")
        await join(one, MIRO, AUCKLAND)  # ten in the evening there: the word waits for the morning
        await one.run(
            lambda unit, page: news.tell(house.desk, unit, page, "course.moved", "One.", about="s2")
        )
        assert last(one).text == "Invented course\n\nOne."
        await one.run(
            lambda unit, page: news.tell(house.desk, unit, page, "course.moved", "Two.", about="s2")
        )
        await house.until(IN_NOVEMBER + timedelta(days=2))
        told = [[card.text[-4:] for card in one.told(who)] for who in (LENA, MIRO)]
        assert [[text for text in texts if text in {"One.", "Two."}] for texts in told] == [
            ["One.", "Two."],
            ["Two."],
        ]


async def test_the_end_of_recordings_is_told_once_and_then_the_course_is_over() -> None:
    """Fourteen days before they close, where there is a link; after the last of it nothing comes."""
    with course_world() as house:
        one = await launched(house)
        await one.change(lambda cohort: replace(cohort, recordings={1: "https://record.example/1"}))
        await house.until(datetime(2027, 9, 6, tzinfo=UTC))
        assert not [card for card in one.told(LENA) if card.text_id == "course.recordings_close"]
        await house.until(datetime(2027, 9, 10, tzinfo=UTC))
        [told] = [card for card in one.told(LENA) if card.text_id == "course.recordings_close"]
        assert "Wednesday 22 September 2027" in told.text
        assert (await one.cohort()).stage is Stage.RUNNING
        await house.until(datetime(2027, 9, 24, tzinfo=UTC))
        assert (await one.cohort()).stage is Stage.OVER


async def test_who_leaves_gets_nothing_more() -> None:
    """Also what was on its way already."""
    with course_world() as house:
        one = await launched(house)
        await house.until(datetime(2026, 12, 4, tzinfo=UTC))
        before = came(one)
        member = await one.member(LENA)

        await one.run(lambda unit, _page: plans.stop(unit, member))
        assert waiting(house) == set()
        await house.until(AFTER_ALL)
        assert came(one) == before
        assert kept.is_learner(await one.member(LENA))
