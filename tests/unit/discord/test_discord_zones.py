"""Where somebody is: offered while they type, kept in memory once they told it."""

from __future__ import annotations

import pytest

from adapters.discord.hearing.zones import Zones
from bot.domain.people import Account
from bot.domain.zones import zone_of, zones_with

ANA = Account(surface="discord", workspace="1", user="2")
BEA = Account(surface="discord", workspace="1", user="3")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("berl", "Europe/Berlin"),
        ("BERLIN", "Europe/Berlin"),
        ("new yo", "America/New_York"),
        ("pacific/auck", "Pacific/Auckland"),
        ("utc", "UTC"),
        ("aukland", "Pacific/Auckland"),
    ],
)
def test_a_city_that_was_begun_is_offered(typed: str, first: str) -> None:
    """Its beginning, however it is written; and what is nearly one."""
    assert Zones().offered(ANA, typed)[0] == first


@pytest.mark.parametrize("typed", ["", " ", "a", "o", "\u00fc", "x" * 200, "../etc/passwd"])
def test_what_is_offered_is_a_zone_and_no_more_than_discord_shows(typed: str) -> None:
    """Also for nothing, and for what no zone has."""
    offered = Zones().offered(ANA, typed)
    assert len(offered) == len(set(offered)) <= 25
    assert [zone_of(name).key for name in offered] == list(offered)


def test_who_typed_nothing_yet_finds_every_hour_of_the_clock() -> None:
    """From west to east, so that nobody scrolls through a continent."""
    assert len(zones_with("", 25)) > 20


def test_a_zone_that_was_told_is_known_of_them_alone() -> None:
    """And stands first the next time."""
    zones = Zones()
    zones.note(ANA, "Asia/Tokyo")
    assert (zones.of(ANA), zones.of(BEA)) == ("Asia/Tokyo", None)
    assert zones.offered(ANA, "")[0] == "Asia/Tokyo"
    assert zones.offered(BEA, "")[0] != "Asia/Tokyo"
