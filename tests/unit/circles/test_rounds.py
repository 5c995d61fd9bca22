"""A circle's week, through the front door: a round opens, people arrive, it is told of once, and is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.circles import PostKind
from bot.domain.organisations import Rules
from bot.domain.people import Account
from bot.domain.roles import Role
from bot.domain.rounds import UNSAID
from bot.ports.chat import Arrival, MaybeSent, Why
from bot.ports.store import Unit
from bot.services.cards.circles.rounds import too_few
from bot.services.cards.plain import UNREAD
from bot.services.circles.rounds import FORGOTTEN_AFTER
from bot.services.gatherings import pages, posts
from bot.services.gatherings.current import round_of
from bot.services.organisations.rules import keep, organisation_at
from bot.surface.card import Card, Choose, Reach
from bot.testing.rounds import invented_round
from tests.unit.admin.team import give
from tests.unit.circles.hands import TEAM_NAME, a_channel, a_circle, circle_page, join
from tests.unit.small_house import ANA, BEN, TEAM, SmallHouse, card_of, control, form_of, on
from tests.unit.world import World

PEOPLE = tuple(
    Account(surface="chat", workspace="team", user=name)
    for name in ("cas", "dee", "eli", "flo", "gus", "hal")
)
EVE = Account(surface="chat", workspace="team", user="eve")
OPENS, SHARING_ENDS, LOOK, ENDS = on(8, 12), on(8, 16), on(9, 9), on(9, 16)
NOON = invented_round()
FEW = NOON.arrive.few


async def begun(house: World, count: int) -> Sequence[Account]:
    """Let a circle of so many begin; return who is in it, its facilitator first."""
    people = (ANA, BEN, *PEOPLE)[:count]
    await a_circle(house)
    await join(house, *people[1:])
    return people


def standing(house: SmallHouse, text_id: str) -> list[Card]:
    """What stands in the channel under an id."""
    return [card for card in house.chat.channels.cards(TEAM) if card.text_id == text_id]


async def rule(house: SmallHouse, rules: Rules) -> None:
    """Let the team's rules be these."""

    def work(unit: Unit) -> None:
        found = organisation_at(house.desk, unit, house.desk.organisation_index(TEAM_NAME))
        assert found is not None
        keep(house.desk, unit, replace(found, rules=rules))

    await house.store.run(work)


async def arrive(house: SmallHouse, who: Account, way: str) -> Card:
    """Let somebody tap a way to arrive on the opening."""
    [opening] = standing(house, "circle.opening")
    return card_of(await house.choose(control(opening, "circle.arrive"), way, who=who))


async def test_the_opening_says_that_nobody_signed_the_round_until_somebody_does() -> None:
    """At the review desk, where its texts are read whole; the next opening is without the mark."""
    with a_channel() as house:
        await begun(house, 5)
        await house.until(OPENS)
        assert UNREAD in standing(house, "circle.opening")[-1].text
        desk = card_of(await house.press(control(card_of(await house.command("admin")), "admin.review")))
        topics = card_of(await house.press(control(desk, "review.topics")))
        texts = card_of(await house.choose(control(topics, "review.topic"), "rounds"))
        listed = control(texts, "review.text")
        assert isinstance(listed, Choose)
        name = next(each.name for each in listed.options if NOON.title in each.label)
        text = card_of(await house.choose(listed, name))
        assert all(words in text.text for words in (*NOON.rules, NOON.arrive.ask, NOON.share, NOON.closing))
        form = form_of(await house.press(control(text, "review.sign")))
        said = card_of(await house.submit(form, role="clinical lead"))
        assert said.text.startswith(f"Signed: round.{NOON.id}")
        await house.until(on(15, 12))
        assert UNREAD not in standing(house, "circle.opening")[-1].text


