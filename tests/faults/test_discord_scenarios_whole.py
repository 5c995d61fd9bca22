"""Scenarios 1 to 15 on Discord, whole: every test of theirs that can be told there."""

from __future__ import annotations

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.platform_told import told_with, whole

globals().update(told_with(OnDiscord, whole("discord")))
