"""Looking after a circle: another hour, a pause, a rest, names on shares; the channel is told of each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.domain.people import Account
from bot.services.gatherings.settings import setup_of
from bot.surface.card import Button, Reach
from tests.unit.circles.hands import a_channel, a_circle, circle_page, join, shown
from tests.unit.small_house import ANA, BEN, TEAM, SmallHouse, card_of, control, errors_of, form_of, on
from tests.unit.world import World, labels

PEOPLE = tuple(Account(surface="chat", workspace="team", user=f"person{number}") for number in range(5))


def lines(house: SmallHouse) -> Sequence[str]:
    """Return what the channel was told of the circle, the oldest first."""
    return [card.text for card in house.chat.channels.cards(TEAM) if card.text_id == "circle.line"]


def openings(house: SmallHouse) -> int:
    """Return how many rounds were opened in the channel."""
    standing = house.chat.channels.cards(TEAM)
    return len([card for card in standing if any(one.name == "circle.arrive" for one in card.controls)])


async def circle_of_six(house: World) -> None:
    """Let a circle begin in which six people are."""
    await a_circle(house)
    await join(house, *PEOPLE)


async def test_another_hour_is_told_in_the_channel_and_planned() -> None:
    """The invitation that stands there says it, too; the old hour is not kept."""
    with a_channel() as house:
        await circle_of_six(house)
        form = form_of(await house.press(control(await shown(house), "circle.change")))
        changed = card_of(await house.submit(form, day="1", at="10:00"))
        assert "The next round opens tomorrow at 10:00" in changed.text
        assert lines(house) == ["The rounds of this circle open Tuesday 10:00 (UTC) from now on."]
        [invite] = [card for card in house.chat.channels.cards(TEAM) if card.text_id == "circle.invite"]
        assert "Tuesday 10:00" in invite.text
        await house.until(on(6, 10))
        assert openings(house) == 1
        await house.until(on(8, 12))
        assert openings(house) <= 1


async def test_hours_alone_are_not_told() -> None:
    """When a facilitator can be reached concerns the plan, and not the channel."""
    with a_channel() as house:
        await a_circle(house)
        form = form_of(await house.press(control(await shown(house), "circle.change")))
        await house.submit(form, hours="Wed-Fri 8-18")
        assert lines(house) == []
        page = await circle_page(house)
        assert page is not None
        assert setup_of(page).days == {2, 3, 4}


async def test_what_leaves_the_facilitators_hours_is_refused_with_what_fits() -> None:
    """Nothing is changed by it."""
    with a_channel() as house:
        await a_circle(house)
        form = form_of(await house.press(control(await shown(house), "circle.change")))
        errors = errors_of(await house.submit(form, at="15:00"))
        assert "between 09:00 and 13:00" in errors["at"]
        page = await circle_page(house)
        assert page is not None
        assert setup_of(page).rule == "week/1 thu 12:00"


async def test_a_paused_circle_opens_no_round_until_it_goes_on() -> None:
    """Nothing that went by is made up for."""
    with a_channel() as house:
        await circle_of_six(house)
        paused = card_of(await house.press(control(await shown(house), "circle.pause")))
        assert "It is paused" in paused.text
        await house.until(on(20, 9))
        assert openings(house) == 0
        again = card_of(await house.press(control(await shown(house), "circle.go_on")))
        assert "on Thursday 22 January at 12:00" in again.text
        assert [line.split()[2:4] for line in lines(house)] == [["is", "paused."], ["goes", "on."]]
        await house.until(on(22, 12))
        assert openings(house) == 1


async def test_a_resting_circle_opens_again_by_itself() -> None:
    """The channel is told until when, and not why; `Let it go on` ends the rest earlier."""
    with a_channel() as house:
        await circle_of_six(house)
        form = form_of(await house.press(control(await shown(house), "circle.rest")))
        assert errors_of(await house.submit(form, until="yesterday"))
        rests = card_of(await house.submit(form, until="16 January"))
        assert "It rests until Friday 16 January" in rests.text
        assert "on Thursday 22 January at 12:00" in rests.text
        assert "circle.go_on" in [one.name for one in rests.controls]
        assert lines(house) == ["This circle rests until Friday 16 January."]
        await house.until(on(22, 11))
        assert openings(house) == 0
        await house.until(on(22, 12))
        assert openings(house) == 1


async def test_names_are_on_every_share_until_six_are_there_and_it_is_changed() -> None:
    """With fewer it is refused with the reason; both ways are told in the channel."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, *PEOPLE[:4])
        few = card_of(await house.press(control(await shown(house), "circle.unnamed")))
        assert few.text_id == "circle.too_few"
        assert lines(house) == []
        await join(house, PEOPLE[4])
        on_now = card_of(await house.press(control(await shown(house), "circle.unnamed")))
        assert "or none if you choose so" in on_now.text
        await house.press(control(on_now, "circle.unnamed"))
        assert ["without a name" in line for line in lines(house)] == [True, False]


async def test_pressed_twice_the_channel_is_told_once() -> None:
    """A second press finds nothing to change."""
    with a_channel() as house:
        await a_circle(house)
        pause = control(await shown(house), "circle.pause")
        await house.press(pause)
        await house.press(pause)
        assert len(lines(house)) == 1


async def test_a_line_leaves_no_row_behind_once_it_was_said() -> None:
    """What is kept of a circle does not grow with its changes."""
    with a_channel() as house:
        await a_circle(house)
        before = len(house.tables.posts)
        await house.press(control(await shown(house), "circle.pause"))
        await house.press(control(await shown(house), "circle.go_on"))
        assert len(house.tables.posts) == before
        assert len(house.tables.agenda) == len({row.id for row in house.tables.agenda.values()})


async def test_only_who_looks_after_it_sees_the_ways_to_change_it() -> None:
    """A member sees their own."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN)
        assert labels(await shown(house, BEN)) == ["Company", "Leave"]
        assert (await shown(house, BEN)).reach is Reach.PERSONAL
        assert "Pause" in labels(await shown(house, ANA))


OF_THE_KEEPER = ("circle.pause", "circle.go_on", "circle.unnamed", "circle.change", "circle.rest")


@pytest.mark.parametrize("name", OF_THE_KEEPER)
async def test_who_lost_the_role_changes_nothing_by_an_old_card(name: str) -> None:
    """One sentence."""
    with a_channel() as house:
        await circle_of_six(house)
        page = await circle_page(house)
        assert page is not None
        house.managers[ANA] = False
        old = Button(ref=house.desk.mint(ANA)(name, page.id, "on"), name=name, label="An old one")
        assert card_of(await house.press(old)).text_id == "circle.not_keeper"
        after = await circle_page(house)
        assert after is not None
        assert setup_of(after) == setup_of(page)