async def test_the_opening_says_the_rules_and_until_when() -> None:
    """Rules, the hour, one question with a tap each, and the way to share; nothing of anybody."""
    with a_channel() as house:
        await begun(house, 5)
        await house.until(OPENS)
        [opening] = standing(house, "circle.opening")
        assert opening.reach is Reach.OPEN
        assert opening.title == f"{NOON.title}, until 16:00 (UTC)"
        assert all(rule in opening.text for rule in NOON.rules)
        ask = control(opening, "circle.arrive")
        assert isinstance(ask, Choose)
        assert ask.options == NOON.arrive.options
        assert {"share.open", "share.mine"} <= {each.name for each in opening.controls}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("front",) * 4, FEW),
        ((), FEW),
        (("front",) * 5, "How we came in (5+): mostly front door."),
        (("front",) * 4 + (UNSAID,), FEW),
        (("front",) * 8, "How we came in (8+): mostly front door."),
        (("front",) * 4 + ("back",) * 4, "How we came in (8+): mostly front door or back door."),
    ],
)
async def test_how_people_arrived_is_told_from_five_on(answers: Sequence[str], told: str) -> None:
    """Below five there is one plain line, whether it is four or nobody; "rather not say" is in no figure."""
    with a_channel() as house:
        people = await begun(house, 8)
        await house.until(OPENS)
        for who, way in zip(people, answers, strict=False):
            assert (await arrive(house, who, way)).text == "Noted. Until 16:00 (UTC) another tap changes it."
        await house.until(SHARING_ENDS)
        assert [card.text for card in standing(house, "circle.arrived")] == [told]
        assert not standing(house, "circle.opening")
        [after] = standing(house, "circle.answering")
        assert "Sharing is over. Answers are welcome until Friday 9 January, 16:00 (UTC)." in after.text


async def test_the_last_tap_holds_and_nobody_sees_it() -> None:
    """Changing one's mind counts once, and the channel shows nothing of it before the end."""
    with a_channel() as house:
        people = await begun(house, 5)
        await house.until(OPENS)
        before = house.chat.channels.cards(TEAM)
        for who in people:
            await arrive(house, who, "back")
            await arrive(house, who, "front")
        assert house.chat.channels.cards(TEAM) == before
        assert not house.chat.letters
        await house.until(SHARING_ENDS)
        assert standing(house, "circle.arrived")[0].text == "How we came in (5+): mostly front door."


async def test_a_figure_is_not_told_of_a_group_that_changed_by_one() -> None:
    """Six a week after five: what the sixth chose could be worked out, so a plain line comes instead."""
    with a_channel() as house:
        people = await begun(house, 5)
        await house.until(OPENS)
        for who in people:
            await arrive(house, who, "front")
        await house.until(on(12, 9))
        await join(house, PEOPLE[3])
        await house.until(OPENS + timedelta(days=7))
        for who in (*people, PEOPLE[3]):
            await arrive(house, who, "back")
        await house.until(SHARING_ENDS + timedelta(days=7))
        assert [card.text for card in standing(house, "circle.arrived")] == [
            "How we came in (5+): mostly front door.",
            FEW,
        ]


async def test_who_joins_or_leaves_meanwhile_is_in_no_figure() -> None:
    """A figure is of those who were there from the opening to the end."""
    with a_channel() as house:
        people = await begun(house, 5)
        await house.until(OPENS)
        for who in people:
            await arrive(house, who, "front")
        await join(house, PEOPLE[3])
        assert "stands in no figure this time" in (await arrive(house, PEOPLE[3], "front")).text
        await house.press(
            control(card_of(await house.command("circle", people[4])), "circle.leave"), people[4]
        )
        await house.until(SHARING_ENDS)
        assert standing(house, "circle.arrived")[0].text == FEW


async def test_an_outsider_gets_the_way_in_and_nothing_is_noted() -> None:
    """Who is in no circle and taps its opening is invited, alone."""
    with a_channel() as house:
        await begun(house, 4)
        await house.until(OPENS)
        assert (await arrive(house, EVE, "front")).text_id == "circle.join"
        page = await circle_page(house)
        assert page is not None
        current = round_of(page)
        assert current is not None
        assert not current.arrivals


