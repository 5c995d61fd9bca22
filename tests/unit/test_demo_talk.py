"""A story that types: key by key, with time for whoever reads along."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from adapters.console.talk import Signal
from adapters.console.tones import Line, Paper
from bot.app.cli.demo_story import Notes, Passes, Scene, Types
from bot.app.cli.demo_talk import LONGEST, PlayedTalk
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock

MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)


class Seat:
    """Somebody who reads along: what stood on the screen at each rest, and for how long."""

    def __init__(self, *story: Scene) -> None:
        """Sit down before a story."""
        self.screen = io.StringIO()
        self.rests: list[tuple[float, str]] = []
        self.clock = ManualClock(MONDAY)
        paper = Paper(self.screen, plain=True)
        self.talk = PlayedTalk(story, paper, SteppingEngine(self.clock), self._rest)

    async def _rest(self, seconds: float) -> None:
        self.rests.append((seconds, self.screen.getvalue()))


async def test_a_line_is_typed_key_by_key() -> None:
    """Each key is seen before the next."""
    seat = Seat(Types(text="yes"))
    with seat.talk.session():
        assert await seat.talk.command() == "yes"
    assert [seen for _, seen in seat.rests] == ["\n> ", "\n> y", "\n> ye", "\n> yes"]
    assert await seat.talk.command() is Signal.END


async def test_a_page_ends_with_a_dot() -> None:
    """As its person would end it."""
    seat = Seat(Types(text="one\ntwo"))
    assert await seat.talk.text("") == "one\ntwo"
    assert seat.screen.getvalue() == "\n> one\ntwo\n.\n"


async def test_who_reads_has_time_for_it() -> None:
    """The more was said, the longer, up to a point."""
    waits = []
    for words in (1, 10, 1_000):
        seat = Seat(Types(text="ok"))
        seat.talk.show([(Line("word " * words),)])
        await seat.talk.command()
        waits.append(seat.rests[0][0])
    assert waits[0] < waits[1] < waits[2] == LONGEST


async def test_time_goes_by_as_a_quiet_line() -> None:
    """The clock is there when it has been said."""
    noon = datetime(2026, 1, 6, 12, 30, tzinfo=UTC)
    seat = Seat(Notes(text="Before it all."), Passes(to=noon), Notes(text="After."), Types(text="ok"))
    with seat.talk.session():
        assert seat.screen.getvalue() == "\n  (Before it all.)\n"
        assert await seat.talk.command() == "ok"
    assert seat.clock.now() == noon
    assert seat.screen.getvalue().startswith(
        "\n  (Before it all.)\n\n  (Tuesday, 12:30)\n\n  (After.)\n\n> ok\n"
    )
