"""How a course was, as its learners say: told once, of enough people together, and no answer is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.organisations import with_min_group
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.courses import evaluation
from bot.services.gatherings.pages import Page
from bot.services.organisations import rules
from bot.services.pushes import plans
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome, Show
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, course_world, turn_of
from tests.unit.courses.learning_hands import join, shown
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.small_house import card_in, card_of, control, form_of
from tests.unit.world import World, labels

ENDS = datetime(2026, 12, 22, 23, tzinfo=UTC)
"""The end of the last session: 18:00 in New York."""
CLOSES = ENDS + timedelta(days=14)


def _people(count: int) -> Sequence[Account]:
    return [Account(surface="chat", workspace="team", user=f"learner{n}") for n in range(count)]


async def _ended(house: World, *who: Account) -> CourseHouse:
    """Begin a course that all of these are in, launch it, and let its last session be over."""
    one = await CourseHouse.begin(house, learners=dict.fromkeys(who, "UTC"))
    await one.run(lambda unit, page: plans.launch(house.desk, unit, page))
    await house.until(ENDS)
    return one


async def _say(house: World, who: Account, *met: str) -> Outcome:
    """Let somebody answer the objectives in turn; return what follows the last answer."""
    outcome = await house.press(control(await shown(house, who), "rate.open"), who)
    for each in met:
        outcome = await house.choose(control(card_of(outcome), "rate.met"), each, who=who)
    return outcome


async def _told(house: World, one: CourseHouse) -> Card:
    """Return what Tess is told."""
    ref = control(one.told(TESS)[-1], "rate.told")
    return card_of(await house.press(ref, TESS))


async def test_one_objective_follows_another_where_no_message_remains() -> None:
    """Two here; then a line is offered, and nothing is asked again by itself."""
    with course_world() as house:
        await _ended(house, LENA)
        first = await house.press(control(await shown(house, LENA), "rate.open"), LENA)
        assert isinstance(first.first, Show)
        assert isinstance(first.first.audience, Reading)
        card = card_of(first)
        assert "How far was this met? describe something" in card.text
        assert "no answer of yours" in card.text
        assert labels(card) == ["fully", "mostly", "in part", "not at all", "rather not say"]
        last = card_of(await _say(house, LENA, "fully", "unsaid"))
        assert last.text_id == "rate.noted"
        assert card_of(await house.press(control(last, "rate.done"), LENA)).text_id == "rate.done"


async def test_it_is_told_once_when_it_closes_and_the_answers_go() -> None:
    """Of eight people in bands and wide steps; who answers late changes nothing."""
    with course_world() as house:
        who = _people(8)
        one = await _ended(house, *who)
        for n, each in enumerate(who):
            await _say(house, each, "fully" if n < 5 else "mostly", "partly")
        assert all([(await one.learner(each)).evaluation for each in who])
        old = control(await shown(house, who[0]), "rate.open")
        await house.until(CLOSES)
        assert not any([(await one.learner(each)).evaluation for each in who])
        told = await _told(house, one)
        assert "describe something\n8+: about 60 % fully, 40 % mostly" in told.text
        assert "try something\n8+: about 100 % in part" in told.text
        assert card_of(await house.press(old, who[0])).text_id == "rate.closed"
        assert (await _told(house, one)).text == told.text


async def test_of_four_people_nothing_is_told() -> None:
    """The same line as where answers lie apart."""
    with course_world() as house:
        who = _people(4)
        one = await _ended(house, *who)
        for each in who:
            await _say(house, each, "fully", "fully")
        await house.until(CLOSES)
        assert (await _told(house, one)).text.count("nothing is told") == 1


async def test_rather_not_say_is_never_counted() -> None:
    """Five are there and one would rather not: there are four answers."""
    with course_world() as house:
        who = _people(5)
        one = await _ended(house, *who)
        for n, each in enumerate(who):
            await _say(house, each, "unsaid" if n == 0 else "fully", "fully")
        await house.until(CLOSES)
        text = (await _told(house, one)).text
        assert "describe something\nToo few" in text
        assert "try something\n5+: about 100 % fully" in text


async def test_the_last_answer_holds_and_who_left_is_in_no_figure() -> None:
    """Both are so until it closes."""
    with course_world() as house:
        who = _people(6)
        one = await _ended(house, *who)
        for each in who:
            await _say(house, each, "no", "no")
            await _say(house, each, "mostly", "mostly")
        for each in who[:2]:
            ask = card_of(await house.press(control(await shown(house, each), "learn.leave"), each))
            await house.press(control(ask, "learn.leave.yes"), each)
        await house.until(CLOSES)
        assert (await _told(house, one)).text.count("nothing is told") == 1


async def test_it_is_asked_after_the_last_session_of_who_was_in_by_then() -> None:
    """Before, and of who came in later, there is no such press."""
    with course_world() as house:
        one = await _ended(house, LENA)
        late = Account(surface="chat", workspace="team", user="late")
        await house.until(ENDS + timedelta(days=1))
        await join(house, late)
        assert "Say how it was" not in labels(await shown(house, late))
        assert "Say how it was" in labels(await shown(house, LENA))
        await house.until(CLOSES)
        assert "Say how it was" not in labels(await shown(house, LENA))
        page = await one.run(lambda _unit, page: page)
        assert evaluation.is_closed(page)


async def test_learners_hear_once_where_to_say_it() -> None:
    """When the last session is over, in their own day; nothing asks again, whether they do or not."""
    with course_world() as house:
        one = await _ended(house, LENA)
        await house.until(CLOSES)
        told = [card.text for card in one.told(LENA) if "The last session is over." in card.text]
        assert len(told) == 1
        assert "until Tuesday 5 January 2027" in told[0]


async def test_a_line_is_read_once_more_before_trainers_do() -> None:
    """It is kept in the journal first; only a further press shows it, with the name."""
    with course_world() as house:
        one = await _ended(house, LENA)
        last = card_of(await _say(house, LENA, "fully", "mostly"))
        form = form_of(await house.press(control(last, "rate.line"), LENA))
        outcome = await house.submit_by(LENA, form, {"text": "The second evening came too fast."})
        assert card_of(outcome).text == "Saved privately."
        assert not house.tables.posts
        preview = card_in(outcome.then[0])
        assert "Tess would read exactly this, with your name:" in preview.text
        await house.press(control(preview, "learn.show.as_it_is"), LENA)
        read = card_of(await house.press(control(one.told(TESS)[-1], "learn.shared"), TESS))
        assert "A line about the course" in read.text
        assert "The second evening came too fast." in read.text


async def test_a_line_that_is_sent_after_leaving_is_kept_all_the_same() -> None:
    """Words are never lost; nothing offers to show them."""
    with course_world() as house:
        await _ended(house, LENA)
        last = card_of(await _say(house, LENA, "fully", "mostly"))
        form = form_of(await house.press(control(last, "rate.line"), LENA))
        left = card_of(await house.press(control(await shown(house, LENA), "learn.leave"), LENA))
        await house.press(control(left, "learn.leave.yes"), LENA)
        outcome = await house.submit_by(LENA, form, {"text": "Typed slowly."})
        assert card_of(outcome).text == "Saved privately."
        assert [page["text"] for page in house.entries()] == ["Typed slowly."]


async def test_a_second_press_opens_the_line_that_stands_there() -> None:
    """A blank form would take the place of what was written before."""
    with course_world() as house:
        await _ended(house, LENA)
        last = card_of(await _say(house, LENA, "fully", "mostly"))
        form = form_of(await house.press(control(last, "rate.line"), LENA))
        await house.submit_by(LENA, form, {"text": "A first thought."})
        again = form_of(await house.press(control(last, "rate.line"), LENA))
        assert "A first thought." in {getattr(each, "value", "") for each in again.fields}


async def test_a_course_that_its_trainer_ends_early_still_closes_its_evaluation() -> None:
    """What learners said goes on the day that they were told."""
    with course_world() as house:
        one = await _ended(house, LENA)
        await _say(house, LENA, "fully", "mostly")
        ref = house.desk.mint(TESS)("course.end.yes", one.id)
        menu = card_of(await house.hear(ActionPressed(**house.facts(TESS), ref=ref)))
        assert "It is over" in menu.text
        assert (await one.learner(LENA)).evaluation
        await house.until(CLOSES)
        assert not (await one.learner(LENA)).evaluation
        assert evaluation.is_closed(await one.run(lambda _unit, page: page))


async def test_before_it_closes_a_trainer_hears_when_it_is_told() -> None:
    """And nobody else sees it at any time."""
    with course_world() as house:
        one = await _ended(house, LENA)
        for who, said in ((TESS, "rate.not_yet"), (LENA, "course.not_yours")):
            ref = house.desk.mint(who)("rate.told", one.id)
            assert card_of(await house.hear(ActionPressed(**house.facts(who), ref=ref))).text_id == said


async def test_figures_need_the_smallest_group_of_the_organisation() -> None:
    """Where an admin raised it to twenty, eight are too few."""
    with course_world() as house:
        who = _people(8)
        one = await _ended(house, *who)

        def raised(unit: Unit, _page: Page) -> None:
            organisation = rules.make(turn_of(house, unit, TESS))
            rules.keep(house.desk, unit, replace(organisation, rules=with_min_group(organisation.rules, 20)))

        await one.run(raised)
        for each in who:
            await _say(house, each, "fully", "fully")
        await house.until(CLOSES)
        assert (await _told(house, one)).text.count("nothing is told") == 1


async def test_a_course_that_is_ended_after_its_last_session_still_tells_it_on_its_day() -> None:
    """Who may still say it is not asked for nothing, and no answer stays behind."""
    with course_world() as house:
        who = _people(8)
        one = await _ended(house, *who)
        for each in who:
            await _say(house, each, "fully", "partly")
        trainer = TrainerHands(house)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        await trainer.press(await trainer.press(menu, "course.end"), "course.end.yes")
        await house.until(CLOSES)
        assert "8+: about" in (await _told(house, one)).text
        assert not any([(await one.learner(each)).evaluation for each in who])
