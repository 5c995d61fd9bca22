"""The help lines of a region, each with the day on which somebody here saw that it is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.prompts import Option
from bot.domain.regions import STALE_AFTER, HelpLine, Region
from bot.services.cards.admin.facts import day_short, short
from bot.services.cards.admin.menu import back
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Card, Choose, Fields, Reach, aside, say

NOT_CHECKED = "not checked here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """A help line, and when an admin here last saw that it is right; None: nobody did, or long ago."""

    line: HelpLine
    on: date | None

    @property
    def state(self) -> str:
        """When somebody here saw it, in words."""
        return f"right on {day_short(self.on)}" if self.on else NOT_CHECKED


def which(mint: Mint, regions: Sequence[Region]) -> Card:
    """Return the question for which region lines are to be looked at."""
    asked = "For which region?"
    options = tuple(Option(name=one.code, label=one.name[:LABEL_MAX]) for one in regions[:25])
    return Card(
        text_id="admin.lines",
        title="Help lines",
        blocks=(
            Choose(ref=mint("admin.lines.region"), name="admin.lines.region", ask=asked, options=options),
            aside(
                f"Call or visit each line, then tick it. After {STALE_AFTER.days} days it counts as not "
                "checked again. A line that is wrong is for whoever runs this server to mend."
            ),
            row(back(mint)),
        ),
        summary=asked,
        reach=Reach.PERSONAL,
    )


def lines(mint: Mint, region: Region, ticked: Sequence[Ticked]) -> Card:
    """Return the lines of a region with a way to tick each, all of them, or take all ticks back."""
    asked = "Which are right today?"
    options = tuple(
        Option(name=str(place), label=short(one.line.label, LABEL_MAX)) for place, one in enumerate(ticked)
    )[:25]
    pairs = tuple((one.line.label, f"{one.line.text}, {one.line.hours} ({one.state})") for one in ticked)
    choice = Choose(
        ref=mint("admin.lines.tick", arg=region.code),
        name="admin.lines.tick",
        ask=asked,
        options=options,
        at_most=len(options),
    )
    every = press(mint, "admin.lines.all", "All are right today", arg=region.code)
    none = press(mint, "admin.lines.none", "Untick all", arg=region.code)
    ways = (every, none) if any(one.on for one in ticked) else (every,)
    return Card(
        text_id="admin.lines_of",
        title=f"Help lines for {region.name}",
        blocks=(
            say(f"In danger: {region.emergency}"),
            Fields(pairs=pairs),
            choice,
            row(*ways, press(mint, "admin.lines", "Another region"), back(mint)),
        ),
        summary="Help lines",
        reach=Reach.PERSONAL,
    )
