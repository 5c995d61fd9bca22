"""The console keeps the contract of a surface, whether its person types numbers or labels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Literal

import pytest

from bot.surface.outcome import Hear
from tests.contract.surface_contract import WaitingSurfaceContract
from tests.contract.surface_samples import ZONE
from tests.contract.surface_stage import OpenStage
from tests.e2e.console_harness import ConsoleStage


class TestConsoleSurface(WaitingSurfaceContract):
    """The contract through a pipe: one line in, what it means out."""

    @pytest.fixture(params=["number", "label"])
    async def open_stage(self, request: pytest.FixtureRequest) -> AsyncIterator[OpenStage]:
        """Open consoles; they are left at the end."""
        stages: list[ConsoleStage] = []
        by: Literal["number", "label"] = request.param

        def open_one(hear: Hear) -> ConsoleStage:
            stages.append(ConsoleStage(hear, zone=ZONE, words=("checkin", "journal", "write"), by=by))
            return stages[-1]

        yield open_one
        for stage in stages:
            await stage.leave()
