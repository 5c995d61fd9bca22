"""In whose name an event is answered, which Bolt asks before anything else.

Slack is not asked, as Bolt's own way does each time.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext

from adapters.slack.errors import TokenDead
from adapters.slack.record import Record, workspace_of
from bot.errors import place_of

_log = logging.getLogger(__name__)

_GONE = "reststop_gone"
"""Set in Bolt's context where Reststop is not, or no longer, installed."""


class Installed(Protocol):
    """What is known of each workspace: `adapters.slack.setup.tokens.Tokens`, or a test."""

    async def record(self, workspace: str) -> Record:
        """Return it, with a token that is good now.

        Raises:
            TokenDead: Reststop is not installed there.
            ReststopError: it cannot be read at this moment.
        """
        ...


def authorizing(installed: Installed) -> Callable[[AsyncBoltContext], Awaitable[AuthorizeResult]]:
    """Return what Bolt calls, by the names of its arguments: a method's would be one too many."""

    async def authorize(context: AsyncBoltContext) -> AuthorizeResult:
        enterprise, team = context.enterprise_id, context.team_id
        is_org_wide = bool(context.is_enterprise_install)
        try:
            record = await installed.record(
                workspace_of(team=team, enterprise=enterprise, is_org_wide=is_org_wide)
            )
        except TokenDead:
            # Bolt would call whatever address came along, before an acknowledgement, and close a form.
            context[_GONE] = True
            return AuthorizeResult(enterprise_id=enterprise, team_id=team, user_id=context.user_id)
        except Exception as fault:
            _log.error("a workspace was not recognised: %s at %s", type(fault).__name__, place_of(fault))
            raise  # to Bolt, which answers with 500: it comes again
        return AuthorizeResult(
            enterprise_id=enterprise,
            team_id=team,
            user_id=context.user_id,
            bot_id=record.bot,
            bot_user_id=record.bot_user,
            bot_token=record.token.reveal(),
        )

    return authorize


def is_gone(context: AsyncBoltContext) -> bool:
    """Whether Reststop is not, or no longer, installed where an event comes from."""
    return bool(context.get(_GONE))
