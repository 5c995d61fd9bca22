"""When something may leave, and what becomes of what did not: the same for a letter and in a channel."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from adapters.slack import errors
from adapters.slack.limits import LINE_RESTS, RESTS_SHUT, WAITED_FOR
from adapters.slack.line.pace import CHANGE, Pace
from bot.errors import NotSaved, ReststopError
from bot.ports.chat import HeldBack, Later, MaybeSent, Receipt, Unreachable
from bot.ports.time import Clock

_log = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[object]]


class Turns:
    """The turns of all workspaces."""

    def __init__(self, clock: Clock, pace: Pace, sleep: Sleep) -> None:
        """Keep to `pace`; `sleep` waits for a turn, some seconds at most."""
        self._clock = clock
        self._pace = pace
        self._sleep = sleep

    async def take(self, workspace: str, channel: str, *, has_waited: bool = False) -> Later | None:
        """Return when it is the turn of a message in a channel, which is counted; or how long that takes.

        What `has_waited` may have done so for another process, which keeps a pace of its own.
        """
        if has_waited:
            self._pace.leave_one(workspace, self._clock.now())
        wait = self._pace.wait(workspace, channel, self._clock.now())
        if wait > WAITED_FOR:
            return Later(wait=wait)
        if wait:
            await self._sleep(wait.total_seconds())
        self._pace.take(workspace, channel, self._clock.now())
        return None

    async def change(self, workspace: str) -> HeldBack | None:
        """Return when it is the turn of a change, which is counted; or until when nothing is changed there.

        What is posted does not wait for it.
        """
        while wait := self._pace.change(workspace, self._clock.now()):
            if wait > WAITED_FOR:
                return HeldBack(until=self._clock.now() + wait)
            await self._sleep(wait.total_seconds())
        return None

    def not_yet(self, workspace: str, wait: timedelta) -> HeldBack:
        """Return until when nothing is changed in a workspace: Slack asks to wait with it."""
        until = self._clock.now() + wait
        self._pace.pause(workspace, CHANGE, until)
        return HeldBack(until=until)

    def missed(self, workspace: str, problem: ReststopError) -> Receipt:
        """Return what the core does about a trouble. What is true of the workspace rests all of it."""
        match problem:
            case errors.LineCut():
                return MaybeSent()
            case errors.NobodyThere():
                return Unreachable()
            case errors.Refused():
                _log.error("Slack refused a message: %s", problem.word)
                return Unreachable()
            case errors.AskedToWait():
                if problem.is_full:
                    _log.warning("a workspace takes no messages any more: its plan is used up")
                return self._later(workspace, problem.wait)
            case errors.NotConnected() | NotSaved():  # Slack, or the store that holds the token, is away
                return self._later(workspace, LINE_RESTS)
            case _:  # a token that is dead or missing, a scope that was not given, a workspace that is shut
                _log.warning("a workspace cannot be written to: %s", type(problem).__name__)
                return self._later(workspace, RESTS_SHUT)

    def _later(self, workspace: str, wait: timedelta) -> Later:
        self._pace.pause(workspace, "", self._clock.now() + wait)
        return Later(wait=wait)
