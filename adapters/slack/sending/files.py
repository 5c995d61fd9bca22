"""Files in somebody's direct messages: noted by the core, handed over, and taken back.

The core hears of a file before Slack has a byte of it, so that whatever ends in between leaves no copy that
nobody takes back.
"""

from __future__ import annotations

import asyncio
import logging

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import LineCut, Refused, translate_errors
from adapters.slack.limits import UPLOADED_WITHIN
from adapters.slack.line.api import Api
from bot.domain.people import Account
from bot.errors import ReststopError
from bot.surface.outcome import Attach, Note

_log = logging.getLogger(__name__)

SCOPE = "files:write"
GONE = frozenset({"file_deleted", "file_not_found"})
"""What Slack says of a file that is not there, or no longer."""
_FINE = 200


class Files:
    """What is handed over and taken back in all workspaces."""

    def __init__(self, api: Api) -> None:
        """Speak through `api`."""
        self._api = api
        self._under_way: dict[str, asyncio.Event] = {}

    async def may(self, workspace: str) -> bool:
        """Whether Reststop has leave to send files in a workspace; not where Slack cannot be asked."""
        try:
            with translate_errors():
                return SCOPE in await self._api.scopes(workspace)
        except ReststopError as problem:
            _log.info("what the token may do is not known: %s", type(problem).__name__)
            return False

    async def give(self, to: Account, channel: str, attach: Attach, note: Note) -> bool:
        """Hand a file over into a direct conversation; False where it did not come to that.

        `note` comes first, and where it says no, Slack gets nothing. `channel` is the id of the
        conversation itself (D…), which nobody else can see.
        """
        try:
            with translate_errors():
                return await self._give(self._api.client(to.workspace), channel, attach, note)
        except ReststopError as problem:
            _log.warning("a file was not handed over: %s", type(problem).__name__)
            return False

    async def take_back(self, to: Account, file: str) -> None:
        """Delete a file; one that is gone was deleted. One on its way is waited for.

        Raises:
            SlackTrouble: as `errors.translate_errors`; `Refused` where Slack will not delete it.
        """
        arrived = self._under_way.get(file)
        if arrived is not None:
            await arrived.wait()
        try:
            with translate_errors():
                await self._api.client(to.workspace).files_delete(file=file)
        except Refused as refused:
            if refused.word not in GONE:
                raise

    async def _give(self, client: AsyncWebClient, channel: str, attach: Attach, note: Note) -> bool:
        file = attach.file
        place = await client.files_getUploadURLExternal(
            filename=file.name, length=len(file.body), alt_txt=file.alt or None
        )
        named, url = str(place["file_id"]), str(place["upload_url"])
        if not await note(attach, named):
            return False
        arrived = self._under_way[named] = asyncio.Event()
        try:
            await self._upload(url, file.body)
            done: list[dict[str, str | None]] = [{"id": named, "title": file.name}]
            await client.files_completeUploadExternal(files=done, channel_id=channel)
        finally:
            del self._under_way[named]
            arrived.set()
        return True

    async def _upload(self, url: str, body: bytes) -> None:
        """Send bytes to the address that Slack gave for them."""
        timeout = aiohttp.ClientTimeout(total=UPLOADED_WITHIN)
        async with self._api.session.post(url, data=body, timeout=timeout, allow_redirects=False) as answer:
            if answer.status != _FINE:
                raise LineCut
