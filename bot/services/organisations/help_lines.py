"""Help lines as an organisation knows them: which of them somebody there saw to be right, and when."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.organisations import Rules
from bot.domain.regions import HelpLine, Region
from bot.services.desk import Desk


def seen_here(desk: Desk, rules: Rules, region: Region) -> Region:
    """Return a region in which a line counts as checked that an admin ticked within 180 days."""
    today = desk.clock.now().date()

    def seen(line: HelpLine) -> HelpLine:
        ticked = rules.checked_on(region.code, line.label, today)
        return line if line.checked_on or ticked is None else replace(line, checked_on=ticked)

    return replace(region, lines=tuple(seen(line) for line in region.lines)) if rules.checked else region
