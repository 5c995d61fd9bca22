"""What goes wrong between here and Discord, in our own words: nothing of a payload or a token comes along.

The codes are those of Discord's documentation (https://discord.com/developers/docs/topics/opcodes-and-status-codes),
but for 50278, which Discord says of somebody with whom the bot shares no server any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
import discord

from adapters.discord.limits import BAN_RESTS, OPENING_RESTS, RESTS_WITHOUT_WORD
from bot.errors import ReststopError


class DiscordTrouble(ReststopError):
    """Discord did not do what it was asked."""

    code = "discord"


class TokenDead(DiscordTrouble):
    """Discord does not take the token of the bot, or no longer."""

    code = "discord_token"


class IntentsRefused(DiscordTrouble):
    """Discord does not let this bot listen to servers and direct messages, which is all that it asks for."""

    code = "discord_intents"


class ShardsWrong(DiscordTrouble):
    """Discord does not take these shards. A shard is from 0 on and below their number, as in "0,1/4"."""

    code = "discord_shards"


class NobodyThere(DiscordTrouble):
    """This person cannot be written to: their direct messages are closed, or they are gone."""

    code = "discord_nobody"


class ChannelGone(DiscordTrouble):
    """There is no such conversation, or no longer."""

    code = "discord_channel"


class MessageGone(DiscordTrouble):
    """There is no such message, or no longer: not where it is named as the one that is answered either."""

    code = "discord_message"


class NotAllowed(DiscordTrouble):
    """The bot may not do this in that channel."""

    code = "discord_not_allowed"


class ThreadArchived(DiscordTrouble):
    """That thread is put away, and what stands in it does not change as long as it is."""

    code = "discord_archived"


class ThreadLocked(DiscordTrouble):
    """In that thread only moderators write."""

    code = "discord_locked"


class ThreadThere(DiscordTrouble):
    """A thread begins with that message already."""

    code = "discord_thread_there"


class TooLate(DiscordTrouble):
    """The right to answer what somebody did has ended."""

    code = "discord_late"


class AnsweredBefore(DiscordTrouble):
    """What somebody did has its first answer already, from this process or from another."""

    code = "discord_answered"


class AskedToWait(DiscordTrouble):
    """Discord asks to wait, and has done nothing."""

    code = "discord_wait"

    def __init__(self, wait: timedelta) -> None:
        """Keep for how long."""
        super().__init__()
        self.wait = wait


class OpenedTooMany(AskedToWait):
    """Too many conversations were opened. Those that are open can be written to all the same."""

    code = "discord_opens"


class NotConnected(DiscordTrouble):
    """Discord could not be reached. Is this machine online? Nothing was asked of it yet."""

    code = "discord_unreached"


class LineCut(DiscordTrouble):
    """Discord may have done it, and did not say so."""

    code = "discord_line_cut"


class Refused(DiscordTrouble):
    """Discord refused, for a reason that no other error here says: then it is a fault."""

    code = "discord_refused"

    def __init__(self, status: int, number: int) -> None:
        """Keep the HTTP status and Discord's own number: what it says beside them quotes what was sent."""
        super().__init__(f"Discord refused: {status}, {number}.")
        self.status = status
        self.number = number


_BY_NUMBER: Mapping[int, type[DiscordTrouble]] = {
    10003: ChannelGone,
    10008: MessageGone,
    10013: NobodyThere,  # unknown user
    10015: TooLate,  # unknown webhook: after fifteen minutes
    10062: TooLate,  # unknown interaction: after three seconds
    40060: AnsweredBefore,
    50001: NobodyThere,  # missing access; said of people who have installed the app for themselves, too
    50007: NobodyThere,  # cannot send messages to this user
    50013: NotAllowed,  # missing permissions
    50027: TooLate,  # invalid webhook token
    50083: ThreadArchived,
    50278: NobodyThere,  # no mutual servers
    160002: NotAllowed,  # cannot answer a message without the right to read what was said before
    160004: ThreadThere,
    160005: ThreadLocked,
}
_OPENED_TOO_MANY = 40003
_INVALID_FORM = 50035
_NO_SUCH_REFERENCE = "In message_reference"
"""How discord.py begins to say that the message which is answered is wrong."""
_BUSY = frozenset({40004, 40062, 130000})
"""Sending is disabled for a while; a resource is limited, or overloaded."""
_UNAUTHORIZED = 401
_TOO_MANY = 429
_SERVER_FAULTS = 500


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn what discord.py and aiohttp raise into errors of this file, with nothing of theirs behind it.

    Raises:
        TokenDead, NobodyThere, ChannelGone, MessageGone, NotAllowed, ThreadArchived, ThreadLocked,
        ThreadThere, TooLate, AnsweredBefore, OpenedTooMany, AskedToWait, NotConnected, LineCut, Refused: as
        they say.
    """
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
        raise NotConnected from None
    except discord.LoginFailure:
        raise TokenDead from None
    except discord.InteractionResponded:
        raise AnsweredBefore from None
    except discord.RateLimited as limited:
        raise AskedToWait(_some(limited.retry_after)) from None
    except discord.HTTPException as error:
        raise _told(error) from None
    except (TimeoutError, aiohttp.ClientError, OSError, UnicodeDecodeError, json.JSONDecodeError):
        raise LineCut from None


def _told(error: discord.HTTPException) -> DiscordTrouble:
    found: DiscordTrouble
    if error.code in _BY_NUMBER:
        found = _BY_NUMBER[error.code]()
    elif error.code == _INVALID_FORM and _NO_SUCH_REFERENCE in error.text:
        found = MessageGone()
    elif error.code == _OPENED_TOO_MANY:
        found = OpenedTooMany(max(_asked_for(error) or OPENING_RESTS, OPENING_RESTS))
    elif error.status == _UNAUTHORIZED:
        found = TokenDead()
    elif error.status == _TOO_MANY or error.code in _BUSY:
        found = AskedToWait(_asked_for(error) or (BAN_RESTS if _is_ban(error) else RESTS_WITHOUT_WORD))
    elif error.status >= _SERVER_FAULTS:
        found = LineCut()
    else:
        found = Refused(error.status, error.code)
    return found


def _is_ban(error: discord.HTTPException) -> bool:
    """Whether not Discord but what stands before it refuses, as it does after 10,000 bad requests."""
    return error.status == _TOO_MANY and "Via" not in error.response.headers


def _asked_for(error: discord.HTTPException) -> timedelta | None:
    """Return the Retry-After of an answer; None where there is none to read."""
    try:
        return _some(float(error.response.headers.get("Retry-After", "")))
    except (ValueError, OverflowError):
        return None


def _some(seconds: float) -> timedelta:
    """Return so many seconds, a second at least and a day at most."""
    return timedelta(seconds=min(max(seconds, 1.0), 86_400.0))
