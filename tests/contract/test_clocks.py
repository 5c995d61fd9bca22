"""The system's clock and the one moved by hand keep the port's promises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app.system import SystemClock
from bot.testing.time import ManualClock
from tests.contract.clock_contract import ClockContract

START = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)


class TestSystemClock(ClockContract):
    """The contract, on the machine's clock."""

    @pytest.fixture
    def clock(self) -> SystemClock:
        """Give the clock of the machine."""
        return SystemClock()

    def test_system_clock_shows_the_hour_of_the_machine(self, clock: SystemClock) -> None:
        """It stands between two readings of the machine's own."""
        before = datetime.now(UTC)
        now = clock.now()
        assert before <= now <= datetime.now(UTC)


class TestManualClock(ClockContract):
    """The contract, on a clock that stands still."""

    @pytest.fixture
    def clock(self) -> ManualClock:
        """Give a clock at `START`."""
        return ManualClock(START)

    def test_manual_clock_moves_only_by_hand(self, clock: ManualClock) -> None:
        """It shows the instant that it was moved to, and `elapsed` has followed."""
        assert clock.now() == START
        before = clock.elapsed()
        clock.move_to(START + timedelta(hours=1))
        assert clock.now() == START + timedelta(hours=1)
        assert clock.elapsed() - before == 3_600

    def test_manual_clock_reads_local_times_as_instants(self, clock: ManualClock) -> None:
        """A local time is shown as the same instant in UTC, over the end of winter time too."""
        clock.move_to(datetime(2026, 3, 29, 3, 30, tzinfo=ZoneInfo("Europe/Berlin")))
        assert clock.now() == START + timedelta(hours=1)
        assert clock.now().tzinfo is UTC
        assert clock.elapsed() == 3_600

    def test_manual_clock_may_be_put_right(self, clock: ManualClock) -> None:
        """Moved back it shows the earlier instant, while `elapsed` never goes back."""
        clock.move_to(START + timedelta(hours=1))
        clock.move_to(START)
        assert clock.now() == START
        assert clock.elapsed() == 3_600

    def test_manual_clock_spends_time_without_moving(self, clock: ManualClock) -> None:
        """Slow work is felt by who measures it, and not by who asks for the hour."""
        clock.spend(2.5)
        assert clock.elapsed() == 2.5
        assert clock.now() == START
        with pytest.raises(ValueError, match="given back"):
            clock.spend(-1)

    def test_manual_clock_refuses_a_time_without_an_offset(self, clock: ManualClock) -> None:
        """A naive time names no instant."""
        with pytest.raises(ValueError, match="offset"):
            clock.move_to(START.replace(tzinfo=None))
        with pytest.raises(ValueError, match="offset"):
            ManualClock(START.replace(tzinfo=None))
