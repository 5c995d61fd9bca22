"""Zones are taken by their names only, and a slip of the pen gets a suggestion."""

from __future__ import annotations

import pytest

from bot.domain.zones import near_zones, zone_meant, zone_of
from bot.errors import UnknownZone


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Pacific/Auckland", "Pacific/Auckland"),
        ("europe/berlin", "Europe/Berlin"),
        (" AMERICA/NEW_YORK ", "America/New_York"),
        ("utc", "UTC"),
        ("Etc/GMT+5", "Etc/GMT+5"),
    ],
)
def test_a_name_is_found_in_any_case(written: str, key: str) -> None:
    """The zone carries the name as the database spells it, so that is what is kept."""
    assert zone_of(written).key == key


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        ".",
        "/etc/passwd",
        "../../etc/passwd",
        "/usr/share/zoneinfo/Europe/Berlin",
        "Europe/../Europe/Berlin",
        "Europe//Berlin",
        "Europe/",
        "Europe\\Berlin",
        "Europe/Berlin\x00",
        "Europe/\N{KELVIN SIGN}yiv",
        "tzdata.zi",
        "posix/Europe/Berlin",
        "right/UTC",
        "localtime",
        "Factory",
        "posixrules",
        "+02:00",
        "x" * 100_000,
    ],
)
def test_nothing_else_is_a_zone(written: str) -> None:
    """Paths, tricks, and names that change with the machine are refused."""
    with pytest.raises(UnknownZone):
        zone_of(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("auckland", "Pacific/Auckland"),
        ("Aukland", "Pacific/Auckland"),
        ("New York", "America/New_York"),
        ("Europe/Berln", "Europe/Berlin"),
        ("Asia/Sydney", "Australia/Sydney"),
        ("S\N{LATIN SMALL LETTER A WITH TILDE}o Paulo", "America/Sao_Paulo"),
        ("London, UK", "Europe/London"),
    ],
)
def test_a_near_miss_gets_a_suggestion(written: str, meant: str) -> None:
    """A city, a slip or the wrong continent leads to the zone that was likely meant."""
    assert near_zones(written)[0] == meant
    with pytest.raises(UnknownZone, match=meant):
        zone_of(written)


def test_suggestions_are_few_and_never_repeat_what_was_written() -> None:
    """At most three names; a text that is like none gets the plain sentence, without a quotation."""
    assert near_zones("istanbul") == ("Asia/Istanbul", "Europe/Istanbul")
    assert len(near_zones("america/indiana")) <= 3
    with pytest.raises(UnknownZone) as refused:
        zone_of("zzzzqqqq")
    assert refused.value.sentence == "That time zone is not known. A name looks like Pacific/Auckland."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("auckland", "Pacific/Auckland"),
        ("New York", "America/New_York"),
        (" europe/berlin ", "Europe/Berlin"),
        ("UTC", "UTC"),
    ],
)
def test_a_city_that_names_one_zone_is_enough(typed: str, meant: str) -> None:
    """Somebody between two clients types a city; it is taken where there is no doubt."""
    assert zone_meant(typed).key == meant


@pytest.mark.parametrize("typed", ["aukland", "louisville", "nowhere", ""])
def test_a_city_in_doubt_is_not_taken(typed: str) -> None:
    """A near miss, or a city that names several zones, is asked about again."""
    with pytest.raises(UnknownZone):
        zone_meant(typed)
