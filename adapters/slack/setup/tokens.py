"""The token of each workspace: from the installations that the core keeps, or the one that was set.

A token that expires is refreshed well before its end, by one caller for all, and kept before it is used. Its
refresh token is good once (https://docs.slack.dev/authentication/using-token-rotation). So what cannot be
kept at once stays here, and is tried again while the earlier token is still good; only a process that ends in
that very moment loses it, and then the workspace has to be installed anew when the token has expired. Of
several processes on one database one at a time does so, and the others read what it kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from weakref import WeakValueDictionary

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import LineCut, Refused, SlackTrouble, TokenDead, translate_errors, word_of
from adapters.slack.hearing.where import SURFACE
from adapters.slack.limits import REFRESH_RESTS, REFRESHED_BEFORE_END, WORKSPACES_KNOWN
from adapters.slack.record import Record, unpacked, workspace_of
from adapters.slack.setup.one_of_several import OneOfSeveral
from bot.errors import NotSaved
from bot.ports.installations import Installations
from bot.ports.time import Clock
from bot.ports.vault import Secret
from bot.surface.bounded import Bounded

_log = logging.getLogger(__name__)


_ENDED = frozenset({"account_inactive", "token_revoked"})
"""What Slack says of a token that will never be good again (https://docs.slack.dev/reference/methods/auth.test)."""


class Standing(Enum):
    """What Slack says of a token."""

    ALIVE = auto()
    ENDED = auto()
    """It was revoked, or Reststop was removed."""
    UNKNOWN = auto()
    """There is none here, or Slack did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """What proves to Slack that the app asks."""

    client_id: str
    client_secret: Secret


class Tokens:
    """The tokens of all workspaces. A token is looked up once, and remembered until it is evicted."""

    def __init__(
        self,
        installations: Installations,
        clock: Clock,
        *,
        client: Callable[[], AsyncWebClient],
        own: Secret | None = None,
        app: App | None = None,
        among: OneOfSeveral | None = None,
    ) -> None:
        """Find them in `installations`, but for `own`, which is that of whatever workspace it is good for.

        `client` gives one without a token. Without an `app` nothing can be refreshed. `among` is
        given where other processes refresh the same tokens.
        """
        self._installations = installations
        self._clock = clock
        self._client = client
        self._own = own
        self._own_workspace = ""
        self._app = app
        self._among = among
        self._known: Bounded[str, Record] = Bounded(WORKSPACES_KNOWN)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._unkept: dict[str, Record] = {}
        """What was refreshed and could not be kept yet."""
        self._rests: dict[str, datetime] = {}
        """Until when nothing is refreshed there: the last try failed."""
        self._running: set[asyncio.Task[Record]] = set()
        self.suspected: Callable[[str], None] = _nothing
        """Told of each workspace whose token Slack calls dead."""

    async def learn(self) -> Record:
        """Ask Slack whose the token is that was set.

        Raises:
            TokenDead: Slack does not take it, or none was set.
            SlackTrouble: Slack could not be asked.
        """
        if self._own is None:
            raise TokenDead
        with translate_errors():
            said = await self._client().auth_test(token=self._own.reveal())
        scopes = said.headers.get("x-oauth-scopes", "")
        is_org_wide = bool(said.get("is_enterprise_install"))
        team, enterprise = said.get("team_id"), said.get("enterprise_id")
        record = Record(
            workspace=workspace_of(team=team, enterprise=enterprise, is_org_wide=is_org_wide),
            token=self._own,
            bot_user=said["user_id"],
            bot=said.get("bot_id") or "",
            scopes=frozenset(scope.strip() for scope in scopes.split(",") if scope.strip()),
            team=team or "",
            enterprise=enterprise or "",
            is_org_wide=is_org_wide,
            installed_at=self._clock.now(),
            name=said.get("team") or "",
        )
        self._own_workspace = record.workspace
        self._known.put(record.workspace, record)
        return record

    async def token(self, workspace: str) -> str:
        """Return the bot token that is good now.

        Raises:
            ReststopError: as `record`.
        """
        return (await self.record(workspace)).token.reveal()

    async def record(self, workspace: str) -> Record:
        """Return what is known of a workspace, with a token that is good now.

        Raises:
            TokenDead: Reststop is not installed there.
            SlackTrouble: the token has expired, and Slack could not be asked for another.
            NotSaved: the database was not available.
        """
        known = self._known.get(workspace)
        if known is not None and not self._is_due(known):
            return known
        # In a task of its own: a caller who is cancelled does not part asking for a token from keeping it.
        task = asyncio.create_task(self._renewed(workspace))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def keep(self, record: Record) -> None:
        """Keep a record from now on, in the place of an earlier one.

        Raises:
            NotSaved: the database was not available.
        """
        async with self._lock(record.workspace):
            await self._keep(record)

    async def end(self, workspace: str) -> None:
        """Destroy what is kept of a workspace.

        Raises:
            NotSaved: the database was not available; the next call goes on.
        """
        async with self._lock(workspace):
            self._known.drop(workspace)
            self._unkept.pop(workspace, None)
            self._rests.pop(workspace, None)
            await self._installations.end(SURFACE, workspace)

    def evict(self, workspace: str) -> None:
        """Slack called a token dead: look it up again before it is used again."""
        self._known.drop(workspace)
        self.suspected(workspace)

    async def standing(self, workspace: str) -> Standing:
        """Ask Slack whether a workspace's token is still good."""
        try:
            record = await self.record(workspace)
            with translate_errors():
                return await self._asked(record)
        except (SlackTrouble, NotSaved) as problem:
            _log.info("a token could not be looked at: %s", type(problem).__name__)
            return Standing.UNKNOWN

    async def close(self) -> None:
        """Wait until what is being refreshed is kept."""
        await asyncio.gather(*self._running, return_exceptions=True)
        for record in list(self._unkept.values()):
            await self._try_to_keep(record)

    async def _asked(self, record: Record) -> Standing:
        try:
            await self._client().auth_test(token=record.token.reveal())
        except SlackApiError as error:
            return Standing.ENDED if word_of(error.response) in _ENDED else Standing.UNKNOWN
        return Standing.ALIVE

    async def _renewed(self, workspace: str) -> Record:
        async with self._lock(workspace):
            known = self._known.get(workspace)
            if known is None or self._is_due(known):
                try:
                    known = await self._found(workspace)
                except NotSaved:
                    if known is None or self._has_expired(known):
                        raise
                if self._is_due(known):
                    known = await self._refreshed_by_one(known)
                self._known.put(workspace, known)
            return known

    async def _found(self, workspace: str) -> Record:
        if self._own is not None and self._own_workspace in {"", workspace}:
            own = await self.learn()
            if own.workspace == workspace:
                return own
        unkept, known = self._unkept.get(workspace), self._known.get(workspace)
        if unkept is not None:
            is_kept = await self._try_to_keep(unkept)
            return unkept if is_kept or known is None or self._has_expired(known) else known
        secret = await self._installations.find(SURFACE, workspace)
        if secret is None:
            raise TokenDead
        return unpacked(secret)

    async def _refreshed_by_one(self, record: Record) -> Record:
        """Return a record as `_refreshed` does, or the one that another process has kept meanwhile.

        Raises:
            TokenDead, SlackTrouble, NotSaved: it has expired.
        """
        workspace = record.workspace
        if self._among is None:
            return await self._refreshed(record)
        try:
            is_mine = await self._among.begin(workspace)
            stands = await self._kept_by_another(record)
        except NotSaved:
            if self._has_expired(record):
                raise
            is_mine, stands = False, record
        if not is_mine and self._is_due(stands):
            self._rests[workspace] = self._clock.now() + REFRESH_RESTS
            if self._has_expired(stands):
                raise LineCut  # another is at it, and there is no answer yet
            return stands
        try:
            return await self._refreshed(stands) if self._is_due(stands) else stands
        finally:
            if is_mine and workspace not in self._unkept:
                with suppress(NotSaved):  # then it runs out
                    await self._among.finish(workspace)

    async def _kept_by_another(self, record: Record) -> Record:
        """Return what is kept of a workspace now; what is here and could not be kept comes before that.

        Raises:
            TokenDead: another process let it end.
            NotSaved: the database was not available.
        """
        if record.workspace in self._unkept:
            return record
        secret = await self._installations.find(SURFACE, record.workspace)
        if secret is None:
            raise TokenDead
        return unpacked(secret)

    async def _refreshed(self, record: Record) -> Record:
        """Return a record that is good for hours; the same one where that is not to be had and it still is.

        Raises:
            TokenDead, SlackTrouble: it has expired.
        """
        try:
            fresh = await self._exchanged(record)
        except SlackTrouble as problem:
            _log.warning("a token could not be refreshed: %s", type(problem).__name__)
            self._rests[record.workspace] = self._clock.now() + REFRESH_RESTS
            if self._has_expired(record):
                raise
            return record
        self._unkept[record.workspace] = fresh
        if await self._try_to_keep(fresh):
            return fresh
        return fresh if self._has_expired(record) else record

    async def _exchanged(self, record: Record) -> Record:
        if self._app is None or record.refresh is None:
            raise TokenDead
        try:
            with translate_errors():
                said = await self._client().oauth_v2_access(
                    client_id=self._app.client_id,
                    client_secret=self._app.client_secret.reveal(),
                    grant_type="refresh_token",
                    refresh_token=record.refresh.reveal(),
                )
        except Refused as refused:
            _log.error("Slack refuses to refresh a token (%s): install that workspace anew", refused.word)
            raise TokenDead from None
        return replace(
            record,
            token=Secret(said["access_token"]),
            refresh=Secret(said["refresh_token"]),
            expires_at=self._clock.now() + timedelta(seconds=int(said["expires_in"])),
        )

    async def _try_to_keep(self, record: Record) -> bool:
        try:
            await self._keep(record)
        except NotSaved:
            _log.error("a refreshed token could not be kept yet")
            self._rests[record.workspace] = self._clock.now() + REFRESH_RESTS
            return False
        return True

    async def _keep(self, record: Record) -> None:
        await self._installations.save(SURFACE, record.workspace, record.packed())
        self._unkept.pop(record.workspace, None)
        self._rests.pop(record.workspace, None)
        self._known.put(record.workspace, record)

    def _lock(self, workspace: str) -> asyncio.Lock:
        """Return what lets one at a time change what is kept of a workspace."""
        return self._locks.setdefault(workspace, asyncio.Lock())

    def _is_due(self, record: Record) -> bool:
        """Whether a token is to be refreshed, or one that was is still to be kept."""
        if record.expires_at is None:
            return False
        now = self._clock.now()
        if self._rests.get(record.workspace, now) > now and not self._has_expired(record):
            return False
        return record.workspace in self._unkept or now >= record.expires_at - REFRESHED_BEFORE_END

    def _has_expired(self, record: Record) -> bool:
        return record.expires_at is not None and self._clock.now() >= record.expires_at


def _nothing(_workspace: str) -> None:
    return None
