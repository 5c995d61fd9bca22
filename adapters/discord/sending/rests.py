"""What is true of the whole bot, as a receipt: a cut line, a wait that Discord asks for, a dead token."""

from __future__ import annotations

import logging
from datetime import timedelta

from adapters.discord import errors
from adapters.discord.limits import DEAD_RESTS, LINE_RESTS
from adapters.discord.line.api import Line
from bot.errors import ReststopError
from bot.ports.chat import Later, MaybeSent

_log = logging.getLogger(__name__)


def rest_after(problem: ReststopError, line: Line) -> Later | MaybeSent:
    """Return what the core does about a trouble that is nobody's own; all that is sent rests with it."""
    match problem:
        case errors.LineCut():
            return MaybeSent()
        case errors.AskedToWait():
            return _later(problem.wait, line)
        case errors.NotConnected():
            return _later(LINE_RESTS, line)
        case _:  # a token that is dead
            _log.warning("nothing can be sent: %s", type(problem).__name__)
            return _later(DEAD_RESTS, line)


def _later(wait: timedelta, line: Line) -> Later:
    line.pace.pause(line.instant() + wait)
    return Later(wait=wait)
