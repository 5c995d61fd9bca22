"""The ways into a course: its button in a channel, and a code for one more trainer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.organisations import Rules
from bot.domain.people import Account
from bot.domain.roles import Role
from bot.ports.chat import Why
from bot.ports.organisations import RoleRow
from bot.ports.store import Unit
from bot.services.organisations import rules as organisations
from bot.services.organisations.standing import put_role
from bot.surface.audience import OnlyYou
from bot.surface.card import Card, Reach
from bot.surface.outcome import Show
from tests.unit.courses.course_house import LENA, MIRO, TESS, course_world, turn_of
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.small_house import TEAM, card_of, control
from tests.unit.world import World, labels

MARA = Account(surface="chat", workspace="team", user="mara")


def code_on(card: Card) -> str:
    """Return the code for a trainer that a card shows."""
    return card.text.partition("hand on: ")[2].split()[0]


async def make_trainer(house: World, who: Account) -> None:
    """Give somebody the role for courses where Tess is an admin."""

    def work(unit: Unit) -> None:
        here = organisations.make(turn_of(house, unit, TESS))
        row = RoleRow(
            id=house.desk.chance.new_id(),
            organisation=here.id,
            index=house.desk.index(who),
            role=Role.TRAINER,
            sealed=b"",
        )
        put_role(house.desk, unit, row, "Mara")

    await house.store.run(work)


async def let_channels(house: World, *names: str) -> None:
    """Let circles and courses be in these channels alone."""

    def work(unit: Unit) -> None:
        here = organisations.make(turn_of(house, unit, TESS))
        organisations.keep(house.desk, unit, replace(here, rules=Rules(channels=names)))

    await house.store.run(work)


async def trainer_code(trainer: TrainerHands) -> str:
    """Let a trainer make a code for another."""
    menu = await trainer.press(await trainer.say("course"), "course.change")
    return code_on(await trainer.press(menu, "course.trainer"))


async def test_a_button_in_a_channel_leads_to_the_card_of_its_course() -> None:
    """It names the course and its first session, never the place; who presses is asked first."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        house.place = TEAM
        assert (await trainer.say("course invite")).text_id == "course.invited"
        [card] = house.chat.channels.cards(TEAM)
        assert card.reach is Reach.OPEN
        assert "1 December" in card.text
        assert "meet.example" not in card.text
        offered = card_of(await house.press(control(card, "learn.join"), LENA))
        assert offered.text_id == "learn.offer"


async def test_the_overview_in_a_channel_has_a_press_for_the_button() -> None:
    """In a trainer's own conversation it has none, and the word says where it is typed."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        assert "A join button here" not in labels(await trainer.say("course"))
        assert (await trainer.say("course invite")).text_id == "course.no_channel"
        house.place = TEAM
        await trainer.press(await trainer.say("course"), "course.invite")
        assert len(house.chat.channels.cards(TEAM)) == 1


async def test_no_button_stands_where_an_organisation_wishes_for_none() -> None:
    """Its channels are named by an admin."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        await let_channels(house, "library")
        house.place = TEAM
        assert (await trainer.say("course invite")).text_id == "course.not_here"
        await let_channels(house, TEAM.channel)
        assert (await trainer.say("course invite")).text_id == "course.invited"


async def test_the_button_follows_the_course() -> None:
    """It goes where nobody new can join, comes back, and says another date."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        house.place = TEAM
        await trainer.say("course invite")
        menu = await trainer.press(await trainer.say("course"), "course.change")
        await trainer.press(menu, "course.stop_new")
        [card] = house.chat.channels.cards(TEAM)
        assert card.controls == ()
        menu = await trainer.press(await trainer.say("course"), "course.change")
        await trainer.press(menu, "course.take_new")
        [card] = house.chat.channels.cards(TEAM)
        assert [one.name for one in card.controls] == ["learn.join"]


async def test_a_channel_that_takes_nothing_is_told_to_the_trainer() -> None:
    """By what the channel's own platform says."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        house.chat.channels.closed[TEAM] = Why.NOT_THERE
        house.place = TEAM
        await trainer.say("course invite")
        [letter] = [each for each in house.chat.letters if each.to == TESS]
        assert "join button of your course was not posted" in letter.card.text


