"""A trainer looks ahead: every message in every zone, as a list, as a file, and sent to themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from bot.app.content_cards import Met
from bot.app.platforms import PLATFORMS
from bot.domain.courses.ahead import ahead
from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Does, Push
from bot.domain.courses.moments import Moment
from bot.domain.people import Account, QuietHours
from bot.domain.zones import zone_of
from bot.services.cards.courses.ahead import LINES, Previewed, in_zone, preview
from bot.services.desk import Mint
from bot.surface.card import Button, Card, Choose
from bot.surface.outcome import Attach
from bot.surface.refs import RefCodec
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.pushed import AFTER_ALL, came, launch, moments
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.ruled.team import rule
from tests.unit.small_house import card_of, control

KIRI = Account(surface="chat", workspace="team", user="kiri")
LEARNERS = {LENA: "Asia/Kolkata", MIRO: "Asia/Kolkata", KIRI: "Pacific/Auckland"}


async def _zone(hands: TrainerHands, label: str) -> Card:
    """Look at a zone from the course."""
    card = await hands.press(await hands.say("course"), "ahead.look")
    return card_of(await hands.choose(card, "ahead.zone", _zones(card)[label]))


def _zones(card: Card) -> dict[str, str]:
    """Return what stands for each zone on a card."""
    asked = control(card, "ahead.zone")
    assert isinstance(asked, Choose)
    return {option.label: option.name for option in asked.options}


async def _ask_for_all(hands: TrainerHands) -> None:
    card = await hands.press(await hands.say("course"), "ahead.look")
    card = await hands.press(await hands.press(card, "ahead.all"), "ahead.all.yes")
    assert card.text_id == "ahead.on_their_way"


async def test_each_zone_of_those_enrolled_has_its_hours() -> None:
    """From west to east, with how many are in each; the evening before where the night is in between."""
    with course_world() as house:
        await CourseHouse.begin(house, learners=LEARNERS)
        hands = TrainerHands(house)
        card = await hands.press(await hands.say("course"), "ahead.look")
        labels = list(_zones(card))
        assert labels == ["Asia/Kolkata (2 learners)", "Pacific/Auckland (1 learner)"]
        card = await _zone(hands, labels[0])
        assert "Tuesday 8 December at 19:00: Question pre2? (ahead of quiet hours)" in card.text
        assert "Wednesday 9 December at 02:30: Session 2, Evening 2 (120 minutes)" in card.text
        more = await hands.press(card, "ahead.page")
        assert "Question look_back? (after quiet hours)" in more.text
        assert "Who is on leave gets it from the morning on which they are back" in more.text


async def test_before_anybody_is_enrolled_it_is_the_course_s_own_zone_and_any_other_that_is_named() -> None:
    """Also where clocks are set on other days; what is no zone is refused with a near one."""
    with course_world() as house:
        await CourseHouse.begin(house, stage=Stage.DRAFT)
        hands = TrainerHands(house)
        card = await hands.press(await hands.say("course"), "ahead.look")
        assert "All hours are those of America/New_York." in card.text
        form = await hands.open(card, "ahead.other")
        assert (await hands.send_refused(form, zone="Pacific/Aukland"))["zone"].endswith("Pacific/Auckland?")
        there = await hands.send(form, zone="auckland")
        assert "Wednesday 2 December at 10:00: Session 1, Evening 1 (120 minutes)" in there.text


async def test_nobody_s_leave_shows_nor_their_own_quiet_hours() -> None:
    """What a trainer sees of a zone is the same, whoever in it is away."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners=LEARNERS)
        hands = TrainerHands(house)
        before = await _zone(hands, "Pacific/Auckland (1 learner)")
        away = replace(await one.person(KIRI), away_until=date(2026, 12, 20), quiet=QuietHours(start=time(9)))
        await one.run(lambda unit, _page: unit.people.save(away))
        assert (await _zone(hands, "Pacific/Auckland (1 learner)")).text == before.text


async def test_the_file_has_every_session_and_every_message_of_every_zone() -> None:
    """Four sessions, and twelve messages in each of two zones."""
    with course_world() as house:
        await CourseHouse.begin(house, learners=LEARNERS)
        hands = TrainerHands(house)
        card = await hands.press(await hands.say("course"), "ahead.look")
        outcome = await house.press(control(card, "ahead.file"), who=TESS)
        [file] = [act.file for act in (outcome.first, *outcome.then) if isinstance(act, Attach)]
        body = file.body.decode()
        assert (file.name, file.type) == ("course.ics", "text/calendar")
        assert body.count("BEGIN:VEVENT") == 4 + 2 * 12
        assert body.count("DTSTART:20261208T133000Z") == 1  # 19:00 in Kolkata
        assert "lena" not in body.lower()


