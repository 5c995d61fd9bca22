"""What can be pressed here. A trainer needs no notebook: each of these looks at who acts in the course."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.evidence import attendance as evidence
from bot.services.route import Route, looks

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {
    "evidence.which": looks(evidence.which, open=True),
    "evidence.offer": looks(evidence.offer, open=True),
    "evidence.one": looks(evidence.offer_one, open=True),
    "evidence.own": looks(evidence.offer_own),
    "evidence.name": looks(evidence.name),
    "evidence.named": Route(handler=evidence.make_named, within=evidence.MAKES_WITHIN),
    "evidence.make": Route(handler=evidence.make, open=True, within=evidence.MAKES_WITHIN),
    "evidence.not_now": looks(evidence.not_now, open=True),
}
