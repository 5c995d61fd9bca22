"""The way to Slack's Web API: one session for all workspaces, a client for each, no retries of the SDK's own.

slack_sdk opens a session, with a new TLS handshake, for every call unless it is given one, and sends a post
again by itself when a connection breaks, though Slack may have taken it.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.errors import DEAD, word_of
from adapters.slack.limits import ANSWERS_WITHIN, CONNECTS_WITHIN, WORKSPACES_KNOWN
from bot.surface.bounded import Bounded

SLACK = "https://slack.com/api/"
HOOKS = "hooks.slack.com"
"""Where Slack takes an answer to what somebody did."""


class TokenSource(Protocol):
    """Where the bot token of a workspace comes from: `adapters.slack.setup.tokens`, or a test."""

    async def token(self, workspace: str) -> str:
        """Return the token that is good now.

        Raises:
            ReststopError: there is none, or it cannot be read at this moment.
        """
        ...

    def evict(self, workspace: str) -> None:
        """Slack said that it is dead: do not give it from memory again."""
        ...


_SILENT = logging.getLogger(f"{__name__}.sdk")
"""slack_sdk's own: it would print what is sent, the words on a modal too, whatever level is set."""
_SILENT.disabled = True


class _Sdk(AsyncWebClient):
    """A client that says nothing and sends nothing twice."""

    def __init__(self, *, session: aiohttp.ClientSession, base_url: str) -> None:
        super().__init__(
            base_url=base_url,
            session=session,
            timeout=int(ANSWERS_WITHIN),
            logger=_SILENT,
            retry_handlers=[],
        )


class Client(_Sdk):
    """One workspace's client. Each call asks for the token, since it may be rotated or end at any time."""

    def __init__(
        self, workspace: str, tokens: TokenSource, *, session: aiohttp.ClientSession, base_url: str
    ) -> None:
        """Speak over `session`, in the name of `workspace`."""
        super().__init__(session=session, base_url=base_url)
        self.scopes: frozenset[str] | None = None
        """What the token may be used for, as Slack's last answer said; None before the first."""
        self._workspace = workspace
        self._tokens = tokens

    async def api_call(
        self,
        api_method: str,
        *,
        headers: dict[str, str] | None = None,
        **how: Any,  # noqa: ANN401 - as the method that this one stands before
    ) -> AsyncSlackResponse:
        """Call a method with the token of this moment.

        Raises:
            SlackApiError, aiohttp.ClientError, TimeoutError: as slack_sdk; see `errors.translate_errors`.
            ReststopError: there is no token.
        """
        token = await self._tokens.token(self._workspace)
        headers = {"Authorization": f"Bearer {token}"} | (headers or {})
        try:
            response = await super().api_call(api_method, headers=headers, **how)
        except SlackApiError as error:
            self._note(error.response)
            if word_of(error.response) in DEAD:
                self.scopes = None
                self._tokens.evict(self._workspace)
            raise
        self._note(response)
        return response

    def _note(self, response: object) -> None:
        headers = getattr(response, "headers", None)
        scopes = headers.get("x-oauth-scopes") if isinstance(headers, Mapping) else None
        if isinstance(scopes, str):
            self.scopes = frozenset(scope.strip() for scope in scopes.split(",") if scope.strip())


class Tokenless(_Sdk):
    """A client for what is asked before there is a token, or about one."""

    async def api_call(
        self,
        api_method: str,
        *,
        auth: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        **how: Any,  # noqa: ANN401 - as the method that this one stands before
    ) -> AsyncSlackResponse:
        """Call a method, with the app's credentials where it takes them (HTTP Basic).

        aiohttp lets go of the class by which slack_sdk writes them.
        """
        if auth is not None:
            basic = base64.b64encode(f"{auth['client_id']}:{auth['client_secret']}".encode()).decode()
            headers = {"Authorization": f"Basic {basic}"} | (headers or {})
        return await super().api_call(api_method, headers=headers, **how)


class Api:
    """All clients, and the one session that they share."""

    def __init__(self, tokens: TokenSource, *, base_url: str, answers_within: float = ANSWERS_WITHIN) -> None:
        """Ask `tokens` at each call; `base_url` is Slack's, or a local stand-in's."""
        self._tokens = tokens
        self._base_url = base_url
        self._answers_within = answers_within
        self._session: aiohttp.ClientSession | None = None
        self._clients: Bounded[str, Client] = Bounded(WORKSPACES_KNOWN)

    @property
    def session(self) -> aiohttp.ClientSession:
        """The shared session, made when it is first needed, on the running loop."""
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=self._answers_within, connect=CONNECTS_WITHIN)
            self._session = aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    def client(self, workspace: str) -> Client:
        """Return the client of a workspace; nothing is asked of Slack for it."""
        client = self._clients.get(workspace)
        if client is None:
            client = Client(workspace, self._tokens, session=self.session, base_url=self._base_url)
            self._clients.put(workspace, client)
        return client

    def is_slacks(self, url: str) -> bool:
        """Whether an address that came with a payload is Slack's own or the stand-in's."""
        try:
            named, own = urlsplit(url), urlsplit(self._base_url)
        except ValueError:
            return False
        is_hook = (named.scheme, named.hostname) == ("https", HOOKS)
        return is_hook or (named.scheme, named.netloc) == (own.scheme, own.netloc)

    def bare(self) -> Tokenless:
        """Return a client without a token, over the same session; nothing is asked of Slack for it."""
        return Tokenless(session=self.session, base_url=self._base_url)

    async def scopes(self, workspace: str) -> frozenset[str]:
        """Return what Reststop may do in a workspace; Slack is asked where it has not said so yet.

        Raises:
            SlackApiError, aiohttp.ClientError, TimeoutError, ReststopError: as `Client.api_call`.
        """
        client = self.client(workspace)
        if client.scopes is None:
            await client.auth_test()
        return client.scopes or frozenset()

    async def close(self) -> None:
        """Close the session; no call is made after that."""
        if self._session is not None:
            await self._session.close()
