"""Workspaces come and go: what Slack says of that is looked at twice, kept, and told to the core."""

from __future__ import annotations

import asyncio
import logging

from adapters.slack.hearing.where import SURFACE, workspace_in
from adapters.slack.record import Record
from adapters.slack.setup.tokens import Standing, Tokens
from adapters.slack.text import Json
from bot.errors import NotSaved
from bot.surface.inbound import SurfaceInstalled, SurfaceRemoved
from bot.surface.outcome import HearOfWorkspace

_log = logging.getLogger(__name__)


class Workspaces:
    """Installing and removing, in the order in which a crash in between does no harm."""

    def __init__(self, tokens: Tokens, hear: HearOfWorkspace) -> None:
        """Keep tokens in `tokens`, and tell `hear`."""
        self._tokens = tokens
        self._hear = hear
        self._looking: dict[str, asyncio.Task[None]] = {}
        tokens.suspected = self._suspect

    async def installed(self, record: Record) -> None:
        """Reststop was added to a workspace, perhaps again.

        Raises:
            NotSaved: it could not be kept: whoever installs has to do it once more.
        """
        await self._tokens.keep(record)
        await self.present(record)

    async def present(self, record: Record) -> None:
        """Reststop is in a workspace, as a token says that is good: whoever was counted as gone is not.

        Raises:
            NotSaved: it could not be kept.
        """
        await self._hear(
            SurfaceInstalled(
                event_id=f"installed:{record.workspace}:{record.installed_at.isoformat()}",
                surface=SURFACE,
                workspace=record.workspace,
            )
        )

    async def removed(self, payload: Json) -> None:
        """Take `app_uninstalled` or `tokens_revoked`.

        An event that comes late, after somebody has added Reststop again, is known by a token that is good.

        Raises:
            NotSaved: it could not be kept: let Slack say so again.
        """
        event, workspace = payload["event"], workspace_in(payload)
        if event["type"] == "tokens_revoked" and not event["tokens"].get("bot"):
            return  # those of users, of which there are none of ours
        if await self._tokens.standing(workspace) is not Standing.ALIVE:
            await self._end(workspace, payload["event_id"])

    async def looked(self) -> None:
        """Return when every workspace that was suspected was looked at."""
        await asyncio.gather(*self._looking.values(), return_exceptions=True)

    async def close(self) -> None:
        """Look at no more of them, and let what is being refreshed be kept."""
        for task in self._looking.values():
            task.cancel()
        await self.looked()
        await self._tokens.close()

    async def _end(self, workspace: str, event_id: str) -> None:
        await self._hear(SurfaceRemoved(event_id=event_id, surface=SURFACE, workspace=workspace))
        await self._tokens.end(workspace)

    def _suspect(self, workspace: str) -> None:
        """Look whether a workspace has gone unheard, as it does while nobody listens to Slack."""
        if workspace not in self._looking:
            task = asyncio.get_running_loop().create_task(self._look(workspace))
            self._looking[workspace] = task
            task.add_done_callback(lambda _done: self._looking.pop(workspace, None))

    async def _look(self, workspace: str) -> None:
        if await self._tokens.standing(workspace) is not Standing.ENDED:
            return
        try:
            record = await self._tokens.record(workspace)
            await self._end(workspace, f"ended:{workspace}:{record.installed_at.isoformat()}")
        except NotSaved:
            _log.warning("a workspace that is gone could not be noted yet")
