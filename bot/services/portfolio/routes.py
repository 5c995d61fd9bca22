"""The portfolio: every word and control of it, and the use case behind each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.portfolio import choosing, making, writing
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
    "portfolio.write": looks(writing.which),
    "portfolio.template": looks(writing.open_form),
    "portfolio.save": writes(writing.save),
    "portfolio.take": looks(making.which),
    "portfolio.preview": Route(handler=making.preview, within=making.MAKES_WITHIN),
    "portfolio.read": Route(handler=making.read, within=making.MAKES_WITHIN),
    "portfolio.offer": Route(handler=making.offer, within=making.MAKES_WITHIN),
    "portfolio.make": Route(handler=making.make, within=making.MAKES_WITHIN),
    "portfolio.not_now": looks(making.not_now),
}