async def test_a_round_ends_the_next_working_day_and_says_so() -> None:
    """A last line, the opening says that it is over, and a late tap hears that, too."""
    with a_channel() as house:
        people = await begun(house, 5)
        await house.until(OPENS)
        [opening] = standing(house, "circle.opening")
        for who in people:
            await arrive(house, who, "front")
        await house.until(SHARING_ENDS)
        late = card_of(await house.choose(control(opening, "circle.arrive"), "back", who=BEN))
        assert late.text_id == "circle.arriving_over"
        await house.until(ENDS)
        assert [card.text for card in standing(house, "circle.closing")] == [NOON.closing]
        assert len(standing(house, "circle.round_over")) == 1
        late = card_of(await house.choose(control(opening, "circle.arrive"), "back", who=BEN))
        assert late.text_id == "circle.was_over"
        page = await circle_page(house)
        assert page is not None
        assert round_of(page) is None


async def test_a_week_later_nothing_of_it_is_known_here() -> None:
    """What stands in the channel stays, and Reststop forgets what was said in the round."""
    with a_channel() as house:
        await begun(house, 5)
        await house.until(ENDS)
        stood = len(house.chat.channels.cards(TEAM))
        page = await circle_page(house)
        assert page is not None
        kinds = (PostKind.OPENING, PostKind.CLOSING)
        first = {
            post.id for post in await house.store.run(lambda unit: posts.of(house.desk, unit, page, *kinds))
        }
        assert len(first) == 3
        await house.until(ENDS + FORGOTTEN_AFTER)
        later = {
            post.id for post in await house.store.run(lambda unit: posts.of(house.desk, unit, page, *kinds))
        }
        assert not first & later
        assert len(house.chat.channels.cards(TEAM)) == stood + 4 - 1  # the next one's opening, figure and end
        [over] = standing(house, "circle.round_over")[:1]
        assert over.text.endswith("This round is over.")


async def test_rounds_come_every_week_and_count_up() -> None:
    """Three weeks, three rounds, each once."""
    with a_channel() as house:
        await begun(house, 4)
        await house.until(ENDS + timedelta(days=14))
        assert len(standing(house, "circle.closing")) == 3
        assert len(standing(house, "circle.arrived")) == 3
        page = await circle_page(house)
        assert page is not None
        assert page.part("rounds")["last"] == 3


async def test_with_too_few_nothing_opens_and_the_facilitator_hears_it_once() -> None:
    """Three people are fewer than a round takes; the fourth lets the next one open."""
    with a_channel() as house:
        await begun(house, 3)
        await house.until(OPENS + timedelta(days=7))
        assert not standing(house, "circle.opening")
        [letter] = house.chat.letters
        assert letter.to == ANA
        assert letter.card.text == too_few(4)
        await join(house, PEOPLE[2])
        await house.until(OPENS + timedelta(days=14))
        assert len(standing(house, "circle.opening")) == 1


async def test_on_a_day_off_or_while_hushed_no_round_opens() -> None:
    """What an organisation wishes for its people holds for their circles: the next week's round comes."""
    for rules in (Rules(off_days=frozenset({OPENS.date()})), Rules(hushed_until=OPENS + timedelta(hours=2))):
        with a_channel() as house:
            await begun(house, 4)
            await rule(house, rules)
            await house.until(ENDS)
            assert not standing(house, "circle.round_over")
            await house.until(OPENS + timedelta(days=7))
            assert len(standing(house, "circle.opening")) == 1


async def test_a_hush_in_the_middle_holds_the_next_step_back() -> None:
    """After a hard event nothing comes; then it goes on where it was."""
    with a_channel() as house:
        await begun(house, 4)
        await house.until(OPENS)
        await rule(house, Rules(hushed_until=on(9, 12)))
        await house.until(on(9, 11))
        assert not standing(house, "circle.arrived")
        await house.until(on(9, 12, 1))
        assert len(standing(house, "circle.arrived")) == 1
        await house.until(ENDS)
        assert len(standing(house, "circle.closing")) == 1


