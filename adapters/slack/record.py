"""What is kept of Reststop's place in one workspace: its token above all. It shows none of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from bot.ports.vault import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One installation. `workspace` is the enterprise's id where it is for a whole organisation."""

    workspace: str
    token: Secret
    bot_user: str
    bot: str
    app: str = ""
    scopes: frozenset[str] = frozenset()
    team: str = ""
    enterprise: str = ""
    is_org_wide: bool = False
    installed_at: datetime
    expires_at: datetime | None = None
    """When the token ends; None where it lives until it is revoked."""
    refresh: Secret | None = None
    """What a token that ends is exchanged with, once."""
    name: str = ""
    """What people call the workspace; learned at a start, and never kept."""

    def packed(self) -> Secret:
        """Return all of it but the name, as a secret to be sealed."""
        kept = {
            "workspace": self.workspace,
            "token": self.token.reveal(),
            "bot_user": self.bot_user,
            "bot": self.bot,
            "app": self.app,
            "scopes": sorted(self.scopes),
            "team": self.team,
            "enterprise": self.enterprise,
            "is_org_wide": self.is_org_wide,
            "installed_at": self.installed_at.isoformat(),
            "expires_at": self.expires_at and self.expires_at.isoformat(),
            "refresh": self.refresh and self.refresh.reveal(),
        }
        return Secret(json.dumps(kept))


def unpacked(secret: Secret) -> Record:
    """Return what `Record.packed` made a secret of."""
    kept = json.loads(secret.reveal())
    expires_at, refresh = kept.pop("expires_at"), kept.pop("refresh")
    return Record(
        token=Secret(kept.pop("token")),
        scopes=frozenset(kept.pop("scopes")),
        installed_at=datetime.fromisoformat(kept.pop("installed_at")),
        expires_at=datetime.fromisoformat(expires_at) if expires_at else None,
        refresh=Secret(refresh) if refresh else None,
        **kept,
    )


def workspace_of(*, team: str | None, enterprise: str | None, is_org_wide: bool | None) -> str:
    """Return the id under which accounts of a workspace are known: its organisation's, if that installed.

    In an organisation a person may be in several workspaces; with an org-wide installation they are one
    account in all of them (https://docs.slack.dev/enterprise/organization-ready-apps).
    """
    return (enterprise if is_org_wide else team) or enterprise or ""
