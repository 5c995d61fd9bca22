"""Files as text, in the codings in which spreadsheets and meetings write them."""

from __future__ import annotations

from collections.abc import Sequence


def decoded(body: bytes) -> str | None:
    """Return a file as text without the mark at its begin, in the first coding that fits; None: none does."""
    for coding in _codings(body):
        try:
            text = body.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.removeprefix("\ufeff")
    return None


def _codings(body: bytes) -> Sequence[str]:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if body[1:2] == b"\0":
        return ("utf-16-le",)
    if body[:1] == b"\0":
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
