"""Looking back: every word and control of it, and the use case behind each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.insights import by_itself, monthly, own_view, pictures, rereading, weekly
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {
    "look back": looks(own_view.show),
    "look": looks(own_view.show),
    "lookback": looks(own_view.show),
}
ROUTES: Mapping[str, Route] = {
    "look.span": looks(own_view.further),
    "look.days": looks(own_view.days),
    "week.open": looks(weekly.show),
    "week.no": looks(weekly.not_this_time),
    "week.supervise": writes(weekly.supervise),
    "week.when": looks(by_itself.choose),
    "week.save": writes(by_itself.save),
    "worth.say": writes(monthly.say_worth),
    "worth.effort": writes(monthly.take_effort),
    "worth.drop": writes(monthly.take_drop),
    "worth.keep": writes(monthly.keep_words),
    "then.month": looks(rereading.from_then),
    "then.any": looks(rereading.any_page),
    "look.picture": looks(pictures.ask),
    "look.save": looks(pictures.save),
    "look.not_now": looks(pictures.not_now),
}
