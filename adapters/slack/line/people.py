"""What Slack says of people: where they are, what they are called, whether they look after their workspace.

Kept in memory alone. All of it stands in one profile (`users.info`, `user_change`), so one look tells it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from adapters.slack.errors import translate_errors
from adapters.slack.limits import PEOPLE_KNOWN
from adapters.slack.line.api import Api
from adapters.slack.text import one_line
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.surface.bounded import Bounded

_log = logging.getLogger(__name__)

_IN_CHARGE = ("is_admin", "is_owner", "is_primary_owner")
_NOT_OF_THE_HOUSE = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
"""Who was closed, is a program, a guest, or of another workspace
(https://docs.slack.dev/reference/objects/user-object)."""


class Profiles:
    """What is known of everyone who was met since the start, as their Slack profile has it."""

    def __init__(self, api: Api) -> None:
        """Ask through `api`."""
        self._api = api
        self._zones: Bounded[Account, str] = Bounded(PEOPLE_KNOWN)
        self._managing: Bounded[Account, bool] = Bounded(PEOPLE_KNOWN)
        self._names: Bounded[Account, str] = Bounded(PEOPLE_KNOWN)

    def zone_of(self, account: Account) -> str | None:
        """Return the IANA name of somebody's zone; None where Slack was not asked yet, or does not know."""
        return self._zones.get(account) or None

    def manages(self, account: Account) -> bool | None:
        """Whether somebody is an admin or an owner of their workspace; None where Slack was not asked yet."""
        return self._managing.get(account)

    def name_of(self, account: Account) -> str:
        """Return what somebody is called; empty where Slack was not asked yet, or does not say."""
        return self._names.get(account) or ""

    async def learn(self, account: Account) -> None:
        """Ask Slack for a profile that is not known (`users.info`); where it cannot be asked, another time.

        What was heard of meanwhile stands: it is newer than the answer.
        """
        if self._zones.get(account) is not None and self._managing.get(account) is not None:
            return
        try:
            with translate_errors():
                said = await self._api.client(account.workspace).users_info(user=account.user)
        except ReststopError as problem:
            _log.info("a profile was not learned: %s", type(problem).__name__)
            return
        user = said.get("user") or {}
        if self._zones.get(account) is None:
            self._zones.put(account, zone_in(user))
        if self._managing.get(account) is None:
            self._managing.put(account, manages_in(user, account.workspace))
        if self._names.get(account) is None:
            self._names.put(account, called_in_profile(user))

    def is_news(self, account: Account, zone: str) -> bool:
        """Whether a zone is another one than is known.

        Slack tells of every change in every profile, to the last status line: most of it ends here.
        """
        return self._zones.get(account) != zone

    def note_zone(self, account: Account, zone: str) -> None:
        """Keep a zone that was heard of; empty where there is none."""
        self._zones.put(account, zone)

    def hear_of(self, account: Account, user: Mapping[str, object]) -> None:
        """Take what is told of a profile: the name of who was met, and who looks after the workspace no more.

        That somebody was made an admin is asked of Slack with what they do next. What is told may be signed
        with a secret that was stolen, what is asked for comes from Slack.
        """
        if self._names.get(account) is not None:
            self._names.put(account, called_in_profile(user))
        manages = manages_in(user, account.workspace)
        if not manages:
            self._managing.put(account, manages)
        elif self._managing.get(account) is False:
            self._managing.drop(account)


def zone_in(user: Mapping[str, object]) -> str:
    """Return the zone in a profile; empty where there is none."""
    zone = user.get("tz")
    return zone if isinstance(zone, str) else ""


def called_in_profile(user: Mapping[str, object]) -> str:
    """Return what a profile calls its person: as they wish to be shown, their name, or their short name."""
    profile = user.get("profile")
    held = profile if isinstance(profile, Mapping) else {}
    names = (held.get("display_name"), held.get("real_name"), user.get("name"))
    return next((line for name in names if isinstance(name, str) and (line := one_line(name))), "")


def manages_in(user: Mapping[str, object], workspace: str) -> bool:
    """Whether a profile is that of an admin or an owner of `workspace`.

    `workspace` is an organisation's id where Reststop is installed in all of it: then only who looks after
    the whole organisation does (`enterprise_user`). In one workspace of an organisation somebody's `team_id`
    may be another of its workspaces; theirs are named by `enterprise_user.teams`.
    """
    if any(user.get(flag) for flag in _NOT_OF_THE_HOUSE):
        return False
    grid = user.get("enterprise_user")
    of_all = grid if isinstance(grid, Mapping) else {}
    if of_all.get("enterprise_id") == workspace:
        return _in_charge(of_all)
    teams = of_all.get("teams")
    is_of_it = user.get("team_id") == workspace or (isinstance(teams, list) and workspace in teams)
    return is_of_it and _in_charge(user)


def _in_charge(user: Mapping[str, object]) -> bool:
    return any(user.get(flag) is True for flag in _IN_CHARGE)
