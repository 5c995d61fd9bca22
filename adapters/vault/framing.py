"""Several texts as one run of bytes that can be read in only one way."""

from __future__ import annotations


def framed(*parts: str) -> bytes:
    """Put the length before each part: joined plainly, `a|bc` and `ab|c` would be one.

    Lone surrogates pass: a chat platform may send half an emoji, and it comes back as it came.
    """
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)
