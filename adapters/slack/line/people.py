"""What Slack says of people: where they are, and whether they are still there. Kept in memory alone."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from adapters.slack.errors import translate_errors
from adapters.slack.limits import PEOPLE_KNOWN
from adapters.slack.line.api import Api
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.surface.bounded import Bounded

_log = logging.getLogger(__name__)


class Zones:
    """The time zone of everyone who was met since the start, as their Slack profile has it."""

    def __init__(self, api: Api) -> None:
        """Ask through `api`."""
        self._api = api
        self._known: Bounded[Account, str] = Bounded(PEOPLE_KNOWN)

    def of(self, account: Account) -> str | None:
        """Return the IANA name of somebody's zone; None where Slack was not asked yet, or does not know."""
        return self._known.get(account) or None

    async def learn(self, account: Account) -> None:
        """Ask Slack for a zone that is not known (`users.info`); where it cannot be asked, another time."""
        if self._known.get(account) is not None:
            return
        try:
            with translate_errors():
                said = await self._api.client(account.workspace).users_info(user=account.user)
        except ReststopError as problem:
            _log.info("a zone was not learned: %s", type(problem).__name__)
            return
        self._known.put(account, zone_in(said.get("user") or {}))

    def is_news(self, account: Account, zone: str) -> bool:
        """Whether a zone is another one than is known.

        Slack tells of every change in every profile, to the last status line: most of it ends here.
        """
        return self._known.get(account) != zone

    def note(self, account: Account, zone: str) -> None:
        """Keep a zone that was heard of; empty where there is none."""
        self._known.put(account, zone)


def zone_in(user: Mapping[str, object]) -> str:
    """Return the zone in a profile; empty where there is none."""
    zone = user.get("tz")
    return zone if isinstance(zone, str) else ""