async def test_the_whole_course_comes_to_its_trainer_in_order_and_to_nobody_else() -> None:
    """Marked as a preview, with when it comes; a press on one does nothing."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners=LEARNERS)
        hands = TrainerHands(house)
        await _ask_for_all(hands)
        await _ask_for_all(hands)  # what waits of the first time is let go
        await house.until(house.clock.now() + timedelta(minutes=1))
        [_, *came] = one.told(TESS)  # the first one was here at once
        assert [card.text_id for card in came] == ["ahead.preview"] * 12
        texts = [card.text for card in came]
        assert [
            f"Question {push.id}?" in text
            for push, text in zip(FOUR_SESSIONS.course.pushes, texts, strict=True)
        ]
        assert "A preview for you, 1 of 12. In America/New_York: Thursday 26 November at 16:00." in texts[0]
        assert not any(one.told(who) for who in LEARNERS)
        answered = card_of(await house.choose(control(came[2], "ahead.tap"), "open", who=TESS))
        let_be = card_of(await house.press(control(came[2], "ahead.pass"), who=TESS))
        assert answered.text_id == let_be.text_id == "ahead.only_a_look"


async def test_a_learner_looks_at_nothing_of_it() -> None:
    """The way is for its trainers."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners=LEARNERS)
        for name in ("ahead.look", "ahead.all.yes", "ahead.file"):
            pressed = Button(ref=house.desk.mint(LENA)(name, one.id), name=name, label="Press")
            assert card_of(await house.press(pressed, who=LENA)).text_id == "course.not_yours"


async def test_a_course_of_ones_own_pace_is_looked_at_as_for_who_begins_tomorrow() -> None:
    """Ten days, from a day that is named."""
    with course_world() as house:
        await CourseHouse.begin(house, course=TEN_DAYS.course)
        hands = TrainerHands(house)
        card = await hands.press(await hands.say("course"), "ahead.look")
        assert "As for somebody who begins on Tuesday 3 November." in card.text
        assert "Tuesday 3 November at 12:30: Question day1?" in card.text
        assert "Thursday 12 November at 12:30: Question day10?" in card.text


async def test_a_day_off_of_the_organisation_is_left_free_and_said_to_be_so() -> None:
    """Looked at, and when it comes: the look back on the day after, what prepares a session on its day."""
    days = frozenset({date(2026, 12, 2), date(2026, 12, 8)})
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "America/New_York"})
        await rule(house, off_days=days)
        hands = TrainerHands(house)
        card = await hands.press(await hands.say("course"), "ahead.look")
        assert "Thursday 3 December at 18:00: Question post1? (after a day off)" in card.text
        await launch(one)
        came_at = await moments(one, AFTER_ALL)
        home = zone_of("America/New_York")
        days_of_it = [f"{at.astimezone(home):%d %H:%M}" for at in came_at]
        assert days_of_it[1] == "03 18:00"
        assert "07 19:00" in days_of_it  # what prepares the second session, the evening before


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles"])
async def test_what_is_foretold_is_what_comes(zone: str) -> None:
    """Every message to the half hour, from the launch to the last, for who has the usual quiet hours."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: zone})
        [view] = ahead((await one.cohort()).course, {zone: 1}, since=house.clock.now())
        await launch(one)
        came_at = await moments(one, AFTER_ALL)
        assert came(one) == [each.push for each in view.comes]
        for at, each in zip(came_at, view.comes, strict=True):
            assert timedelta() <= at - each.at < timedelta(minutes=30)


def test_the_fullest_list_and_the_longest_preview_fit_every_platform() -> None:
    """Questions as long as they may be, in the zone with the longest name, where everything moves."""
    zone = "America/Argentina/ComodRivadavia"
    asked = Push(
        id="a" * 20, when=Moment.parse("s1.start -PT3H"), does=Does.TEXT, text="so long as can be " * 16
    )
    many = [replace(asked, id=f"p{n}", when=Moment.parse(f"end +P{n}D")) for n in range(1, 30)]
    course = replace(FOUR_SESSIONS.course, pushes=(asked, *many))
    [view] = ahead(course, {zone: 500}, since=IN_NOVEMBER, team_quiet=QuietHours(start=time(9), end=time(7)))
    mint = Mint(RefCodec(b"of no house at all"), Account(surface="slack", workspace="T" * 11, user="U" * 11))
    for first in range(0, 40, LINES):
        card = in_zone(
            mint, UUID(int=0), course, view, word="0" * 12, first=first, began_on=None, now=IN_NOVEMBER
        )
        for kind in PLATFORMS:
            assert kind.draw(Met(what=card))
    one = Previewed(title="t" * 24, asked=asked, number=30, of=30, when="In America/New_York: " + "w" * 60)
    for kind in PLATFORMS:
        assert kind.draw(Met(what=preview(mint, UUID(int=0), one)))
