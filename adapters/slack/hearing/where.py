"""Who acted in Slack, and where, as payloads name them: workspaces, channels, people."""

from __future__ import annotations

import re

from adapters.slack.hearing.places import is_channel
from adapters.slack.record import workspace_of
from adapters.slack.text import Json
from bot.domain.people import Account, Place

SURFACE = "slack"

_UNNAMED = re.compile(r"privategroup|directmessage|mpdm-.*")
"""What stands in the place of a name where Slack tells none, or would tell who is there."""


def organisation_of(account: Account) -> str:
    """Return the organisation of an account: its workspace, or all of them where that is installed in all."""
    return f"{SURFACE}/{account.workspace}"


def workspace_in(payload: Json) -> str:
    """Return the id under which accounts of a payload's workspace are known (`record.workspace_of`)."""
    if payload.get("type") == "event_callback":
        [installed, *_] = payload.get("authorizations") or [{}]
        return workspace_of(
            team=installed.get("team_id") or payload.get("team_id"),
            enterprise=installed.get("enterprise_id") or payload.get("enterprise_id"),
            is_org_wide=_flag(installed.get("is_enterprise_install")),
        )
    team, enterprise = payload.get("team") or {}, payload.get("enterprise") or {}
    # In a channel that two workspaces share, a view may be used in the other one. Bolt looks here first, too.
    opened_by = (payload.get("view") or {}).get("app_installed_team_id")
    return workspace_of(
        team=opened_by or team.get("id") or payload.get("team_id"),
        enterprise=enterprise.get("id") or payload.get("enterprise_id"),
        is_org_wide=_flag(payload.get("is_enterprise_install")),
    )


def account_in(payload: Json, user: object) -> Account:
    """Return whose account `user` is, which a payload names somewhere.

    Raises:
        TypeError: this is no id, and so no payload of Slack's.
    """
    workspace = workspace_in(payload)
    if not (isinstance(user, str) and isinstance(workspace, str)):
        raise TypeError("an id is text")
    return Account(surface=SURFACE, workspace=workspace, user=user)


def place_in(account: Account, channel: str) -> Place | None:
    """Return the channel in which somebody acted; None for their own conversation with the app."""
    if not is_channel(channel):
        return None
    return Place(surface=account.surface, workspace=account.workspace, channel=channel)


def name_in_channel(channel: str, name: str) -> str:
    """Return what a channel is called; empty where nobody says so, as Slack does of private ones."""
    return name if is_channel(channel) and not _UNNAMED.fullmatch(name) else ""


def called_in(payload: Json) -> str:
    """Return what a payload calls who acted."""
    user = payload["user"]
    return str(user.get("name") or user.get("username") or "")


def bot_user_in(payload: Json) -> str:
    """Return as whom Reststop itself writes where an event comes from; empty where it does not say."""
    [installed, *_] = payload.get("authorizations") or [{}]
    return (installed.get("user_id") or "") if installed.get("is_bot") else ""


def _flag(value: object) -> bool:
    """Read a flag that is JSON in one payload and a word in another."""
    return value is True or value == "true"
