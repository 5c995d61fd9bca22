"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.route import Route

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {}
