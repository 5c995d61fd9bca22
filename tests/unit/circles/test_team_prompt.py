"""`team prompt`: one question a week in the channel, stopped in one tap; nothing of anybody is stored."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.organisations import Rules
from bot.domain.people import Account
from bot.domain.roles import Role
from bot.ports.chat import Why
from bot.surface.card import Card, Reach
from bot.surface.outcome import Replace
from tests.unit.admin.team import give
from tests.unit.circles.hands import (
    CARA,
    TEAM_PROMPTS,
    a_channel,
    a_circle,
    begin_team_prompt,
    circle_page,
    set_rules,
)
from tests.unit.small_house import ANA, BEN, TEAM, card_of, control, errors_of, form_of, on
from tests.unit.world import World

A_WEEK = timedelta(days=7)
TUESDAY = on(6, 9)
"""When the first question comes to a channel that kept what the form offers."""


def questions(house: World) -> list[Card]:
    """Return the questions that stand in the channel, the oldest first."""
    return [card for card in house.chat.channels.cards(TEAM) if card.text_id == "team.prompt"]


async def weeks(house: World, count: int) -> None:
    """Let so many questions come, counted from the first."""
    for number in range(count):
        await house.until(max(house.clock.now(), TUESDAY + number * A_WEEK))


async def test_a_question_comes_each_week_at_the_chosen_hour() -> None:
    """It says first when; no question comes twice before all were there."""
    with a_channel() as house:
        begun = await begin_team_prompt(house)
        assert "comes to #kitchen tomorrow at 09:00" in begun.text
        await house.until(TUESDAY - timedelta(minutes=1))
        assert questions(house) == []
        await weeks(house, 9)
        asked = [card.text.partition("\n")[0] for card in questions(house)]
        assert sorted(asked) == sorted(each.text for each in TEAM_PROMPTS)
        assert {card.reach for card in questions(house)} == {Reach.OPEN}


async def test_nothing_is_stored_but_that_it_comes() -> None:
    """One row for it, one for who began it, the last question, and when the next one is due."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 6)
        tables = house.tables
        assert not tables.people
        assert (len(tables.gatherings), len(tables.members)) == (1, 1)
        assert len(tables.posts) <= 2
        about = {row.kind for row in tables.agenda.values() if row.ref is not None}
        assert about == {"team_prompt"}


async def test_a_question_says_that_nobody_is_asked_to_answer() -> None:
    """And that nothing of the talk is read."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 1)
        [card] = questions(house)
        assert "I read none of it, and keep nothing" in card.text


@pytest.mark.parametrize("role", [Role.ADMIN, Role.FACILITATOR])
async def test_any_admin_or_facilitator_stops_it_in_one_tap(role: Role) -> None:
    """The question says so where it stood; its key and rows are gone, and nothing comes any more."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 1)
        house.place = None
        await give(house, CARA, role)
        house.place = TEAM
        stopped = await house.press(control(questions(house)[0], "team.stop"), CARA)
        assert isinstance(stopped.first, Replace)
        assert stopped.first.card.text_id == "team.stopped"
        assert not house.tables.gatherings
        assert not house.tables.members
        standing = questions(house)
        await house.until(TUESDAY + 3 * A_WEEK)
        assert questions(house) == standing


async def test_a_press_on_an_earlier_question_finds_it_stopped() -> None:
    """A sentence, and nothing else."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 2)
        first, second = questions(house)
        await house.press(control(second, "team.stop"))
        assert card_of(await house.press(control(first, "team.stop"))).text_id == "team.over"


@pytest.mark.parametrize("who", [BEN, CARA])
async def test_others_stop_nothing(who: Account) -> None:
    """Whoever is in the channel hears who may; a trainer is none of them."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 1)
        house.place = None
        await give(house, CARA, Role.TRAINER)
        house.place = TEAM
        said = card_of(await house.press(control(questions(house)[0], "team.stop"), who))
        assert said.text_id == "team.not_yours"
        assert house.tables.gatherings


async def test_somebody_of_whom_the_platform_was_not_asked_yet_presses_once_more() -> None:
    """It is asked meanwhile."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 1)
        house.managers[CARA] = None
        stop = control(questions(house)[0], "team.stop")
        assert card_of(await house.press(stop, CARA)).text_id == "circle.asking"
        house.managers[CARA] = True
        assert card_of(await house.press(stop, CARA)).text_id == "team.stopped"


async def test_after_four_weeks_a_circle_is_offered_once() -> None:
    """In the fifth, below the question; never again."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 4)
        assert offers(house) == []
        await weeks(house, 12)
        assert len(offers(house)) == 1


