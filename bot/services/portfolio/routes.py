"""The portfolio: every word and control of it, and the use case behind each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.route import Route

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {}
