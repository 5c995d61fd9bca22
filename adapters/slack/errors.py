"""What goes wrong between here and Slack, in our own words: nothing of a payload or a token comes along.

The words of Slack are those of its method references (https://docs.slack.dev/reference/methods), where
`chat.postMessage` and `conversations.open` list nearly all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from adapters.slack.limits import FULL_WORKSPACE_RESTS, RESTS_WITHOUT_WORD
from bot.errors import ReststopError


class SlackTrouble(ReststopError):
    """Slack did not do what it was asked."""

    code = "slack"


class TokenDead(SlackTrouble):
    """Reststop is not, or no longer, let into this workspace."""

    code = "slack_token"


class Worded(SlackTrouble):
    """Slack said why, in its own word, which is one of a list and quotes nothing."""

    def __init__(self, word: str = "") -> None:
        """Keep Slack's word."""
        super().__init__()
        self.word = word


class Shut(Worded):
    """This workspace lets nothing through at the moment."""

    code = "slack_shut"


class ScopeMissing(SlackTrouble):
    """Reststop was not given leave for this in this workspace."""

    code = "slack_scope"


class NobodyThere(Worded):
    """This person cannot be written to."""

    code = "slack_nobody"


class AskedToWait(SlackTrouble):
    """Slack asks to wait."""

    code = "slack_wait"

    def __init__(self, wait: timedelta, *, is_full: bool = False) -> None:
        """Keep for how long. `is_full`: the workspace has used up what its plan allows."""
        super().__init__()
        self.wait = wait
        self.is_full = is_full


class NotConnected(SlackTrouble):
    """Slack could not be reached. Is this machine online? Nothing was asked of it yet."""

    code = "slack_unreached"


class LineCut(SlackTrouble):
    """Slack may have done it, and did not say so."""

    code = "slack_line_cut"


class Refused(SlackTrouble):
    """Slack refused: `word` says why, in its own word. Where no other error here says it, it is a fault."""

    code = "slack_refused"

    def __init__(self, word: str) -> None:
        """Keep Slack's word, which is one of a list and quotes nothing."""
        super().__init__(f"Slack refused: {word}.")
        self.word = word


class AppTokenWrong(SlackTrouble):
    """Slack does not take the app token. It begins with xapp- and needs the scope connections:write."""

    code = "slack_app_token"


DEAD = frozenset({"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"})
"""The token is no good for anybody: not one person is unreachable by it, but a whole workspace."""
NOBODY = frozenset(
    {
        "cannot_dm_bot",
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
SHUT = frozenset(
    {
        "access_denied",
        "accesslimited",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "messages_tab_disabled",
        "no_permission",
        "org_login_required",
        "restricted_action",
        "team_access_not_granted",
        "team_added_to_org",
        "two_factor_setup_required",
    }
)
"""What those who run a workspace have shut, for all of it: they may open it again."""
MAYBE = frozenset(
    {
        "duplicate_channel_not_found",
        "duplicate_message_not_found",
        "fatal_error",
        "internal_error",
        "request_timeout",
        "service_unavailable",
    }
)
"""After these something may have been done all the same, as Slack says of the two that end in `error`."""

_WORD_MAX = 60
_SERVER_FAULTS = 500
_TOO_MANY = 429


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn what slack_sdk and aiohttp raise into errors of this file, with nothing of theirs behind it.

    Raises:
        TokenDead, Shut, ScopeMissing, NobodyThere, AskedToWait, NotConnected, LineCut, Refused: as they say.
    """
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
        raise NotConnected from None
    except SlackApiError as error:
        raise _told(error) from None
    except (aiohttp.ClientError, SlackClientError, TimeoutError, OSError):
        raise LineCut from None


def word_of(response: object) -> str:
    """Return the word with which Slack refused; empty where it said none."""
    data = getattr(response, "data", None)
    word = data.get("error") if isinstance(data, Mapping) else None
    return word[:_WORD_MAX] if isinstance(word, str) and word.isidentifier() else ""


def _told(error: SlackApiError) -> SlackTrouble:
    response = error.response
    word, status = word_of(response), getattr(response, "status_code", 0)
    found: SlackTrouble
    if status == _TOO_MANY or word in {"ratelimited", "rate_limited"}:
        found = AskedToWait(_asked_for(response))
    elif word == "message_limit_exceeded":
        found = AskedToWait(FULL_WORKSPACE_RESTS, is_full=True)
    elif word in DEAD:
        found = TokenDead()
    elif word in SHUT:
        found = Shut(word)
    elif word == "missing_scope":
        found = ScopeMissing()
    elif word in NOBODY:
        found = NobodyThere(word)
    elif not word or word in MAYBE or status >= _SERVER_FAULTS:
        found = LineCut()
    else:
        found = Refused(word)
    return found


def _asked_for(response: object) -> timedelta:
    """Return the Retry-After of a 429, whole seconds; a while where there is none to read."""
    headers = getattr(response, "headers", None)
    asked = headers.get("Retry-After") if isinstance(headers, Mapping) else None
    if isinstance(asked, str) and asked.isascii() and asked.isdecimal():
        return timedelta(seconds=min(max(int(asked), 1), 86_400))
    return RESTS_WITHOUT_WORD