async def test_a_draft_has_no_button() -> None:
    """Nobody could join."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.draft()
        house.place = TEAM
        assert (await trainer.say("course invite")).text_id == "course.not_open"
        assert card_of(await house.command("course invite", LENA)).text_id == "course.not_yours"


async def test_a_second_trainer_comes_by_a_code_that_holds_once() -> None:
    """Who holds the role where the course was begun; whoever holds none leaves the code as it was."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        await make_trainer(house, MARA)
        code = await trainer_code(trainer)
        assert card_of(await house.command(f"course trainer {code}", MIRO)).text_id == "course.needs_role"
        shown = card_of(await house.command(f"course trainer {code.lower()}", MARA))
        assert shown.text_id == "course.overview"
        assert "Trainers: 2" in shown.text
        assert (
            card_of(await house.command(f"course trainer {code}", MARA)).text_id == "course.no_trainer_code"
        )


async def test_a_code_for_a_trainer_is_over_after_a_day() -> None:
    """And it never stands in a message that stays."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        await make_trainer(house, MARA)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        outcome = await house.press(control(menu, "course.trainer"), TESS)
        assert isinstance(outcome.first, Show)
        assert isinstance(outcome.first.audience, OnlyYou)
        code = code_on(card_of(outcome))
        await house.until(house.clock.now() + timedelta(hours=24))
        assert (
            card_of(await house.command(f"course trainer {code}", MARA)).text_id == "course.no_trainer_code"
        )


async def test_codes_are_not_guessed() -> None:
    """After five that are none an account waits, whether the next one is right or not."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        await make_trainer(house, MARA)
        code = await trainer_code(trainer)
        for wrong in range(5):
            await house.command(f"course trainer AAAA222{wrong}", MARA)
        assert card_of(await house.command(f"course trainer {code}", MARA)).text_id == "course.tried_often"


async def test_the_only_trainer_stays_until_another_is_there() -> None:
    """Then they may stop; what they learned of the course is not theirs any more."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        menu = await trainer.press(await trainer.say("course"), "course.change")
        card = await trainer.press(menu, "course.trainer")
        assert (await trainer.press(card, "course.trainer.leave")).text_id == "course.only_trainer"
        await make_trainer(house, MARA)
        await house.command(f"course trainer {code_on(card)}", MARA)
        assert (await trainer.press(card, "course.trainer.leave")).text_id == "course.left_running"
        assert (await trainer.say("course")).text_id == "course.none"
        assert card_of(await house.command("course", MARA)).text_id == "course.overview"


async def test_a_trainer_whose_role_ended_runs_the_course_no_more() -> None:
    """Their platform says so, and the next press leads nowhere."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        card = await trainer.published()
        house.managers[TESS] = False
        assert (await trainer.press(card, "course.open")).text_id == "course.not_yours"
        assert (await trainer.say("course")).text_id == "course.none"


async def test_a_course_that_nobody_runs_any_more_is_taken_over_with_its_own_code() -> None:
    """By who holds the role for it; as long as a trainer stands, that code makes nobody one."""
    with course_world() as house:
        trainer = await TrainerHands.in_november(house)
        await trainer.published()
        code = (await trainer.cohort()).code
        await make_trainer(house, MARA)
        assert (
            card_of(await house.command(f"course trainer {code}", MARA)).text_id == "course.no_trainer_code"
        )
        [row] = [each for each in house.tables.members.values() if each.index == house.desk.index(TESS)]
        await house.store.run(lambda unit: unit.gatherings.remove_member(row.id))
        assert card_of(await house.command(f"course trainer {code}", MIRO)).text_id == "course.needs_role"
        assert card_of(await house.command(f"course trainer {code}", MARA)).text_id == "course.overview"
