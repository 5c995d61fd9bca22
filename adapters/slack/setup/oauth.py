"""Adding Reststop to a workspace in a browser: slack_bolt's OAuth flow with our own state, store and pages.

https://docs.slack.dev/authentication/installing-with-oauth
"""

from __future__ import annotations

import hmac
import html
import logging
import re
from collections.abc import Callable
from datetime import timedelta

from slack_bolt.error import BoltError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.oauth import OAuthStateUtils, RedirectUriPageRenderer
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import SlackTrouble, translate_errors
from adapters.slack.limits import STATE_GOOD_FOR
from adapters.slack.record import Record, workspace_of
from adapters.slack.setup import scopes
from adapters.slack.setup.manifest import INSTALL_PATH, REDIRECT_PATH
from adapters.slack.setup.tokens import App
from adapters.slack.setup.workspaces import Workspaces
from bot.errors import NotSaved
from bot.ports.time import Clock
from bot.ports.vault import Secret

_log = logging.getLogger(__name__)

_TEAM = re.compile(r"[A-Z0-9]{2,32}", re.ASCII)
STATE_LABEL = "slack-oauth"
"""The label of the key that states are marked with."""


class SignedState(AsyncOAuthStateStore):
    """States that carry their end and a mark of ours: nothing is stored, and a restart loses none.

    One may be shown again before its end. It is bound to its browser by a cookie, which slack_bolt sees to,
    and the code that comes with it is good once.
    """

    def __init__(self, key: bytes, clock: Clock, new_id: Callable[[], str]) -> None:
        """Mark states with `key`; no two are alike, since `new_id` gives another id each time."""
        self._key = key
        self._clock = clock
        self._new_id = new_id

    async def async_issue(self, *_: object, **__: object) -> str:
        """Return a state that is good for ten minutes."""
        ends = int((self._clock.now() + STATE_GOOD_FOR).timestamp())
        said = f"{ends}.{self._new_id()}"
        return f"{said}.{self._mark(said)}"

    async def async_consume(self, state: str) -> bool:
        """Whether a state is ours and not past its end."""
        said, _, mark = state.rpartition(".")
        if not state.isascii() or not hmac.compare_digest(mark, self._mark(said)):
            return False
        return self._clock.now().timestamp() < int(said.partition(".")[0])

    def _mark(self, said: str) -> str:
        return hmac.digest(self._key, said.encode(), "sha256").hex()


class KeptInstallations(AsyncInstallationStore):
    """Where slack_bolt hands over what came of an installation. It looks nothing up here: `Tokens` does."""

    def __init__(self, workspaces: Workspaces, clock: Clock) -> None:
        """Hand over to `workspaces`."""
        self._workspaces = workspaces
        self._clock = clock

    async def async_save(self, installation: Installation) -> None:
        """Keep the bot's token, and nothing of whoever installed it.

        Raises:
            BoltError: it could not be kept; slack_bolt shows a page that says so.
        """
        record = self._record(installation)
        try:
            await self._workspaces.installed(record)
        except NotSaved:
            raise BoltError("not saved") from None

    def _record(self, made: Installation) -> Record:
        if not made.bot_token:
            raise BoltError("no bot token")
        now, ends = self._clock.now(), made.bot_token_expires_at
        return Record(
            workspace=workspace_of(
                team=made.team_id, enterprise=made.enterprise_id, is_org_wide=made.is_enterprise_install
            ),
            token=Secret(made.bot_token),
            bot_user=made.bot_user_id or "",
            bot=made.bot_id or "",
            app=made.app_id or "",
            scopes=frozenset(made.bot_scopes or ()),
            team=made.team_id or "",
            enterprise=made.enterprise_id or "",
            is_org_wide=made.is_enterprise_install,
            installed_at=now,
            expires_at=now + timedelta(seconds=ends - made.installed_at) if ends else None,
            refresh=Secret(made.bot_refresh_token) if made.bot_refresh_token else None,
        )


