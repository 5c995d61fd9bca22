"""Looking back: every word and control of it, and the use case behind each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.insights import own_view, pictures
from bot.services.route import Route, looks

COMMANDS: Mapping[str, Route] = {
    "look back": looks(own_view.show),
    "look": looks(own_view.show),
    "lookback": looks(own_view.show),
}
ROUTES: Mapping[str, Route] = {
    "look.span": looks(own_view.further),
    "look.days": looks(own_view.days),
    "look.picture": looks(pictures.ask),
    "look.save": looks(pictures.save),
    "look.not_now": looks(pictures.not_now),
}
