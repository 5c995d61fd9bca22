"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.route import Route, looks, writes
from bot.services.units import showing

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {
    "unit.open": looks(showing.open_unit),
    "unit.tick": writes(showing.tick),
    "unit.took": writes(showing.took),
    "unit.took.ask": looks(showing.ask_how_long),
    "nudge.stop": writes(showing.stop_nudges),
    "nudge.again": writes(showing.nudge_again),
}
