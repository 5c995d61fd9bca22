"""What Slack says of the credentials that were set: asked by the doctor, and by nobody who writes.

An answer is Slack's own word where it refuses, as its method references list them; nothing of a token.
"""

from __future__ import annotations

from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.slack.errors import translate_errors, word_of
from adapters.slack.limits import ANSWERS_WITHIN, CONNECTS_WITHIN
from adapters.slack.line.api import Tokenless
from bot.ports.vault import Secret

FINE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """Whose a bot token is. `refusal` is Slack's word where it is nobody's."""

    refusal: str = FINE
    workspace: str = ""
    scopes: frozenset[str] = frozenset()


class Checkup:
    """One look at Slack, over a session of its own."""

    def __init__(self, base_url: str) -> None:
        """Ask at `base_url`; nothing is asked yet."""
        timeout = aiohttp.ClientTimeout(total=ANSWERS_WITHIN, connect=CONNECTS_WITHIN)
        self._session = aiohttp.ClientSession(timeout=timeout)
        self._client = Tokenless(session=self._session, base_url=base_url)

    async def bot(self, token: Secret) -> Bot:
        """Ask whose a bot token is and what it may be used for.

        Raises:
            SlackTrouble: Slack could not be asked.
        """
        with translate_errors():
            try:
                said = await self._client.auth_test(token=token.reveal())
            except SlackApiError as error:
                return Bot(refusal=_refusal(error))
        scopes = said.headers.get("x-oauth-scopes", "")
        return Bot(
            workspace=said.get("team") or "",
            scopes=frozenset(scope.strip() for scope in scopes.split(",") if scope.strip()),
        )

    async def socket(self, token: Secret) -> str:
        """Ask for the address of a socket, which is not opened; return why not, or `FINE`.

        Raises:
            SlackTrouble: Slack could not be asked.
        """
        with translate_errors():
            try:
                await self._client.apps_connections_open(app_token=token.reveal())
            except SlackApiError as error:
                return _refusal(error)
        return FINE

    async def credentials(self, client_id: str, client_secret: Secret) -> str:
        """Show a code that nobody was given: what is wrong is then the code, or else what was set.

        Raises:
            SlackTrouble: Slack could not be asked.
        """
        with translate_errors():
            try:
                await self._client.oauth_v2_access(
                    client_id=client_id, client_secret=client_secret.reveal(), code="none"
                )
            except SlackApiError as error:
                refusal = _refusal(error)
                return FINE if refusal == "invalid_code" else refusal
        return FINE

    async def close(self) -> None:
        """Close the session."""
        await self._session.close()


def _refusal(error: SlackApiError) -> str:
    """Return Slack's word.

    Raises:
        SlackApiError: it said none, so that it is no refusal; or it asks to wait.
    """
    word = word_of(error.response)
    if not word or word == "ratelimited":
        raise error
    return word
