"""The manifest from which a workspace's admin makes the app: https://docs.slack.dev/reference/app-manifest."""

from __future__ import annotations

from typing import Any, Literal

from adapters.slack.setup import scopes
from bot.surface.phrases import PRODUCT

Mode = Literal["socket", "http"]

EVENTS_PATH = "/slack/events"
"""Where Slack sends everything, when it comes by HTTP."""
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
COMMAND = "/reststop"
WRITE = "write"
"""The callback id of the global shortcut."""
KEEP = "keep"
"""The callback id of the message shortcut."""

USAGE = ("checkin", "write", "journal", "plans", "settings", "helpnow", "help")
"""The words that Slack shows beside the command while it is typed. Each is a command of the router."""

_DESCRIPTION = "A notebook with good questions, for people who look after others."
_LONG = (
    "Reststop asks one short question at an hour that you choose. You answer with a tap or a few words, or"
    " not at all. What you write is encrypted, opens for you alone, and never stands in a message.\n\nIt is"
    " not therapy, supervision, a clinical record or an alarm. In danger it alerts nobody; `/reststop"
    " helpnow` shows who to call.\n\nPlease leave out names and details of people you support. Go any time,"
    " and take everything with you."
)


def manifest(mode: Mode, url: str = "", *, rotates_tokens: bool = False) -> dict[str, Any]:
    """Return the manifest, as JSON. Any: JSON.

    `socket`: for one workspace, no address of one's own. `http`: Slack sends to `url`, which is the public
    https address without a path. `rotates_tokens` cannot be taken back for an app.

    Raises:
        ValueError: `http` without a `url`, or the other way round.
    """
    if bool(url) != (mode == "http"):
        raise ValueError("an address goes with HTTP, and with nothing else")
    to = {"request_url": url + EVENTS_PATH} if url else {}
    redirects = {"redirect_urls": [url + REDIRECT_PATH]} if url else {}
    return {
        "_metadata": {"major_version": 1},
        "display_information": {
            "name": PRODUCT,
            "description": _DESCRIPTION,
            "long_description": _LONG,
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": PRODUCT, "always_online": False},
            "shortcuts": [
                {
                    "name": "Write",
                    "type": "global",
                    "callback_id": WRITE,
                    "description": "A page for a few words, private.",
                },
                {
                    "name": "Keep in my journal",
                    "type": "message",
                    "callback_id": KEEP,
                    "description": "Opens a page with these words of yours. You say whether it is kept.",
                },
            ],
            "slash_commands": [
                {
                    "command": COMMAND,
                    "description": _DESCRIPTION,
                    "usage_hint": " · ".join(USAGE),
                    "should_escape": False,
                    **({"url": to["request_url"]} if to else {}),
                }
            ],
        },
        "oauth_config": {
            **redirects,
            "scopes": {
                "bot": [*scopes.required(), *scopes.optional()],
                "bot_optional": [*scopes.optional()],
            },
        },
        "settings": {
            "event_subscriptions": {**to, "bot_events": [*scopes.events()]},
            "interactivity": {"is_enabled": True, **to},
            "org_deploy_enabled": mode == "http",
            "socket_mode_enabled": mode == "socket",
            "token_rotation_enabled": rotates_tokens,
        },
    }
