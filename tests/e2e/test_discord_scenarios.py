"""The scenarios on Discord: every second of those that tell most, with discord.py and screens.

All of them are told by `make faults`: `tests/faults/test_discord_scenarios_whole.py`.
"""

from __future__ import annotations

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.platform_told import some, told_with

globals().update(told_with(OnDiscord, some("discord")))
