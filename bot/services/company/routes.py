"""What can be pressed about company: all of it by members of a circle, each for themselves."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.company import asking, offering
from bot.services.route import Route, looks, writes

ROUTES: Mapping[str, Route] = {
    "company.show": looks(asking.show, open=True),
    "company.ask": looks(asking.ask, open=True),
    "company.ask.yes": writes(asking.ask_now, open=True),
    "company.not_now": looks(asking.not_now, open=True),
    "company.can": writes(asking.can, open=True),
    "company.cannot": writes(asking.cannot, open=True),
    "company.look": looks(asking.look, open=True),
    "company.yes": writes(asking.yes, open=True),
    "company.other": writes(asking.other, open=True),
    "company.no_more": writes(asking.no_more, open=True),
    "company.offer": looks(offering.offer, open=True),
    "company.most": writes(offering.take, open=True),
    "company.stop": writes(offering.stop, open=True),
    "company.apart": looks(offering.ask_apart, open=True),
    "company.apart.save": writes(offering.keep_apart, open=True),
}
"""The controls."""
