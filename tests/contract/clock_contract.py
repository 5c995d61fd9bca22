"""What every clock keeps to. Subclass `ClockContract` in a test file and give it a fixture `clock`."""

from __future__ import annotations

from datetime import UTC

from bot.ports.time import Clock


class ClockContract:
    """The promises of `bot.ports.time.Clock`."""

    def test_clock_is_aware_and_in_utc(self, clock: Clock) -> None:
        """Nobody who asks for the time can take it for a local one."""
        assert clock.now().tzinfo is UTC

    def test_clock_never_counts_backwards(self, clock: Clock) -> None:
        """Each reading of `elapsed` is at least the one before."""
        readings = [clock.elapsed() for _ in range(1_000)]
        assert readings == sorted(readings)

    def test_clock_counts_in_seconds(self, clock: Clock) -> None:
        """`elapsed` is a number of seconds, so that differences can be compared with limits."""
        assert isinstance(clock.elapsed(), float)
