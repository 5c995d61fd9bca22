"""Action refs: what a button carries. Stateless, short, and nobody else's.

A ref is `1:action:subject:arg:owner:mac`, at most 92 characters: what else a platform puts there has to fit
beside it (Discord's custom_id has 100). The owner is an account, or a place: whoever is in that channel may
press. The owner tag and the MAC tell foreign and forged presses apart with
nothing stored; whether a press is stale is read from the store.
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import assert_never
from uuid import UUID

from bot.domain.people import Account, Place
from bot.errors import ForeignRef, ForgedRef, RefError

ACTION_MAX = 24
ARG_MAX = 20
Owner = Account | Place
"""For whom a control was made: one account, or everybody in a channel."""
_VERSION = "1"
_OWNER_BYTES = 6
_MAC_BYTES = 9
_NAME = re.compile(rf"[a-z][a-z0-9_.]{{0,{ACTION_MAX - 1}}}")
_ARG = re.compile(rf"[A-Za-z0-9._+-]{{0,{ARG_MAX}}}")


def is_arg(text: str) -> bool:
    """Whether a ref can carry this as its argument."""
    return _ARG.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRef:
    """What is meant: an action, the row that it is about, and a short argument unique on its card."""

    action: str
    subject: UUID | None = None
    arg: str = ""

    def __post_init__(self) -> None:
        """Refuse what would not fit or not come back the same."""
        if not _NAME.fullmatch(self.action) or not _ARG.fullmatch(self.arg):
            raise RefError


@dataclass(frozen=True, slots=True)
class RefCodec:
    """Packs and unpacks refs under one key."""

    key: bytes = field(repr=False)

    def pack(self, ref: ActionRef, owner: Owner) -> str:
        """Return the string that a control of `owner` carries."""
        subject = _text(ref.subject.bytes) if ref.subject else ""
        body = ":".join((_VERSION, ref.action, subject, ref.arg, self._tag(owner)))
        return f"{body}:{self._mac(body)}"

    def unpack(self, packed: str, presser: Account, place: Place | None = None) -> ActionRef:
        """Return what was meant by who pressed, in that place where it stands in one.

        Raises:
            ForgedRef: it was not packed under this key.
            ForeignRef: it was packed for another account, or for another place.
        """
        body, _, mac = packed.rpartition(":")
        parts = body.split(":")
        is_ours = packed.isascii() and hmac.compare_digest(mac, self._mac(body))
        if not is_ours or len(parts) != 5:  # noqa: PLR2004 - version, action, subject, arg, owner
            raise ForgedRef
        _, action, subject, arg, tag = parts
        owners = (presser, place) if place else (presser,)
        if not any(hmac.compare_digest(tag, self._tag(owner)) for owner in owners):
            raise ForeignRef
        return ActionRef(action=action, subject=_uuid(subject), arg=arg)

    def _tag(self, owner: Owner) -> str:
        match owner:
            case Account(user=itself):
                kind = b"owner"
            case Place(channel=itself):
                kind = b"place"
            case _:
                assert_never(owner)
        parts = (owner.surface, owner.workspace, itself)
        named = b"".join(len(p.encode()).to_bytes(4) + p.encode() for p in parts)
        return _text(hmac.digest(self.key, kind + named, "sha256")[:_OWNER_BYTES])

    def _mac(self, body: str) -> str:
        return _text(hmac.digest(self.key, b"ref" + body.encode(), "sha256")[:_MAC_BYTES])


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def _uuid(text: str) -> UUID | None:
    return UUID(bytes=urlsafe_b64decode(text + "==")) if text else None
