"""What an organiser may say of the evidence that a course gives: never that somebody is more by it."""

from __future__ import annotations

import re

_CALLED = re.compile(
    r"certif\w*|accredit\w*|\bentitl\w*|\bqualif(?:y|ies|ied)\b"
    r"|\bapproved\b(?=[^.;\n]*\b(?:credits?|CMEs?|CEUs?|CPD|CE|hours)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|never|nor|un|non)[\s-]*(?:an?\s+|yet\s+)?\Z", re.IGNORECASE)


def calls_certified(text: str) -> bool:
    """Whether a text says that anybody is certified, or a course accredited or approved for credit.

    That it is not may be said.
    """
    return any(not _DENIED.search(text[: found.start()]) for found in _CALLED.finditer(text))
