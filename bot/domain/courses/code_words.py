"""Code words: two short words that are said in a session, others every ten minutes.

Which they are follows from a keyed digest of the course, the session and the ten minutes: nothing is kept,
and nobody can know a word before it is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.courses.presence import Hours
from bot.errors import BadInput

HOLDS = timedelta(minutes=10)
"""So long a word is shown. It is taken for as long again."""
EARLY = timedelta(minutes=10)
"""So long before a session there is a word already, for who opens the room."""
_LETTERS = re.compile(r"[a-z]+")
_WORDS = (
    "acorn", "amber", "anchor", "apron", "autumn", "badger", "bamboo", "barley", "basket", "beacon", "birch",
    "blanket", "blossom", "bonnet", "bramble", "bridge", "butter", "button", "candle", "canvas", "carrot",
    "castle", "cedar", "cellar", "chalk", "cherry", "cinnamon", "clover", "coconut", "copper", "cotton",
    "cricket", "crystal", "dolphin", "dragonfly", "drum", "echo", "elbow", "ember", "falcon", "feather",
    "fiddle", "finger", "forest", "fountain", "garden", "garlic", "ginger", "granite", "hammock", "harbour",
    "hazel", "hedgehog", "honey", "iceberg", "indigo", "island", "ivory", "jacket", "jasmine", "juniper",
    "kettle", "kitchen", "ladder", "lagoon", "lantern", "lavender", "lemon", "lizard", "magnet", "maple",
    "marble", "meadow", "melon", "mirror", "mitten", "mountain", "mustard", "nectar", "needle", "nutmeg",
    "oak", "olive", "orchard", "otter", "oyster", "paddle", "paper", "parsley", "pebble", "pelican",
    "pepper", "pickle", "pigeon", "pillow", "plum", "pocket", "pumpkin", "puzzle", "rabbit", "raven",
    "ribbon", "river", "rocket", "saddle", "saffron", "sandal", "satchel", "shadow", "silver", "sparrow",
    "spiral", "sponge", "summer", "sunset", "teapot", "thistle", "thunder", "timber", "tulip", "turnip",
    "umbrella", "valley", "velvet", "violin", "walnut", "whistle", "willow",
)  # fmt: skip
"""128 words that are heard well: two of them are one of 16,384."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A word that somebody sent: of which session, the how manieth, and at which minute it was heard."""

    session: int
    place: int
    minute: int

    def __str__(self) -> str:
        """Write it as `2.4.37`."""
        return f"{self.session}.{self.place}.{self.minute}"

    @classmethod
    def parse(cls, text: str) -> Heard:
        """Read it back.

        Raises:
            BadInput: it was not written by this.
        """
        try:
            session, place, minute = (int(part) for part in text.split("."))
        except ValueError:
            raise BadInput from None
        return cls(session=session, place=place, minute=minute)


def place_at(hours: Hours, now: datetime) -> int | None:
    """Return the how manieth word of a session is shown now, 0 for the one before it; None: none is.

    The last one is shown on until it has had its ten minutes, so that who is slow may still send it.
    """
    if not hours.starts - EARLY <= now < hours.ends + HOLDS:
        return None
    return min(_place(hours, now), _place(hours, hours.ends - timedelta(microseconds=1)))


def places_taken(hours: Hours, now: datetime) -> tuple[int, ...]:
    """Return which words are taken now: the one that is shown, and the one before it for as long again."""
    shown = place_at(hours, now)
    if shown is None:
        return ()
    return (shown,) if shown == 0 or now >= hours.ends else (shown, shown - 1)


def shown_until(hours: Hours, place: int) -> datetime:
    """Return until when a word is shown."""
    last = _place(hours, hours.ends - timedelta(microseconds=1))
    return hours.ends + HOLDS if place == last else hours.starts + place * HOLDS


def heard_at(hours: Hours, place: int, now: datetime) -> int:
    """Return the minute of a session at which a word was heard that is sent now.

    Somebody may send it later than they heard it, but nobody heard it when it was not shown any more.
    """
    heard = min(now, hours.starts + place * HOLDS, hours.ends)
    return max(0, int((heard - hours.starts) / timedelta(minutes=1)))


def of_digest(digest: bytes) -> str:
    """Return the two words that a keyed digest stands for."""
    first, second = (int.from_bytes(digest[at : at + 4]) % len(_WORDS) for at in (0, 4))
    return f"{_WORDS[first]} {_WORDS[second]}"


def is_same(typed: str, shown: str) -> bool:
    """Whether this is the word that was shown, however it was typed."""
    return "".join(_LETTERS.findall(typed.lower())) == shown.replace(" ", "")


def _place(hours: Hours, now: datetime) -> int:
    """0 is what is shown before a session, 1 its first ten minutes."""
    return (now - hours.starts) // HOLDS + 1
