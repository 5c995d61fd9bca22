"""The portfolio: every word and control of it, and the use case behind each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.portfolio import choosing
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {"portfolio": looks(choosing.show)}
ROUTES: Mapping[str, Route] = {
    "entry.portfolio": writes(choosing.mark),
    "portfolio.show": looks(choosing.show),
    "portfolio.pick": looks(choosing.pick),
    "portfolio.going": looks(choosing.going),
    "portfolio.add": writes(choosing.add),
    "portfolio.off": looks(choosing.off),
    "portfolio.remove": writes(choosing.remove),
}
