"""Help lines: an admin ticks those that they saw to be right, for whoever needs one to read so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.organisations import Rules, line_key
from bot.domain.regions import Region
from bot.services.admin.changing import is_nowhere, nowhere, set_rules, today_here
from bot.services.cards.admin import lines as cards
from bot.services.desk import Turn
from bot.services.organisations.log import note_change
from bot.services.organisations.rules import make, rules_of
from bot.surface.outcome import Outcome, answer


def show(turn: Turn) -> Outcome:
    """Ask for which region."""
    catalogue = turn.desk.catalogue
    everywhere = [one for one in (*catalogue.regions(), catalogue.region(None)) if one.lines]
    return answer(cards.which(turn.mint, everywhere))


def of_region(turn: Turn) -> Outcome:
    """Show the lines of the chosen region."""
    region = _region(turn, turn.choice)
    return _shown(turn, region) if region else show(turn)


def tick(turn: Turn) -> Outcome:
    """Tick the lines that were chosen; those ticked before stay so."""
    region = _region(turn, turn.ref.arg)
    if region is None:
        return show(turn)
    chosen = {line.label for place, line in enumerate(region.lines) if str(place) in turn.chosen}
    return _tick(turn, region, chosen)


def tick_all(turn: Turn) -> Outcome:
    """Tick all lines of a region."""
    region = _region(turn, turn.ref.arg)
    return _tick(turn, region, {line.label for line in region.lines}) if region else show(turn)


def untick_all(turn: Turn) -> Outcome:
    """Take back all ticks of a region."""
    region = _region(turn, turn.ref.arg)
    if region is None:
        return show(turn)
    rules = rules_of(turn)
    gone = {line_key(region.code, line.label) for line in region.lines}
    kept = {key: day for key, day in rules.checked.items() if key not in gone}
    return _keep(turn, region, kept)


def _tick(turn: Turn, region: Region, labels: Collection[str]) -> Outcome:
    today = today_here(turn)
    new = {line_key(region.code, label): today for label in labels}
    return _keep(turn, region, {**rules_of(turn).checked, **new})


def _keep(turn: Turn, region: Region, checked: Mapping[str, date]) -> Outcome:
    """Keep what is ticked, and tell the log which lines of the region those are."""
    if is_nowhere(turn):
        return nowhere(turn)
    rules = rules_of(turn)
    after = replace(rules, checked=checked)
    before_said, after_said = _said(turn, region, rules), _said(turn, region, after)
    if before_said != after_said:
        note_change(turn, make(turn), f"help lines for {region.name}", before_said, after_said)
    set_rules(turn, after)
    return _shown(turn, region)


def _shown(turn: Turn, region: Region) -> Outcome:
    return answer(cards.lines(turn.mint, region, _ticked(turn, region, rules_of(turn))))


def _said(turn: Turn, region: Region, rules: Rules) -> str:
    return "; ".join(f"{one.line.label} {one.state}" for one in _ticked(turn, region, rules) if one.on)


def _ticked(turn: Turn, region: Region, rules: Rules) -> Sequence[cards.Ticked]:
    today = today_here(turn)
    return [
        cards.Ticked(line=line, on=rules.checked_on(region.code, line.label, today)) for line in region.lines
    ]


def _region(turn: Turn, code: str) -> Region | None:
    found = turn.desk.catalogue.region(code)
    return found if found.code == code and found.lines else None
