"""The address of a page that people are shown as a link: one that every platform takes, and like no other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}")
"""A name with a dot in it, by RFC 1123 2.1. What is written in other letters has a form in these, too."""
_HOST_MAX = 253
_WRITTEN = re.compile(r"[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+")
"""What an address is written with (RFC 3986 2), without brackets: in markup they end a link."""


def is_page(text: str) -> bool:
    """Whether this is the https address of a page, and of nothing that looks like another.

    Platforms refuse a whole message for one address that they cannot read: so what is no name of a host, or
    no port, is none here.
    """
    if not text.startswith("https://") or _WRITTEN.fullmatch(text) is None:
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return "@" not in parts.netloc and len(host) <= _HOST_MAX and _HOST.fullmatch(host) is not None
