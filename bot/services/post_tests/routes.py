"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.post_tests import items, more, taking
from bot.services.route import Route, looks, writes

TELLS_WITHIN = 30.0
"""Seconds for reading the first attempts of all learners: a course may have a thousand."""
COMMANDS: Mapping[str, Route] = {}
_TAKING: Mapping[str, Route] = {
    "test.open": looks(taking.show),
    "test.begin": writes(taking.begin),
    "test.answer": writes(taking.take),
    "test.change": looks(taking.change),
    "test.later": looks(taking.later),
    "test.hand_in": writes(taking.hand_in),
    "test.result": looks(taking.result),
}
_ITEMS: Mapping[str, Route] = {
    "items.open": looks(items.show, open=True),
    "items.unit": Route(handler=items.unit, writes=True, open=True, within=TELLS_WITHIN),
    "items.one": looks(items.one, open=True),
    "items.out": writes(items.take_out, open=True),
    "items.back": writes(items.back_in, open=True),
    "items.more": looks(more.show, open=True),
    "items.more.ask": looks(more.ask, open=True),
    "items.more.give": writes(more.give, open=True),
}
ROUTES: Mapping[str, Route] = {**_TAKING, **_ITEMS}
"""The controls."""
