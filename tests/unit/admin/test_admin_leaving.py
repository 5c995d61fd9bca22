"""Before Reststop is removed: an admin reads what happens then, and lets everybody be told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.services.leaving.departures import hear_of_workspace
from bot.surface.card import Button
from bot.surface.inbound import CommunityLeft
from tests.unit.small_house import ANA, BEN, MONDAY, SmallHouse, card_of, control
from tests.unit.test_roles_leave import logged
from tests.unit.world import World, world


def way(house: SmallHouse, name: str = "admin.leaving") -> Button:
    """The button in the menu."""
    return Button(ref=house.desk.mint(ANA)(name), name=name, label="Before it is removed")


async def begin(house: World) -> None:
    """Let Ana look after a team with Ben in it, and somebody be at home elsewhere."""
    house.organisation = "chat/team"
    house.managers = {ANA: True}
    await house.settle_in(ANA)
    await house.settle_in(BEN)


def told(house: World) -> list[str]:
    """Who had the letter."""
    return sorted(one.to.user for one in house.chat.letters if one.card.text_id == "notice.export_first")


async def test_everybody_is_told_once() -> None:
    """However often it is pressed in a week; the log says that it was done and names nobody."""
    with world() as house:
        await begin(house)
        card = card_of(await house.press(way(house)))
        tell = control(card, "admin.leaving.tell")
        assert "Everybody here gets" in card_of(await house.press(tell)).text
        assert "already" in card_of(await house.press(tell)).text
        for day in range(1, 7):
            await house.until_answering(MONDAY + timedelta(days=day))
            await house.press(tell)
        assert told(house) == ["ana", "ben"]
        assert [(one.what, one.after) for one in await logged(house)] == [
            ("told everybody", "how to take theirs along")
        ]


async def test_during_a_pause_the_letter_waits_and_the_card_says_so() -> None:
    """Nothing comes by itself then; whoever removes Reststop meanwhile would believe that all were told."""
    with world() as house:
        await begin(house)
        hush = Button(ref=house.desk.mint(ANA)("admin.hush"), name="admin.hush", label="Pause for everybody")
        paused = card_of(await house.press(hush))
        await house.choose(control(paused, "admin.hush.set"), "three")
        assert "when the pause is over" in card_of(await house.press(way(house, "admin.leaving.tell"))).text
        await house.until(MONDAY + timedelta(days=1))
        assert told(house) == []
        await house.until_answering(MONDAY + timedelta(days=4))
        assert told(house) == ["ana", "ben"]


async def test_whoever_looks_after_nothing_tells_nobody() -> None:
    """Neither with the card nor with a button that they were shown once."""
    with world() as house:
        await begin(house)
        house.managers = {}
        for name in ("admin.leaving", "admin.leaving.tell"):
            assert card_of(await house.press(way(house, name))).text_id == "admin.not_yours"
        await house.until(MONDAY + timedelta(hours=5))
        assert told(house) == []


async def test_a_notice_goes_with_its_organisation() -> None:
    """Once that has ended, no row says that anybody was told."""
    with world() as house:
        await begin(house)
        await house.press(way(house, "admin.leaving.tell"))
        left = CommunityLeft(organisation="chat/team")
        await house.store.run(lambda unit: hear_of_workspace(unit, house.desk, left))
        await house.until_answering(MONDAY + timedelta(days=31))
        assert {row.kind for row in house.tables.agenda.values() if row.owner is None} <= {"housekeeping"}


@pytest.mark.parametrize(
    ("surface", "says"),
    [
        ("slack", "all pages of everybody here go"),
        ("discord", "People keep their notebooks"),
        ("console", "`reststop close`"),
    ],
)
async def test_it_says_what_is_true_there(surface: str, says: str) -> None:
    """Slack tells of a removal, and all goes; Discord's people stay; a terminal is not left."""
    with world() as house:
        house.organisation = f"{surface}/here"
        house.managers = {ANA: True}
        card = card_of(await house.press(way(house)))
    assert says in card.text
    assert ("admin.leaving.tell" in [one.name for one in card.controls]) is (surface != "console")