async def test_without_somebody_who_may_look_after_it_nothing_opens() -> None:
    """A facilitator whose role was taken back opens no round."""
    with a_channel() as house:
        house.managers = {ANA: True, BEN: False}
        await give(house, BEN, Role.FACILITATOR)
        await a_circle(house, BEN)
        await join(house, ANA, *PEOPLE[:2])
        await house.until(OPENS)
        assert len(standing(house, "circle.opening")) == 1

        def lose(unit: Unit) -> None:
            for row in unit.organisations.roles_of(house.desk.index(BEN)):
                unit.organisations.remove_role(row.id)

        await house.store.run(lose)
        await house.until(OPENS + timedelta(days=7))
        assert not standing(house, "circle.opening")


async def test_after_a_long_sleep_one_round_comes_and_none_is_made_up_for() -> None:
    """Two weeks away: what was open is ended, nothing piles up, and the next Thursday has its round."""
    with a_channel() as house:
        await begun(house, 5)
        await house.until(OPENS)
        house.clock.move_to(ENDS + timedelta(days=15))
        await house.until(ENDS + timedelta(days=15, minutes=1))
        assert not standing(house, "circle.opening")
        assert len(standing(house, "circle.round_over")) == 1
        assert len(standing(house, "circle.closing")) == 1
        await house.until(OPENS + timedelta(days=21))
        assert len(standing(house, "circle.opening")) == 1


async def test_an_opening_that_came_nowhere_is_followed_by_nothing() -> None:
    """Where the channel is archived the facilitator hears it once, and no figure of nobody is posted."""
    with a_channel() as house:
        await begun(house, 5)
        house.chat.channels.closed[TEAM] = Why.ARCHIVED
        await house.until(OPENS + timedelta(hours=1))
        assert "the channel is archived" in house.chat.letters[0].card.text
        del house.chat.channels.closed[TEAM]
        stood = house.chat.channels.cards(TEAM)
        await house.until(ENDS)
        assert house.chat.channels.cards(TEAM) == stood
        assert len(house.chat.letters) == 1


@pytest.mark.parametrize("is_used", [True, False])
async def test_an_opening_of_which_nobody_knows_is_there_if_somebody_used_it(*, is_used: bool) -> None:
    """Where a platform cannot tell whether it came, a tap tells; without one nothing follows on it."""
    with a_channel() as house:
        await begun(house, 5)
        page = await circle_page(house)
        assert page is not None
        house.chat.channels.receipts.append(MaybeSent())
        house.chat.arrivals.append(Arrival.UNKNOWABLE)
        await house.until(OPENS + timedelta(minutes=5))
        assert "may not have arrived" in house.chat.letters[0].card.text
        page = await circle_page(house)
        assert page is not None
        current = round_of(page)
        assert current is not None
        if is_used:
            ref = house.desk.mint(TEAM)("circle.arrive", current.opening)
            ask = Choose(ref=ref, name="circle.arrive", ask=NOON.arrive.ask, options=NOON.arrive.options)
            assert card_of(await house.choose(ask, "front", who=BEN)).text_id == "circle.noted"
        await house.until(ENDS)
        assert len(standing(house, "circle.arrived")) == is_used
        assert len(standing(house, "circle.closing")) == is_used


async def test_a_circle_that_ends_leaves_no_row_behind() -> None:
    """Nothing of its time is on the agenda any more."""
    with a_channel() as house:
        await begun(house, 4)
        await house.until(OPENS)
        page = await circle_page(house)
        assert page is not None
        await house.store.run(lambda unit: pages.end(house.desk, unit, page.id))
        due = await house.store.run(
            lambda unit: unit.agenda.due((AgendaKind.ROUND,), datetime(2030, 1, 1, tzinfo=UTC), 10)
        )
        assert not due
