"""The texts that no decision switches off, as a reviewer reads them: who to call, and words of danger.

The version of each is made of what it says, so that a signature ends with the words that it was given for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from zlib import crc32

from bot.domain.people import Account
from bot.domain.regions import Region
from bot.services.cards import danger
from bot.services.cards.help import help_now
from bot.services.desk import Mint
from bot.surface.card import Card, Choose, Paragraph
from bot.surface.refs import RefCodec

HELP_NOW = "safety.help_now"
REGIONS = "safety.regions"
DANGER = "safety.danger"

_MINT = Mint(RefCodec(b"of no house at all"), Account(surface="none", workspace="none", user="none"))
"""For controls that are never shown: only the words of a card are read here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyText:
    """One of these texts, line by line."""

    id: str
    title: str
    lines: tuple[str, ...] = field(repr=False)

    @property
    def version(self) -> int:
        """A number that is another one wherever a word is."""
        return crc32("\n".join(self.lines).encode())


@lru_cache(maxsize=8)
def safety_texts(regions: tuple[Region, ...], elsewhere: Region) -> tuple[SafetyText, ...]:
    """Return these texts. `elsewhere` stands where a card names a region's lines.

    Whether a line was checked lately is no matter of its words, and does not change a version.
    """
    lines = tuple(replace(line, checked_on=date.min) for line in elsewhere.lines)
    elsewhere = replace(elsewhere, lines=lines)
    return (
        SafetyText(id=HELP_NOW, title="Help now", lines=_said(help_now(elsewhere, ""))),
        SafetyText(
            id=REGIONS,
            title="Help lines",
            lines=tuple(line for region in (*regions, elsewhere) for line in _lines_of(region)),
        ),
        SafetyText(id=DANGER, title="Words that can mean danger", lines=_dangers(elsewhere)),
    )


def _lines_of(region: Region) -> tuple[str, ...]:
    lines = (f"{line.label}: {line.text}, {line.hours}" for line in region.lines)
    return (f"{region.name}, emergency: {region.emergency}", *lines)


def _dangers(region: Region) -> tuple[str, ...]:
    """Return every sentence that words of danger can be answered with, each once."""
    cards = (
        danger.high(_MINT, region, ""),
        danger.being_hurt(_MINT, region, ""),
        danger.unclear(_MINT, region, ""),
        danger.said(_MINT, tuple(danger.ABOUT), region, ""),
        danger.harm(_MINT, region),
        danger.low(_MINT),
    )
    return tuple(dict.fromkeys(line for card in cards for line in _said(card)))


def _said(card: Card) -> tuple[str, ...]:
    """Return what a card says and asks, with what there is to choose."""
    lines: list[str] = []
    for block in card.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Choose):
            lines.append(f"{block.ask} {' / '.join(option.label for option in block.options)}")
    return tuple(lines)
