"""Do Not Disturb: who does not wish to hear anything now, and until when.

Slack shows a message that comes meanwhile without a sound; Reststop does not send it before. Where it cannot
be known, it is sent: then Slack itself keeps quiet.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.errors import AskedToWait, translate_errors
from adapters.slack.limits import DND_AT_ONCE, DND_GOOD_FOR, PEOPLE_KNOWN
from adapters.slack.line.api import Api
from adapters.slack.line.pace import Pace
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.ports.time import Clock
from bot.surface.bounded import Bounded

_log = logging.getLogger(__name__)
_WHAT = "dnd"
"""What rests where Slack asks to wait with these questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One person's: the span of quiet that is now or comes next, if there is one, and when it was learned."""

    begins: datetime | None = None
    ends: datetime | None = None
    learned_at: datetime

    def until(self, now: datetime) -> datetime | None:
        """Return the end of the quiet that holds at `now`; None where none does."""
        is_now = self.begins is not None and self.ends is not None and self.begins <= now < self.ends
        return self.ends if is_now else None

    def is_good(self, now: datetime) -> bool:
        """Whether this is still to be believed: not for long, nor when its span has gone by."""
        is_past = self.ends is not None and self.ends <= now
        return not is_past and now < self.learned_at + DND_GOOD_FOR


class DoNotDisturb:
    """What is known of everybody's wish. Learned at once for many, and from Slack's event as it changes."""

    def __init__(self, api: Api, clock: Clock, pace: Pace) -> None:
        """Know nothing yet."""
        self._api = api
        self._clock = clock
        self._pace = pace
        self._wishes: Bounded[Account, Wish] = Bounded(PEOPLE_KNOWN)

    def until(self, account: Account) -> datetime | None:
        """Return until when somebody is not to be disturbed; None where they may be, or it is not known."""
        now = self._clock.now()
        wish = self._wishes.get(account)
        return wish.until(now) if wish else None

    async def learn(self, accounts: Sequence[Account]) -> None:
        """Ask Slack about those of whom nothing good is known, up to fifty at a time. Never raises."""
        now = self._clock.now()
        stale: dict[str, list[Account]] = {}
        for account in accounts:
            wish = self._wishes.get(account)
            if wish is None or not wish.is_good(now):
                stale.setdefault(account.workspace, []).append(account)
        for workspace, people in stale.items():
            for start in range(0, len(people), DND_AT_ONCE):
                await self._ask(workspace, people[start : start + DND_AT_ONCE])

    def changed(self, account: Account, status: Mapping[str, object]) -> None:
        """Take what Slack says of somebody: the `dnd_status` of a `dnd_updated_user`, or one of an answer."""
        self._wishes.put(account, _wish(status, self._clock.now()))

    async def _ask(self, workspace: str, people: Sequence[Account]) -> None:
        now = self._clock.now()
        if self._pace.rest(workspace, _WHAT, now):
            return
        try:
            with translate_errors():
                found = dict(_statuses(await self._answer(workspace, people), people))
        except AskedToWait as asked:
            self._pace.pause(workspace, _WHAT, now + asked.wait)
            return
        except ReststopError as problem:
            _log.info("who is not to be disturbed is not known: %s", type(problem).__name__)
            found = {}
        for account in people:
            self.changed(account, found.get(account.user, {}))

    async def _answer(self, workspace: str, people: Sequence[Account]) -> AsyncSlackResponse:
        client = self._api.client(workspace)
        if len(people) == 1:  # Slack's page on dnd.teamInfo wants more than one
            return await client.dnd_info(user=people[0].user)
        return await client.dnd_teamInfo(users=[account.user for account in people])


def _statuses(
    answer: AsyncSlackResponse, people: Sequence[Account]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Walk what was answered by user id; one person's status is the answer itself."""
    data = answer.data
    if not isinstance(data, dict):
        return
    users = {people[0].user: data} if len(people) == 1 else data.get("users")
    if isinstance(users, Mapping):
        yield from ((str(user), status) for user, status in users.items() if isinstance(status, Mapping))


def _wish(status: Mapping[str, object], now: datetime) -> Wish:
    """Read a status: the next span of a daily rhythm, and a snooze where Slack shows it, whichever is now."""
    spans: list[tuple[datetime | None, datetime | None]] = []
    if status.get("snooze_enabled") is True:
        spans.append((now, _instant(status.get("snooze_endtime"))))
    if status.get("dnd_enabled") is True:
        spans.append((_instant(status.get("next_dnd_start_ts")), _instant(status.get("next_dnd_end_ts"))))
    for begins, ends in spans:
        if begins is not None and ends is not None and now < ends:
            return Wish(begins=begins, ends=ends, learned_at=now)
    return Wish(learned_at=now)


def _instant(seconds: object) -> datetime | None:
    """Return seconds since 1970 as an instant; what is no time at all, as the 1 of who has none, is None."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 1 < seconds < _FAR:
        return None
    return datetime.fromtimestamp(seconds, UTC)


_FAR = 4_102_444_800
"""The year 2100, in seconds since 1970."""
