"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.post_tests import taking
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {
    "test.open": looks(taking.show),
    "test.begin": writes(taking.begin),
    "test.answer": writes(taking.take),
    "test.change": looks(taking.change),
    "test.later": looks(taking.later),
    "test.hand_in": writes(taking.hand_in),
    "test.result": looks(taking.result),
}
