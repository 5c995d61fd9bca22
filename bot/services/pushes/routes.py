"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.pushes import figures
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {
    "figure.show": looks(figures.show, open=True),
    "figure.parts": writes(figures.in_parts, open=True),
}
