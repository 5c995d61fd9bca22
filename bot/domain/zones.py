"""Time zones by their IANA names: which are accepted, and which name was perhaps meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import UnknownZone

_NO_PLACES = frozenset({"Factory", "localtime", "posixrules"})
"""Found in the database, but not places: one says "unset", the others change with the machine."""

_AREAS = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
        "UTC",
    }
)
"""Where names lie that are offered. Others, such as US/Pacific, are old names of the same places."""
_COMMON = (
    "Pacific/Honolulu",
    "America/Los_Angeles",
    "America/Denver",
    "America/Chicago",
    "America/New_York",
    "America/Halifax",
    "America/Sao_Paulo",
    "Atlantic/Azores",
    "UTC",
    "Europe/London",
    "Africa/Lagos",
    "Europe/Berlin",
    "Africa/Johannesburg",
    "Europe/Athens",
    "Africa/Nairobi",
    "Asia/Dubai",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Dhaka",
    "Asia/Bangkok",
    "Asia/Manila",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
)
"""One or two for each hour on the clock, from west to east: where nothing was typed yet."""

_LONGEST = 64
"""Characters; a longer text is no zone's name and is not worth comparing."""

_ALIKE = 0.8
"""How near a name lies before it is offered, as `difflib` counts; below, the offers are odd."""


def zone_of(name: str) -> ZoneInfo:
    """Return the zone of this IANA name; capitals and the space around it do not matter.

    The text is looked up in the list of known names and never used as a path.

    Raises:
        UnknownZone: with up to three near names in its sentence, if there are any.
    """
    known = _names().get(_folded(name))
    if known is not None:
        return ZoneInfo(known)
    near = near_zones(name)
    if not near:
        raise UnknownZone
    raise UnknownZone(f"That time zone is not known. Perhaps {' or '.join(near)}?")


def every_zone() -> Sequence[str]:
    """Return the name of every zone, in their order."""
    return tuple(_names().values())


def is_zone(name: str) -> bool:
    """Whether this is an IANA name, letter for letter."""
    return _names().get(_folded(name)) == name


def keep_the_same_time(one: str, other: str, since: datetime) -> bool:
    """Whether the clocks of two zones say the same for a year from an instant on, whatever they are called.

    Raises:
        UnknownZone: as `zone_of`.
    """
    first, second = zone_of(one), zone_of(other)
    noons = (since + timedelta(days=day) for day in range(366))
    return first == second or all(
        noon.astimezone(first).utcoffset() == noon.astimezone(second).utcoffset() for noon in noons
    )


def zone_meant(text: str) -> ZoneInfo:
    """Return the zone that a person typed: its name, or a city that names one zone only ("auckland").

    Raises:
        UnknownZone: as `zone_of`; what is only near is offered, never taken.
    """
    zones = _sayings().get(_folded(text).replace(" ", "_"), ())
    return ZoneInfo(zones[0]) if len(zones) == 1 else zone_of(text)


def near_zones(text: str) -> tuple[str, ...]:
    """Return up to three zones that `text` may have meant, the likeliest first: city or whole name."""
    if len(text) > _LONGEST:
        return ()
    letters = unicodedata.normalize("NFKD", text.partition(",")[0]).encode("ascii", "ignore").decode()
    wanted = _folded(letters).replace(" ", "_")
    found: dict[str, None] = {}
    for part in (wanted.rpartition("/")[2], wanted):
        for alike in difflib.get_close_matches(part, _sayings(), cutoff=_ALIKE):
            found.update(dict.fromkeys(_sayings()[alike]))
    return tuple(found)[:3]


def zones_with(text: str, most: int) -> tuple[str, ...]:
    """Return up to `most` zones for what was typed so far, the likeliest first; for nothing, one a clock.

    A city that begins with it, any name that holds it, and where none does what may have been meant.
    """
    wanted = _folded(text).replace(" ", "_")
    if not text.strip():
        return _COMMON[:most]
    names = [name for name in _names().values() if name.partition("/")[0] in _AREAS]
    begin = [name for name in names if name.lower().rpartition("/")[2].startswith(wanted)]
    hold = [name for name in names if wanted in name.lower() and name not in begin]
    found = (*begin, *hold) if wanted else ()
    return (found or near_zones(text))[:most]


def _folded(name: str) -> str:
    return name.strip().lower() if name.isascii() else ""


@cache
def _names() -> Mapping[str, str]:
    """Every accepted name by its lower case; read once, for listing the database takes some 10 ms."""
    return {name.lower(): name for name in sorted(available_timezones() - _NO_PLACES)}


@cache
def _sayings() -> Mapping[str, tuple[str, ...]]:
    """What people may write, the city alone or the whole name, and the zones that it stands for."""
    zones: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for lower, name in _names().items():
        for saying in {lower, lower.rpartition("/")[2]}:
            zones[saying] += (name,)
    return dict(zones)
