"""What can be said and pressed for team prompts and circles."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.route import Route

COMMANDS: Mapping[str, Route] = {}
"""The words."""
ROUTES: Mapping[str, Route] = {}
"""The controls."""
