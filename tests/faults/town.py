"""A small house, and people on some platform who all are asked at the same hour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, Protocol, TypeVar

import pytest

from bot.domain.deliveries import DeliveryState
from bot.testing.faults import Killed
from tests.unit.world import World


class Resident(Protocol):
    """Somebody at their screen."""

    @property
    def messages(self) -> Sequence[object]:
        """What stands in their direct messages."""
        ...


R = TypeVar("R", bound=Resident)


@dataclass(kw_only=True)
class Town(Generic[R]):
    """A house whose people are all on one platform; one clock stands for both."""

    house: World
    people: list[R] = field(default_factory=list)

    @property
    def states(self) -> Counter[DeliveryState]:
        """How the deliveries stand."""
        return Counter(each.state for each in self.house.outbox)

    @property
    def received(self) -> Counter[int]:
        """How many people have how many messages."""
        return Counter(len(resident.messages) for resident in self.people)

    async def killed_by(self, instant: datetime) -> None:
        """Let the process end after a letter was taken, before that was noted; then the next begins."""
        self.house.crash.arm("after_send")
        with pytest.raises(Killed):
            await self.house.until(instant)
        await self.house.restart()
