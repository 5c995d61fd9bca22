"""`circle create`: three duties, one form, an invitation; what does not fit is said at its field."""

from __future__ import annotations

from datetime import time

import pytest

from bot.domain.organisations import Rules
from bot.domain.people import Place
from bot.domain.roles import Creates, Role
from bot.ports.chat import Why
from bot.services.gatherings.settings import setup_of
from bot.surface.capabilities import Capabilities
from bot.surface.card import Choose, Reach
from tests.unit.admin.team import give
from tests.unit.circles.hands import (
    CARA,
    DUTIES,
    a_channel,
    a_circle,
    circle_members,
    circle_page,
    invitation,
    make_circle,
    set_rules,
)
from tests.unit.small_house import (
    ANA,
    BEN,
    TEAM,
    card_of,
    control,
    errors_of,
    form_of,
    small_house,
)
from tests.unit.world import word_count


async def test_a_circle_begins_with_three_ticks_and_one_form() -> None:
    """It says when the first round opens, and invites the channel; shares carry names until otherwise."""
    with a_channel() as house:
        made = card_of(await make_circle(house))
        assert made.text_id == "circle.made"
        assert "opens on Thursday 8 January at 12:00" in made.text
        page = await circle_page(house)
        assert page is not None
        setup = setup_of(page)
        assert (setup.rule, setup.zone, setup.template) == ("week/1 thu 12:00", "UTC", "working_day")
        assert (setup.days, setup.start, setup.end) == (frozenset(range(5)), time(9), time(17))
        assert not setup.is_unnamed_on
        assert [(each.account, each.is_keeper) for each in await circle_members(house)] == [(ANA, True)]
        assert invitation(house).reach is Reach.OPEN


async def test_the_invitation_has_forty_words_at_most() -> None:
    """All that stands on it, its button too."""
    with a_channel() as house:
        assert word_count(await a_circle(house)) <= 40


@pytest.mark.parametrize("ticked", [(), ("rules",), ("rules", "own"), ("route", "own")])
async def test_no_circle_begins_without_all_three_duties(ticked: tuple[str, ...]) -> None:
    """The same card again, with a sentence."""
    with a_channel() as house:
        duties = card_of(await house.command("circle create"))
        again = card_of(await house.choose(control(duties, "circle.duties"), *ticked))
        assert again.text_id == "circle.duties"
        assert "All three are needed" in again.text
        asked = control(again, "circle.duties")
        assert isinstance(asked, Choose)
        assert {option.name for option in asked.options} == set(DUTIES)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("round", "another", "one of these rounds"),
        ("day", "9", "one of these days"),
        ("at", "noon", "12:30"),
        ("zone", "", "name your time zone"),
        ("zone", "Middle/Earth", "not known"),
        ("hours", "always", "Hours look like"),
        ("hours", "9-5", "through the night"),
        ("at", "20:00", "hours"),
    ],
)
async def test_what_does_not_fit_is_said_at_its_field(field: str, typed: str, said: str) -> None:
    """And nothing is begun."""
    with a_channel() as house:
        errors = errors_of(await make_circle(house, ANA, **{field: typed}))
        assert said in errors[field]
        assert await circle_page(house) is None
        assert house.chat.channels.cards(TEAM) == []


async def test_whoever_has_no_role_begins_none() -> None:
    """One sentence, and nothing is written."""
    with a_channel() as house:
        assert card_of(await house.command("circle create", BEN)).text_id == "admin.not_yours"


async def test_a_facilitator_by_code_begins_one() -> None:
    """The role is enough; no notebook is needed."""
    with a_channel() as house:
        house.place = None
        await give(house, CARA, Role.FACILITATOR)
        house.place = TEAM
        await a_circle(house, CARA)


async def test_a_form_of_who_lost_the_role_meanwhile_begins_none() -> None:
    """It stays open with a sentence."""
    with a_channel() as house:
        duties = card_of(await house.command("circle create"))
        form = form_of(await house.choose(control(duties, "circle.duties"), *DUTIES))
        house.managers = {ANA: False}
        assert errors_of(await house.submit(form))
        assert await circle_page(house) is None


async def test_there_is_one_circle_in_a_channel() -> None:
    """A second `circle create` shows the first; a form that was open is refused."""
    with a_channel() as house:
        duties = card_of(await house.command("circle create"))
        form = form_of(await house.choose(control(duties, "circle.duties"), *DUTIES))
        await a_circle(house)
        assert card_of(await house.command("circle create")).text_id == "circle.shown"
        assert "already" in errors_of(await house.submit(form))["round"]


async def test_a_circle_begins_only_where_the_organisation_wishes() -> None:
    """Other channels, or admins alone."""
    with a_channel() as house:
        house.place = None
        await give(house, CARA, Role.FACILITATOR)
        house.place = TEAM
        await set_rules(house, Rules(channels=("lounge",)))
        assert card_of(await house.command("circle create")).text_id == "circle.not_here"
        await set_rules(house, Rules(circles_by=Creates.ADMINS))
        assert card_of(await house.command("circle create", CARA)).text_id == "circle.not_here"
        assert card_of(await house.command("circle create", ANA)).text_id == "circle.duties"


async def test_outside_a_channel_it_says_where() -> None:
    """In somebody's own conversation, and at a terminal, which has no channels."""
    with a_channel() as house:
        house.place = None
        assert "in the channel" in card_of(await house.command("circle create")).text
    with small_house(capabilities=Capabilities(surface="chat", waits=True, hosted=False)) as house:
        for word in ("circle", "circle create"):
            assert "no channels" in card_of(await house.command(word)).text


@pytest.mark.parametrize("channel", ["C0123ABCDEF", "1234567890123456789", "#peer support of the night team"])
async def test_the_form_knows_its_channel_whatever_that_is_called(channel: str) -> None:
    """Though a form tells of none."""
    place = Place(surface="chat", workspace="team", channel=channel)
    with a_channel(place) as house:
        assert card_of(await make_circle(house)).text_id == "circle.made"
        assert invitation(house, place)


async def test_after_a_restart_the_form_still_begins_it() -> None:
    """The channel is known by the control; its name comes back when somebody acts there."""
    with a_channel() as house:
        duties = card_of(await house.command("circle create"))
        form = form_of(await house.choose(control(duties, "circle.duties"), *DUTIES))
        house.desk.channels.drop(("chat", "team", TEAM.channel))
        house.place = None
        assert card_of(await house.submit(form)).text_id == "circle.made"
        house.place = TEAM
        await house.press(control(invitation(house), "circle.join"), BEN)
        page = await circle_page(house)
        assert page is not None
        assert setup_of(page).called == TEAM.channel


async def test_a_channel_that_takes_nothing_is_told_to_the_facilitator() -> None:
    """The circle is there; the invitation is not, and they hear why."""
    with a_channel() as house:
        house.chat.channels.closed[TEAM] = Why.NOT_THERE
        await make_circle(house)
        [letter] = house.chat.letters
        assert letter.to == ANA
        assert "not in the channel" in letter.card.text