class StateCookie(OAuthStateUtils):
    """slack_sdk's cookie, which other sites do not send along: only their links, as Slack's way back is."""

    def build_set_cookie_for_new_state(self, state: str) -> str:
        """Return the header that sets it."""
        return f"{super().build_set_cookie_for_new_state(state)}; SameSite=Lax"

    def build_set_cookie_for_deletion(self) -> str:
        """Return the header that ends it."""
        return f"{super().build_set_cookie_for_deletion()}; SameSite=Lax"


class InstallFlow(AsyncOAuthFlow):
    """slack_bolt's flow, with a page that loads nothing from elsewhere."""

    async def build_authorize_url(self, state: str, request: AsyncBoltRequest) -> str:
        """Return Slack's page. From a `team` in the address slack_sdk would copy what stands behind it."""
        [team, *_] = request.query.get("team") or [""]
        return self.settings.authorize_url_generator.generate(
            state=state, team=team if _TEAM.fullmatch(team) else None
        )

    async def build_install_page_html(self, url: str, request: AsyncBoltRequest) -> str:  # noqa: ARG002 - Bolt's
        """Return the page that leads to Slack."""
        return _page(
            "Add Reststop to Slack",
            "Slack shows next what Reststop asks for. It reads no channel.",
            f'<a href="{html.escape(url)}">Go on at Slack</a>',
        )

    async def run_installation(self, code: str) -> Installation | None:
        """Exchange a code; None where Slack refuses it or cannot be reached."""
        try:
            with translate_errors():
                return await super().run_installation(code)
        except SlackTrouble as problem:
            _log.warning("an installation came to nothing: %s", type(problem).__name__)
            return None


class Pages(RedirectUriPageRenderer):
    """What is shown when somebody comes back from Slack. Nothing of the address is repeated."""

    def render_success_page(
        self,
        app_id: str,
        team_id: str | None,
        is_enterprise_install: bool | None = None,  # noqa: FBT001 - slack_sdk's signature
        enterprise_url: str | None = None,
    ) -> str:
        """Say that it is done, and lead back."""
        del is_enterprise_install, enterprise_url
        to = f"slack://app?team={team_id}&id={app_id}" if team_id else "slack://open"
        return _page(
            "Reststop is there now",
            "Whoever wants to begins with /reststop start. It writes to nobody before that.",
            f'<a href="{html.escape(to)}">Open Slack</a>',
        )

    def render_failure_page(self, reason: str) -> str:  # noqa: ARG002 - it may be a stranger's words
        """Say that it is not done, and lead to another try."""
        return _page(
            "Not yet", "Nothing was added.", f'<a href="{html.escape(self.install_path)}">Try again</a>'
        )


def install_flow(
    app: App,
    workspaces: Workspaces,
    *,
    clock: Clock,
    client: AsyncWebClient,
    authorize_url: str,
    state_key: bytes,
    new_id: Callable[[], str],
) -> InstallFlow:
    """Return the flow: `handle_installation` for `INSTALL_PATH`, `handle_callback` for `REDIRECT_PATH`.

    `client` has no token. `authorize_url` is Slack's page where people agree, or a stand-in's.
    """
    settings = AsyncOAuthSettings(
        client_id=app.client_id,
        client_secret=app.client_secret.reveal(),
        scopes=[*scopes.required(), *scopes.optional()],
        user_scopes=[],
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        authorization_url=authorize_url,
        installation_store=KeptInstallations(workspaces, clock),
        state_store=SignedState(state_key, clock, new_id),
        state_expiration_seconds=int(STATE_GOOD_FOR.total_seconds()),
    )
    settings.state_utils = StateCookie(expiration_seconds=int(STATE_GOOD_FOR.total_seconds()))
    settings.redirect_uri_page_renderer = Pages(install_path=INSTALL_PATH, redirect_uri_path=REDIRECT_PATH)
    return InstallFlow(client=client, settings=settings)


def _page(title: str, words: str, way_on: str) -> str:
    """Return a page of our own words; `way_on` is a link, escaped already."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f"<title>{title}</title></head><body><h1>{title}</h1><p>{words}</p><p>{way_on}</p></body></html>\n"
    )