async def test_no_circle_is_offered_where_there_is_one() -> None:
    """Nor later."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await a_circle(house)
        await weeks(house, 12)
        assert offers(house) == []


async def test_the_offer_leads_to_the_duties_or_goes_away() -> None:
    """For an admin or a facilitator; others hear who decides."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await weeks(house, 5)
        [offer] = offers(house)
        for name in ("team.circle", "team.no_circle"):
            assert card_of(await house.press(control(offer, name), BEN)).text_id == "team.not_yours"
        assert card_of(await house.press(control(offer, "team.circle"))).text_id == "circle.duties"
        declined = await house.press(control(offer, "team.no_circle"))
        assert isinstance(declined.first, Replace)
        assert declined.first.card.reach is Reach.OPEN
        assert await circle_page(house) is None


async def test_nothing_comes_on_a_day_off_nor_while_the_team_is_hushed() -> None:
    """The next week it comes as always: nothing is made up for."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await set_rules(house, Rules(off_days=frozenset({date(2026, 1, 6)}), hushed_until=on(15, 8)))
        await weeks(house, 2)
        assert questions(house) == []
        await weeks(house, 3)
        assert len(questions(house)) == 1


async def test_after_a_long_sleep_one_question_comes() -> None:
    """And then one a week again."""
    with a_channel() as house:
        await begin_team_prompt(house)
        house.clock.move_to(TUESDAY + 5 * A_WEEK + timedelta(hours=3))
        await house.until(TUESDAY + 5 * A_WEEK + timedelta(hours=4))
        assert len(questions(house)) == 1
        await house.until(TUESDAY + 6 * A_WEEK)
        assert len(questions(house)) == 2


async def test_who_asks_again_sees_what_is_set_and_those_who_may_change_it() -> None:
    """The hour moves with one form; the word alone is the same."""
    with a_channel() as house:
        await begin_team_prompt(house)
        plain = card_of(await house.command("team", BEN))
        assert (plain.text_id, plain.controls) == ("team.shown", ())
        shown = card_of(await house.command("team prompt"))
        form = form_of(await house.press(control(shown, "team.change")))
        changed = card_of(await house.submit(form, day="4", at="15:30"))
        assert "Friday 15:30" in changed.text
        assert "The next one comes on Friday 9 January at 15:30" in changed.text
        await house.until(on(9, 15, 30))
        assert len(questions(house)) == 1


async def test_whoever_may_not_changes_nothing_by_an_old_form() -> None:
    """Their role ended while it was open."""
    with a_channel() as house:
        await begin_team_prompt(house)
        shown = card_of(await house.command("team prompt"))
        form = form_of(await house.press(control(shown, "team.change")))
        house.managers[ANA] = False
        assert errors_of(await house.submit(form, day="4"))
        assert "Tuesday" in card_of(await house.command("team", BEN)).text


async def test_whoever_has_no_role_begins_none() -> None:
    """They hear who may."""
    with a_channel() as house:
        assert card_of(await house.command("team prompt", BEN)).text_id == "admin.not_yours"
        assert not house.tables.gatherings


async def test_it_begins_only_in_channels_that_the_organisation_named() -> None:
    """As circles do."""
    with a_channel() as house:
        await begin_team_prompt(house)
        await house.press(control(card_of(await house.command("team")), "team.stop"))
        await set_rules(house, Rules(channels=("lounge",)))
        assert card_of(await house.command("team prompt")).text_id == "circle.not_here"


async def test_a_channel_that_takes_nothing_is_told_once_to_who_began_it() -> None:
    """In their own conversation, with what would help."""
    with a_channel() as house:
        await begin_team_prompt(house)
        house.chat.channels.closed[TEAM] = Why.ARCHIVED
        await weeks(house, 3)
        [letter] = house.chat.letters
        assert letter.to == ANA
        assert "archived" in letter.card.text


@pytest.mark.parametrize(("field", "typed"), [("day", "x"), ("at", "late"), ("zone", "Nowhere")])
async def test_what_cannot_be_read_is_said_at_its_field(field: str, typed: str) -> None:
    """Nothing begins."""
    with a_channel() as house:
        form = form_of(await house.command("team prompt"))
        assert set(errors_of(await house.submit(form, **{field: typed}))) == {field}
        assert not house.tables.gatherings


def offers(house: World) -> list[Card]:
    """Return the offers of a circle that stand in the channel."""
    return [card for card in house.chat.channels.cards(TEAM) if card.text_id == "team.offer"]
