"""What can be pressed here. A trainer needs no notebook: each of these looks at who acts in the course."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.evidence import files
from bot.services.route import Route, looks

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {
    "evidence.which": looks(files.which, open=True),
    "evidence.offer": looks(files.offer, open=True),
    "evidence.one": looks(files.offer_one, open=True),
    "evidence.own": looks(files.offer_own),
    "complete.offer": looks(files.offer_own),
    "evidence.name": looks(files.name),
    "evidence.named": Route(handler=files.make_named, within=files.MAKES_WITHIN),
    "evidence.make": Route(handler=files.make, open=True, within=files.MAKES_WITHIN),
    "evidence.not_now": looks(files.not_now, open=True),
}
